"""A table that was read: its rows with values, and where it stands."""

from collections.abc import Mapping
from typing import NamedTuple

from learnt.records.case import Value
from learnt.register.problems import Place
from learnt.register.quantities import read_years
from learnt.register.schema import Table

OLDEST = 120
"""The highest age of the register, in years."""


class Row(NamedTuple):
    """A row: its number as a spreadsheet shows it, and what is recorded."""

    number: int
    id: str
    """The value of the key; empty where it is missing."""
    values: dict[str, Value]

    @property
    def incident(self) -> str:
        """The id of the incident."""
        return self.text("incident_id")

    def text(self, name: str) -> str:
        """Give a value as text; empty where it is not recorded."""
        return str(self.values.get(name, ""))

    def rest(self, *names: str) -> dict[str, Value]:
        """Give the values beside those called `names`."""
        return {name: value for name, value in self.values.items() if name not in names}


class Sheet(NamedTuple):
    """A table, where it stands, the columns that it has there, and its rows."""

    table: Table
    place: Place
    columns: frozenset[str]
    rows: list[Row]
    head: int = 1
    """The row of the headings."""


def complete(table: Table, values: Mapping[str, Value]) -> dict[str, Value]:
    """Give values in the order of the columns, with bands of age derived where they are empty."""
    told: dict[str, Value] = {}
    for column in table.columns:
        value = values.get(column.name)
        years = values.get(column.derived_from)
        if value is None and isinstance(years, int):
            value = column.band_of(years)
        if value is not None:
            told[column.name] = value
    return told


def settle_ages(table: Table, values: Mapping[str, Value]) -> dict[str, Value]:
    """Give values with an age in years and a band each in its own column, where they changed places."""
    told = dict(values)
    for years_name, band_name in table.band_of.items():
        years, band = told.get(years_name), told.get(band_name)
        if isinstance(years, str):
            del told[years_name]
            told.setdefault(band_name, years)
        elif isinstance(band, str) and (age := age_of(band)) is not None and years in (None, age):
            del told[band_name]
            told[years_name] = age
    return told


def age_of(text: str) -> int | None:
    """Give the age that a text tells exactly in whole years, or None."""
    found = read_years("age", text)
    exact = found is not None and not found.approximate and found.number.is_integer()
    return int(found.number) if found and exact and found.number <= OLDEST else None
