"""Reads HTML tables as full grids: spans told as merged cells, layout tables taken apart."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborNode

from learnt.read.drafts import Draft
from learnt.read.html.look import Look
from learnt.read.html.walk import Setting, Walker
from learnt.read.numerals import whole_number
from learnt.records import Cell, Row

_MOST_COLUMNS = 200
_MOST_ROWS = 20_000


@dataclass(slots=True)
class _Spread:
    """A cell that reaches into the rows below: how many more, and what it repeats."""

    rows: int
    cell: Cell


def read_table(walker: Walker, table: LexborNode, setting: Setting) -> None:
    """Draft `table`, its caption before it; a layout table's cells are read as flowing text."""
    elements = list(_rows(table))[:_MOST_ROWS]
    for caption in (child for child in table.iter() if child.tag == "caption"):
        walker.read(caption, replace(setting, look=Look(), style="caption"))
        walker.flush(replace(setting, style="caption"))
    if _is_layout(table, elements):
        for row in elements:
            for cell in _cells(row):
                _read_flow(walker, cell, setting)
        return
    rows = _grid(walker, elements, setting)
    rows = [row for row in rows if any(row.texts)]
    if rows:
        walker.drafts.append(
            Draft(rows=tuple(_mark_header(rows)), frame=setting.frame, style="table")
        )


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    for child in table.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> list[LexborNode]:
    return [child for child in row.iter() if child.tag in ("td", "th")]


def _is_layout(table: LexborNode, rows: list[LexborNode]) -> bool:
    """Whether the table only places things: one column, said so, or tables within it."""
    role = table.attributes.get("role") or ""
    widest = max((len(_cells(row)) for row in rows), default=0)
    has_head = any(cell.tag == "th" for row in rows for cell in _cells(row))
    nested = table.css_first("td table") is not None
    return role in ("presentation", "none") or widest <= 1 or (nested and not has_head)


def _read_flow(walker: Walker, cell: LexborNode, setting: Setting) -> None:
    frame = setting.frame
    if not frame and cell.css_first("table") is None:
        walker.frames += 1
        frame = walker.frames
    inner = replace(setting, frame=frame, look=Look())
    walker.read(cell, inner)
    walker.flush(inner)


def _grid(walker: Walker, elements: list[LexborNode], setting: Setting) -> list[Row]:
    open_spans: dict[int, _Spread] = {}
    made: list[Row] = []
    for at, element in enumerate(elements):
        cells: list[Cell] = []
        for node in _cells(element):
            _fill_from_above(cells, open_spans)
            _place(walker, node, cells, open_spans, setting, len(elements) - at)
        _fill_from_above(cells, open_spans)
        parent = element.parent
        head = parent is not None and parent.tag == "thead"
        made.append(Row(tuple(cells[:_MOST_COLUMNS]), header=head or _all_head(element)))
    columns = max((len(row.cells) for row in made), default=0)
    return [Row(row.cells + (Cell(),) * (columns - len(row.cells)), row.header) for row in made]


def _place(
    walker: Walker,
    node: LexborNode,
    cells: list[Cell],
    open_spans: dict[int, _Spread],
    setting: Setting,
    rows_left: int,
) -> None:
    lines = walker.lines(node, setting)
    text = "\n".join(line.text for line in lines)
    bold = bool(lines) and (node.tag == "th" or all(line.bold for line in lines))
    across = min(_span(node, "colspan") or 1, _MOST_COLUMNS)
    down = min(_span(node, "rowspan") or rows_left, rows_left)
    for offset in range(across):
        if down > 1:
            open_spans[len(cells)] = _Spread(down - 1, Cell(text, True, bold))
        cells.append(Cell(text, offset > 0, bold))


def _fill_from_above(cells: list[Cell], open_spans: dict[int, _Spread]) -> None:
    while len(cells) in open_spans:
        column = len(cells)
        spread = open_spans[column]
        spread.rows -= 1
        if not spread.rows:
            del open_spans[column]
        cells.append(spread.cell)


def _span(node: LexborNode, key: str) -> int:
    found = whole_number(node.attributes.get(key) or "1")
    return 1 if found is None else found


def _all_head(row: LexborNode) -> bool:
    cells = _cells(row)
    return len(cells) > 1 and all(cell.tag == "th" for cell in cells)


def _mark_header(rows: list[Row]) -> list[Row]:
    """Where no row is told to be the header, take the first one if it alone is bold."""
    if any(row.header for row in rows) or len(rows) < 2:
        return rows
    first = [cell for cell in rows[0].cells if cell.text and not cell.merged]
    others = [cell for row in rows[1:] for cell in row.cells if cell.text]
    if len(first) > 1 and all(c.bold for c in first) and not all(c.bold for c in others):
        return [Row(rows[0].cells, True), *rows[1:]]
    return rows
