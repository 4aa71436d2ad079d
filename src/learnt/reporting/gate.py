"""The gate that an analyst's own words pass before they stand in a public report."""

from collections.abc import Iterable

from learnt.deidentify import PublicContext, make_context, publish_text
from learnt.publish.report.paragraphs import Gate
from learnt.records import Held, Review


def plain_gate() -> Gate:
    """Give a gate that knows no case: it finds names, dates and ages by their form alone."""
    return gate_of([make_context(Review())])


def gate_of(contexts: Iterable[PublicContext]) -> Gate:
    """Give a gate that knows the people of several reviews: each review's context looks at the text."""
    known = tuple(contexts)

    def gate(text: str) -> str | Held:
        for context in known:
            told = publish_text(text, context, field="paragraph")
            if isinstance(told, Held):
                return told
            text = told.text
        return text

    return gate
