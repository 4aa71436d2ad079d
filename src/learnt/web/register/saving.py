"""Puts single cases and people into the register: checked, and with who did it and why."""

from collections.abc import Mapping
from itertools import count
from typing import Any, TypeVar

from django.db import transaction

from learnt.agencies.partnerships import partnerships
from learnt.records.case import Value
from learnt.register.problems import Problem
from learnt.register.rows import complete
from learnt.register.schema import schema
from learnt.web.accounts.models import User
from learnt.web.catalogue.shelving import partnership_of
from learnt.web.register.checks import errors_in
from learnt.web.register.models import Incident, Perpetrator, Victim

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


def with_place(values: Mapping[str, Value], place: str) -> dict[str, Value]:
    """Give the values of an incident that is of the partnership `place`: its id, name and region."""
    told = {name: value for name, value in values.items() if name != "partnership"}
    known = next((one for one in partnerships().all if one.id == place), None)
    if known:
        told.setdefault("csp", known.area)
        told.setdefault("region", known.region)
    if place and partnership_of(str(told.get("csp", ""))) != place:
        told["partnership"] = place
    return complete(schema().table("incidents"), told)


def new_incident(values: Mapping[str, Value], place: str, by: User | None) -> Incident:
    """Store a new incident of a partnership; raises `Misfit`."""
    key = _free(Incident, (place or "case")[: 80 - NUMBER])
    return save(Incident(key=key, partnership=place), with_place(values, place), by)


def new_person(
    incident: Incident, table: str, values: Mapping[str, Value], by: User | None, why: str = ""
) -> Victim | Perpetrator:
    """Store a new victim or perpetrator of an incident; raises `Misfit`."""
    model = MODELS[table]
    key = _free(model, f"{incident.key[: 80 - NUMBER]}-{LETTERS[table]}", "")
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


def _free(model: type[Row], stem: str, between: str = "-") -> str:
    """Give an id that nothing has or had: `stem` and the next number."""
    taken = set(model.history.filter(key__startswith=stem).values_list("key", flat=True))
    taken |= set(model._default_manager.filter(key__startswith=stem).values_list("key", flat=True))
    return next(key for key in (f"{stem}{between}{n}" for n in count(1)) if key not in taken)
