"""Two versions of one review put together by a publisher, and taken apart again.

The other version stays in its table, out of everybody's sight (`Intake.objects` leaves it out), with its
own proposal. What belongs to it goes to the review that is kept; `Merging.moved` tells by numbers what
went, never by words, so that nothing that is taken down later could come back by it.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Model, QuerySet
from simple_history.utils import update_change_reason

from learnt.deidentify.names import NameMemory
from learnt.web.accounts.models import User
from learnt.web.catalogue import shelving
from learnt.web.curation import publishing
from learnt.web.curation.doubles import pairs
from learnt.web.curation.models import (
    BlindCoding,
    Decision,
    Intake,
    Merging,
    NameDecision,
    Takedown,
)
from learnt.web.curation.takedown import cut_again
from learnt.web.register import proposing
from learnt.web.register.models import FactDecision, Link

Moved = dict[str, Any]
POINTERS = ("with", "after")
"""Parts of a decision's value that name other recommendations."""


def merge(kept: Intake, other: Intake, by: User) -> Merging:
    """Put `other` into `kept`: files, decisions, names, codings and records of what was taken down.

    A decision goes to the recommendation that says the same; one that has none stands among those that
    found no place. `other` is then seen by nobody, its address says that it is gone, and `kept` is
    published anew if it is public. A reporting restriction of either holds for both.
    """
    with transaction.atomic():
        same = pairs(
            publishing.as_decided(other).review.recommendations,
            publishing.as_decided(kept).review.recommendations,
        )
        same = pairs(other.proposed().recommendations, kept.proposed().recommendations) | same
        made = Merging(kept=kept, other=other, by=by, memory=kept.memory)
        made.moved = {
            "read_at": kept.read_at.isoformat(),
            "decisions": _move_decisions(kept, other, same),
            "codings": _move_codings(kept, other, same),
            **_move_names(kept, other),
            **_move_rows(kept, other),
            **_move_register(kept, other),
        }
        made.save()
        _take_over(kept, other)
        shelving.take_off(other.slug, gone=True)
        other.merged_into = kept
        other.save()
        _show(kept, by)
    return made


def take_apart(made: Merging, by: User) -> tuple[Intake, Intake]:
    """Undo a merging; gives the review that was kept and the other, each as it is now.

    What was decided or taken in since stays with the one that was kept; what was taken down since is
    taken down of both. A restriction that the merging brought stays until a publisher lifts it. What
    was public is published again through the gate.
    """
    with transaction.atomic():
        kept, other, moved = made.kept, made.other, made.moved
        other.merged_into = None
        _copy_takedowns(kept, other, made)
        for name in ("files", "takedowns", "reads", "names", "fact_decisions"):
            getattr(kept, name).filter(pk__in=moved[name]).update(intake=other)
        NameDecision.history.filter(history_id__in=moved["names_history"]).update(
            intake_id=other.pk
        )
        _put_back_decisions(other, moved["decisions"])
        for number, record in moved["codings"].items():
            BlindCoding.objects.filter(pk=number).update(intake=other, record=record)
        _put_back_links(kept, other, moved["links"])
        if kept.read_at.isoformat() == moved["read_at"]:
            kept.memory = made.memory
        made.delete()
        for one, name in ((other, kept.slug), (kept, other.slug)):
            cut_again(one)
            one.save()
            update_change_reason(one, f"taken apart from {name}"[:100])
            _show(one, by)
    return kept, other


def last_of(kept: Intake) -> Merging | None:
    """Give the merging of a review that can be undone: the last one."""
    return kept.mergings.select_related("other", "by").order_by("-id").first()


def _show(intake: Intake, by: User) -> None:
    """Let the public page follow what was changed."""
    if intake.state == "published":
        if intake.restricted:
            publishing.withdraw(intake)
        else:
            publishing.publish(intake, by)


