"""Takes a register that was read and checked into the library: all of it or nothing, safe to repeat.

A row whose id its partnership has in the library is brought up to date: values of the file take the
place of the library's; an empty cell says nothing, so that what the library has beside it stays. Rows
that the file does not have, and those of other partnerships, stay as they are.
"""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from learnt.agencies.partnerships import find_partnership
from learnt.analyse.doubles import likely_doubles
from learnt.errors import LearntError
from learnt.records import case
from learnt.register.problems import Problem, ReadRegister
from learnt.register.schema import schema
from learnt.web.accounts.models import EVERYWHERE, User
from learnt.web.catalogue.shelving import partnership_of
from learnt.web.curation.models import SourceFile
from learnt.web.register.exporting import incident_names, register_of
from learnt.web.register.imported import Imported
from learnt.web.register.known import KnownIncidents, KnownRows, Several, named
from learnt.web.register.models import (
    ENTRIES,
    LONGEST_ID,
    Entry,
    Incident,
    Link,
    Perpetrator,
    Victim,
)
from learnt.web.register.moving import without_place
from learnt.web.register.naming import Whose, bare, bare_links

MANY = 500
REASON = "imported from a file"
CROSSED = Problem(
    file="the library",
    message="somebody else changed the register at the same time: try again",
    severity="error",
)
Person = type[Victim] | type[Perpetrator]


class NotImported(LearntError):
    """Nothing was taken in; `problems` say why, each with its place."""

    def __init__(self, problems: Collection[Problem]) -> None:
        self.problems = tuple(problems)
        first = f": {self.problems[0]}" if self.problems else ""
        super().__init__(f"nothing was imported{first}")


def import_register(
    read: ReadRegister,
    by: User | None = None,
    *,
    scopes: Collection[str] = (EVERYWHERE,),
    partnership: str = "",
    dry: bool = False,
) -> Imported:
    """Take `read` in by one transaction, for somebody who may change the partnerships in `scopes`.

    `partnership` is that of rows which name none. With `dry` nothing stays. Raises `NotImported` where
    the file has an error, or a row is not theirs to change.
    """
    if read.errors:
        raise NotImported(read.errors)
    done = _Import(read, by, scopes, partnership)
    try:
        with transaction.atomic():
            done.run()
            if dry:
                transaction.set_rollback(True)
    except IntegrityError as error:
        raise NotImported([CROSSED]) from error
    return done.told


