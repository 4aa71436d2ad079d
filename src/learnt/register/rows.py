"""A table that was read: its rows with values, and where it stands."""

from collections.abc import Mapping
from typing import NamedTuple

from learnt.records.case import Value
from learnt.register.problems import Place
from learnt.register.schema import Table


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
