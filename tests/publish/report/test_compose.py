"""The composed report: its sections, and every printed number computed again from its finding."""

import json
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from learnt.publish.report import BadReport, Composed, compose, make_paragraphs, section_names
from learnt.publish.report.compose import day_in_words
from learnt.publish.report.composed import Figure, Note, Number, Paragraph, TableBlock
from learnt.records.finding import Analysis, Quality
from tests.publish.factories import an_analysis

ORDER = [
    "brief",
    "status",
    "trend",
    "homicides",
    "suicides",
    "jointly",
    "recommendations",
    "changes",
    "conclusions",
    "methods",
    "definitions",
    "quality",
    "comparators",
    "versions",
]


def numbers_of(composed: Composed) -> Iterator[Number]:
    """Give every number that is printed, wherever it stands."""
    tables = list(composed.tables)
    for block in composed.blocks():
        if isinstance(block, Paragraph):
            for sentence in block.sentences:
                yield from sentence.numbers
        elif isinstance(block, Note):
            yield from block.sentence.numbers
        elif isinstance(block, TableBlock):
            tables.append(block)
        elif isinstance(block, Figure):
            yield from block.alternative.numbers
            tables.append(block.table)
    for table in tables:
        for row in table.rows:
            for cell in row:
                yield from cell.numbers


