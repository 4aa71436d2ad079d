"""Reads tables drawn with pipes, as Markdown writes them, also where their authors were careless.

A pipe inside a cell is often left unescaped: `| R16 | Text | Body A | Body B |` under three
headings. The surplus belongs to the last column, which then reads `Body A | Body B`.
"""

import re
from collections.abc import Sequence

from learnt.records import Cell, Row
from learnt.words import tidy

_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?\s*|\s*\|\s*:?-+:?\s*\|\s*")
_BORDER = re.compile(r"(?<!\\)\|")
_TAGS = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_GROUP_WORDS = 4
"""Words from which a lone first cell is a remark on the whole table, not a reference without text."""


def is_rule(line: str) -> bool:
    """Whether `line` is the row of dashes under a table's header."""
    return "|" in line and "-" in line and bool(_RULE.fullmatch(line))


def find_table(lines: Sequence[str], at: int) -> int:
    """Give the line after the table whose header stands at `at`; `at` itself where none does."""
    if at + 1 >= len(lines) or "|" not in lines[at] or not is_rule(lines[at + 1]):
        return at
    end = at + 2
    while end < len(lines) and _BORDER.search(lines[end]) and lines[end].strip():
        end += 1
    return end


def split_cells(line: str, columns: int = 0) -> list[str]:
    """Cut a row at its pipes; with `columns`, the surplus stays together in the last cell."""
    text = line.strip()
    text = text[1:] if text.startswith("|") else text
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    cells = [cell.strip() for cell in _BORDER.split(text)]
    if columns and len(cells) > columns:
        while len(cells) > columns and not cells[-1]:
            cells.pop()
        rest = " | ".join(cell for cell in cells[columns - 1 :] if cell)
        cells = [*cells[: columns - 1], rest]
    return cells


def read_rows(lines: Sequence[str]) -> tuple[Row, ...]:
    """Give the rows of a table: header, the rule that is left out, and body."""
    header = split_cells(lines[0])
    rows = [Row(tuple(_cell(text) for text in header), header=True)]
    for line in lines[2:]:
        cells = split_cells(line, len(header))
        cells += [""] * (len(header) - len(cells))
        if any(cells):
            rows.append(_row(cells))
    return tuple(rows)


def escape_surplus(line: str, columns: int) -> str:
    """Write a row anew with as many borders as there are columns, the other pipes escaped."""
    cells = split_cells(line, columns)
    return "| " + " | ".join(_BORDER.sub(r"\\|", cell) for cell in cells) + " |"


def write_rows(rows: Sequence[Row]) -> list[str]:
    """Write a table with pipes: cells merged with others are left empty, pipes in cells escaped."""
    lines = [
        "| " + " | ".join("" if c.merged else _BORDER.sub(r"\\|", c.text) for c in row.cells) + " |"
        for row in rows
    ]
    return [lines[0], "|" + " --- |" * len(rows[0].cells), *lines[1:]]


def _row(cells: list[str]) -> Row:
    if len(cells) > 1 and not any(cells[1:]) and len(cells[0].split()) >= _GROUP_WORDS:
        first = _cell(cells[0])
        return Row((first, *(Cell(first.text, True, first.bold) for _ in cells[1:])))
    return Row(tuple(_cell(text) for text in cells))


def _cell(text: str) -> Cell:
    bold = bool(re.fullmatch(r"(\*\*|__)(?!\s).+\1", text))
    plain = _EMPHASIS.sub(r"\2", text.replace("\\|", "|"))
    return Cell("\n".join(line for part in _TAGS.split(plain) if (line := tidy(part))), bold=bold)
