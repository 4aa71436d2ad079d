"""Tables whose cells were copied one a line."""

import pytest

from learnt.read.stacked import read_stacked

HEADER = ["Recommendation", "Lead agency", "Target date"]
ROWS = [
    "Recommendation 1 Act.",
    "Council",
    "May 2020",
    "Recommendation 2 Tell.",
    "Police",
    "Ongoing",
]
TITLES = ["Matter of the year", "Body", "Wanted when"]
"""Short lines that are no known heads of columns."""


@pytest.mark.parametrize(
    ("why", "lines", "columns"),
    [
        ("records that count on", [*TITLES, *ROWS], 3),
        ("plain figures", [*TITLES, "1", "Council", "May", "2", "Police", "June", "3", "School", "July"], 3),
        ("gaps in the numbers", [*TITLES, "1.1", "Council", "May", "1.4", "Police", "June"], 3),
        ("ends at a blank line", [*TITLES, *ROWS, "", "Text."], 3),
        ("a cell is missing", [*TITLES, *ROWS[:-1]], 0),
        ("one record proves nothing", [*TITLES, *ROWS[:3]], 0),
        ("no numbers", [*TITLES, "Act.", "Council", "May", "Tell.", "Police", "June"], 0),
        ("numbers that do not grow", [*TITLES, *ROWS[3:], *ROWS[:3]], 0),
        ("a wrapped paragraph", ["The panel met in May,", "heard from nine agencies", "and wrote:", *ROWS], 0),
    ],
)  # fmt: skip
def test_stacked_cells(why: str, lines: list[str], columns: int) -> None:
    rows, _ = read_stacked(lines, 0)
    assert len(rows[0].cells if rows else ()) == columns, why


def test_rows_of_stacked_cells() -> None:
    rows, end = read_stacked([*HEADER, *ROWS, "", "Text."], 0)
    assert [row.header for row in rows] == [True, False, False]
    assert rows[2].texts == ("Recommendation 2 Tell.", "Police", "Ongoing")
    assert end == 9


PLAN = ["Recommendation", "Scope", "Action to take", "Lead agency", "Target date", "Outcome"]
FIRST = "1. The Council should write to each household that has asked for help."
ACT = "Letter to be written and read by people who have been through it"
PLANS = [
    (
        "each cell is there",
        [FIRST, "Local", ACT, "Longham Council", "May 2020", "Not yet started"],
        [(FIRST, "Local", ACT, "Longham Council", "May 2020", "Not yet started")],
    ),
    (
        "the outcome is empty",
        [FIRST, "Local", ACT, "Longham Council", "May 2020"],
        [(FIRST, "Local", ACT, "Longham Council", "May 2020", "")],
    ),
    (
        "the scope is empty",
        [FIRST, ACT, "Longham Council", "May 2020", "Not yet started"],
        [(FIRST, "", ACT, "Longham Council", "May 2020", "Not yet started")],
    ),
    (
        "a second action of the same recommendation",
        [FIRST, "Local", ACT, "Longham Council", "May 2020", "Done", ACT, "Longham Police", "June 2020"],
        [
            (FIRST, "Local", ACT, "Longham Council", "May 2020", "Done"),
            (FIRST, "Local", ACT, "Longham Police", "June 2020", ""),
        ],
    ),
    (
        "an agency's name over its rows",
        ["Longham Council", FIRST, "Local", ACT, "Longham Council", "May 2020"],
        [("Longham Council",) * 6, (FIRST, "Local", ACT, "Longham Council", "May 2020", "")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "lines", "expected"), PLANS)
def test_cells_that_are_not_there(
    why: str, lines: list[str], expected: list[tuple[str, ...]]
) -> None:
    last = ["2. That staff are told how to ask.", "Local", ACT, "Longham Police", "2021", "In hand"]
    rows, _ = read_stacked([*PLAN, *lines, *last], 0)
    assert [row.texts for row in rows[1:]] == [*expected, tuple(last)], why


def test_groups_in_a_table_of_two_columns() -> None:
    lines = ["Number", "Panel recommendation", "Longham Council", "1", ACT, "2", FIRST]
    rows, _ = read_stacked([*lines, "Longham Police", "3", ACT], 0)
    assert [row.texts for row in rows[1:]] == [
        ("Longham Council",) * 2,
        ("1", ACT),
        ("2", FIRST),
        ("Longham Police",) * 2,
        ("3", ACT),
    ]


def test_cells_merged_with_those_above_are_marked() -> None:
    lines = [
        FIRST,
        "Local",
        ACT,
        "Longham Council",
        "May 2020",
        "Done",
        ACT,
        "Longham Police",
        "2021",
    ]
    rows, _ = read_stacked([*PLAN, *lines], 0)
    assert [cell.merged for cell in rows[2].cells] == [True, True, False, False, False, False]


@pytest.mark.parametrize(
    ("why", "lines"),
    [
        ("chapters in a list of contents", ["Recommendations", "Action plan", "Glossary"]),
        ("headings over text", ["Recommendation", "Lead agency", "Text that goes on.", "More of it."]),
        ("a list of names", ["Name", "Role", "Alder", "Birch", "Cedar", "Elm", "Hazel"]),
    ],
)  # fmt: skip
def test_lines_that_are_no_table(why: str, lines: list[str]) -> None:
    assert read_stacked(lines, 0) == ((), 0), why


def test_cells_that_are_paragraphs() -> None:
    """Each cell is followed by a blank line; text after the last record is no cell."""
    cells = [
        "Ref",
        "Recommendation",
        "Agency",
        "R1",
        "Act.",
        "Council",
        "R2",
        "Tell\nstaff.",
        "Police",
    ]
    lines = "\n\n".join([*cells, "The end."]).split("\n")
    rows, end = read_stacked(lines, 0)
    assert [row.texts for row in rows[1:]] == [
        ("R1", "Act.", "Council"),
        ("R2", "Tell staff.", "Police"),
    ]
    assert lines[end:] == ["", "The end."]


def test_headings_over_paragraphs_are_no_table() -> None:
    lines = [
        "Recommendations",
        "",
        "Action plan",
        "",
        "Outcome",
        "",
        "The panel met.",
        "",
        "It ended.",
    ]
    assert read_stacked(lines, 0) == ((), 0)
