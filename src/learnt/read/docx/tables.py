"""Reads Word's tables as rows of cells, with merged cells told and boxes kept apart from tables.

A table of a single column is a drawn box, not a table: its paragraphs become blocks in a frame.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from learnt.read.docx.body import Context, Line, cell_lines, children
from learnt.read.docx.package import W, attribute, is_on
from learnt.read.drafts import Draft
from learnt.read.numerals import whole_number
from learnt.records import Cell, Place, Row

_WRAPPERS = {W + tag for tag in ("sdt", "sdtContent", "customXml", "ins", "smartTag")}
_MOST_COLUMNS = 63
"""Word's own limit of columns."""


Flow = Callable[[Context, etree._Element, int], None]


@dataclass(slots=True)
class _Found:
    """What a cell was found to hold: its lines and how many pages turned before and within it."""

    lines: list[Line] = field(default_factory=list)
    early: int = 0
    breaks: int = 0


def read_table(context: Context, table: etree._Element, frame: int, flow: Flow) -> None:
    """Draft one table, or (with `flow`) the blocks of a box that is drawn as one."""
    rows = [row for row in _wrapped(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
    columns = min(max((_width(row) for row in rows), default=0), _MOST_COLUMNS)
    if columns <= 1:
        for row in rows:
            for cell in _wrapped(row, "tc"):
                flow(context, cell, frame or context.frames.new())
        return
    made: list[Row] = []
    for row in rows:
        made.append(_read_row(context, row, columns, made[-1] if made else None))
    made = [row for row in made if any(row.texts)]
    if made:
        made = _mark_header(context, table, made)
        context.drafts.append(Draft(rows=tuple(made), page=made[0].page, frame=frame))


def _wrapped(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The rows or cells of `element`, through content controls and the like."""
    for child in element:
        if child.tag == W + tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _wrapped(child, tag)


def _count(element: etree._Element, path: str) -> int:
    return whole_number(attribute(element.find(path))) or 0


def _span(cell: etree._Element) -> int:
    return min(max(1, _count(cell, f"{W}tcPr/{W}gridSpan")), _MOST_COLUMNS)


def _width(row: etree._Element) -> int:
    return _count(row, f"{W}trPr/{W}gridBefore") + sum(_span(cell) for cell in _wrapped(row, "tc"))


def _read_row(context: Context, row: etree._Element, columns: int, above: Row | None) -> Row:
    cells = [Cell()] * min(_count(row, f"{W}trPr/{W}gridBefore"), columns)
    start, found_all = context.pages.now, []
    for element in _wrapped(row, "tc"):
        found = _read_cell(context, element)
        found_all.append(found)
        cells.extend(_cells(element, found, len(cells), above, cells))
    cells = (cells + [Cell()] * columns)[:columns]
    early = max((found.early for found in found_all), default=0)
    context.pages.turn(max((found.breaks for found in found_all), default=0))
    page = start + early if start else 0
    cells = [Cell(cell.text, cell.merged, cell.bold, Place(page)) for cell in cells]
    return Row(tuple(cells), header=is_on(row.find(f"{W}trPr/{W}tblHeader")), page=page)


def _cells(
    element: etree._Element, found: _Found, column: int, above: Row | None, before: list[Cell]
) -> list[Cell]:
    """The cell and its repeats: one for each column it spans, and below where it spans rows."""
    text = "\n".join(line.text for line in found.lines if line.text)
    bold = bool(found.lines) and all(line.bold for line in found.lines)
    upright = element.find(f"{W}tcPr/{W}vMerge")
    sideways = element.find(f"{W}tcPr/{W}hMerge")
    if sideways is not None and attribute(sideways) != "restart" and before and not text:
        return [Cell(before[-1].text, True, before[-1].bold)]
    merged = upright is not None and attribute(upright) != "restart"
    if merged and not text and above is not None and column < len(above.cells):
        text, bold = above.cells[column].text, above.cells[column].bold
    first = Cell(text, merged, bold)
    return [first] + [Cell(text, True, bold)] * (_span(element) - 1)


def _read_cell(context: Context, cell: etree._Element) -> _Found:
    found = _Found()
    for child in children(cell):
        if child.tag == f"{W}p":
            _read_cell_paragraph(context, child, found)
        elif child.tag == f"{W}tbl":
            _read_nested(context, child, found)
    return found


def _read_cell_paragraph(context: Context, paragraph: etree._Element, found: _Found) -> None:
    lines, walk = cell_lines(context, paragraph)
    if not found.lines:
        found.early += walk.early_rendered
    found.breaks += walk.rendered_breaks
    found.lines.extend(lines)
    for box in walk.boxes:
        found.lines.extend(_read_cell(context, box).lines)


def _read_nested(context: Context, table: etree._Element, found: _Found) -> None:
    """Flatten a table in a cell: a line for each of its rows."""
    for row in _wrapped(table, "tr"):
        inner = [_read_cell(context, cell) for cell in _wrapped(row, "tc")]
        texts = [" ".join(line.text for line in part.lines) for part in inner]
        found.breaks += max((part.breaks for part in inner), default=0)
        if any(texts):
            bold = all(line.bold for part in inner for line in part.lines)
            if sum(bool(text) for text in texts) == 1:
                found.lines.extend(line for part in inner for line in part.lines)
            else:
                found.lines.append(Line(" ".join(text for text in texts if text), bold))


def _mark_header(context: Context, table: etree._Element, rows: list[Row]) -> list[Row]:
    """Mark the first row as header where the file says so, or where it alone is bold."""
    leading = next((at for at, row in enumerate(rows) if not row.header), len(rows))
    rows = rows[:leading] + [Row(row.cells, False, row.page) for row in rows[leading:]]
    if leading or len(rows) < 2:
        return rows
    first = [cell for cell in rows[0].cells if cell.text and not cell.merged]
    others = [cell for row in rows[1:] for cell in row.cells if cell.text]
    alone = all(cell.bold for cell in first) and not all(cell.bold for cell in others)
    if len(first) > 1 and (alone or _styled_header(context, table)):
        return [Row(rows[0].cells, True, rows[0].page), *rows[1:]]
    return rows


def _styled_header(context: Context, table: etree._Element) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    style = attribute(table.find(f"{W}tblPr/{W}tblStyle"))
    value = attribute(look)
    try:
        first = attribute(look, "firstRow") in ("1", "true") or bool(int(value or "0", 16) & 0x20)
    except ValueError:
        first = False
    return first and context.styles.table_header_is_bold(style)
