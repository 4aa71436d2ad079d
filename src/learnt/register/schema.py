"""The one description of the register's tables: columns, types, values, from `rules/register.toml`."""

from functools import cache, cached_property
from typing import Literal

import msgspec

from learnt.errors import BadRule
from learnt.rulebook import load
from learnt.words import alike

Type = Literal["string", "category", "boolean", "integer", "number", "date"]
"""`date` is a partial date: a year, a month or a day (ISO text)."""

TableName = Literal[
    "incidents",
    "victims",
    "perpetrators",
    "documents",
    "recommendations",
    "actions",
    "responses",
]


class Band(msgspec.Struct, frozen=True):
    """An age band and the whole years in it, both included."""

    value: str
    low: int
    high: int


class Choices(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A list of values. `misfits` are values that are kept and told, with what is wrong with them."""

    values: tuple[str, ...] = ()
    labels: dict[str, str] = {}
    aliases: dict[str, str] = {}
    misfits: dict[str, str] = {}
    groups: dict[str, tuple[str, ...]] = {}
    bands: tuple[Band, ...] = ()

    @cached_property
    def spelled(self) -> dict[str, str]:
        """Each spelling, made alike by `alike`, with the value it means."""
        told = {alike(other): value for other, value in self.aliases.items()}
        told |= {alike(label): value for value, label in self.labels.items()}
        return told | {alike(value): value for value in (*self.values, *self.misfits)}


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column. `tag`: in a row of DHRD FALSE means *not tagged*; `link` names the table of the id.

    An empty list of values allows any value; else one outside is an error where `closed`, and is
    kept with a warning where not. `derived_from` is filled in from that column where empty. Where
    there are `several` values in a cell, ` | ` stands between them.
    """

    name: str
    type: Type
    source: Literal["dhrd", "learnt"]
    title: str
    meaning: str
    list: str = ""
    closed: bool = False
    tag: bool = False
    several: bool = False
    required: bool = False
    link: str = ""
    low: float | None = None
    high: float | None = None
    pattern: str = ""
    derived_from: str = ""
    other_names: tuple[str, ...] = ()
    """What else a heading may call it."""
    choices: Choices = Choices()

    @property
    def values(self) -> tuple[str, ...]:
        """The values of the list, in their order; empty where any is allowed."""
        return self.choices.values

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Values that belong together, by the name of their group; a value may be in several."""
        return self.choices.groups

    @property
    def bands(self) -> tuple[Band, ...]:
        """The bands, where the values are bands of age."""
        return self.choices.bands

    def value_of(self, printed: str) -> str | None:
        """Give the value of the list that a spelling means, or None where it is not in the list."""
        return self.choices.spelled.get(alike(printed))

    def label(self, value: str) -> str:
        """Give a value as a reader is shown it."""
        return self.choices.labels.get(value, value)

    def band_of(self, years: int) -> str | None:
        """Give the band in which an age in whole years lies."""
        return next((one.value for one in self.bands if one.low <= years <= one.high), None)


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A table; its first column is its key."""

    name: TableName
    title: str
    meaning: str
    columns: tuple[Column, ...]

    @property
    def key(self) -> str:
        """The name of the key."""
        return self.columns[0].name

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns in their order."""
        return tuple(self.by_name)

    @cached_property
    def by_name(self) -> dict[str, Column]:
        """The columns by name."""
        return {column.name: column for column in self.columns}

    @cached_property
    def by_heading(self) -> dict[str, Column]:
        """The columns by what a heading may call them: name, other names, or a title of its own."""
        titles = [alike(column.title) for column in self.columns]
        told = {
            one: c for one, c in zip(titles, self.columns, strict=True) if titles.count(one) == 1
        }
        told |= {alike(other): column for column in self.columns for other in column.other_names}
        return told | {alike(column.name): column for column in self.columns}

    def column(self, name: str) -> Column:
        """Give a column; raises `KeyError`."""
        return self.by_name[name]

    def only(self, *names: str) -> "Table":
        """Give the table with these columns alone, in this order."""
        return msgspec.structs.replace(self, columns=tuple(self.column(name) for name in names))


class Inversion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the perpetrator was to the victim, where the victim was `victim` to the perpetrator."""

    victim: str
    perpetrator: str
    male: str = ""
    female: str = ""
    back: tuple[str, ...] = ()


class Spellings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """How cells may be written: words for yes, no and not recorded, names of months, likely years.

    `passed_over` are sheets beside the tables that our own workbooks have.
    """

    yes: tuple[str, ...]
    no: tuple[str, ...]
    not_recorded: tuple[str, ...]
    months: tuple[str, ...]
    first_year: int
    last_year: int
    passed_over: tuple[str, ...]


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All tables, in the order in which they refer to each other."""

    source: str
    release_share: float
    reading: Spellings
    lists: dict[str, Choices]
    inversions: tuple[Inversion, ...]
    tables: tuple[Table, ...]

    @cached_property
    def by_name(self) -> dict[str, Table]:
        """The tables by name."""
        return {table.name: table for table in self.tables}

    def table(self, name: str) -> Table:
        """Give a table; raises `KeyError`."""
        return self.by_name[name]


@cache
def schema() -> Schema:
    """Give the tables of the register; raises `BadRule` where a column names a list that is not there."""
    rules = load("register.toml", Schema)
    tables = tuple(
        msgspec.structs.replace(
            table, columns=tuple(_with_choices(rules, column) for column in table.columns)
        )
        for table in rules.tables
    )
    return msgspec.structs.replace(rules, tables=tables)


def _with_choices(rules: Schema, column: Column) -> Column:
    if not column.list:
        return column
    if column.list not in rules.lists:
        raise BadRule(f"rules/register.toml: {column.name}: there is no list {column.list}")
    return msgspec.structs.replace(column, choices=rules.lists[column.list])
