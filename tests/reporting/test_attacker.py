"""Public files of small random registers, attacked with nothing but the files."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from learnt.register import read_register
from learnt.reporting.gather import gather
from learnt.reporting.making import Made, Wanted, make_report, write_report
from tests.reporting.attacking import attack, personal
from tests.reporting.random_registers import write_register

SEEDS = range(100, 112)
POSSIBLE = 3
SMALL = 5
IDS = re.compile(r"\b(?:case|died|other|rec|doc)-\d{3}")


def public_report(folder: Path, seed: int) -> Made:
    """Make the public report of the register of a seed."""
    read = read_register(write_register(folder, seed))
    assert not read.errors
    return make_report(gather(read.register, source="a folder", date="2026-01-01"), Wanted())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Made]:
    """The public reports of all seeds."""
    return {seed: public_report(tmp_path_factory.mktemp("register"), seed) for seed in SEEDS}


def findings_of(made: Made) -> list[dict[str, Any]]:
    """Give the findings as they are published."""
    rows: list[dict[str, Any]] = json.loads(write_report(made, ".json"))
    return rows


def narrow(made: Made) -> list[str]:
    """Give the withheld numbers of a report for which fewer than three values are possible."""
    found = attack(findings_of(made))
    return [
        f"{table}, {group}: {low} to {high}"
        for (table, group), (low, high) in found.items()
        if high - low + 1 < POSSIBLE
    ]


def small_numbers(made: Made) -> list[str]:
    """Give the numbers of people from 1 to 4 that stand in the findings or the CSV tables.

    How many are not recorded is no characteristic of anybody, and is told.
    """
    findings = findings_of(made)
    told = [
        f"{row['table']}, {row['group']}: {row['numerator']}"
        for row in findings
        if personal(row["table"]) and 0 < (row["numerator"] or 0) < SMALL
    ]
    with zipfile.ZipFile(io.BytesIO(write_report(made, ".zip"))) as archive:
        for name in archive.namelist():
            if personal(name.removesuffix(".csv")):
                rows = list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
                told += [
                    f"{name}: {row}"
                    for row in rows[1:]
                    if row[1:2] and row[0] != "Not recorded" and row[1] in ("1", "2", "3", "4")
                ]
    return told


def test_each_withheld_number_keeps_three_values(made: dict[int, Made]) -> None:
    assert [f"{seed}: {one}" for seed, report in made.items() for one in narrow(report)] == []


def test_no_small_number_of_people_is_told(made: dict[int, Made]) -> None:
    assert [
        f"{seed}: {one}" for seed, report in made.items() for one in small_numbers(report)
    ] == []


def test_no_id_is_told(made: dict[int, Made]) -> None:
    for report in made.values():
        page = write_report(report, ".html").decode() + write_report(report, ".json").decode()
        assert IDS.findall(page) == []


def test_the_attacker_finds_what_is_left_open(tmp_path: Path) -> None:
    """One withheld number of a table whose others and total are told can be worked out."""
    findings = findings_of(public_report(tmp_path, 100))
    rows = [
        {
            "table": "joint.sex_of_victim",
            "group": group,
            "of": "people who died",
            "numerator": number,
            "denominator": 20,
            "not_recorded": 0,
            "withheld": "" if number else "small",
        }
        for group, number in (("Female", 17), ("Male", None))
    ]
    kept = [row for row in findings if row["table"] == "reviews.counted"]
    kept = [row | {"numerator": 20} for row in kept]
    assert attack([*kept, *rows]) == {("joint.sex_of_victim", "Male"): (3, 3)}
