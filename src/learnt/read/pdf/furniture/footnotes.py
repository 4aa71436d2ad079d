"""Footnotes: small type at a page's foot, opened by a mark, often under a short line."""

import re
from collections.abc import Sequence

from learnt.read.pdf.ink import Page
from learnt.read.pdf.lines import Line
from learnt.records import Box

_MARK = re.compile(r"^(\d{1,3}|[*†‡§]{1,3})(?=\s|[A-Z‘“(\[]|https?:)")
SMALL = 0.93


def find_footnotes(
    page: Page, rows: Sequence[Line], body: float, tables: Sequence[Box] = ()
) -> list[Line]:
    """Give the rows of `page` (furniture and tables already taken out) that are footnotes.

    `body` is the size of the document's running text in points; `tables` are the page's tables.
    """
    rule = _rule(page, rows, tables)
    first = len(rows)
    for at in range(len(rows) - 1, -1, -1):
        row = rows[at]
        below_rule = rule is not None and row.top >= rule - 1.0
        tagged = row.role in ("Note", "FENote")
        small = row.size < (0.97 if _continues(rows, at) else SMALL) * body
        if not (below_rule or small or tagged) or row.size > 1.02 * body:
            break
        if below_rule or tagged or note_mark(row):
            first = at
    notes = list(rows[first:])
    if not notes or notes[0].top < 0.3 * page.height:
        return []
    marked = sum(1 for row in notes if note_mark(row))
    small = all(row.size < SMALL * body for row in notes)
    if any(row.size > 0.97 * body for row in notes) and notes[0].role not in ("Note", "FENote"):
        # Notes as large as the text are known by a raised mark only.
        return notes if notes[0].words[0].superscript else []
    return notes if marked or (rule is not None and small) else []


def _continues(rows: Sequence[Line], at: int) -> bool:
    """Whether a raised mark opens the row or one just above it, so that little less size will do."""
    above = rows[max(at - 4, 0) : at + 1]
    return any(row.words[0].superscript and len(row.words) > 1 for row in above)


def note_mark(row: Line) -> str:
    """Give the mark that opens a footnote's row, or nothing."""
    if row.words[0].superscript:
        return row.words[0].text
    found = _MARK.match(row.text)
    return found.group(1) if found else ""


def _rule(page: Page, rows: Sequence[Line], tables: Sequence[Box]) -> float | None:
    """Give the height of a short line that parts the notes from the text."""
    if not rows:
        return None
    left = min(row.x0 for row in rows)
    found = [
        edge.top
        for edge in page.edges
        if not edge.upright
        and 40 <= edge.x1 - edge.x0 <= 0.4 * page.width
        and abs(edge.x0 - left) < 30
        and edge.top > 0.35 * page.height
        and not any(box[1] - 3 <= edge.top <= box[3] + 3 for box in tables)
        and not _is_underline(edge.top, edge.x0, edge.x1, rows)
    ]
    below = [top for top in found if any(row.top > top - 1 for row in rows)]
    return max(below) if below else None


def _is_underline(top: float, x0: float, x1: float, rows: Sequence[Line]) -> bool:
    return any(
        -0.35 * row.size < top - row.baseline < 0.35 * row.size and row.x0 < x1 and row.x1 > x0
        for row in rows
    )