class _Import:
    """One import; within a transaction."""

    def __init__(
        self, read: ReadRegister, by: User | None, scopes: Collection[str], partnership: str
    ) -> None:
        self.register, self.by, self.scopes = read.register, by, scopes
        self.partnership = partnership
        self.told = Imported()
        self.wrong: list[Problem] = []
        self.cases: dict[str, Incident] = {}
        self.taken: set[tuple[str, Whose]] = set()

    def run(self) -> None:
        """Take all tables in; raises `NotImported`."""
        known = KnownIncidents(self.scopes, self.partnership)
        found = {row.id: self._found(known, row) for row in self.register.incidents}
        for row in self.register.incidents:
            self._may_change(row, known.key_of(row), found[row.id])
        self._stop()
        self._incidents(known, found)
        for model, people in (
            (Victim, self.register.victims),
            (Perpetrator, self.register.perpetrators),
        ):
            self._people(model, people)
        places = {"incidents": {row.id: row.id for row in self.register.incidents}}
        for table in ENTRIES:
            places[table] = self._entries(table, getattr(self.register, table) or (), places)
        self._stop()
        self._link()
        self._look_for_doubles()

    def _look_for_doubles(self) -> None:
        names = incident_names(self.scopes)
        mine = {names[one.partnership, one.key] for one in self.cases.values()}
        pairs = likely_doubles(register_of(self.scopes)) if mine else ()
        self.told.doubles = tuple(pair for pair in pairs if mine.intersection(pair))

    def _stop(self) -> None:
        if self.wrong:
            raise NotImported(self.wrong)

    def _refuse(self, table: str, message: str) -> None:
        key = schema().table(table).key
        self.wrong.append(Problem(file=table, column=key, message=message, severity="error"))

    def _may(self, partnership: str) -> bool:
        return EVERYWHERE in self.scopes or partnership in self.scopes

    def _found(self, known: KnownIncidents, row: case.Incident) -> Incident | None:
        try:
            return known.find(row)
        except Several:
            message = f"{row.id} names no partnership, and cases of several have this id"
            self._refuse("incidents", message)
            return None

    def _place(self, row: case.Incident, known: Incident | None) -> str:
        """Give the partnership of a row: as it says, else as it is known, else as was asked."""
        csp = known.values.get("csp", "") if known else ""
        put = known.partnership if known and not row.values.get("partnership") else ""
        if put and csp in (row.values.get("csp", ""), ""):
            return put
        return named(row) or (known.partnership if known else "") or self.partnership

    def _may_change(self, row: case.Incident, key: str, known: Incident | None) -> None:
        place = self._place(row, known)
        if known and known.origin != row.origin:
            told = {"dhrd": "a release of DHRD", "register": "a register of its own"}
            message = (
                f"{row.id} is in the library from {told[known.origin]}, not from this file's kind"
            )
            self._refuse("incidents", message)
        elif not self._may(place):
            self._refuse("incidents", f"{row.id} is of a partnership that you may not change")
        else:
            self._is_free("incidents", row.id, (place, key))

    def _is_free(self, table: str, name: str, whose: Whose) -> bool:
        """Whether an id fits and no other row of the file has it; refuses the row if not."""
        if len(whose[1]) > LONGEST_ID:
            self._refuse(table, f"the id {name[:20]}… is longer than {LONGEST_ID} letters")
            return False
        if (table, whose) in self.taken:
            self._refuse(table, f"two rows have the id {whose[1]} of the same partnership")
            return False
        self.taken.add((table, whose))
        return True

    def _incidents(self, known: KnownIncidents, found: Mapping[str, Incident | None]) -> None:
        new, changed = [], []
        for row in self.register.incidents:
            old, key = found[row.id], known.key_of(row)
            place = self._place(row, old)
            self._tell_of_place(row, place)
            one = old or Incident(key=key, origin=row.origin)
            self.cases[row.id] = one
            kept = one.values if place == one.partnership else without_place(one.values, one.values)
            values = kept | row.values
            if place and place == self.partnership != partnership_of(str(values.get("csp", ""))):
                values["partnership"] = place
            if old is None:
                new.append(one)
                self.told.alike += known.others(row)
            elif (values, place, key) != (one.values, one.partnership, one.key):
                changed.append(one)
            one.values, one.partnership, one.key = values, place, key
        self._write(Incident, "incidents", new, changed, len(self.register.incidents))

    def _tell_of_place(self, row: case.Incident, place: str) -> None:
        csp = str(row.values.get("csp", ""))
        self.told.nowhere += not place
        if csp and "partnership" not in row.values and find_partnership(csp) is None:
            self.told.unmatched[csp] += 1

    def _people(self, model: Person, rows: Collection[case.Victim | case.Perpetrator]) -> None:
        table = "victims" if model is Victim else "perpetrators"
        known = KnownRows(model, self.scopes)
        new, changed = [], []
        for row in rows:
            home = self.cases[row.incident]
            key = bare(row.id, home.partnership)
            if not self._is_free(table, row.id, (home.partnership, key)):
                continue
            old = known.find(key, home)
            one = old or model(key=key)
            values = one.values | row.values
            if old is None:
                new.append(one)
            elif (values, home.pk) != (one.values, one.incident_id):
                changed.append(one)
            one.values, one.incident = values, home
        self._write(model, table, new, changed, len(rows))

    def _entries(
        self, table: str, rows: Collection[case.Entry], places: Mapping[str, Mapping[str, str]]
    ) -> dict[str, str]:
        """Take a further table in; gives the incident to which each of its rows leads."""
        links = [column for column in schema().table(table).columns if column.link in places]
        known = KnownRows(Entry, self.scopes, table=table)
        new, changed, found = [], [], {}
        for row in rows:
            leads = (places[one.link].get(str(row.values.get(one.name, ""))) for one in links)
            found[row.id] = next((place for place in leads if place), "")
            home = self.cases.get(found[row.id])
            where = home.partnership if home else EVERYWHERE
            key = bare(row.id, where)
            if not self._may(where):
                self._refuse(table, f"{row.id} leads to no incident that you may change")
                continue
            if not self._is_free(table, row.id, (where, key)):
                continue
            old = known.find(key, home)
            one = old or Entry(table=table, key=key)
            values = one.values | bare_links(schema().table(table), row.values, where)
            if old is None:
                new.append(one)
            elif (values, home) != (one.values, one.incident):
                changed.append(one)
            one.values, one.incident = values, home
        Entry.objects.bulk_create(new, MANY)
        Entry.objects.bulk_update(changed, ["values", "incident"], MANY)
        self._count(table, len(new), len(changed), len(rows))
        return found

    def _link(self) -> None:
        """Link the reviews whose documents the register names by their hashes."""
        rows = self.register.documents or ()
        told = {str(row.values.get("sha256", "")): row.values.get("incident_id") for row in rows}
        files = SourceFile.objects.filter(sha256__in=[one for one in told if one])
        wanted = {
            (self.cases[str(told[sha256])].pk, intake)
            for sha256, intake, place in files.values_list(
                "sha256", "intake_id", "intake__partnership"
            )
            if self._may(place) and told[sha256] in self.cases
        }
        wanted -= set(Link.objects.values_list("incident_id", "intake_id"))
        Link.objects.bulk_create(
            Link(incident_id=case, intake_id=intake, by=self.by) for case, intake in sorted(wanted)
        )
        self.told.linked = len(wanted)

    def _write(
        self, model: type[Model], table: str, new: list[Any], changed: list[Any], rows: int
    ) -> None:
        told = {"default_user": self.by, "default_change_reason": REASON}
        if new:
            bulk_create_with_history(new, model, batch_size=MANY, **told)
        if changed:
            places = ["partnership", "key"] if model is Incident else ["incident"]
            bulk_update_with_history(changed, model, ["values", *places], batch_size=MANY, **told)
        self._count(table, len(new), len(changed), rows)

    def _count(self, table: str, new: int, changed: int, rows: int) -> None:
        self.told.added[table] += new
        self.told.updated[table] += changed
        self.told.unchanged[table] += rows - new - changed
