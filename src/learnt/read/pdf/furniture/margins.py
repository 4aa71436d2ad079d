"""Running headers and footers, page numbers and what browsers print around a page.

A row at a page's edge is furniture if it stands at the same place with the same words on several
pages, if it is only a page number, or if the PDF itself marks it as a header or footer. Rows
inside the height of the body's text are never taken for their words alone: a recommendation
repeated at the top of pages, or a table's header row, is text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.read.pdf.ink import Page
from learnt.read.pdf.lines import Line
from learnt.records import FurnitureKind

_ZONE_ROWS = 5
_ZONE = 0.2
_FOLIO = re.compile(
    r"[\W_]*(?:(?:p\s*a\s*g\s*e|tudalen|p\.)\W*)?(\d{1,4}|[ivxl]{1,7})"
    r"(?:\s*(?:of|o|/|out of|\|)\s*(\d{1,4}))?(?:\W*(?:p\s*a\s*g\s*e|tudalen))?[\W_]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_URL = re.compile(r"\b(?:https?://|file://|www\.)\S+|about:blank")
_PRINTED = re.compile(r"^\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}[:.]\d{2}")
_COUNTED = re.compile(r"\d{1,4}\s?/\s?\d{1,4}$")
_SUBJECT = re.compile(
    r"\b(recommendation|argymhelliad|section|chapter|appendix|annex|action|lesson|finding|objective"
    r"|priority|theme|part|table|figure)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Margins:
    """For each page (from 1) the rows of it that are furniture, with their kind."""

    rows: dict[int, list[tuple[Line, FurnitureKind]]]


@dataclass(slots=True)
class _Edge:
    """Rows of one page from one edge inwards."""

    page: Page
    rows: list[Line]
    at_top: bool
    taken: int = 0
    kinds: dict[int, FurnitureKind] | None = None


def find_margins(pages: Sequence[Page], rows: dict[int, list[Line]]) -> Margins:
    """Give the furniture at the tops and bottoms of all `pages`, whose rows are `rows`."""
    result: dict[int, list[tuple[Line, FurnitureKind]]] = {page.number: [] for page in pages}
    for at_top in (True, False):
        edges = [_edge(page, rows.get(page.number, []), at_top) for page in pages]
        repeated = _repeats(edges)
        offsets = _offsets(edges)
        limit = _body_limit(edges, repeated)
        for edge in edges:
            for row, kind in _judge(edge, repeated, offsets, limit, len(pages)):
                result[edge.page.number].append((row, kind))
    return Margins(result)


def _edge(page: Page, rows: list[Line], at_top: bool) -> _Edge:
    if at_top:
        near = [row for row in rows if row.bottom <= _ZONE * page.height]
        return _Edge(page, near[:_ZONE_ROWS], True)
    near = [row for row in rows if row.top >= (1 - _ZONE) * page.height]
    return _Edge(page, near[::-1][:_ZONE_ROWS], False)


Key = tuple[str, int, bool]


def _key(edge: _Edge, row: Line) -> Key:
    """A row's words without figures, and its distance from its edge in steps of 3 points."""
    away = row.baseline if edge.at_top else edge.page.height - row.baseline
    return (
        _NUMBER.sub("#", row.text.casefold()),
        round(away / 3),
        edge.page.width > edge.page.height,
    )


def _repeats(edges: list[_Edge]) -> Counter[Key]:
    """How many pages carry a row with these words at this place, or a step beside it."""
    exact: Counter[Key] = Counter()
    for edge in edges:
        exact.update({_key(edge, row) for row in edge.rows})
    near: Counter[Key] = Counter()
    for text, away, wide in exact:
        near[text, away, wide] = sum(exact[text, step, wide] for step in (away - 1, away, away + 1))
    return near


def _offsets(edges: list[_Edge]) -> Counter[int]:
    """How often a number at the edge is the page's own number plus this offset."""
    found: Counter[int] = Counter()
    for edge in edges:
        numbers = {int(n) for row in edge.rows[:3] for n in _NUMBER.findall(row.text) if len(n) < 5}
        found.update({number - edge.page.number for number in numbers})
    return found


