"""Narrows a report to cases and reviews of one kind, beside area and years."""

from collections.abc import Iterable

from learnt.analyse.problems import BadTable
from learnt.records.case import Incident, Perpetrator, ReviewEntry, Value, Victim
from learnt.words import fold

Filter = tuple[str, str]
"""A variable of the register, or `kind`, and the value that it must have."""

OPEN = ("kind", "csp", "region", "partnership", "area", "review_status", "review_kind", "fictional")
"""What the list of reviews shows, and nothing of people: a public report may be narrowed by these."""

YES, NO = ("true", "yes", "1"), ("false", "no", "0")


def case_fits(
    incident: Incident,
    people: Iterable[Victim | Perpetrator],
    review: ReviewEntry | None,
    filters: Iterable[Filter],
) -> bool:
    """Whether the incident, one of its people or its review has each value."""
    values = [incident.values, *(one.values for one in people)]
    told = [*values, _of_review(review)] if review else values
    return all(any(_is(one.get(name), value) for one in told) for name, value in filters)


def review_fits(review: ReviewEntry, filters: Iterable[Filter]) -> bool:
    """Whether a review without a case has each value."""
    told = _of_review(review)
    return all(_is(told.get(name), value) for name, value in filters)


def check_public(filters: Iterable[Filter]) -> None:
    """Refuse to narrow a public report by what people are: two such reports would tell of one person."""
    for name, _ in filters:
        if name not in OPEN:
            raise BadTable(
                f"a public report cannot be narrowed by {name}, which tells of people:"
                f" choose {', '.join(OPEN)}, or make an internal one"
            )


def _of_review(review: ReviewEntry) -> dict[str, Value]:
    return {
        "kind": review.kind or "",
        "review_kind": review.kind or "",
        "csp": review.csp,
        "region": review.region,
        "partnership": review.partnership,
        "fictional": review.fictional,
    }


def _is(found: Value | None, wanted: str) -> bool:
    if found is None or found == "":
        return False
    if isinstance(found, bool):
        return fold(wanted) in (YES if found else NO)
    return fold(str(found)) == fold(wanted)
