"""The way to the public: decisions laid over the proposal, the gate, then the catalogue.

One transaction a review: all of it is public, or what was before.
"""

import dataclasses
from dataclasses import dataclass

import msgspec
from django.db import transaction
from django.utils import timezone

from learnt.deidentify import PublicContext, make_context, publish_review, publish_text
from learnt.deidentify.names import NameMemory
from learnt.records import Held, Permission, PublicReview, PublicText, Remembered
from learnt.web.accounts.models import User
from learnt.web.catalogue import refreshing, shelving
from learnt.web.curation.decided import Decided, Laid, lay_over
from learnt.web.curation.models import Intake


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of publishing: done, or held back and why (in words without names)."""

    published: bool
    reasons: tuple[str, ...] = ()


def decisions_of(intake: Intake) -> list[Decided]:
    """Give the decisions on a review that were not undone, in their order."""
    made = intake.decisions.filter(undone_at=None).select_related("by")
    return [
        Decided(d.action, d.record, d.value, d.at.date().isoformat(), d.by.email if d.by else "")
        for d in made
    ]


def as_decided(intake: Intake) -> Laid:
    """Give the review of an intake with all decisions that were not undone."""
    return lay_over(intake.proposed(), decisions_of(intake))


def progress_of(intake: Intake) -> tuple[int, int]:
    """Give how many recommendations a review has, and how many of them nobody has checked."""
    laid = as_decided(intake)
    items = laid.review.recommendations
    return len(items), sum(item.id not in laid.checked for item in items)


def context_of(intake: Intake, laid: Laid) -> PublicContext:
    """Give what the gate must know of the review's people: what the documents told, and decisions."""
    remembered = [
        Remembered(words=name.words, is_person=name.is_person, role=name.role)
        for name in intake.names.all()
    ]
    context = make_context(
        laid.review,
        labels=laid.wishes.labels,
        remembered=remembered,
        show_pseudonym=laid.wishes.pseudonym,
    )
    if not intake.memory:
        return context
    told = msgspec.json.decode(intake.memory, type=NameMemory)
    return msgspec.structs.replace(context, memory=context.memory.plus(told))


def try_gate(intake: Intake) -> tuple[PublicReview | Held, Laid]:
    """Pass the review as decided through the gate; nothing is stored."""
    laid = as_decided(intake)
    return pass_laid(intake, laid), laid


def pass_laid(intake: Intake, laid: Laid) -> PublicReview | Held:
    """Give what the gate makes of a review as decided."""
    context = context_of(intake, laid)
    return publish_review(laid.review, context, summary=laid.wishes.summary)


def pass_text(intake: Intake, text: str, field: str) -> PublicText | Held:
    """Pass a single text for the public through the gate, by what is known of the review's people."""
    return publish_text(text, context_of(intake, as_decided(intake)), field=field)


def own_pseudonyms(intake: Intake, laid: Laid) -> list[str]:
    """Give the words that the report's own table calls whoever died; for signed-in eyes only."""
    asked = Permission(reason="", by="", when="")
    wishes = dataclasses.replace(laid.wishes, pseudonym=asked)
    context = context_of(intake, dataclasses.replace(laid, wishes=wishes))
    return sorted(known.text for key, known in context.memory.known.items() if key in context.shown)


def publish(intake: Intake, by: User | None = None) -> Outcome:
    """Publish an intake, or hold it with the reasons; a restriction blocks."""
    if intake.restricted:
        return Outcome(False, ("a reporting restriction is in force",))
    result, laid = try_gate(intake)
    with transaction.atomic():
        if isinstance(result, Held):
            intake.state = "held"
            intake.held_because = msgspec.to_builtins(result.reasons)
            intake.save()
            shelving.take_off(intake.slug, gone=False)
            return Outcome(False, tuple(reason.message for reason in result.reasons))
        intake.state, intake.held_because = "published", []
        intake.published_at, intake.published_by = timezone.now(), by
        intake.save()
        shelving.shelve(result, intake.slug, laid.checked, intake.versions)
        transaction.on_commit(refreshing.mark_due)
    return Outcome(True)


def withdraw(intake: Intake) -> None:
    """Take a review off the public catalogue; feeds and its address say that it is gone."""
    with transaction.atomic():
        intake.state = "withdrawn"
        intake.save()
        shelving.take_off(intake.slug, gone=True)


def after_many() -> None:
    """Find anew what was said again, after reviews were published, and wait for it."""
    refreshing.mark_due()
    refreshing.refresh_when_due(wait=True)


def after_one() -> None:
    """Find anew what was said again, after a page published a review: in the background if need be."""
    refreshing.refresh_soon()
