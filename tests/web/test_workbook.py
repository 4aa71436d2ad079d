"""A sheet opens ready to read, and no cell is more than the text it holds."""

import io
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from learnt.export.as_xlsx import LONGEST
from learnt.web.workbook import MOST_LOOKED_AT, NARROW, WIDEST, add_sheet


def opened(header: tuple[str, ...], *rows: tuple[object, ...]) -> Any:
    book, stream = Workbook(write_only=True), io.BytesIO()
    add_sheet(book, "one", header, iter(rows))
    book.save(stream)
    return load_workbook(stream)["one"]


@pytest.mark.parametrize(
    ("text", "width", "wrapped", "reason"),
    [
        ("1", NARROW, None, "never narrower than a number and its heading ask"),
        ("a" * 30, 32, None, "as wide as the longest text"),
        ("a " * 200, WIDEST, True, "not wider than a screen: the rest is wrapped"),
    ],
)
def test_columns_are_as_wide_as_they_must(
    text: str, width: int, wrapped: bool | None, reason: str
) -> None:
    page = opened(("text",), (text,))
    assert page.column_dimensions["A"].width == width, reason
    assert page["A2"].alignment.wrap_text is wrapped, reason


def test_all_rows_are_written_also_those_that_no_width_is_taken_from() -> None:
    page = opened(("n",), *((number,) for number in range(MOST_LOOKED_AT + 5)))
    assert [cell.value for cell in page["A"]] == ["n", *range(MOST_LOOKED_AT + 5)]
    assert page.auto_filter.ref == f"A1:A{MOST_LOOKED_AT + 6}"


def test_text_stays_text_and_fits_a_cell() -> None:
    page = opened(("a", "b"), ("=1+1", "x" * (LONGEST + 9)))
    assert page["A2"].data_type == "s"
    assert len(page["B2"].value) == LONGEST
