"""Each number of a report, in text, tables and files, counted again from the CSV files with pandas."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from lxml import html as lxml_html
from scipy.stats import binomtest, t

from learnt.publish.report.composed import (
    Cell,
    Composed,
    Figure,
    Note,
    Number,
    Paragraph,
    Sentence,
    TableBlock,
)
from learnt.register import read_register
from learnt.reporting.gather import gather
from learnt.reporting.making import Made, Wanted, make_report, write_report
from tests.reporting.random_registers import write_register
from tests.reporting.recomputing import DEATHS, Files, Table, people_table, trend_table
from tests.reporting.recomputing_asks import ask_table, review_table

NOT_COVERED = {
    "recommendations.smart": "whether a text names owner, action, measure and time is found by a "
    "step that reads the text; its own tests measure it",
}

SOURCES = ["dhrd", "twenty", "two-hundred"]


@dataclass(frozen=True)
class Case:
    """A folder of files, the report made of it, and its findings as they are written."""

    files: Files
    made: Made
    findings: list[dict[str, Any]]
    counted: dict[str, Table | None] = field(default_factory=dict)

    def expected(self, tally: str) -> Table | None:
        """Give what pandas counts for a table."""
        if tally not in self.counted:
            self.counted[tally] = self._count(tally)
        return self.counted[tally]

    def _count(self, tally: str) -> Table | None:
        section, _, measure = tally.partition(".")
        if section in DEATHS:
            return people_table(self.files, section, measure)
        if section == "trend":
            return trend_table(self.files, measure)
        if section == "reviews":
            return review_table(self.files, measure)
        return ask_table(self.files, measure)


@pytest.fixture(scope="module", params=SOURCES)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The published dataset; an invented register of twenty deaths; one of 200 with recommendations."""
    folder = tmp_path_factory.mktemp("register")
    if request.param == "dhrd":
        folder = request.getfixturevalue("shared") / "dhrd"
    else:
        size, asks = (20, 0) if request.param == "twenty" else (200, 900)
        write_register(folder, 3, size, asks)
    read = read_register(folder)
    assert not read.errors
    made = make_report(
        gather(read.register, source="a folder", date="2026-01-01"), Wanted(public=False)
    )
    return Case(Files(folder), made, json.loads(write_report(made, ".json")))


def test_every_table_is_covered(case: Case) -> None:
    missing = [one.id for one in case.made.analysis.tallies if case.expected(one.id) is None]
    assert sorted(set(missing) - set(NOT_COVERED)) == []


def test_findings_are_what_pandas_counts(case: Case) -> None:
    wrong: list[str] = []
    for tally in {row["table"] for row in case.findings} - set(NOT_COVERED):
        expected = case.expected(tally)
        assert expected is not None
        rows = {row["group"]: row for row in case.findings if row["table"] == tally}
        found = {
            group: (row["numerator"], row["denominator"], row["not_recorded"])
            for group, row in rows.items()
        }
        if found != expected.rows:
            wrong.append(f"{tally}: told {found}, counted {expected.rows}")
        wrong += [f"{tally}, {group}: {told}" for group, row in rows.items() for told in _odd(row)]
        wrong += [
            f"{tally}, {group}: {rows[group]['value']}, counted {value}"
            for group, value in expected.values.items()
            if group in rows and not math.isclose(rows[group]["value"], value, abs_tol=1e-5)
        ]
    assert wrong == []


def _odd(row: dict[str, Any]) -> list[str]:
    """Say what is wrong with a finding's share, interval and percentage."""
    if row["share"] is None:
        return [] if row["unit"] != "percent" else ["a percentage without a share"]
    part, whole = row["numerator"], row["denominator"]
    found = binomtest(part, whole).proportion_ci(method="wilson")
    pairs = {"value": part / whole, "low": found.low, "high": found.high}
    odd = [
        f"{name} {row['share'][name]}, counted {value}"
        for name, value in pairs.items()
        if not math.isclose(row["share"][name], value, abs_tol=2e-6)
    ]
    if row["value"] != math.floor(Fraction(100 * part, whole) + Fraction(1, 2)):
        odd.append(f"{row['value']} percent, of {part} in {whole}")
    return odd


def test_totals_of_tables(case: Case) -> None:
    wrong = []
    for tally in case.made.analysis.tallies:
        expected = None if tally.id in NOT_COVERED else case.expected(tally.id)
        if expected and expected.total is not None:
            told, counted = (
                (tally.total, tally.not_recorded),
                (expected.total, expected.not_recorded),
            )
            if told != counted:
                wrong.append(f"{tally.id}: told {told}, counted {counted}")
    assert wrong == []


