"""What the pages show of a case: values in their groups, history in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from learnt.records.case import Value
from learnt.register.cells import printed
from learnt.register.schema import Column, schema
from learnt.web.register.groups import groups_of
from learnt.web.register.models import Incident, Perpetrator, Victim

DONE = {"+": "added", "~": "changed", "-": "removed"}
LAST = 50


@dataclass(frozen=True, slots=True)
class Shown:
    """A group of columns: what is recorded, as title and value, and the titles of what is not."""

    title: str
    told: list[tuple[str, str]]
    missing: list[str]


def in_words(column: Column, value: Value | None, dhrd: bool = False) -> str:
    """Give a value as a reader is shown it; in rows of DHRD a tag is a tag."""
    if isinstance(value, bool):
        if dhrd and column.tag:
            return "Tagged" if value else "Not tagged"
        return "Yes" if value else "No"
    return column.label(printed(value))


def shown(table: str, values: Mapping[str, Value], dhrd: bool = False) -> list[Shown]:
    """Give the groups of a row."""
    found = []
    for title, columns in groups_of(table):
        told = [
            (one.title, in_words(one, values[one.name], dhrd))
            for one in columns
            if one.name in values
        ]
        missing = [one.title for one in columns if one.name not in values]
        found.append(Shown(title, told, missing))
    return found


@dataclass(frozen=True, slots=True)
class Step:
    """A change of a row: when, by whom, what was done to which row, and what it had been."""

    at: datetime
    who: str
    done: str
    what: str
    changes: list[tuple[str, str, str]]
    why: str


def history_of(incident: Incident) -> list[Step]:
    """Give the last changes of an incident and its people, of those removed too; newest first."""
    steps = [
        *_steps("incidents", incident.history.filter(id=incident.pk)),
        *_steps("victims", Victim.history.filter(incident_id=incident.pk)),
        *_steps("perpetrators", Perpetrator.history.filter(incident_id=incident.pk)),
    ]
    return sorted(steps, key=lambda one: one.at, reverse=True)[:LAST]


def _steps(table: str, rows: Any) -> Iterable[Step]:
    before: dict[int, Any] = {}
    for row in rows.select_related("history_user").order_by("history_date", "history_id"):
        old = before.get(row.id)
        before[row.id] = row
        yield Step(
            row.history_date,
            row.history_user.email if row.history_user else "the program",
            DONE[row.history_type],
            row.key,
            _changes(table, old.values if old else {}, row.values) if old else [],
            row.history_change_reason or "",
        )


def _changes(
    table: str, old: Mapping[str, Value], new: Mapping[str, Value]
) -> list[tuple[str, str, str]]:
    nothing = "not recorded"
    return [
        (
            column.title,
            in_words(column, old[column.name]) if column.name in old else nothing,
            in_words(column, new[column.name]) if column.name in new else nothing,
        )
        for column in schema().table(table).columns
        if old.get(column.name) != new.get(column.name)
    ]
