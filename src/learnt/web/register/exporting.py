"""Gives the register out of the library: as the nouns of `learnt.records`, in the order of its rows."""

from collections.abc import Collection
from typing import Any, cast

import msgspec
from django.db.models import Model, QuerySet

from learnt.records.case import Entry, Incident, Origin, Perpetrator, Register, Victim
from learnt.web.accounts.models import EVERYWHERE
from learnt.web.register import models
from learnt.web.register.models import Link
from learnt.web.register.reach import incidents_of

LONGEST = 80
"""Letters of an id."""


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


def with_documents(scopes: Collection[str]) -> Register:
    """Give the register of partnerships, with the documents of linked reviews among its documents.

    By their hashes a library that takes the register in links the same reviews again.
    """
    register = register_of(scopes)
    told = register.documents or ()
    known = {(one.values.get("incident_id"), one.values.get("sha256")) for one in told}
    links = Link.objects.filter(incident__in=incidents_of(scopes).order_by().values("pk"))
    fields = ("incident__key", "intake__files__sha256", "intake__files__media_type")
    new = [
        Entry(
            id=f"{case}-{sha256[:12]}"[-LONGEST:],
            values={"incident_id": case, "sha256": sha256, "media_type": media_type},
        )
        for case, sha256, media_type in links.order_by("id", "intake__files__id").values_list(
            *fields
        )
        if sha256 and (case, sha256) not in known
    ]
    return msgspec.structs.replace(register, documents=(*told, *new) or None)
