"""The workbook in which a register is begun: lists to choose from, notes, an example, nothing filled in."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from learnt.records.case import Value
from learnt.register.schema import Choices, Column, Schema, Table, schema
from learnt.register.writing import put, saved
from learnt.rulebook import load

ROWS = 2_000
"""Rows for which the template offers lists."""
LISTS = "Lists"
AUTHOR = "Learnt"
REQUIRED = PatternFill("solid", fgColor="D9E2EC")
WIDTHS = {"string": 24, "category": 22, "date": 14}
NARROW = 12


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the first sheet says, and invented rows a table."""

    source: str
    read_me: tuple[str, ...]
    incidents: tuple[dict[str, Value], ...]
    victims: tuple[dict[str, Value], ...]
    perpetrators: tuple[dict[str, Value], ...]
    documents: tuple[dict[str, Value], ...]
    recommendations: tuple[dict[str, Value], ...]
    actions: tuple[dict[str, Value], ...]
    responses: tuple[dict[str, Value], ...]

    def rows(self, table: str) -> tuple[dict[str, Value], ...]:
        """Give the rows of a table."""
        told: tuple[dict[str, Value], ...] = getattr(self, table)
        return told


@cache
def example() -> Example:
    """Give the example; raises `BadRule`."""
    return load("register_example.toml", Example)


def write_template(path: Path | str) -> None:
    """Write an empty register as an .xlsx workbook: a sheet a table, and sheets that explain it."""
    book: Any = Workbook()
    book.remove(book.active)
    _add_read_me(book)
    places = _add_lists(book)
    for table in schema().tables:
        _add_table(book, table, places)
    _add_example(book)
    book.move_sheet(LISTS, offset=len(book.sheetnames))
    book.active = 0
    put(Path(path), saved(book))


def _add_read_me(book: Any) -> None:
    page = book.create_sheet("Read me")
    page.column_dimensions["A"].width = 110
    for number, line in enumerate(example().read_me, start=1):
        cell = page.cell(number, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=number == 1)


def _add_lists(book: Any) -> dict[str, str]:
    """Add a hidden sheet with the lists of values, a column each; gives where each stands."""
    page = book.create_sheet(LISTS)
    page.sheet_state = "hidden"
    places = {}
    for number, (name, told) in enumerate(_offered(schema()).items(), start=1):
        page.cell(1, number, name).font = Font(bold=True)
        for row, value in enumerate(told.values, start=2):
            _text(page.cell(row, number), value)
        letter = get_column_letter(number)
        places[name] = f"{LISTS}!${letter}$2:${letter}${len(told.values) + 1}"
    return places


def _offered(rules: Schema) -> dict[str, Choices]:
    used = {column.list for table in rules.tables for column in table.columns}
    return {name: told for name, told in rules.lists.items() if name in used}


def _add_table(book: Any, table: Table, places: dict[str, str]) -> None:
    page = book.create_sheet(table.name)
    page.freeze_panes = "B2"
    page.sheet_properties.tabColor = "1F4E79"
    for number, column in enumerate(table.columns, start=1):
        cell = page.cell(1, number, column.name)
        cell.font = Font(bold=True)
        if column.required:
            cell.fill = REQUIRED
        cell.comment = Comment(note(column), AUTHOR, height=160, width=320)
        letter = get_column_letter(number)
        whole = page.column_dimensions[letter]
        whole.width = max(WIDTHS.get(column.type, NARROW), len(column.name) + 2)
        if column.type in WIDTHS:
            whole.number_format = "@"  # else a program turns 2020-03 and 10-11 into dates
        if offer := _validation(column, places):
            offer.add(f"{letter}2:{letter}{ROWS + 1}")
            page.add_data_validation(offer)


def note(column: Column) -> str:
    """Give what a reader is told of a column at its heading."""
    lines = [f"{column.title}: {column.meaning}"]
    if column.type == "boolean":
        lines.append("TRUE or FALSE; empty: not recorded.")
    if column.type == "date":
        lines.append("2020, 2020-03 or 2020-03-14.")
    if column.values:
        told = "One of" if column.closed else "Usually one of"
        lines.append(f"{told}: {'; '.join(map(column.label, column.values))}.")
    if column.required:
        lines.append("Must be filled in.")
    return "\n".join(lines)


def _validation(column: Column, places: dict[str, str]) -> Any:
    """Give the rule of a spreadsheet for the cells of a column, if there is one."""
    if column.list:
        style = "stop" if column.closed else "warning"
        return _rule(column, type="list", formula1=f"={places[column.list]}", errorStyle=style)
    if column.type == "boolean":
        return _rule(column, type="list", formula1='"TRUE,FALSE"', errorStyle="stop")
    if column.link:
        cells = f"={column.link}!$A$2:$A${ROWS + 1}"
        return _rule(column, type="list", formula1=cells, errorStyle="warning")
    if column.type in ("integer", "number"):
        kind = "whole" if column.type == "integer" else "decimal"
        low, high = f"{column.low:g}", f"{column.high:g}"
        return _rule(column, type=kind, operator="between", formula1=low, formula2=high)
    return None


def _rule(column: Column, **told: Any) -> Any:
    rule: Any = DataValidation(allow_blank=True, **told)
    rule.showErrorMessage = True
    rule.errorTitle = column.name[:32]
    rule.error = "This value is not in the list, or not in the range."
    return rule


def _add_example(book: Any) -> None:
    """Add a sheet with the invented rows, a block a table, with the columns that they fill in."""
    page = book.create_sheet("Example")
    row = 1
    for table in schema().tables:
        rows = example().rows(table.name)
        names = [name for name in table.names if any(name in one for one in rows)]
        page.cell(row, 1, f"Sheet {table.name} (invented)").font = Font(bold=True, size=13)
        for number, name in enumerate(names, start=1):
            page.cell(row + 1, number, name).font = Font(bold=True)
            for below, one in enumerate(rows, start=row + 2):
                _text(page.cell(below, number), one.get(name))
        row += len(rows) + 3
    for number in range(1, page.max_column + 1):
        page.column_dimensions[get_column_letter(number)].width = 24


def _text(cell: Any, value: Value | None) -> None:
    """Fill a cell; its text stays text."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.number_format = "@"
