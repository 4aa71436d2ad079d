"""The words that hold a review back, each with where it stands: an editor must see it to decide."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from learnt.records import Held, PublicReview, Review
from learnt.records.public import Reason

AROUND, MOST = 90, 3
"""Letters shown before and after the words, and places shown of one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: in which recommendation ("" in none), between what."""

    record: str
    ref: str
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Suspected:
    """Words that may name somebody, and the first places where they stand."""

    words: str
    places: tuple[Place, ...]


def suspected(result: PublicReview | Held, review: Review) -> list[Suspected]:
    """Give the words that the gate suspects, each once, with their places in `review` as decided."""
    found = result.suspects if isinstance(result, Held) else ()
    return [
        Suspected(words, tuple(_places(words, review))[:MOST])
        for words in dict.fromkeys(one.words for one in found)
    ]


def _places(words: str, review: Review) -> Iterator[Place]:
    sought = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    for record, ref, text in _texts(review):
        if found := sought.search(text):
            start, end = found.span()
            yield Place(record, ref, _end_of(text[:start]), found.group(), _start_of(text[end:]))


def _end_of(text: str) -> str:
    return text if len(text) <= AROUND else f"… {text[-AROUND:].partition(' ')[2]}"


def _start_of(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND].rpartition(' ')[0]} …"


def _texts(review: Review) -> Iterator[tuple[str, str, str]]:
    for item in review.recommendations:
        bodies = "; ".join(body.printed for body in item.addressees)
        for text in (item.text, item.title, bodies, item.context):
            if text:
                yield item.id, item.ref, text
    for text in (review.review.summary, review.review.csp):
        if text:
            yield "", "", text


@dataclass(frozen=True, slots=True)
class Why:
    """A reason to hold a review, with the reference of the recommendation that it is about."""

    reason: Reason
    ref: str


def reasons_of(result: PublicReview | Held, review: Review) -> list[Why]:
    """Give why a review is held."""
    refs = {item.id: item.ref or "without a reference" for item in review.recommendations}
    reasons: Iterable[Reason] = result.reasons if isinstance(result, Held) else ()
    return [Why(reason, refs.get(reason.record, "")) for reason in reasons]
