"""A recommendation with what is known of its review: what `link` compares."""

from collections.abc import Iterable

import msgspec
from msgspec import UNSET

from learnt.agencies import resolve
from learnt.records import Addressee, Recommendation, Review
from learnt.words import fold


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A recommendation as `link` sees it.

    `review` names the review; entries of one review are never repeats of each other. `area` is
    the partnership as printed, `year` the year of publication, else of the death.
    """

    id: str
    text: str
    review: str = ""
    ref: str = ""
    title: str = ""
    context: str = ""
    addressees: tuple[Addressee, ...] = ()
    area: str = ""
    year: int | None = None

    @property
    def addressed_to(self) -> str:
        """The addressees' printed names, joined by semicolons."""
        return "; ".join(addressee.printed for addressee in self.addressees)


SAME_REVIEW = 0.5
"""Share of word-for-word equal recommendations from which two files are one review's."""
FEWEST_EQUAL = 3
"""A few stock sentences may be equal by chance."""


def make_entries(reviews: Iterable[Review]) -> list[Entry]:
    """Give every recommendation of `reviews` as an entry.

    Two `Review`s are one where they share a document, or half of their recommendations word for
    word (the summary and the overview read apart): the entries of both carry one name in `review`.
    A recommendation printed word for word twice in one review is one entry.
    """
    given = [_with_bodies(review) for review in reviews]
    names = _name_reviews(given)
    entries: list[Entry] = []
    seen: set[tuple[str, str, str]] = set()
    for review, name in zip(given, names, strict=True):
        for recommendation in review.recommendations:
            entry = _make_entry(recommendation, review, name)
            key = (name, fold(entry.text), fold(entry.addressed_to))
            if key not in seen:
                seen.add(key)
                entries.append(entry)
    return entries


def _with_bodies(review: Review) -> Review:
    """Give the review with its addressees resolved, unless that was done before."""
    waiting = (a for one in review.recommendations for a in one.addressees if a.agency is UNSET)
    return resolve(review) if next(waiting, None) else review


def _make_entry(recommendation: Recommendation, review: Review, name: str) -> Entry:
    metadata = review.review
    year = (metadata.published or metadata.completed or "")[:4]
    return Entry(
        id=recommendation.id,
        text=recommendation.text,
        review=name,
        ref=recommendation.ref,
        title=recommendation.title or "",
        context=recommendation.context or "",
        addressees=recommendation.addressees,
        area=metadata.csp or "",
        year=int(year) if year.isdigit() else metadata.year_of_death,
    )


def _name_reviews(reviews: list[Review]) -> list[str]:
    """Give each review a name of its own; reviews that are one get the first one's name."""
    names: list[str] = []
    holders: dict[str, list[int]] = {}
    texts = [{fold(one.text) for one in review.recommendations} for review in reviews]
    for position, review in enumerate(reviews):
        marks = {f"document {document.sha256}" for document in review.documents}
        marks |= {f"text {text}" for text in texts[position]}
        shared: dict[int, int] = {}
        same: int | None = None
        for mark in sorted(marks):
            for other in holders.get(mark, ()):
                if mark.startswith("document "):
                    same = other
                shared[other] = shared.get(other, 0) + 1
            holders.setdefault(mark, []).append(position)
        if same is None:
            same = _twin(position, shared, texts)
        names.append(names[same] if same is not None else _name(review, position))
    return names


def _twin(position: int, shared: dict[int, int], texts: list[set[str]]) -> int | None:
    for other, count in shared.items():
        fewer = min(len(texts[position]), len(texts[other]))
        if count >= FEWEST_EQUAL and count >= SAME_REVIEW * fewer:
            return other
    return None


def _name(review: Review, position: int) -> str:
    """Give a name that stays the same when the review is extracted again."""
    if review.documents:
        return review.documents[0].sha256[:10] or f"review {position + 1}"
    if review.recommendations:
        return review.recommendations[0].id.rpartition("-")[0] or f"review {position + 1}"
    return f"review {position + 1}"
