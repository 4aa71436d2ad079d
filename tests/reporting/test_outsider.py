"""A register as an outsider writes it (CSV, workbook) gives the figures of the published overview."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from random import Random

import openpyxl
import pytest

from learnt.records.case import Register, Value
from learnt.register import read_register
from learnt.reporting.gather import gather
from learnt.reporting.making import Wanted, make_report, write_report
from tests.analyse.decade import decade
from tests.analyse.test_overview import FIGURES
from tests.reporting.random_registers import Row, write_rows

MONTHS = "January February March April May June July August September".split()  # noqa: SIM905
SAME = {
    "sharp instrument": "stabbing",
    "suffocation, asphyxiation or smothering": "suffocation",
}
"""What the overview calls a value of the register, where the reader knows that both are one."""
OVERVIEWS = {
    "homicide": ("Domestic homicide",),
    "suicide": ("Domestic abuse related suicide",),
    "with-quality-assurance": ("With the Home Office", "With Home Office"),
    "in-progress": ("Being written",),
    "victim's home": ("Home address of the victim", "Home"),
    "perpetrator's home": ("Perpetrators address",),
    "friend's home": ("Mutual friend's home",),
    "relative's home": ("Son's home",),
    "outside": ("Outside (local area)",),
    "owned": ("Private ownership",),
    "private-rented": ("private rented", "Privately rented"),
    "no-fixed-abode": ("No fixed abode", "NFA"),
    "White - British": ("White British",),
    "Any other white background": ("Other White", "White other"),
    "Asian British - Pakistani": ("Pakistani",),
    "Asian British - Chinese": ("British Chinese",),
    "White - Gypsy/Traveller": ("Roma Gypsy/Traveller", "Gypsy or Irish Traveller"),
    "partner": ("Partner (living together)", "Partner"),
    "ex-partner": ("Ex partner", "Former partner"),
    "Manslaughter w/ diminished responsibility": ("Manslaughter due to diminished responsibility",),
}
"""Values as a published overview or the census names them."""
MISSING = ("", "Unknown", "not known", "N/K")


def as_written(chance: Random, name: str, value: Value) -> str:
    """Give a value as somebody may write it: UK dates, yes and no, spaces, capitals."""
    if isinstance(value, bool):
        return chance.choice(("Yes", "TRUE", "Y") if value else ("No", "no", "FALSE"))
    if name == "death_date":
        year, month = str(value).split("-")
        return chance.choice(
            (f"14/{month}/{year}", f"{MONTHS[int(month) - 1]} {year}", f" {value}")
        )
    printed = OVERVIEWS.get(str(value), (str(value),))
    return chance.choice((*printed, f" {printed[0]} "))


def rows(register: Register, table: str, chance: Random) -> list[Row]:
    """Give the rows of a table; what is not recorded in one of several words."""
    items: Iterable[tuple[Row, dict[str, Value]]] = (
        [({"incident_id": one.id}, one.values) for one in register.incidents]
        if table == "incidents"
        else [
            ({f"{table[:-1]}_id": one.id, "incident_id": one.incident}, one.values)
            for one in getattr(register, table)
        ]
    )
    listed = list(items)
    names = dict.fromkeys(name for _, values in listed for name in values)
    return [
        keys
        | {
            name: as_written(chance, name, values[name])
            if name in values
            else chance.choice(MISSING)
            for name in names
        }
        for keys, values in listed
    ]


@pytest.mark.parametrize("form", ["folder", "workbook"])
def test_an_outsiders_register_gives_each_figure(tmp_path: Path, form: str) -> None:
    register, chance = decade(7).register, Random(4)
    book = openpyxl.Workbook()
    for table in ("incidents", "victims", "perpetrators"):
        path = tmp_path / f"{table}.csv"
        write_rows(path, rows(register, table, chance))
        sheet = book.create_sheet(table)
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file):
                sheet.append(row)
    del book[book.sheetnames[0]]
    book.save(tmp_path / "register.xlsx")
    read = read_register(tmp_path if form == "folder" else tmp_path / "register.xlsx")
    assert not read.errors
    made = make_report(
        gather(read.register, source="register", date="2026-01-01"), Wanted(public=False)
    )
    findings = json.loads(write_report(made, ".json"))
    for name, expected, _ in FIGURES:
        found = {
            SAME.get(one["group"], one["group"]): one["numerator"]
            for one in findings
            if one["table"] == name
        }
        assert found == expected, name
