"""Describes the tables for other programs: a Frictionless data package (datapackage.org, version 2)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from learnt.register.schema import Column, Table

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
PARTIAL_DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
TYPES = {"category": "string", "date": "string"}
SAYS = """A register of deaths after domestic abuse and of their reviews. An empty cell means that \
something is not recorded, never that it is not so. Where `origin` is dhrd, FALSE in a tag means not \
tagged. Dates are as precise as they are known: 2020, 2020-03 or 2020-03-14. A text that a spreadsheet \
would take for a formula has an apostrophe before it."""


class Size(NamedTuple):
    """What a file weighs, and its mark."""

    bytes: int
    sha256: str


def describe(tables: Sequence[Table], sizes: Mapping[str, Size]) -> dict[str, Any]:
    """Give the content of `datapackage.json`; `sizes` are of the files of the tables, by name."""
    return {
        "$schema": PROFILE,
        "name": "learnt-register",
        "title": "Case register",
        "description": SAYS,
        "resources": [resource(table, sizes[table.name]) for table in tables],
    }


def resource(table: Table, size: Size) -> dict[str, Any]:
    """Describe a table's CSV file."""
    return {
        "name": table.name,
        "description": table.meaning,
        "path": f"{table.name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size.bytes,
        "hash": f"sha256:{size.sha256}",
        "schema": table_schema(table),
    }


def table_schema(table: Table) -> dict[str, Any]:
    """Give a table as Table Schema describes it."""
    links = [column for column in table.columns if column.link]
    told: dict[str, Any] = {
        "fields": [field(column, table.key) for column in table.columns],
        "primaryKey": [table.key],
        "missingValues": [""],
    }
    if links:
        told["foreignKeys"] = [
            {"fields": [one.name], "reference": {"resource": one.link, "fields": [one.name]}}
            for one in links
        ]
    return told


def field(column: Column, key: str) -> dict[str, Any]:
    """Give a column as Table Schema describes it; `key` is the table's own.

    `knownValues` are those of an open list: others are allowed.
    """
    told: dict[str, Any] = {
        "name": column.name,
        "type": TYPES.get(column.type, column.type),
        "title": column.title,
        "description": column.meaning,
    }
    if column.type == "boolean":
        told |= {"trueValues": ["TRUE"], "falseValues": ["FALSE"]}
    if column.values and not column.closed:
        told["knownValues"] = list(column.values)
    rules = constraints(column, key)
    return told | ({"constraints": rules} if rules else {})


def constraints(column: Column, key: str) -> dict[str, Any]:
    """Give the constraints of a column; `key` is the table's own."""
    rules: dict[str, Any] = {}
    if column.required or column.name == key:
        rules["required"] = True
    if column.name == key:
        rules["unique"] = True
    if column.closed:
        rules["enum"] = list(column.values)
    if column.low is not None:
        rules["minimum"] = column.low
    if column.high is not None:
        rules["maximum"] = column.high
    pattern = column.pattern or (PARTIAL_DATE if column.type == "date" else "")
    return rules | ({"pattern": pattern} if pattern else {})
