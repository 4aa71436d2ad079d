"""What people say of the values that a report seems to give: accepted ones go into the register."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from learnt.records.case import Value
from learnt.register.rows import complete
from learnt.register.schema import Column, schema
from learnt.web.accounts.models import User
from learnt.web.curation.models import Intake
from learnt.web.register import saving
from learnt.web.register.models import TABLES, FactDecision, FactProposal, Incident
from learnt.web.register.saving import Row
from learnt.web.register.showing import in_words

NEW = "new"
SURE = 0.8
"""From how sure the program must be that several values may be accepted at once."""
Key = tuple[str, int, str, str]


class NoSuchRow(LookupError):
    """A case has no such row."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A proposal with what was said of it, and what the register has in its place."""

    proposal: FactProposal
    column: Column
    told: str
    now: str
    decision: FactDecision | None

    @property
    def open(self) -> bool:
        """Whether nobody has said anything of it yet."""
        return self.decision is None

    @property
    def easy(self) -> bool:
        """Whether it may be accepted with others: open, sure, and against nothing."""
        one = self.proposal
        agrees = self.now in ("", self.told)
        return self.open and not one.doubt and one.confidence >= SURE and agrees


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of the incident or of one person, and the rows to which they may go."""

    table: str
    person: int
    title: str
    facts: list[Fact]
    rows: list[tuple[str, str]]
    target: str

    @property
    def id(self) -> str:
        """What the page calls it."""
        return f"{self.table}-{self.person}"

    @property
    def easy(self) -> int:
        """How many may be accepted at once."""
        return sum(fact.easy for fact in self.facts)

    @property
    def open(self) -> list[Fact]:
        """Those of which nobody has said anything yet."""
        return [fact for fact in self.facts if fact.open]

    @property
    def answered(self) -> list[Fact]:
        """Those of which somebody has."""
        return [fact for fact in self.facts if not fact.open]

    @property
    def asks_who(self) -> bool:
        """Whether the person may be another one than the row that is proposed."""
        return self.table != "incidents" and bool(self.rows)


def _key(one: FactProposal | FactDecision) -> Key:
    return one.table, one.person, one.variable, repr(one.value)


def decisions_of(intake: Intake) -> dict[Key, FactDecision]:
    """Give the latest decision of each value."""
    rows = intake.fact_decisions.select_related("by").order_by("id")
    return {_key(one): one for one in rows}


def waiting_of(intake: Intake) -> int:
    """Give how many proposals nobody has said anything of."""
    decided = decisions_of(intake)
    return sum(_key(one) not in decided for one in intake.facts.all())


def groups_of(intake: Intake, incident: Incident | None) -> list[Group]:
    """Give what a report seems to say, by person, beside what `incident` has."""
    decided = decisions_of(intake)
    found: dict[tuple[str, int], list[FactProposal]] = {}
    for one in intake.facts.order_by("person", "id"):
        found.setdefault((one.table, one.person), []).append(one)
    order = sorted(found, key=lambda key: (TABLES.index(key[0]), key[1]))
    groups = []
    for table, person in order:
        rows = list(_rows(incident, table))
        target = target_of(incident, table, person)
        now: dict[str, Value] = next((row.values for row in rows if str(row.pk) == target), {})
        facts = [_fact(one, now, decided.get(_key(one))) for one in found[table, person]]
        choices = [(str(row.pk), row.key) for row in rows]
        title = f"{TITLES[table]} {person or ''}".strip()
        groups.append(Group(table, person, title, facts, choices, target))
    return groups


TITLES = {
    "incidents": "The incident",
    "victims": "Victim",
    "perpetrators": "Person who abused or killed",
}


def _fact(one: FactProposal, now: dict[str, Value], decision: FactDecision | None) -> Fact:
    column = schema().table(one.table).column(one.variable)
    has = in_words(column, now[one.variable]) if one.variable in now else ""
    return Fact(one, column, in_words(column, one.value), has, decision)


def _rows(incident: Incident | None, table: str) -> Iterator[Row]:
    if incident is None:
        return
    if table == "incidents":
        yield incident
    else:
        yield from saving.MODELS[table].objects.filter(incident=incident)


def target_of(incident: Incident | None, table: str, person: int) -> str:
    """Give the number of the row that a person of the report most likely is, or that it is new."""
    rows = list(_rows(incident, table))
    place = max(person, 1) - 1
    return str(rows[place].pk) if place < len(rows) else NEW


def newest_of(incident: Incident, table: str) -> str:
    """Give the number of the row that was added to a case last."""
    return max((str(row.pk) for row in _rows(incident, table)), key=int, default=NEW)


def accept(facts: Sequence[FactProposal], incident: Incident, target: str, by: User) -> Row:
    """Put values of one person (or the incident) into a row of a case, or into a new one.

    All of them or none. Raises `Misfit` where the row would not pass the checks, and `NoSuchRow`
    where the case has none such.
    """
    first = facts[0]
    why = f"from {first.intake.slug}"
    with transaction.atomic():
        values: dict[str, Any] = {one.variable: one.value for one in facts}
        if target == NEW and first.table != "incidents":
            row: Row = saving.new_person(incident, first.table, _whole(first, {}, values), by, why)
        else:
            found = [one for one in _rows(incident, first.table) if str(one.pk) == target]
            if not found:
                raise NoSuchRow(target)
            row = found[0]
            saving.save(row, _whole(first, row.values, values), by, why)
        for one in facts:
            _decide(one, True, by, row.key)
    return row


def _whole(one: FactProposal, old: dict[str, Value], new: dict[str, Value]) -> dict[str, Value]:
    """Give a row's values with new ones among them; a band that followed from an age follows again."""
    table = schema().table(one.table)
    kept = dict(old)
    for column in table.columns:
        years = old.get(column.derived_from)
        follows = isinstance(years, int) and old.get(column.name) == column.band_of(years)
        if follows and column.derived_from in new:
            kept.pop(column.name, None)
    return complete(table, kept | new)


def refuse(one: FactProposal, by: User) -> None:
    """Keep that a value is not so; what the register has stays."""
    _decide(one, False, by, "")


def _decide(one: FactProposal, accepted: bool, by: User, target: str) -> None:
    FactDecision.objects.create(
        intake=one.intake,
        table=one.table,
        person=one.person,
        variable=one.variable,
        value=one.value,
        accepted=accepted,
        target=target,
        by=by,
    )
