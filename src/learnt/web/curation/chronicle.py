"""What happened to a review, who did it and when, the newest first; each decision can be taken back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from learnt.web.curation.models import Decision, Intake, NameDecision

TOLD = {
    "state": "State",
    "restricted": "Reporting restriction",
    "restriction_note": "Note on the restriction",
    "partnership": "Partnership",
    "slug": "Address",
}
"""Fields of an intake whose changes are told, with what they are called."""
DECIDED = {
    "accept": "Accepted",
    "correct": "Corrected",
    "add": "Added",
    "drop": "Dropped",
    "split": "Split",
    "join": "Joined with another",
    "themes": "Themes given",
    "metadata": "Corrected what the review says of itself",
    "summary": "Wrote the summary",
    "labels": "Named the roles",
    "pseudonym": "Decided on the pseudonym",
}


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a person (or the command line: nobody) did; `decision` can be taken back."""

    at: datetime
    by: str
    what: str
    decision: Decision | None = None


def events_of(intake: Intake) -> list[Event]:
    """Give everything that happened to a review, the newest first."""
    found = [*_decisions(intake), *_changes(intake), *_names(intake), *_takedowns(intake)]
    return sorted(found, key=lambda event: event.at, reverse=True)


def _email(person: object) -> str:
    return str(getattr(person, "email", ""))


def _decisions(intake: Intake) -> Iterator[Event]:
    refs = {item.id: item.ref for item in intake.proposed().recommendations}
    for one in intake.decisions.select_related("by", "undone_by"):
        what = f"{DECIDED[one.action]}{_details(one, refs)}"
        yield Event(one.at, _email(one.by), what, None if one.undone_at else one)
        if one.undone_at:
            yield Event(one.undone_at, _email(one.undone_by), f"Taken back: {what}")


def _details(one: Decision, refs: Mapping[str, str]) -> str:
    ref = refs.get(one.record) or one.value.get("ref") or f"without a reference ({one.record})"
    record = f"recommendation {ref}" if one.record else ""
    fields = ", ".join(sorted(one.value)) if one.action in ("correct", "metadata") else ""
    shown = {True: "shown", False: "not shown"}.get(one.value.get("shown"), "")
    told = "; ".join(part for part in (record, fields, shown) if part)
    return f": {told}" if told else ""


def _changes(intake: Intake) -> Iterator[Event]:
    rows = list(intake.history.select_related("history_user"))
    for new, old in pairwise(rows):
        changed = [
            f"{label}: {getattr(old, name) or 'none'} → {getattr(new, name) or 'none'}"
            for name, label in TOLD.items()
            if getattr(old, name) != getattr(new, name)
        ]
        if changed:
            yield Event(new.history_date, _email(new.history_user), "; ".join(changed))
    for row in rows:
        if row.history_change_reason:
            yield Event(row.history_date, _email(row.history_user), row.history_change_reason)


def _names(intake: Intake) -> Iterator[Event]:
    for row in NameDecision.history.filter(intake_id=intake.pk).select_related("history_user"):
        said = "is a person of the case" if row.is_person else "is no person of the case"
        role = f" ({row.role})" if row.role else ""
        what = "Forgotten what was said" if row.history_type == "-" else f"{said}{role}"
        yield Event(row.history_date, _email(row.history_user or row.by), f"{row.words}: {what}")


def _takedowns(intake: Intake) -> Iterator[Event]:
    for one in intake.takedowns.select_related("by"):
        yield Event(one.at, _email(one.by), f"Words taken down: {one.reason}")
