"""Which row of the library a row of a file is: by its id, within the partnership that it is of.

Only rows that somebody may change are looked at, so that nobody learns of ids that others gave.
"""

from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Any, Generic, TypeVar

from django.utils.text import slugify

from learnt.errors import LearntError
from learnt.records import case
from learnt.web.accounts.models import EVERYWHERE
from learnt.web.catalogue.shelving import partnership_of
from learnt.web.register.models import Entry, Incident, Perpetrator, Victim
from learnt.web.register.naming import Whose, bare
from learnt.web.register.reach import incidents_of

R = TypeVar("R", bound=Victim | Perpetrator | Entry)


class Several(LearntError):
    """A row names no partnership, and more than one has its id."""


def named(row: case.Incident) -> str:
    """Give the partnership that a row names, by its id or else as it is printed; empty of none."""
    told = row.values.get("partnership")
    return slugify(str(told))[:120] if told else partnership_of(str(row.values.get("csp", "")))


class KnownIncidents:
    """The incidents of partnerships; `partnership` is that of rows which name none."""

    def __init__(self, scopes: Collection[str], partnership: str) -> None:
        self.partnership = partnership
        self.by_key: dict[str, list[Incident]] = defaultdict(list)
        rows = {one.pk: one for one in incidents_of(scopes)}
        for one in rows.values():
            self.by_key[one.key].append(one)
        past = Incident.history.filter(id__in=incidents_of(scopes).order_by().values("pk"))
        told = past.order_by("history_id").values_list("partnership", "key", "id").distinct()
        self.been: dict[Whose, Incident] = {
            (where, key): rows[number] for where, key, number in told if number in rows
        }
        """Where each was before somebody moved it."""

    def key_of(self, row: case.Incident) -> str:
        """Give the id of a row without the partnership that a file may put before it."""
        return bare(row.id, named(row) or self.partnership)

    def others(self, row: case.Incident) -> bool:
        """Whether a case of another partnership has this id."""
        return bool(self.by_key.get(self.key_of(row)))

    def find(self, row: case.Incident) -> Incident | None:
        """Give the incident that a row of a file is, or None if it is new; raises `Several`."""
        alike = self.by_key.get(self.key_of(row), [])
        where = named(row) or self.partnership
        if not where and len(alike) > 1:
            raise Several(row.id)
        for fits in self._ways(row, where):
            found = [one for one in alike if fits(one)]
            if len(found) == 1:
                return found[0]
        return self.been.get((where, self.key_of(row)))

    def _ways(self, row: case.Incident, where: str) -> list[Callable[[Incident], bool]]:
        """Give by what a row is known, the surest first.

        A case may have been put elsewhere at the desk, or have had no partnership so far; releases
        of DHRD count through the whole country.
        """
        csp = row.values.get("csp") if not row.values.get("partnership") else None
        return [
            lambda one: not where or one.partnership == where,
            lambda one: bool(csp) and one.values.get("csp") == csp,
            lambda one: not one.partnership,
            lambda one: one.origin == row.origin == "dhrd",
        ]


class KnownRows(Generic[R]):
    """Rows of another table of partnerships, of which those of people of all partnerships are loose."""

    def __init__(self, model: type[R], scopes: Collection[str], **which: str) -> None:
        rows: Any = model._default_manager.filter(**which).select_related("incident")
        if EVERYWHERE not in scopes:
            rows = rows.filter(incident__partnership__in=scopes)
        self.by_key: dict[str, list[R]] = defaultdict(list)
        for one in rows:
            self.by_key[one.key].append(one)

    def find(self, key: str, home: Incident | None) -> R | None:
        """Give the row with an id: of an incident, else of its partnership, else a loose one."""
        ways: list[Callable[[R], bool]] = [
            lambda one: one.incident == home,
            lambda one: bool(
                home and one.incident and one.incident.partnership == home.partnership
            ),
            lambda one: one.incident is None,
        ]
        alike = self.by_key.get(key, [])
        return next((one for fits in ways for one in alike if fits(one)), None)
