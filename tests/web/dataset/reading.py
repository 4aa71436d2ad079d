"""Reads a data package back by its own description, as another program would."""

import csv
import hashlib
import json
import re
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def read_package(folder: Path) -> dict[str, list[Row]]:
    """Give the tables, with values of their types; fails where a file is not as it is described."""
    told = json.loads((folder / "datapackage.json").read_text("utf-8"))
    tables = {one["name"]: _read_table(folder, one) for one in told["resources"]}
    for one in told["resources"]:
        for link in one["schema"].get("foreignKeys", []):
            (name,), there = link["fields"], link["reference"]
            known = {row[there["fields"][0]] for row in tables[there["resource"]]}
            assert {row[name] for row in tables[one["name"]]} - {None} <= known, name
    return tables


def _read_table(folder: Path, told: dict[str, Any]) -> list[Row]:
    content = (folder / told["path"]).read_bytes()
    assert len(content) == told["bytes"]
    assert f"sha256:{hashlib.sha256(content).hexdigest()}" == told["hash"]
    lines = list(csv.reader(content.decode(told["encoding"]).splitlines(keepends=True)))
    fields = told["schema"]["fields"]
    assert lines[0] == [field["name"] for field in fields]
    rows = [
        {field["name"]: _value(field, cell) for field, cell in zip(fields, line, strict=True)}
        for line in lines[1:]
    ]
    (key,) = told["schema"]["primaryKey"]
    assert len({row[key] for row in rows}) == len(rows)
    return rows


def _value(field: dict[str, Any], cell: str) -> Any:
    rules = field.get("constraints", {})
    if cell == "":
        assert not rules.get("required"), field["name"]
        return None
    assert cell in rules.get("enum", [cell]), field["name"]
    assert re.fullmatch(rules.get("pattern", ".*"), cell, re.DOTALL), field["name"]
    if field["type"] == "boolean":
        assert cell in field["trueValues"] + field["falseValues"]
        return cell in field["trueValues"]
    if field["type"] in ("integer", "number"):
        return (int if field["type"] == "integer" else float)(cell)
    return cell[1:] if re.match(r"'[=+\-@\t\r]", cell) else cell
