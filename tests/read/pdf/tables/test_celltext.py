"""A cell's lines as text: which line breaks were meant, and which only wrap."""

import pytest

from learnt.read.pdf.tables.celltext import cell_text
from learnt.read.pdf.tables.mending import mender
from tests.read.pdf.tables.inked import column

RIGHT = 240.0
"""Where the lines end that begin at 100: room for 28 letters of five points."""

ROWS = [
    # One body a line, no mark: each next name would have had room.
    (["Longham Police", "Longham Council", "Housing"], "Longham Police|Longham Council|Housing"),
    # A long name wraps; the next word had no room.
    (["Longham and Ambury", "Safeguarding Board"], "Longham and Ambury Safeguarding Board"),
    # Both in one cell.
    (
        ["Longham Partnership", "Foundation Trust", "Police"],
        "Longham Partnership Foundation Trust|Police",
    ),
    # A name does not end with a small word, however much room there is.
    (["Department of", "Health and Care"], "Department of Health and Care"),
    (["Longham and", "Ambury Councils"], "Longham and Ambury Councils"),
    (["Police, Fire &", "Rescue"], "Police, Fire & Rescue"),
    (["Longham Council,", "Housing"], "Longham Council, Housing"),
    # Sentences typed with a break in their midst: other lines go on in small letters.
    (
        ["All staff of the", "service will work", "along with the Longham", "Police each week."],
        "All staff of the service will work along with the Longham Police each week.",
    ),
    # What stands in brackets after a name belongs to it; a name may follow the brackets.
    (["Council (Housing)", "Police"], "Council (Housing)|Police"),
    # A short word may be bound to the next by a blank that does not break.
    (["Board of Ambury Vale", "St Bartholomew"], "Board of Ambury Vale St Bartholomew"),
    (["Longham", "GP practices"], "Longham|GP practices"),
    # Actions one a line.
    (["Review policy", "Train all staff"], "Review policy|Train all staff"),
]


@pytest.mark.parametrize(("lines", "expected"), ROWS)
def test_breaks_that_were_meant(lines: list[str], expected: str) -> None:
    words = column(lines, 100, 100)
    assert cell_text(words, RIGHT, mender(words)).split("\n") == expected.split("|")


def test_justified_lines_only_wrap() -> None:
    """All lines but the last reach the margin, so none was broken by hand."""
    words = column(["Safer Longham Board", "Longham Homes Trust", "Ltd"], 100, 100)
    text = cell_text(words, max(word.x1 for word in words), mender(words))
    assert "\n" not in text


def test_narrow_cells_only_wrap() -> None:
    """No line of a narrow column has room for the next long word."""
    words = column(["Adult", "Safeguarding", "Board"], 100, 100)
    assert cell_text(words, 160, mender(words)) == "Adult Safeguarding Board"
