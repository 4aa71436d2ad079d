"""Tables in Word: grid, spans, merged cells, rules and shading."""

from dataclasses import dataclass

from learnt.fictional.manuscript import Table
from learnt.fictional.typeset.word.oxml import (
    Node,
    ParagraphStyle,
    RunStyle,
    paragraph,
    runs,
    twips,
    w,
)

_SIDES = {
    "all": ("top", "left", "bottom", "right", "insideH", "insideV"),
    "horizontal": ("top", "bottom", "insideH"),
    "shading": (),
    "none": (),
}


@dataclass(frozen=True, slots=True)
class TableLook:
    """Colours of a table (hexadecimal, no `#`), and whether its header is dark."""

    tint: str
    ink: str
    dark: bool


def word_table(table: Table, width: float, look: TableLook) -> Node:
    """Give the table `width` points wide."""
    shares = _shares(table)
    columns = [width * share / sum(shares) for share in shares]
    node = w("tbl", _properties(table, width))
    node.append(w("tblGrid", *(w("gridCol", w=twips(column)) for column in columns)))
    if table.header:
        node.append(_header(table, columns, look))
    merged = _merges(table, len(columns))
    for index, row in enumerate(table.rows):
        node.append(_row(table, index, row, columns, merged, look))
    return node


def _properties(table: Table, width: float) -> Node:
    borders = [
        w(side, val="single", sz="4", space="0", color="auto") for side in _SIDES[table.rules]
    ]
    node = w("tblPr", w("tblW", w=twips(width), type="dxa"))
    if borders:
        node.append(w("tblBorders", *borders))
    node.append(w("tblLayout", type="fixed"))
    return node


def _shares(table: Table) -> tuple[float, ...]:
    if table.widths:
        return table.widths
    return (1.0,) * max([len(table.header), *(len(row) for row in table.rows)])


def _header(table: Table, columns: list[float], look: TableLook) -> Node:
    fill = ""
    if table.rules in ("all", "shading"):
        fill = look.ink if look.dark else look.tint
    style = RunStyle(
        bold=table.bold_header, size=table.size, colour="FFFFFF" if look.dark and fill else ""
    )
    cells = [
        _cell(text, column, style, fill=fill)
        for text, column in zip(table.header, columns, strict=True)
    ]
    properties = [w("trPr", w("tblHeader"))] if table.repeat_header else []
    return w("tr", *properties, *cells)


def _row(
    table: Table,
    index: int,
    row: tuple[str | None, ...],
    columns: list[float],
    merged: set[tuple[int, int]],
    look: TableLook,
) -> Node:
    plain = RunStyle(size=table.size)
    if len(row) == 1 and len(columns) > 1:
        style = RunStyle(bold=True, size=table.size)
        fill = "" if table.rules == "none" else look.tint
        return w("tr", _cell(row[0] or "", sum(columns), style, span=len(columns), fill=fill))
    fill = look.tint if table.rules == "shading" and index % 2 == 0 else ""
    node = w("tr")
    for place, (text, column) in enumerate(zip(row, columns, strict=True)):
        merge = "continue" if text is None else "restart" if (index, place) in merged else ""
        node.append(_cell(text or "", column, plain, merge=merge, fill=fill))
    return node


def _merges(table: Table, columns: int) -> set[tuple[int, int]]:
    """Give row and column of each cell with a merged one below it."""
    starts = set()
    for index in range(1, len(table.rows)):
        above, row = table.rows[index - 1], table.rows[index]
        if len(row) != columns or len(above) != columns:
            continue
        for place, text in enumerate(row):
            if text is None and above[place] is not None:
                starts.add((index - 1, place))
    return starts


def _cell(
    text: str, width: float, style: RunStyle, *, span: int = 1, merge: str = "", fill: str = ""
) -> Node:
    properties = w("tcPr", w("tcW", w=twips(width), type="dxa"))
    if span > 1:
        properties.append(w("gridSpan", val=str(span)))
    if merge == "restart":
        properties.append(w("vMerge", val="restart"))
    elif merge:
        properties.append(w("vMerge"))
    if fill:
        properties.append(w("shd", val="clear", color="auto", fill=fill))
    lines = text.split("\n")
    spaced = ParagraphStyle(after=2)
    return w("tc", properties, *(paragraph(runs(line, style), spaced) for line in lines))
