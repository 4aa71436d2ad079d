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


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings of one value that are made alike: each of `words` in each of `forms`, in place of {}."""

    value: str
    words: tuple[str, ...]
    forms: tuple[str, ...]


class Elsewhere(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The column of the same table to which a word belongs, and what it says there."""

    column: str
    value: str


def spelling(text: str) -> str:
    """Give a spelling for comparing with a list: as `alike`, and without apostrophes."""
    return alike(text).replace("'", "")


class Choices(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A list of values. `misfits` are values that are kept and told, with what is wrong with them.

    A spelling in `under` means its value below one of `heads` only, which name the value's group; one
    in `assumed` may mean less than its value, and is told. A word in `elsewhere` is the answer of
    another column. Words in `vague` tell less than the list does and are not read; `advice` says what
    to write for a word that is refused or not read.
    """

    values: tuple[str, ...] = ()
    labels: dict[str, str] = {}
    aliases: dict[str, str] = {}
    misfits: dict[str, str] = {}
    groups: dict[str, tuple[str, ...]] = {}
    bands: tuple[Band, ...] = ()
    heads: dict[str, str] = {}
    under: dict[str, str] = {}
    vague: tuple[str, ...] = ()
    vague_says: str = ""
    advice: dict[str, str] = {}
    phrases: tuple[Phrase, ...] = ()
    assumed: dict[str, str] = {}
    elsewhere: dict[str, Elsewhere] = {}

    def value_of(self, printed: str) -> str | None:
        """Give the value that a spelling means, or None where it is not in the list."""
        told = spelling(printed)
        return self.spelled.get(told) or self._below_head(told)

    def _below_head(self, told: str) -> str | None:
        """Give the value of a spelling such as "white irish" by its head, the longest first."""
        for head in sorted(self.heads, key=len, reverse=True):
            rest = told.removeprefix(f"{head} ")
            value = self.under.get(rest) or self.spelled.get(rest)
            if rest != told and value in self.groups[self.heads[head]]:
                return value
        return None

    @cached_property
    def spelled(self) -> dict[str, str]:
        """Each spelling, made alike by `spelling`, with the value it means."""
        told = {
            spelling(form.format(word)): phrase.value
            for phrase in self.phrases
            for form in phrase.forms
            for word in phrase.words
        }
        told |= {spelling(other): value for other, value in (self.assumed | self.aliases).items()}
        told |= {spelling(label): value for value, label in self.labels.items()}
        return told | {spelling(value): value for value in (*self.values, *self.misfits)}

    def assumes(self, printed: str) -> bool:
        """Whether a spelling may mean less than the value that it is read as."""
        return spelling(printed) in map(spelling, self.assumed)

    def belongs(self, printed: str) -> Elsewhere | None:
        """Give the other column to which a word belongs, None where it is this one's."""
        told = {spelling(word): other for word, other in self.elsewhere.items()}
        return told.get(spelling(printed))

    def advice_for(self, printed: str) -> str:
        """Say what to write for a word; empty where nothing is said of it."""
        told = {spelling(word): said for word, said in self.advice.items()}
        return told.get(spelling(printed), "")


class Column(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column. `tag`: in a row of DHRD FALSE means *not tagged*; `link` names the table of the id.

    An empty list of values allows any value; else one outside is an error where `closed`, and is
    kept with a warning where not. `derived_from` is filled in from that column where empty. Where
    there are `several` values in a cell, ` | ` stands between them. `alone`: its heading means this
    person's also where no person is named.
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
    alone: bool = False
    also_yes: tuple[str, ...] = ()
    also_no: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    """Words of this column for yes and no, and words that could mean no or not recorded."""
    counts: bool = False
    """Whether a number above 1 in a column of yes and no is how many there were, and so a yes."""
    finer: str = ""
    """The column of the same table that tells it more finely: its words are read there if it is not given."""
    quantity: str = ""
    """The name of the way in which an age or a term may be written."""
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
        return self.choices.value_of(printed)

    def label(self, value: str) -> str:
        """Give a value as a reader is shown it."""
        return self.choices.labels.get(value, value)

    def band_of(self, years: int) -> str | None:
        """Give the band in which an age in whole years lies."""
        return next((one.value for one in self.bands if one.low <= years <= one.high), None)


class Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """A table; its first column is its key.

    A row without an id is given one from that of a parent, the first of `parents` that it names, and
    `letter`. `persons` are whom its headings may speak of.
    """

    name: TableName
    title: str
    meaning: str
    columns: tuple[Column, ...]
    other_names: tuple[str, ...] = ()
    """What else a sheet or a file may call it."""
    persons: tuple[str, ...] = ()
    letter: str = ""
    parents: tuple[str, ...] = ()

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
    def band_of(self) -> dict[str, str]:
        """The columns of ages in years, and the columns with their bands."""
        return {one.derived_from: one.name for one in self.columns if one.derived_from}

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


class DateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words in dates; years of two figures up to `last_short_year` are of this century."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    last_short_year: int


class BandWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a band of age may be written, with {} for the year: open at its low or its high end."""

    under: tuple[str, ...]
    up_to: tuple[str, ...]
    over: tuple[str, ...]
    since: tuple[str, ...]


class Quantity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a number of years may be written: words of units, words to pass over, patterns of vague ones."""

    approximate: tuple[str, ...]
    years: tuple[str, ...]
    months: tuple[str, ...]
    weeks: tuple[str, ...]
    days: tuple[str, ...]
    fillers: tuple[str, ...]
    vague: tuple[str, ...]
    vague_says: str
    advice: str


class Spellings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """How cells may be written: words for yes, no and not recorded, likely years.

    `answers` may have a remark behind. `passed_over` are sheets beside the tables that our own
    workbooks have, `totals` stand for an id in a row of sums, `keys` are headings of a table's own
    ids, `asides` stand in brackets behind a heading.
    """

    yes: tuple[str, ...]
    no: tuple[str, ...]
    answers: tuple[str, ...]
    not_recorded: tuple[str, ...]
    first_year: int
    last_year: int
    passed_over: tuple[str, ...]
    totals: tuple[str, ...]
    keys: tuple[str, ...]
    asides: tuple[str, ...]
    dates: DateWords
    bands: BandWords


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """All tables, in the order in which they refer to each other."""

    source: str
    release_share: float
    reading: Spellings
    quantities: dict[str, Quantity]
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
    if column.quantity and column.quantity not in rules.quantities:
        raise BadRule(f"rules/register.toml: {column.name}: no quantity {column.quantity}")
    if not column.list:
        return column
    if column.list not in rules.lists:
        raise BadRule(f"rules/register.toml: {column.name}: there is no list {column.list}")
    return msgspec.structs.replace(column, choices=rules.lists[column.list])
