"""The same review in another version: found by its texts, merged by a publisher.

Two reviews are taken for one where the partnership is the same, the years of death do not differ, and
at least half of the texts of the shorter one stand in the other, letter for letter or nearly so. It is
an offer only. The thresholds are of our choosing and not measured.
"""

from collections.abc import Mapping, Sequence

import msgspec
from django.db import transaction
from rapidfuzz import fuzz, process
from simple_history.utils import update_change_reason

from learnt.deidentify.names import NameMemory
from learnt.records import Recommendation
from learnt.web.accounts.models import User
from learnt.web.catalogue import shelving
from learnt.web.curation import publishing
from learnt.web.curation.models import Intake, NameDecision
from learnt.web.curation.takedown import cut_again
from learnt.web.register import proposing
from learnt.words import fold

ALIKE = 92.0
"""How alike two folded texts are, of 100 (`rapidfuzz.fuzz.ratio`)."""
SHARE = 0.5
"""The part of the shorter review's texts that must stand in the other."""


def doubles_of(intake: Intake) -> list[Intake]:
    """Give the reviews that may be another version of this one, the oldest first."""
    if not intake.partnership:
        return []
    mine = publishing.as_decided(intake).review
    found = []
    others = Intake.objects.filter(partnership=intake.partnership).exclude(pk=intake.pk)
    for other in others.order_by("id"):
        theirs = other.proposed()
        years = {mine.review.year_of_death, theirs.review.year_of_death} - {None}
        shorter = min(len(mine.recommendations), len(theirs.recommendations))
        alike = len(pairs(theirs.recommendations, mine.recommendations)) if len(years) < 2 else 0
        if shorter and alike >= SHARE * shorter:
            found.append(other)
    return found


def pairs(ours: Sequence[Recommendation], theirs: Sequence[Recommendation]) -> dict[str, str]:
    """Give for the id of each of `ours` that of the one of `theirs` that says the same, each once."""
    left = {item.id: fold(item.text) for item in theirs}
    found: dict[str, str] = {}
    for item in ours:
        best = process.extractOne(fold(item.text), left, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best:
            found[item.id] = best[2]
            del left[best[2]]
    return found


def merge(kept: Intake, other: Intake, by: User) -> None:
    """Put `other` into `kept`: files, decisions, names, codings and records of what was taken down.

    A decision goes to the recommendation that says the same; one that has none stands among those that
    found no place. `other` is then gone, its address says so, and `kept` is published anew if it is
    public. A reporting restriction of either holds for both.
    """
    with transaction.atomic():
        same = pairs(
            publishing.as_decided(other).review.recommendations,
            publishing.as_decided(kept).review.recommendations,
        )
        same = pairs(other.proposed().recommendations, kept.proposed().recommendations) | same
        _move_decisions(kept, other, same)
        _move_names(kept, other)
        _move_codings(kept, other, same)
        for rows in (other.files, other.takedowns, other.reads):
            rows.update(intake=kept)
        proposing.move(kept, other)
        _take_over(kept, other)
        shelving.take_off(other.slug, gone=True)
        number = other.pk
        other.delete()
        Intake.history.filter(id=number).delete()
        NameDecision.history.filter(intake_id=number).delete()
        if kept.state == "published":
            if kept.restricted:
                publishing.withdraw(kept)
            else:
                publishing.publish(kept, by)


def _move_decisions(kept: Intake, other: Intake, same: Mapping[str, str]) -> None:
    dropped = set(other.decisions.filter(action="drop", undone_at=None).values_list("record"))
    gone = {same.get(record) for (record,) in dropped}
    for decision in other.decisions.all():
        decision.intake = kept
        if decision.action == "add" and same.get(decision.record) not in gone | {None}:
            decision.action, decision.value = "accept", {}
        if decision.action != "add":
            decision.record = same.get(decision.record, decision.record)
        if "with" in decision.value:
            joined = [same.get(key, key) for key in decision.value["with"]]
            decision.value = decision.value | {"with": joined}
        if "after" in decision.value:
            before = decision.value["after"]
            decision.value = decision.value | {"after": same.get(before, before)}
        decision.save()


def _move_names(kept: Intake, other: Intake) -> None:
    known = set(kept.names.values_list("words", flat=True))
    other.names.exclude(words__in=known).update(intake=kept)
    NameDecision.history.filter(intake_id=other.pk).update(intake_id=kept.pk)


def _move_codings(kept: Intake, other: Intake, same: Mapping[str, str]) -> None:
    done = set(kept.codings.values_list("coder", "record"))
    for coding in other.codings.all():
        record = same.get(coding.record, coding.record)
        if (coding.coder_id, record) not in done:
            coding.intake, coding.record = kept, record
            coding.save()


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
