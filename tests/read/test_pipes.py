import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.read.pipes import escape_surplus, is_rule, read_rows, split_cells

HEAD = ["| # | Recommendation | Addressed to |", "|---|---|---|"]


@pytest.mark.parametrize(
    ("why", "line", "texts"),
    [
        ("as it should be", "| R1 | Act | Police |", ("R1", "Act", "Police")),
        ("surplus belongs to the last column", "| R1 | Act | Police | Housing |", ("R1", "Act", "Police | Housing")),
        ("an escaped pipe is a letter", r"| R1 | Act | Police \| Housing |", ("R1", "Act", "Police | Housing")),
        ("no outer borders", "R1 | Act | Police", ("R1", "Act", "Police")),
        ("too few cells", "| R1 | Act |", ("R1", "Act", "")),
        ("breaks and bold within", "| **R1** | Act<br>Tell | Police |", ("R1", "Act\nTell", "Police")),
        ("a reference without text", "| R1 | | |", ("R1", "", "")),
        ("a remark on the whole", "| Taken from the report ↗ | ||", ("Taken from the report ↗",) * 3),
        ("empty surplus", "| R1 | Act | Police | | |", ("R1", "Act", "Police")),
    ],
)  # fmt: skip
def test_rows(why: str, line: str, texts: tuple[str, ...]) -> None:
    assert read_rows([*HEAD, line])[1].texts == texts, why


def test_remark_fills_its_row() -> None:
    rows = read_rows([*HEAD, "| Taken from the report ↗ | ||"])
    assert [row.header for row in rows] == [True, False]
    assert rows[1].spans_all


@pytest.mark.parametrize(
    ("line", "expected"),
    [("|---|---|", True), ("--- | :---:", True), ("| :-- |", True), ("| a | b |", False), ("----", False), ("", False)],
)  # fmt: skip
def test_rules(line: str, expected: bool) -> None:
    assert is_rule(line) is expected


@given(st.lists(st.text("abc xyz.", min_size=1).filter(str.strip), min_size=3, max_size=6))
def test_escaped_rows_hold_the_same(cells: list[str]) -> None:
    line = f"| {' | '.join(cells)} |"
    again = split_cells(escape_surplus(line, 3))
    assert len(again) == 3
    assert [cell.replace("\\|", "|") for cell in again] == split_cells(line, 3)
