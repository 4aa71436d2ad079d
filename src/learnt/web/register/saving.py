"""Puts single cases and people into the register: checked, and with who did it and why."""

from collections.abc import Mapping
from itertools import count
from typing import Any, TypeVar

from django.db import transaction

from learnt.records.case import Value
from learnt.register.problems import Problem
from learnt.web.accounts.models import User
from learnt.web.register.checks import errors_in
from learnt.web.register.models import Incident, Perpetrator, Victim
from learnt.web.register.moving import settle, with_place

Row = Incident | Victim | Perpetrator
R = TypeVar("R", bound=Incident | Victim | Perpetrator)
MODELS: dict[str, type[Victim] | type[Perpetrator]] = {
    "victims": Victim,
    "perpetrators": Perpetrator,
}
LETTERS = {"victims": "V", "perpetrators": "P"}
NUMBER = 9
"""Letters of a number after the beginning of an id."""


class Misfit(ValueError):
    """A row does not pass the checks; `problems` say why."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("; ".join(one.message for one in problems))


def table_of(row: Row) -> str:
    """Give the name of a row's table."""
    if isinstance(row, Incident):
        return "incidents"
    return "victims" if isinstance(row, Victim) else "perpetrators"


def new_incident(values: Mapping[str, Value], place: str, by: User | None) -> Incident:
    """Store a new incident of a partnership; raises `Misfit`."""
    key = _free(Incident, place, (place or "case")[: 80 - NUMBER])
    return save(Incident(key=key, partnership=place), with_place(values, place), by)


def new_person(
    incident: Incident, table: str, values: Mapping[str, Value], by: User | None, why: str = ""
) -> Victim | Perpetrator:
    """Store a new victim or perpetrator of an incident; raises `Misfit`."""
    model = MODELS[table]
    stem = f"{incident.key[: 80 - NUMBER]}-{LETTERS[table]}"
    key = _free(model, incident.partnership, stem, "")
    return save(model(key=key, incident=incident), values, by, why)


def save(row: R, values: Mapping[str, Value], by: User | None, why: str = "") -> R:
    """Store a row with these values, if it passes the checks; raises `Misfit` where it does not."""
    incident = row if isinstance(row, Incident) else row.incident
    with transaction.atomic():
        if wrong := errors_in(incident, table_of(row), row.key, values):
            raise Misfit(wrong)
        row.values = dict(values)
        _by(row, by, why)
        row.save()
    return row


def change_incident(
    incident: Incident, values: Mapping[str, Value], place: str, by: User | None
) -> Incident:
    """Store an incident with these values and this partnership; raises `Misfit`.

    Where it goes to another one, its printed place follows, and ids that are taken there change.
    """
    told = with_place(values, place, incident)
    with transaction.atomic():
        if place != incident.partnership:
            settle(incident, place, by)
            incident.partnership = place
        return save(incident, told, by)


def state_of(row: Row) -> str:
    """Give a mark of a row's present state, by which a form notices that somebody else changed it."""
    last = row.history.first()
    return str(last.history_id) if last else ""


def remove(row: Row, by: User | None) -> None:
    """Remove a row, an incident with its people; its history stays."""
    with transaction.atomic():
        if isinstance(row, Incident):
            people: list[Row] = [*row.victims.all(), *row.perpetrators.all()]
            for one in people:
                remove(one, by)
        _by(row, by, "")
        row.delete()


def _by(row: Row, by: User | None, why: str) -> None:
    """Tell the row's history who changes it and why."""
    told: Any = row
    told._history_user, told._change_reason = by, why[:100] or None


def _free(model: type[Row], place: str, stem: str, between: str = "-") -> str:
    """Give an id that nothing of a partnership has or had: `stem` and the next number."""
    here = Incident.history.filter(partnership=place).values("id")
    whose = {"id__in": here} if model is Incident else {"incident_id__in": here}
    past = model.history.filter(key__startswith=stem, **whose)
    taken = set(past.values_list("key", flat=True))
    now = model._default_manager.filter(key__startswith=stem, **whose)
    taken |= set(now.values_list("key", flat=True))
    return next(key for key in (f"{stem}{between}{n}" for n in count(1)) if key not in taken)