def _body_limit(edges: list[_Edge], repeated: Counter[Key]) -> float:
    """Distance from the edge at which the body's text begins on most pages."""
    found: list[float] = []
    for edge in edges:
        for row in edge.rows:
            if repeated[_key(edge, row)] == 1 and not _FOLIO.fullmatch(row.text):
                height = edge.page.height
                found.append(row.top if edge.at_top else height - row.bottom)
                break
    found.sort()
    return found[len(found) // 5] - 2.0 if found else float("inf")


def _judge(
    edge: _Edge, repeated: Counter[Key], offsets: Counter[int], limit: float, pages: int
) -> list[tuple[Line, FurnitureKind]]:
    deepest = -1
    kinds: list[FurnitureKind] = []
    for index, row in enumerate(edge.rows):
        kind = _kind(edge, row, repeated, offsets, limit, pages)
        if kind:
            deepest = index
        kinds.append(kind or ("header" if edge.at_top else "footer"))
    if deepest > 0 and _is_text_between(edge, deepest, repeated, offsets, limit, pages):
        return [
            (row, kind)
            for row in edge.rows[: deepest + 1]
            if (kind := _kind(edge, row, repeated, offsets, limit, pages))
        ]
    return list(zip(edge.rows, kinds, strict=True))[: deepest + 1]


def _is_text_between(
    edge: _Edge,
    deepest: int,
    repeated: Counter[Key],
    offsets: Counter[int],
    limit: float,
    pages: int,
) -> bool:
    """Whether a row further out than furniture is a line of text after all."""
    return any(
        len(row.text) > 60 and not _kind(edge, row, repeated, offsets, limit, pages)
        for row in edge.rows[:deepest]
    )


def _kind(
    edge: _Edge, row: Line, repeated: Counter[Key], offsets: Counter[int], limit: float, pages: int
) -> FurnitureKind | None:
    plain: FurnitureKind = "header" if edge.at_top else "footer"
    if _is_browser(row.text):
        return "browser"
    if all(word.artifact for word in row.words):
        return "page-number" if _FOLIO.fullmatch(row.text) else plain
    if _is_folio(edge, row, offsets, pages):
        return "page-number"
    return plain if _is_running(edge, row, repeated, offsets, limit, pages) else None


def _is_browser(text: str) -> bool:
    if _PRINTED.match(text):
        return True
    return bool(_URL.search(text) and _COUNTED.search(text))


def _is_folio(edge: _Edge, row: Line, offsets: Counter[int], pages: int) -> bool:
    found = _FOLIO.fullmatch(row.text)
    if not found:
        return False
    label, total = found.groups()
    if total or "age" in row.text.casefold():
        return True
    if not _is_lonely(edge, row):
        return False
    if not label.isdigit():
        return len(label) < 6 and label.islower()
    offset = int(label) - edge.page.number
    return offsets[offset] >= min(3, max(pages - 1, 1)) or pages == 1


def _is_lonely(edge: _Edge, row: Line) -> bool:
    """Whether white space parts the row from the next one inwards."""
    at = edge.rows.index(row)
    if at + 1 >= len(edge.rows):
        return True
    other = edge.rows[at + 1]
    gap = other.top - row.bottom if edge.at_top else row.top - other.bottom
    return gap > 0.4 * row.size or _FOLIO.fullmatch(other.text) is not None


def _is_running(
    edge: _Edge, row: Line, repeated: Counter[Key], offsets: Counter[int], limit: float, pages: int
) -> bool:
    count = repeated[_key(edge, row)]
    if count < (2 if pages <= 4 else 3) or _in_grid(edge, row):
        return False
    height = edge.page.height
    inner = row.bottom if edge.at_top else height - row.top
    numbers = _NUMBER.findall(row.text)
    if inner > limit + 1.0:
        # Within the body's height only what stands there on most pages, apart from the text.
        if numbers or count < 0.5 * pages or not _is_lonely(edge, row):
            return False
        return pages >= 4 and not _SUBJECT.search(row.text) and row.width < 0.7 * edge.page.width
    counted = any(offsets[int(n) - edge.page.number] >= count / 2 for n in numbers if len(n) < 5)
    subject = _SUBJECT.search(row.text) is not None
    return not (numbers and subject and not counted) and not (subject and len(numbers) == 1)


def _in_grid(edge: _Edge, row: Line) -> bool:
    """Whether upright lines go past the row on into the page: a table's header row."""
    crossing = 0
    for line in edge.page.edges:
        if line.upright and line.top <= row.baseline <= line.bottom + 1:
            beyond = line.bottom - row.bottom if edge.at_top else row.top - line.top
            crossing += beyond > 1.5 * row.size
    return crossing >= 2


def group_kinds(
    found: Sequence[tuple[Line, FurnitureKind]],
) -> dict[FurnitureKind, list[Line]]:
    """Give furniture rows by kind."""
    grouped: dict[FurnitureKind, list[Line]] = defaultdict(list)
    for row, kind in found:
        grouped[kind].append(row)
    return grouped
