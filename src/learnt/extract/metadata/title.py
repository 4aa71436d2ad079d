"""The title of a review as its title page or library page prints it."""

import re
from collections.abc import Sequence

from learnt.extract.metadata.found import Value
from learnt.extract.metadata.lines import Line, Pair
from learnt.extract.metadata.rules import either, field_of, rules
from learnt.records import Document, Evidence
from learnt.words import fold_quotes

LONGEST = 200
FIRST = 8
"""Lines at the top among which a title need not be a heading."""
_REVIEW = re.compile(r"^[A-Z][\w&’',. -]{1,60} review$")


def find_title(
    documents: Sequence[Document], lines: Sequence[Line], pairs: Sequence[Pair]
) -> Value[str] | None:
    """Give the title: a library page's "... review", the title page's lines, else the file's own."""
    first = (
        [line for line in lines if line.front and line.document is documents[0]]
        if documents
        else []
    )
    listed = next((line for line in first if _REVIEW.match(line.text)), None)
    if listed:
        return Value(listed.text, listed.evidence("title-line"))
    labelled = {id(pair.line.block) for pair in pairs}
    first = [line for at, line in enumerate(first) if at < FIRST or line.block.kind == "heading"]
    candidates = [
        line for line in first[:20] if _may_be_title(line) and id(line.block) not in labelled
    ]
    if candidates:
        return _joined(candidates)
    title = next((d.title for d in documents if d.title), "")
    if title:
        return Value(title, Evidence(documents[0].name, None, None, title, "title-property"))
    return None


def _may_be_title(line: Line) -> bool:
    text = fold_quotes(line.text)
    plain = len(text) <= LONGEST and line.block.page <= 2 and not text.endswith((".", ";", ":"))
    return plain and not either(rules().title.not_titles).search(text) and not field_of(text)


def _joined(candidates: Sequence[Line]) -> Value[str]:
    """Join the lines that make the title, from the one that says it is a review or report."""
    joins = either(rules().title.joins)
    start = next((i for i, line in enumerate(candidates) if joins.search(line.text)), None)
    if start is None:
        largest = max(candidates[:6], key=lambda line: line.block.style.size)
        return Value(largest.text, largest.evidence("title-largest"))
    taken = [candidates[start]]
    for line in candidates[start + 1 : start + 4]:
        near = line.index - taken[-1].index <= 1
        if not near or not joins.search(line.text):
            break
        taken.append(line)
    text = ": ".join(dict.fromkeys(line.text.rstrip(":") for line in taken))
    return Value(text, taken[0].evidence("title-page", text))
