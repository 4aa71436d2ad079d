"""Tables whose columns are set with blanks."""

import pytest

from learnt.read.plain import read_plain
from learnt.read.spaced import read_spaced

PLAN = """
No.   Recommendation               Lead agency        Target
                                                      date
1     Write to each household      Longham Council    May 2020
      that has asked for help.
2     Tell staff how to ask.       Longham Police     Ongoing
                                   and Council

The panel met four times in all and thanks those who took part in it.
""".strip("\n").split("\n")


def test_wrapped_cells_are_joined() -> None:
    rows, end = read_spaced(PLAN, 0)
    assert [row.texts for row in rows] == [
        ("No.", "Recommendation", "Lead agency", "Target date"),
        ("1", "Write to each household that has asked for help.", "Longham Council", "May 2020"),
        ("2", "Tell staff how to ask.", "Longham Police and Council", "Ongoing"),
    ]
    assert rows[0].header
    assert PLAN[end:] == PLAN[-2:]


def test_blank_lines_part_rows_without_numbers() -> None:
    lines = [
        "Recommendation           Lead agency      Target date",
        "",
        "Write to each household  Longham Council  May 2020",
        "that has asked for help",
        "",
        "Tell staff how to ask",
        "                         Longham Police   June 2020",
    ]
    rows, end = read_spaced(lines, 0)
    assert rows[1].texts[0] == "Write to each household that has asked for help"
    assert rows[2].texts == ("Tell staff how to ask", "Longham Police", "June 2020")
    assert end == len(lines)


def test_full_cell_leaves_one_blank() -> None:
    lines = [
        "Recommendation           Lead agency      Target date",
        "1. Write to each of them Longham Council  May 2020",
        "that has asked for help",
        "and to their families",
        "2. Tell staff            Longham Police   June 2020",
    ]
    rows, _ = read_spaced(lines, 0)
    assert [row.texts[:2] for row in rows[1:]] == [
        (
            "1. Write to each of them that has asked for help and to their families",
            "Longham Council",
        ),
        ("2. Tell staff", "Longham Police"),
    ]


@pytest.mark.parametrize(
    ("why", "lines"),
    [
        ("words that head nothing", ["Alder  Birch  Cedar", "one    two    three", "four   five   six"]),
        ("a header alone", [PLAN[0], "", "The panel met four times in all and thanks those who took part."]),
        ("one blank between words", ["No. Recommendation Lead agency", "1 Write. Council", "2 Tell. Police"]),
        ("justified text", ["The  recommendation  of  the  panel", "was  that  the  lead  agency  acts"]),
    ],
)  # fmt: skip
def test_lines_that_are_no_table(why: str, lines: list[str]) -> None:
    assert read_spaced(lines, 0) == ((), 0), why


def test_table_within_text() -> None:
    blocks = read_plain("\n".join(["Text before it.", "", *PLAN]).encode(), "r.txt").blocks
    assert [block.kind for block in blocks] == ["paragraph", "table", "paragraph"]
