"""Gives the register out of the library: as the nouns of `learnt.records`, in the order of its rows."""

from collections.abc import Collection
from typing import Any, cast

from django.db.models import Model, QuerySet

from learnt.records.case import Entry, Incident, Origin, Perpetrator, Register, Victim
from learnt.web.accounts.models import EVERYWHERE
from learnt.web.register import models
from learnt.web.register.reach import incidents_of


def register_of(scopes: Collection[str]) -> Register:
    """Give the register of partnerships by their ids; "" among them means all of it.

    A table of which the library holds no row is None, as in a source that does not have it.
    """
    cases = incidents_of(scopes).order_by("id")
    people = ("key", "incident__key", "values")
    return Register(
        incidents=tuple(
            Incident(id=key, values=values, origin=cast(Origin, origin))
            for key, values, origin in cases.values_list("key", "values", "origin")
        ),
        victims=tuple(
            Victim(id=key, incident=case, values=values)
            for key, case, values in _of(models.Victim, scopes).values_list(*people)
        ),
        perpetrators=tuple(
            Perpetrator(id=key, incident=case, values=values)
            for key, case, values in _of(models.Perpetrator, scopes).values_list(*people)
        ),
        **{table: _entries(table, scopes) for table in models.ENTRIES},
    )


def _of(model: type[Model], scopes: Collection[str]) -> QuerySet[Any]:
    rows = model._default_manager.order_by("id")
    if EVERYWHERE in scopes:
        return rows
    return rows.filter(incident__in=incidents_of(scopes).order_by().values("pk"))


def _entries(table: str, scopes: Collection[str]) -> tuple[Entry, ...] | None:
    rows = _of(models.Entry, scopes).filter(table=table).values_list("key", "values")
    return tuple(Entry(id=key, values=values) for key, values in rows) or None
