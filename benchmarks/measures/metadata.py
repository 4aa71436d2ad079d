"""Metadata: partnership, kind, year of death, publication, and the further fields for the record."""

from benchmarks.tally import Result
from learnt.records import Metadata, Review
from learnt.words import fold

TARGETED = ("csp", "kind", "year_of_death", "published")
FURTHER = ("death_date", "completed", "chair", "author", "printed_count")


def measure(truth: Review, found: Review) -> Result:
    """Score the fields; one that is rightly empty counts as right."""
    result = Result()
    for field in (*TARGETED, *FURTHER):
        true, got = _value(truth.review, field), _value(found.review, field)
        result.judge(field, true or "(none)", got or "(none)", true == got)
    panel = {fold(body) for body in truth.review.panel}
    named = {fold(body) for body in found.review.panel}
    result.count("panel", len(panel & named), len(panel | named))
    return result


def _value(metadata: Metadata, field: str) -> str:
    value = getattr(metadata, field)
    return "" if value is None else fold(str(value))