AVERAGED = [
    *((f"mean_age_of_{side}", f"{side}s", "age_years") for side in ("victim", "perpetrator")),
    ("minimum_term", "perpetrators", "minimum_term_years"),
]


def test_intervals_of_means(case: Case) -> None:
    """Worked out by scipy; none of fewer than five values, nor one that reaches below zero."""
    import pandas as pd

    for section, (measure, table, column) in product(DEATHS, AVERAGED):
        told = [
            row
            for row in case.findings
            if row["table"] == f"{section}.{measure}" and row["group"] == "mean"
        ]
        if not told:
            continue
        values = pd.to_numeric(case.files.column(section, table, column)).dropna()
        expected: tuple[float | None, float | None] = (None, None)
        if len(values) >= 5:
            error = float(values.to_numpy().std(ddof=1)) / math.sqrt(len(values))
            low, high = t.interval(0.95, len(values) - 1, float(values.mean()), error)
            expected = (low, high) if low >= 0 else expected
        found = (told[0]["low"], told[0]["high"])
        assert found == (pytest.approx(expected[0], abs=1e-4), pytest.approx(expected[1], abs=1e-4))


def test_a_share_is_there_but_where_only_yes_was_written(case: Case) -> None:
    forms = {tally.id: tally for tally in case.made.analysis.tallies}
    wrong = []
    for row in case.findings:
        tally = forms[row["table"]]
        if tally.form != "tags" or tally.section not in DEATHS:
            continue
        part, whole = row["numerator"], row["denominator"]
        only_yes = part == whole and bool(row["not_recorded"]) and not tally.tagged
        if (row["share"] is None) != (only_yes or not whole):
            wrong.append(f"{row['table']}, {row['group']}")
    assert wrong == []


def sentences(composed: Composed) -> list[Sentence]:
    """Give everything printed that has numbers: sentences, notes, cells of tables and figures."""
    found: list[Sentence] = []
    for block in composed.blocks():
        if isinstance(block, Paragraph):
            found += block.sentences
        elif isinstance(block, Note):
            found.append(block.sentence)
        elif isinstance(block, Figure):
            found += [block.alternative, *_cells(block.table)]
        elif isinstance(block, TableBlock):
            found += _cells(block)
    for table in composed.tables:
        found += _cells(table)
    return found


def _cells(table: TableBlock) -> list[Sentence]:
    cells: list[Cell] = [cell for row in table.rows for cell in row]
    return [*(Sentence(one.text, one.numbers) for one in cells), *table.notes]


def as_printed(case: Case, number: Number) -> set[str]:
    """Give how a number may be printed, from what pandas counts."""
    table = case.expected(number.tally)
    assert table is not None
    if not number.group:
        rows = table.rows.values()
        whole, missing = table.total, table.not_recorded
        if missing is None:
            missing = max(row[2] or 0 for row in rows)
        if whole is None:
            whole = max(row[1] or 0 for row in rows) + missing
        return {f"{whole if number.what == 'total' else missing:,}"}
    part, of, missing = table.rows[number.group]
    if number.what == "share":
        return {_percent(Fraction(part, of or 1))}
    if number.what in ("share_low", "share_high"):
        found = binomtest(part, of or 1).proportion_ci(method="wilson")
        bound = found.low if number.what == "share_low" else found.high
        bound = round(bound, 12)  # scipy too may leave 1e-17 of none
        return {_percent(Fraction(bound))}
    if number.what in ("low", "high"):
        return {number.printed}  # intervals of means: test_intervals_of_means
    if number.what == "value":
        return _values(table.values[number.group])
    plain = {"numerator": part, "denominator": of, "not_recorded": missing}
    return {f"{plain[number.what]:,}"}


def _percent(share: Fraction) -> str:
    whole = math.floor(share * 100 + Fraction(1, 2))
    if whole == 0 and share:
        return "less than 1%"
    return "more than 99%" if whole >= 100 and share < 1 else f"{whole}%"


def _values(value: float) -> set[str]:
    short = math.floor(value * 10 + 0.5 + 1e-9) / 10
    text = f"{short:,.0f}" if short == int(short) else f"{short:,.1f}"
    units = ("", " years", " year", " months", " month", " recommendations", " recommendation")
    return {text + unit for unit in (*units, " reviews", " deaths")}


