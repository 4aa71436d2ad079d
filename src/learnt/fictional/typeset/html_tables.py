"""Tables in HTML, with `rowspan` for merged cells and `colspan` for group rows."""

from html import escape

from learnt.fictional.manuscript import Table


def html_table(table: Table) -> str:
    """Give the table as text."""
    columns = max([len(table.header), *(len(row) for row in table.rows)])
    lines = [f'<table class="{table.rules}" style="font-size:{table.size:g}pt">']
    if table.header:
        tag = "th" if table.bold_header else "td"
        scope = ' scope="col"' if table.bold_header else ""
        cells = "".join(f"<{tag}{scope}>{_text(text)}</{tag}>" for text in table.header)
        once = "" if table.repeat_header else ' class="once"'
        lines.append(f"<thead{once}><tr>{cells}</tr></thead>")
    lines.append("<tbody>")
    lines += [_row(table, index, columns) for index in range(len(table.rows))]
    lines.append("</tbody></table>")
    return "\n".join(lines)


def _row(table: Table, index: int, columns: int) -> str:
    row = table.rows[index]
    if len(row) == 1 and columns > 1:
        return f'<tr><td colspan="{columns}"><strong>{_text(row[0] or "")}</strong></td></tr>'
    cells = []
    for place, text in enumerate(row):
        if text is None and _continues(table, index, place):
            continue
        rows = _rowspan(table, index, place)
        span = f' rowspan="{rows}"' if rows > 1 else ""
        cells.append(f"<td{span}>{_text(text or '')}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _continues(table: Table, index: int, place: int) -> bool:
    """Tell whether a merged cell has a cell of its own column above it."""
    return index > 0 and len(table.rows[index - 1]) > place and len(table.rows[index - 1]) > 1


def _rowspan(table: Table, index: int, place: int) -> int:
    rows = 1
    for row in table.rows[index + 1 :]:
        if len(row) <= max(place, 1) or row[place] is not None:
            break
        rows += 1
    return rows


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
