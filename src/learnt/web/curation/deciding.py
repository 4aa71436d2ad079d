"""Stores what people decide, and takes it back; what is public follows at once."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from learnt.records import Held, PublicReview
from learnt.web.accounts.models import User
from learnt.web.curation.decided import Decided, lay_over
from learnt.web.curation.models import Decision, Intake
from learnt.web.curation.publishing import as_decided, decisions_of, pass_laid, publish

PUBLISHERS = ("pseudonym",)
"""Decisions that only a publisher makes and takes back."""


class BadDecision(ValueError):
    """A decision does not fit the review; the message says why."""


def decide(
    intake: Intake, by: User, action: str, record: str = "", value: dict[str, Any] | None = None
) -> Decision:
    """Store a decision and, where the review is public, publish it anew through the gate.

    Raises `BadDecision` where the recommendation is not there or the value does not fit.
    """
    with transaction.atomic():
        made = Decision.objects.create(
            intake=intake, by=by, action=action, record=record, value=value or {}
        )
        try:
            laid = lay_over(intake.proposed(), decisions_of(intake))
        except (ValueError, TypeError, KeyError) as error:
            raise BadDecision(f"the change does not fit: {error}") from error
        if any(one.action == action and one.record == record for one in laid.astray):
            raise BadDecision("this recommendation is no longer there")
        follow(intake, by)
    return made


def try_decision(intake: Intake, action: str, value: dict[str, Any]) -> PublicReview | Held:
    """Give what the gate would make of the review with one decision more; nothing is stored."""
    made = [*decisions_of(intake), Decided(action, value=value)]
    return pass_laid(intake, lay_over(intake.proposed(), made))


def undo(intake: Intake, by: User, number: int | None = None) -> Decision | None:
    """Take back the decision with this number, or the person's last one; None where there is none."""
    standing = intake.decisions.filter(undone_at=None)
    if not by.allows("publisher", intake.partnership):
        standing = standing.exclude(action__in=PUBLISHERS)
    chosen = standing.filter(by=by) if number is None else standing.filter(pk=number)
    last = chosen.order_by("-id").first()
    if last is None:
        return None
    with transaction.atomic():
        last.undone_at, last.undone_by = timezone.now(), by
        last.save()
        follow(intake, by)
    return last


def follow(intake: Intake, by: User) -> None:
    """Let the public pages follow, if the review is public."""
    if intake.state == "published":
        publish(intake, by)


def new_record_id(intake: Intake) -> str:
    """Give the id of a recommendation that a person adds."""
    taken = {item.id for item in as_decided(intake).review.recommendations}
    taken |= set(intake.decisions.values_list("record", flat=True))
    number = 1
    while f"{intake.key}-added-{number}" in taken:
        number += 1
    return f"{intake.key}-added-{number}"
