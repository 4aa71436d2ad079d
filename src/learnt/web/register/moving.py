"""Puts a case into another partnership: its printed place follows, and ids that are taken there change."""

from collections.abc import Mapping
from itertools import count
from typing import Any

from learnt.agencies.partnerships import partnerships
from learnt.records.case import Value
from learnt.register.rows import complete
from learnt.register.schema import schema
from learnt.web.accounts.models import User
from learnt.web.catalogue.shelving import partnership_of
from learnt.web.register.models import LONGEST_ID, Entry, Incident, Perpetrator, Victim

PRINTED = ("csp", "region", "partnership")
"""What a row says of its partnership."""
WHY = "the id was taken in the other partnership"


def with_place(
    values: Mapping[str, Value], place: str, before: Incident | None = None
) -> dict[str, Value]:
    """Give the values of an incident that is of the partnership `place`: its id, name and region.

    Where it was of another one `before`, the name and region of that one go, unless they were
    changed with it.
    """
    told = {name: value for name, value in values.items() if name != "partnership"}
    if before and before.partnership != place:
        told = without_place(told, before.values)
    known = next((one for one in partnerships().all if one.id == place), None)
    if known:
        told.setdefault("csp", known.area)
        told.setdefault("region", known.region)
    if place and partnership_of(str(told.get("csp", ""))) != place:
        told["partnership"] = place
    return complete(schema().table("incidents"), told)


def without_place(values: Mapping[str, Value], old: Mapping[str, Value]) -> dict[str, Value]:
    """Give values without what they say of the partnership just as they said it of the `old` one."""
    return {
        name: value
        for name, value in values.items()
        if name not in PRINTED or value != old.get(name)
    }


def settle(incident: Incident, place: str, by: User | None) -> None:
    """Make the ids of a case free in the partnership to which it goes; the incident is not stored.

    An id that another case has there gets a number behind it, and links within the case follow.
    """
    there = Incident.objects.filter(partnership=place).exclude(pk=incident.pk)
    incident.key = _free(incident.key, there.filter(key__startswith=incident.key))
    new: dict[str, dict[str, str]] = {"incidents": {}}
    if incident.key != (old := Incident.objects.get(pk=incident.pk).key):
        new["incidents"][old] = incident.key
    for model in (Victim, Perpetrator):
        _settle_people(model, incident, place, by)
    entries = [*Entry.objects.filter(incident=incident)]
    for one in entries:
        others = Entry.objects.filter(table=one.table, incident__partnership=place)
        others = others.exclude(incident=incident).filter(key__startswith=one.key)
        if (key := _free(one.key, others)) != one.key:
            new.setdefault(one.table, {})[one.key] = key
            one.key = key
    for one in entries:
        one.values = _relinked(one, new)
    Entry.objects.bulk_update(entries, ["key", "values"])


def _settle_people(
    model: type[Victim] | type[Perpetrator], incident: Incident, place: str, by: User | None
) -> None:
    others: Any = model._default_manager.filter(incident__partnership=place)
    for one in model._default_manager.filter(incident=incident):
        held: Any = one
        taken = others.exclude(incident=incident).filter(key__startswith=one.key)
        key = _free(one.key, taken)
        if key != one.key:
            held.key, held._history_user, held._change_reason = key, by, WHY
            held.save()


def _relinked(one: Entry, new: Mapping[str, Mapping[str, str]]) -> dict[str, Value]:
    columns = schema().table(one.table).by_name
    return {
        name: new.get(columns[name].link, {}).get(str(value), value) if name in columns else value
        for name, value in one.values.items()
    }


def _free(key: str, others: Any) -> str:
    """Give `key`, or if others have it the key with the first number behind it that none has."""
    taken = set(others.values_list("key", flat=True))
    tried = (f"{key[: LONGEST_ID - 5]}-{number}" for number in count(2))
    return key if key not in taken else next(one for one in tried if one not in taken)
