"""A small reader of the published dataset, apart from the project's own, for the tests of counting."""

import csv
from pathlib import Path

from learnt.records.case import Incident, Material, Perpetrator, Register, Value, Victim

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "dhrd"
MONTHS = "January February March April May June July August September October November December"
UNKNOWN = {"", "unknown", "not_known", "not known"}


def read() -> Material:
    """Give the dataset as material."""
    incidents = [
        Incident(id=row.pop("incident_id"), values=_values(row), origin="dhrd")
        for row in _rows("incidents")
    ]
    victims = [
        Victim(id=row.pop("victim_id"), incident=row.pop("incident_id"), values=_values(row))
        for row in _rows("victims")
    ]
    perpetrators = [
        Perpetrator(
            id=row.pop("perpetrator_id"), incident=row.pop("incident_id"), values=_values(row)
        )
        for row in _rows("perpetrators")
    ]
    register = Register(
        incidents=tuple(incidents), victims=tuple(victims), perpetrators=tuple(perpetrators)
    )
    return Material(register=register, source="DHRD", date="2026-03")


def _rows(name: str) -> list[dict[str, str]]:
    with (SHARED / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _values(row: dict[str, str]) -> dict[str, Value]:
    return {name: _value(name, text) for name, text in row.items() if text.lower() not in UNKNOWN}


def _value(name: str, text: str) -> Value:
    if text in ("True", "False"):
        return text == "True"
    if name == "death_date" and " " in text:
        month, year = text.split()
        return f"{year}-{MONTHS.split().index(month) + 1:02}"
    return text
