"""What is counted, and how it is called: `rules/measures.toml`, with the lists of `rules/register.toml`."""

from functools import cache
from typing import Literal

import msgspec

from learnt.errors import BadRule
from learnt.records.finding import Form, Unit
from learnt.rulebook import load
from learnt.words import alike, fold

Table = Literal["incidents", "victims", "perpetrators", "reviews", "recommendations"]
Derived = Literal[
    "",
    "age",
    "average",
    "cambridgeshire",
    "counted",
    "death_type",
    "home_office",
    "kind",
    "library",
    "mentions",
    "months",
    "number",
    "range",
    "rates",
    "sides",
    "status",
    "sub_type",
    "verdict",
    "years",
]


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that is counted; `related` are measures that give back parts of one another."""

    id: str
    title: str
    definition: str
    table: Table
    variables: tuple[str, ...]
    form: Form
    sections: tuple[str, ...]
    unit: Unit = "people"
    personal: bool = True
    tagged: bool = False
    derived: Derived = ""
    list: str = ""
    related: tuple[str, ...] = ()
    source: str = ""


class Section(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A section that counts cases, and what its cases are called."""

    id: str
    title: str
    incidents: str
    victims: str
    perpetrators: str
    untagged: str = ""


class Band(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An age band, in whole years, both included."""

    label: str
    low: int
    high: int


class Ages(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The bands for ages in years; `children` is a band of the register that is seldom in use."""

    ten_years: tuple[Band, ...]
    children: str


class MeasureFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`rules/measures.toml` as a whole."""

    source: str
    ages: Ages
    section: tuple[Section, ...]
    measure: tuple[Measure, ...]


class PrintedBand(msgspec.Struct, frozen=True):
    """An age band of the register."""

    value: str
    low: int
    high: int


class ValueList(msgspec.Struct, frozen=True):
    """A list of values of the register; `groups` put them together, and may overlap."""

    values: tuple[str, ...] = ()
    labels: dict[str, str] = {}
    groups: dict[str, tuple[str, ...]] = {}
    bands: tuple[PrintedBand, ...] = ()


class Column(msgspec.Struct, frozen=True):
    """A column of a table of the register."""

    name: str
    title: str
    list: str = ""


class TableColumns(msgspec.Struct, frozen=True):
    """A table of the register."""

    name: str
    columns: tuple[Column, ...]


class Reading(msgspec.Struct, frozen=True):
    """How cells of a register may be written: the words for what is not recorded."""

    not_recorded: tuple[str, ...]


class RegisterFile(msgspec.Struct, frozen=True):
    """What counting needs of `rules/register.toml`."""

    reading: Reading
    lists: dict[str, ValueList]
    tables: tuple[TableColumns, ...]


@cache
def measure_file() -> MeasureFile:
    """Give the rules, checked: each id once, each related measure known."""
    found = load("measures.toml", MeasureFile)
    ids = [one.id for one in found.measure]
    if len(set(ids)) < len(ids):
        raise BadRule("rules/measures.toml: an id stands twice")
    for one in found.measure:
        unknown = set(one.related) - set(ids)
        if unknown:
            raise BadRule(f"rules/measures.toml: {one.id}: related: {min(unknown)} is no measure")
    return found


@cache
def measures() -> dict[str, Measure]:
    """Give all measures by id."""
    return {one.id: one for one in measure_file().measure}


def measures_of(section: str) -> list[Measure]:
    """Give the measures of a section, in the order of the file."""
    return [one for one in measure_file().measure if section in one.sections]


@cache
def sections() -> dict[str, Section]:
    """Give the sections that count cases, by id."""
    return {one.id: one for one in measure_file().section}


@cache
def not_recorded() -> frozenset[str]:
    """Give the words with which a register says that something is not recorded, made alike; and ""."""
    words = load("register.toml", RegisterFile).reading.not_recorded
    return frozenset({"", *map(alike, words)})


@cache
def value_list(name: str) -> ValueList:
    """Give a list of the register by name; an empty one where there is none."""
    return load("register.toml", RegisterFile).lists.get(name, ValueList())


@cache
def column(table: str, name: str) -> Column | None:
    """Give a column of the register."""
    tables = load("register.toml", RegisterFile).tables
    found = next((one for one in tables if one.name == table), None)
    columns = found.columns if found else ()
    return next((one for one in columns if one.name == name), None)


@cache
def label_of(table: str, variable: str, value: str) -> str:
    """Give what a value is called: as printed, unless the register's list has words for it."""
    known = column(table, variable)
    labels = value_list(known.list).labels if known and known.list else {}
    return labels.get(value, value)


@cache
def _groups(name: str) -> dict[str, dict[str, str]]:
    found = value_list(name).groups
    return {group: {fold(value): value for value in values} for group, values in found.items()}


def in_group(name: str, group: str, value: str) -> bool:
    """Whether `value` belongs to a group of a list of the register."""
    return fold(value) in _groups(name).get(group, {})


def title_of(table: str, variable: str) -> str:
    """Give the title of a variable, as a row of a table is called."""
    known = column(table, variable)
    return known.title if known else variable.replace("_", " ")
