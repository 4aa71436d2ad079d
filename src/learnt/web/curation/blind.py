"""Coding blind: a second person gives themes without the first coding, then both are compared.

The first coding is the review's as it stands: a person's where one decided, else the program's.
"""

from dataclasses import dataclass

from django.db import transaction

from learnt.records import Recommendation
from learnt.theme.agreement import Agreement, compare
from learnt.theme.codebook import own_codebook
from learnt.theme.sheet import CodedRow
from learnt.web.accounts.models import User
from learnt.web.curation.models import BlindCoding, Intake
from learnt.web.curation.publishing import as_decided


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a coder is: the recommendations left, in order, and how many there are."""

    left: tuple[Recommendation, ...]
    of: int


def has_seen(intake: Intake, coder: User) -> bool:
    """Whether the person gave themes of this review openly, and so cannot code it blind."""
    return intake.decisions.filter(action="themes", by=coder, undone_at=None).exists()


def standing(intake: Intake, coder: User) -> Standing:
    """Give what the coder has still to code."""
    done = set(intake.codings.filter(coder=coder).values_list("record", flat=True))
    items = as_decided(intake).review.recommendations
    return Standing(tuple(item for item in items if item.id not in done), len(items))


def code(intake: Intake, coder: User, record: str, themes: list[str], main: str) -> bool:
    """Store what the coder gives a recommendation, once; False if it is not there or is coded.

    Giving no theme is an answer too, and stored.
    """
    with transaction.atomic():
        Intake.objects.select_for_update().get(pk=intake.pk)
        if record not in {item.id for item in standing(intake, coder).left}:
            return False
        BlindCoding.objects.bulk_create(
            BlindCoding(
                intake=intake, record=record, coder=coder, theme=theme, main=theme == main != ""
            )
            for theme in (themes or [""])
        )
    return True


def agreement(intake: Intake, coder: User) -> Agreement:
    """Compare the review's coding (first) with the coder's (second), theme by theme."""
    first = [row for item in as_decided(intake).review.recommendations for row in _rows(item)]
    given = intake.codings.filter(coder=coder)
    second = [CodedRow(one.record, "second", one.theme, one.main) for one in given]
    return compare(first, second, [theme.id for theme in own_codebook().theme])


def _rows(item: Recommendation) -> list[CodedRow]:
    coded = item.themes if isinstance(item.themes, tuple) else ()
    return [
        CodedRow(item.id, "first", coding.id, coding.id == item.main_theme) for coding in coded
    ] or [CodedRow(item.id, "first", "")]
