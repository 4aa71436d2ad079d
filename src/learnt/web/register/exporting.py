"""Gives the register out of the library: as the nouns of `learnt.records`, in the order of its rows."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, cast

from django.db.models import Model, QuerySet

from learnt.records.case import Entry, Incident, Origin, Perpetrator, Register, Value, Victim
from learnt.register.schema import schema
from learnt.web.accounts.models import EVERYWHERE
from learnt.web.register import models
from learnt.web.register.models import LONGEST_ID, Link
from learnt.web.register.naming import Names, named_links, names_of
from learnt.web.register.reach import incidents_of

WHOSE = ("incident__partnership", "incident__key")
Row = tuple[str, str, dict[str, Value]]
"""A row of a further table: its partnership, its id there, its values."""


def register_of(scopes: Collection[str]) -> Register:
    """Give the register of partnerships by their ids; "" among them means all of it.

    A table of which the library holds no row is None, as in a source that does not have it. An id
    that two of the partnerships have is told apart, as `naming` says.
    """
    return _Out(scopes).register()


def incident_names(scopes: Collection[str]) -> Names:
    """Give the id that each incident of partnerships has in their register."""
    return _Out(scopes).incidents


class _Out:
    """The register of some partnerships on its way out."""

    def __init__(self, scopes: Collection[str], *, papers: bool = False) -> None:
        self.scopes, self.papers = scopes, papers
        self.rows = incidents_of(scopes).order_by("id")

    @cached_property
    def incidents(self) -> Names:
        """The id of each incident in the file."""
        return names_of(self.rows.values_list("partnership", "key"))

    def register(self) -> Register:
        """Give all tables."""
        fields = ("partnership", "key", "values", "origin")
        return Register(
            incidents=tuple(
                Incident(id=self.incidents[where, key], values=values, origin=cast(Origin, origin))
                for where, key, values, origin in self.rows.values_list(*fields)
            ),
            victims=tuple(Victim(**one) for one in self._people(models.Victim)),
            perpetrators=tuple(Perpetrator(**one) for one in self._people(models.Perpetrator)),
            **self._entries(),
        )

    def _people(self, model: type[Model]) -> list[dict[str, Any]]:
        rows = [*self._of(model).values_list(*WHOSE, "key", "values")]
        names = names_of((where, key) for where, _, key, _ in rows)
        return [
            {"id": names[where, key], "incident": self.incidents[where, case], "values": values}
            for where, case, key, values in rows
        ]

    def _of(self, model: type[Model]) -> QuerySet[Any]:
        rows = model._default_manager.order_by("id")
        if EVERYWHERE in self.scopes:
            return rows
        return rows.filter(incident__in=self.rows.order_by().values("pk"))

    def _entries(self) -> Mapping[str, tuple[Entry, ...] | None]:
        names: dict[str, Names] = {"incidents": self.incidents}
        found: dict[str, tuple[Entry, ...] | None] = {}
        for name in models.ENTRIES:
            table, rows = schema().table(name), self._rows_of(name)
            names[name] = names_of((where, key) for where, key, _ in rows)
            found[name] = tuple(
                Entry(id=names[name][where, key], values=named_links(table, values, where, names))
                for where, key, values in rows
            )
        return {name: rows or None for name, rows in found.items()}

    def _rows_of(self, table: str) -> list[Row]:
        rows = self._of(models.Entry).filter(table=table)
        told = rows.values_list("incident__partnership", "key", "values")
        kept = [(where or "", key, values) for where, key, values in told]
        return [*kept, *self._papers(kept)] if table == "documents" and self.papers else kept

    def _papers(self, kept: Sequence[Row]) -> Iterator[Row]:
        """Give the documents of linked reviews that are not among the documents."""
        known = {(where, v.get("incident_id"), v.get("sha256")) for where, _, v in kept}
        links = Link.objects.filter(incident__in=self.rows.order_by().values("pk"))
        files = ("intake__files__sha256", "intake__files__media_type")
        rows = links.order_by("id", "intake__files__id").values_list(*WHOSE, *files)
        for where, case, sha256, kind in rows:
            if sha256 and (where, case, sha256) not in known:
                values = {"incident_id": case, "sha256": sha256, "media_type": kind}
                yield where, f"{case}-{sha256[:12]}"[-LONGEST_ID:], values


def with_documents(scopes: Collection[str]) -> Register:
    """Give the register of partnerships, with the documents of linked reviews among its documents.

    By their hashes a library that takes the register in links the same reviews again.
    """
    return _Out(scopes, papers=True).register()