def test_every_printed_number_is_what_pandas_counts(case: Case) -> None:
    wrong, looked = [], 0
    for said in sentences(case.made.composed):
        for number in said.numbers:
            if number.what == "comparator" or number.tally in NOT_COVERED:
                continue
            looked += 1
            expected = as_printed(case, number)
            if number.printed not in expected:
                wrong.append(f"{number}: counted {sorted(expected)} in “{said.text}”")
            if number.printed not in said.text:
                wrong.append(f"{number} is not in “{said.text}”")
    assert looked > 500
    assert wrong == []


DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def words_of(case: Case) -> set[str]:
    """Give the texts that are printed as they are: what checks say, definitions, published figures."""
    analysis = case.made.analysis
    words = {analysis.source, analysis.date, *analysis.versions.values(), *analysis.gaps}
    words |= {text for one in analysis.tallies for text in (one.definition, one.title)}
    words |= {one.says for one in analysis.quality}
    for other in analysis.comparisons:
        words |= {str(text) for text in (other.comparator, other.base, other.period)}
        words |= {other.coverage, other.source, other.differs, other.declined, other.licence}
    return words - {""}


def numbers_in(texts: Iterable[str]) -> set[str]:
    """Give the numbers that stand in texts."""
    return {found for text in texts for found in DIGITS.findall(text)}


SHORTENED = re.compile(r"(?:the|first) \d+ (?:largest )?of ([\d,]+)")


def test_no_number_of_a_sentence_is_without_origin(case: Case) -> None:
    """Beside `Number`s sentences and cells have years, names of groups and words printed as they are."""
    tallies = case.made.analysis.tallies
    known = numbers_in(one.group for tally in tallies for one in tally.findings)
    words = words_of(case)
    sizes = {f"{len(one.findings):,}" for one in tallies}
    sizes |= {f"{size:,}" for size in (len(tallies), len(case.made.analysis.comparisons))}
    wrong = []
    for said in sentences(case.made.composed):
        if said.text in words or (
            not said.numbers and numbers_in([said.text]) <= numbers_in(words)
        ):
            continue
        if (short := SHORTENED.search(said.text)) and short[1] in sizes:
            continue
        left = Counter(DIGITS.findall(said.text))
        left -= Counter(found for one in said.numbers for found in DIGITS.findall(one.printed))
        wrong += [
            f"{found} in “{said.text}”"
            for found in left
            if found not in known and not _is_plain(found, said.text)
        ]
    assert sorted(set(wrong)) == []


MISSING = re.compile(r"(.+): not recorded for ([\d,]+) of ([\d,]+) .*")


def test_what_the_checks_say_is_not_recorded(case: Case) -> None:
    told = [found for one in case.made.analysis.quality if (found := MISSING.fullmatch(one.says))]
    counted = {}
    for tally in case.made.analysis.tallies:
        expected = None if tally.id in NOT_COVERED else case.expected(tally.id)
        if expected and expected.not_recorded and tally.section in ("joint", "reviews"):
            counted[tally.title] = (f"{expected.not_recorded:,}", f"{expected.total:,}")
    wrong = [one[0] for one in told if counted.get(one[1], (one[2], one[3])) != (one[2], one[3])]
    assert len(told) > 3
    assert wrong == []


PLAIN = ("95%", "100%", "100,000", "(2026)")


def _is_plain(found: str, text: str) -> bool:
    """Whether it is a year, or the 95% of an interval and the like."""
    year = found.isdigit() and len(found) == 4 and found[:2] in ("19", "20")
    return year or any(found in plain and plain in text for plain in PLAIN)


def test_the_page_has_no_number_from_elsewhere(case: Case) -> None:
    """A sweep over the text of the HTML file: each number is somebody's."""
    page: Any = lxml_html.fromstring(write_report(case.made, ".html"))
    for one in page.xpath("//style|//script|//svg|//*[@class='sources']"):
        one.drop_tree()
    tallies = case.made.analysis.tallies
    known = numbers_in(
        one.printed for said in sentences(case.made.composed) for one in said.numbers
    )
    known |= numbers_in(words_of(case))
    known |= numbers_in(one.group for tally in tallies for one in tally.findings)
    known |= {f"{len(one.findings):,}" for one in tallies}
    wrong = []
    for text in page.itertext():
        rest = re.sub(r"(?:Table|Figure|figure) \d+|\d+ [A-Z][a-z]+ 20\d\d", "", text)
        wrong += [
            f"{found} in “{text.strip()[:90]}”"
            for found in DIGITS.findall(rest)
            if found not in known and not _is_plain(found, text)
        ]
    assert sorted(set(wrong)) == []
