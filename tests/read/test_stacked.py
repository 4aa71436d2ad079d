import pytest

from learnt.read.stacked import find_stacked, read_stacked

HEADER = ["Recommendation", "Lead agency", "Target date"]
ROWS = [
    "Recommendation 1 Act.",
    "Council",
    "May 2020",
    "Recommendation 2 Tell.",
    "Police",
    "Ongoing",
]


@pytest.mark.parametrize(
    ("why", "lines", "columns"),
    [
        ("records that count on", [*HEADER, *ROWS], 3),
        ("plain figures", [*HEADER, "1", "Council", "May", "2", "Police", "June", "3", "School", "July"], 3),
        ("gaps in the numbers", [*HEADER, "1.1", "Council", "May", "1.4", "Police", "June"], 3),
        ("ends at a blank line", [*HEADER, *ROWS, "", "Text."], 3),
        ("a cell is missing", [*HEADER, *ROWS[:-1]], 0),
        ("one record proves nothing", [*HEADER, *ROWS[:3]], 0),
        ("no numbers", [*HEADER, "Act.", "Council", "May", "Tell.", "Police", "June"], 0),
        ("numbers that do not grow", [*HEADER, *ROWS[3:], *ROWS[:3]], 0),
        ("a wrapped paragraph", ["The panel met in May,", "heard from nine agencies", "and wrote:", *ROWS], 0),
    ],
)  # fmt: skip
def test_stacked_cells(why: str, lines: list[str], columns: int) -> None:
    assert find_stacked(lines, 0)[0] == columns, why


def test_rows_of_stacked_cells() -> None:
    rows = read_stacked([*HEADER, *ROWS], 3)
    assert [row.header for row in rows] == [True, False, False]
    assert rows[2].texts == ("Recommendation 2 Tell.", "Police", "Ongoing")