def half_up(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole = rounded == rounded.to_integral_value() and places < 2
    return f"{int(rounded):,}" if whole else f"{rounded:,}"


def expected(analysis: Analysis, number: Number) -> str:
    """Compute a printed number again, apart from the program."""
    tally = analysis.tally(number.tally)
    assert tally, number
    if number.what == "comparator":
        wanted = [
            one.comparator
            for one in analysis.comparisons
            if (one.tally, one.group) == (number.tally, number.group)
        ]
        return number.printed if number.printed in wanted else str(wanted)
    if not number.group:
        return f"{getattr(tally, number.what):,}"
    found = next(one for one in tally.findings if one.group == number.group)
    assert not found.withheld or number.what in ("least", "denominator"), number
    if found.withheld and number.what == "denominator" and found.denominator is None:
        # Of how many a withheld number is: of those recorded.
        assert tally.total is not None
        return f"{tally.total - (tally.not_recorded or 0):,}"
    if number.what == "least":
        return f"{found.least:,}"
    if number.what in ("numerator", "denominator", "not_recorded", "population"):
        return f"{getattr(found, number.what):,}"
    if number.what == "share":
        assert found.numerator is not None
        assert found.denominator
        exact = (200 * found.numerator + found.denominator) // (2 * found.denominator)
        if exact == 0 and found.numerator:
            return "less than 1%"
        return (
            "more than 99%" if exact == 100 and found.numerator < found.denominator else f"{exact}%"
        )
    if number.what in ("share_low", "share_high"):
        assert found.share
        bound = found.share.low if number.what == "share_low" else found.share.high
        near = half_up(Decimal(repr(bound)) * 100, 0) + "%"
        if near == "0%" and bound > 1e-9:
            return "less than 1%"
        return "more than 99%" if near == "100%" and bound < 1 - 1e-9 else near
    places = 2 if found.unit == "per 100,000" else 1
    printed = half_up(Decimal(repr(getattr(found, number.what))), places)
    units = {"percent": "%", "per 100,000": " per 100,000"}
    with_unit = printed + units.get(found.unit, f" {found.unit}")
    return with_unit if number.printed.endswith(with_unit[len(printed) :]) else printed


def test_every_number_is_that_of_its_finding() -> None:
    analysis = an_analysis()
    seen = list(numbers_of(compose(analysis)))
    assert len(seen) > 300
    assert {one.what for one in seen} >= {"share", "share_low", "value", "total", "comparator"}
    for number in seen:
        assert number.printed == expected(analysis, number), number


def test_every_number_stands_in_its_words() -> None:
    for block in compose(an_analysis()).blocks():
        for sentence in block.sentences if isinstance(block, Paragraph) else ():
            for number in sentence.numbers:
                assert number.printed in sentence.text, (number, sentence.text)


def test_sections_come_in_order() -> None:
    composed = compose(an_analysis())
    assert [one.id for one in composed.sections] == ORDER == list(section_names())


def test_sections_are_switched_by_name_and_keep_their_order() -> None:
    composed = compose(an_analysis(), sections=["suicides", "trend"])
    assert [one.id for one in composed.sections] == ["trend", "suicides"]
    assert len(composed.tables) == len(an_analysis().tallies), "the CSV files stay whole"


def test_an_unknown_section_is_refused_by_name() -> None:
    with pytest.raises(BadReport, match="no section “weather”"):
        compose(an_analysis(), sections=["weather"])


def test_sections_without_data_say_so_in_one_line() -> None:
    for section in compose(Analysis(name="Nowhere")).sections:
        if section.id == "methods":
            continue
        assert len(section.blocks) == 1, section.id
        assert isinstance(section.blocks[0], Note), section.id
        assert section.empty


def test_internal_output_says_so() -> None:
    assert compose(an_analysis()).notice == "Internal, not for publication"
    assert compose(an_analysis(public=True)).notice == ""


@pytest.mark.parametrize(
    ("public", "notice"),
    [
        (True, "With invented cases, made to try the program out"),
        (
            False,
            "Internal, not for publication; with invented cases, made to try the program out",
        ),
    ],
)
def test_invented_cases_are_told_on_every_page(public: bool, notice: str) -> None:
    found = Quality(code="fictional", says="2 deaths are invented, to try things out.")
    assert compose(replace(an_analysis(public=public), quality=(found,))).notice == notice


def test_tables_and_figures_are_numbered_as_printed() -> None:
    blocks = compose(an_analysis()).blocks()
    tables = [one.label for one in blocks if isinstance(one, TableBlock)]
    figures = [one.label for one in blocks if isinstance(one, Figure)]
    assert tables == [f"Table {place}" for place in range(1, len(tables) + 1)]
    assert figures == [f"Figure {place}" for place in range(1, len(figures) + 1)]
    assert len(figures) >= 5


def test_ids_are_unique() -> None:
    composed = compose(an_analysis())
    ids = [one.id for one in composed.sections]
    for block in composed.blocks():
        if not isinstance(block, Paragraph | Note):
            ids.append(block.id)
        if isinstance(block, Figure):
            ids.append(block.table.id)
    assert len(ids) == len(set(ids))


def test_ids_of_cases_are_never_composed() -> None:
    composed = compose(an_analysis())
    assert "sex_of_victim-Female" not in repr(composed)


def test_the_same_analysis_gives_the_same_report() -> None:
    first, second = compose(an_analysis()), compose(an_analysis())
    assert first == second
    specs = [one.spec for one in first.blocks() if isinstance(one, Figure)]
    again = [one.spec for one in second.blocks() if isinstance(one, Figure)]
    assert json.dumps(specs) == json.dumps(again)


def test_words_in_public_output_need_a_gate() -> None:
    words = make_paragraphs({"conclusions": "All is well."})
    with pytest.raises(BadReport, match="gate"):
        compose(an_analysis(public=True), paragraphs=words)
    assert compose(an_analysis(), paragraphs=words)


LONG_GAP = (
    "Deaths by homicide: nothing is recorded of: Parents; Heard at MARAC; Tenure; Care needs."
)


def gaps_in(section: str, **changes: Any) -> list[str]:
    analysis = replace(an_analysis(), gaps=(LONG_GAP, "Deaths by suicide: none are told."))
    (found,) = (one for one in compose(analysis, **changes).sections if one.id == section)
    notes = [one for one in found.blocks if isinstance(one, Note)]
    return [one.sentence.text for one in notes if one.kind == "gap"]


def test_a_long_list_of_what_is_not_recorded_stands_in_the_appendix() -> None:
    (pointer,) = gaps_in("homicides")
    assert "appendix" in pointer
    assert gaps_in("suicides") == ["Deaths by suicide: none are told."]
    assert gaps_in("quality")[0] == (
        "Deaths by homicide: nothing is recorded of: parents; heard at MARAC; tenure; care needs."
    )


def test_without_the_appendix_the_list_stands_where_it_belongs() -> None:
    assert "heard at MARAC" in gaps_in("homicides", sections=["homicides"])[0]


def test_a_warning_stands_once_in_a_section() -> None:
    """So does the remark that shares are similar to those of the rest."""
    for section in compose(an_analysis()).sections:
        said = [
            sentence.text
            for block in section.blocks
            if isinstance(block, Paragraph)
            for sentence in block.sentences
        ]
        for start in (
            "Small numbers, here",
            "That need not mean",
            "Beside the rest of the library",
        ):
            assert sum(text.startswith(start) for text in said) <= 1, section.id


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2026-11-21", "21 November 2026"), ("2026-01-02", "2 January 2026"), ("2026", "2026")],
)
def test_a_day_is_told_in_words(iso: str, words: str) -> None:
    assert day_in_words(iso) == words
