"""The report of the public dataset as it is: every number computed again, in public output too."""

from pathlib import Path

import pytest

from learnt.analyse import analyse
from learnt.analyse.disclosure import protect
from learnt.publish.report import Composed, compose
from learnt.publish.report.composed import Figure, Paragraph
from learnt.records.case import Material
from learnt.records.finding import Analysis, Selection
from learnt.register import read_register
from tests.publish.report.test_compose import expected, numbers_of


@pytest.fixture(scope="module")
def material(shared: Path) -> Material:
    register = read_register(shared / "dhrd").register
    return Material(register=register, source="the public dataset", date="2026-04-10")


CROSSES = (("sex_of_victim", "age_of_victim"),)
WHOLE, AREA = Selection(crosses=CROSSES), Selection(area="Norfolk")
CASES = [
    (WHOLE, False),
    (WHOLE, True),
    (AREA, False),
    (Selection(area="Kent", first=2012, last=2019), True),
    (Selection(area="Kent", denominator="all"), False),
]


@pytest.mark.parametrize(("selection", "public"), CASES)
def test_every_number_is_that_of_its_finding(
    material: Material, selection: Selection, public: bool
) -> None:
    analysis = analyse(material, selection)
    analysis = protect(analysis) if public else analysis
    composed = compose(analysis)
    seen = list(numbers_of(composed))
    assert len(seen) > 200
    wrong = [one for one in seen if one.printed != expected(analysis, one)]
    assert wrong == []
    check_words(composed, analysis)


def check_words(composed: Composed, analysis: Analysis) -> None:
    """Every number stands in its words, and pictures draw told numbers only."""
    told = {
        one.numerator for table in analysis.tallies for one in table.findings if not one.withheld
    }
    for block in composed.blocks():
        if isinstance(block, Paragraph):
            for sentence in block.sentences:
                assert all(one.printed in sentence.text for one in sentence.numbers)
                assert "{" not in sentence.text
                assert "  " not in sentence.text
                assert sentence.text.endswith(".")
        if isinstance(block, Figure):
            for rows in block.spec["datasets"].values():
                for row in rows:
                    assert row["value"] in told or "series" in row or row["value"] == 0
