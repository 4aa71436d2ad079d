"""What merging two versions of a review would do, found by doing it and taking it back."""

from dataclasses import dataclass
from hashlib import sha256

from django.db import transaction

from learnt.records import Recommendation
from learnt.web.accounts.models import User
from learnt.web.curation import merging, publishing
from learnt.web.curation.decided import Decided
from learnt.web.curation.doubles import pairs
from learnt.web.curation.models import Intake


@dataclass(frozen=True, slots=True)
class Version:
    """A review before or after merging, in numbers."""

    recommendations: int
    checked: int
    files: int
    decisions: int
    names: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What merging would do.

    `alike` counts the recommendations of the other that stand in the kept one; `lost` are those that
    would be shown no more, `astray` the decisions that would find no place. `state` is that of the kept
    one afterwards, with the reasons where the gate would hold it. `mark` tells whether any of it changed.
    """

    kept: Version
    other: Version
    after: Version
    alike: int
    lost: tuple[Recommendation, ...]
    astray: tuple[Decided, ...]
    state: str
    restricted: bool
    held: tuple[str, ...]
    mark: str


def preview(kept: Intake, other: Intake, by: User) -> Preview:
    """Give what `merging.merge` would do; nothing is stored."""
    theirs = publishing.as_decided(other).review.recommendations
    before = _version(kept), _version(other)
    mark = _mark(kept, other)
    with transaction.atomic():
        found = Intake.objects.get(pk=kept.pk)
        merging.merge(found, Intake.objects.get(pk=other.pk), by)
        laid = publishing.as_decided(found)
        after = _version(found)
        transaction.set_rollback(True)
    same = pairs(theirs, laid.review.recommendations)
    return Preview(
        *before,
        after,
        alike=len(same),
        lost=tuple(item for item in theirs if item.id not in same),
        astray=laid.astray,
        state=found.state,
        restricted=found.restricted,
        held=tuple(dict.fromkeys(one["message"] for one in found.held_because)),
        mark=mark,
    )


def _version(intake: Intake) -> Version:
    laid = publishing.as_decided(intake)
    return Version(
        recommendations=len(laid.review.recommendations),
        checked=len(laid.checked),
        files=intake.files.count(),
        decisions=intake.decisions.filter(undone_at=None).count(),
        names=intake.names.count(),
    )


def _mark(*given: Intake) -> str:
    """Give a mark of all that the outcome rests on, so that what is confirmed is what was shown."""
    told = []
    for one in given:
        decided = one.decisions.values_list("pk", "undone_at")
        names = one.names.values_list("pk", "is_person", "role")
        files = one.files.values_list("pk")
        told.append([one.pk, one.state, one.restricted, one.proposal, *decided, *names, *files])
    return sha256(repr(told).encode()).hexdigest()[:16]