def _move_decisions(kept: Intake, other: Intake, same: Mapping[str, str]) -> Moved:
    dropped = set(other.decisions.filter(action="drop", undone_at=None).values_list("record"))
    gone = {same.get(record) for (record,) in dropped}
    before: Moved = {}
    for decision in other.decisions.all():
        old = {name: decision.value[name] for name in POINTERS if name in decision.value}
        before[str(decision.pk)] = {
            "action": decision.action,
            "record": decision.record,
            "value": old,
        }
        decision.intake = kept
        if decision.action == "add" and same.get(decision.record) not in gone | {None}:
            decision.action = "accept"
            decision.record = same[decision.record]
        elif decision.action != "add":
            decision.record = same.get(decision.record, decision.record)
        new = {name: _renamed(value, same) for name, value in old.items()}
        decision.value = decision.value | new
        decision.save()
    return before


def _renamed(value: Any, same: Mapping[str, str]) -> Any:
    return (
        [same.get(key, key) for key in value] if isinstance(value, list) else same.get(value, value)
    )


def _put_back_decisions(other: Intake, before: Moved) -> None:
    for decision in Decision.objects.filter(pk__in=before):
        old = before[str(decision.pk)]
        decision.intake, decision.action, decision.record = other, old["action"], old["record"]
        decision.value = decision.value | old["value"]
        decision.save()


def _move_names(kept: Intake, other: Intake) -> Moved:
    known = set(kept.names.values_list("words", flat=True))
    past = NameDecision.history.filter(intake_id=other.pk)
    moved = {
        "names": _move(other.names.exclude(words__in=known), kept),
        "names_history": list(past.values_list("history_id", flat=True)),
    }
    past.update(intake_id=kept.pk)
    return moved


def _move_codings(kept: Intake, other: Intake, same: Mapping[str, str]) -> Moved:
    done = set(kept.codings.values_list("coder", "record"))
    before: Moved = {}
    for coding in other.codings.all():
        record = same.get(coding.record, coding.record)
        if (coding.coder_id, record) not in done:
            before[str(coding.pk)] = coding.record
            coding.intake, coding.record = kept, record
            coding.save()
    return before


def _move_rows(kept: Intake, other: Intake) -> Moved:
    return {
        name: _move(getattr(other, name).all(), kept) for name in ("files", "takedowns", "reads")
    }


def _move(rows: QuerySet[Any], kept: Intake) -> list[int]:
    """Give rows to `kept`; gives their numbers."""
    numbers = list(rows.values_list("pk", flat=True))
    model: type[Model] = rows.model
    model._default_manager.filter(pk__in=numbers).update(intake=kept)
    return numbers


def _move_register(kept: Intake, other: Intake) -> Moved:
    moved: Moved = {
        "fact_decisions": list(
            FactDecision.objects.filter(intake=other).values_list("pk", flat=True)
        ),
        "links": [[one.incident_id, one.by_id] for one in other.links.all()],
    }
    proposing.move(kept, other)
    mine = set(other.links.values_list("incident_id", flat=True))
    other.links.all().delete()
    moved["links"] = [[*one, one[0] in mine] for one in moved["links"]]
    return moved


def _put_back_links(kept: Intake, other: Intake, links: list[tuple[int, int | None, bool]]) -> None:
    """Link the other to its cases again; `kept` loses those that it had from the other only."""
    for incident, by, both in links:
        mine = kept.links.filter(incident=incident)
        if both:
            if mine.exists():
                Link.objects.create(incident_id=incident, intake=other, by_id=by)
        else:
            mine.update(intake=other)


def _copy_takedowns(kept: Intake, other: Intake, made: Merging) -> None:
    since = kept.takedowns.filter(at__gt=made.at).exclude(mark="")
    for one in since.exclude(pk__in=made.moved["takedowns"]):
        told = {name: getattr(one, name) for name in ("by", "reason", "places", "mark", "length")}
        Takedown.objects.create(intake=other, **told)


def _take_over(kept: Intake, other: Intake) -> None:
    """Let `kept` know what `other` knew of people and restrictions, without what was taken down."""
    told = [memory for memory in (kept.memory, other.memory) if memory]
    if len(told) == 2:
        first, second = (msgspec.json.decode(one, type=NameMemory) for one in told)
        told = [msgspec.json.encode(first.plus(second)).decode()]
    kept.memory = told[0] if told else ""
    if other.restricted:
        notes = (kept.restriction_note, other.restriction_note)
        kept.restricted, kept.restriction_note = True, "\n".join(note for note in notes if note)
    cut_again(kept)
    kept.save()
    update_change_reason(kept, f"merged with {other.slug}"[:100])
