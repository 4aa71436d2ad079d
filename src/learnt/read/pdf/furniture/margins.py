"""Running headers and footers, page numbers and what browsers print around a page.

A row at a page's edge is furniture if it stands at the same place with the same words on several
pages, if it is only a page number, or if the PDF itself marks it as a header or footer. Rows
inside the height of the body's text are never taken for their words alone: a recommendation
repeated at the top of pages, or a table's header row, is text.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from learnt.read.pdf.ink import Page
from learnt.read.pdf.lines import Line
from learnt.read.pdf.phrases import counted_thing, folio, page_word
from learnt.records import FurnitureKind

_ZONE_ROWS = 5
_ZONE = 0.2
_RIM = 0.065
_LONG = 60
_LEAST_LETTERS = 12
"""Letters of the shortest row that can be told from a misread one."""
_ALIKE = 85
"""Likeness, of 100, of a row and its misreading: of 39 scanned reports none was taken for another's."""
_HIGHEST = 1000
"""Page numbers above this are taken for years, unless there are as many pages."""
_NUMBER = re.compile(r"\d+")
_URL = re.compile(r"\b(?:https?://|file://|www\.)\S+|about:blank")
_PRINTED = re.compile(r"^\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}[:.]\d{2}")
_COUNTED = re.compile(r"\d{1,4}\s?/\s?\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Margins:
    """For each page (from 1) the rows of it that are furniture, with their kind."""

    rows: dict[int, list[tuple[Line, FurnitureKind]]]


@dataclass(frozen=True, slots=True)
class _Edge:
    """The rows of one page from one edge inwards; those in the zone may be furniture."""

    page: Page
    rows: list[Line]
    zone: int
    at_top: bool
    spellings: dict[str, str] = field(default_factory=dict)
    """What recognised rows are taken to say, where dust and misread letters make them differ."""

    def gap(self, at: int) -> float:
        """Give the white space between a row and the next one inwards."""
        if at + 1 >= len(self.rows):
            return float("inf")
        row, inner = self.rows[at], self.rows[at + 1]
        return inner.top - row.bottom if self.at_top else row.top - inner.bottom

    def depth(self, row: Line) -> float:
        """Give how far a row reaches into the page from this edge."""
        return row.bottom if self.at_top else self.page.height - row.top


def find_margins(pages: Sequence[Page], rows: dict[int, list[Line]]) -> Margins:
    """Give the furniture at the tops and bottoms of all `pages`, whose rows are `rows`."""
    result: dict[int, list[tuple[Line, FurnitureKind]]] = {page.number: [] for page in pages}
    for at_top in (True, False):
        edges = _settled([_edge(page, rows.get(page.number, []), at_top) for page in pages])
        judge = _Judge(edges)
        for edge in edges:
            result[edge.page.number] += judge.furniture(edge)
    return Margins(result)


def _edge(page: Page, rows: list[Line], at_top: bool) -> _Edge:
    if at_top:
        zone = sum(row.bottom <= _ZONE * page.height for row in rows)
        return _Edge(page, rows[: _ZONE_ROWS + 1], min(zone, _ZONE_ROWS), True)
    zone = sum(row.top >= (1 - _ZONE) * page.height for row in rows)
    return _Edge(page, rows[::-1][: _ZONE_ROWS + 1], min(zone, _ZONE_ROWS), False)


class _Judge:
    """What all pages together say about one of their two edges."""

    def __init__(self, edges: list[_Edge]) -> None:
        self.pages = len(edges)
        self.repeated = _repeats(edges, _key)
        self.same = _repeats(edges, _exact_key)
        self.offsets = _offsets(edges)
        self.limit = self._body_limit(edges)

    def furniture(self, edge: _Edge) -> list[tuple[Line, FurnitureKind]]:
        """Give the rows of `edge` that are furniture, from the edge inwards."""
        plain: FurnitureKind = "header" if edge.at_top else "footer"
        kinds: list[FurnitureKind | None] = []
        for at in range(edge.zone):
            inside = edge.depth(edge.rows[at]) > self.limit + 1.0
            # No running header stands below the first line of text.
            kinds.append(None if inside and None in kinds else self._kind(edge, at))
        deepest = max((at for at, kind in enumerate(kinds) if kind), default=-1)
        while deepest >= 0 and not self._is_parted(edge, deepest, kinds[deepest]):
            deepest -= 1
        within = edge.rows[: deepest + 1]
        loose = [row for row, kind in zip(within, kinds, strict=False) if kind is None]
        if any(len(row.text) > _LONG for row in loose):
            return [(row, kind) for row, kind in zip(within, kinds, strict=False) if kind]
        return [(row, kind or plain) for row, kind in zip(within, kinds, strict=False)]

    def _is_parted(self, edge: _Edge, at: int, kind: FurnitureKind | None) -> bool:
        """Whether the innermost row of furniture stands apart from the text, or needs not to."""
        if kind is None:
            return False
        row = edge.rows[at]
        if kind == "browser" or all(word.artifact for word in row.words):
            return True
        if edge.depth(row) < _RIM * edge.page.height or edge.gap(at) > 0.7 * row.size:
            return True
        return abs(row.size - edge.rows[at + 1].size) > 0.1 * row.size

    def _body_limit(self, edges: list[_Edge]) -> float:
        """Distance from the edge at which the body's text begins on most pages."""
        found: list[float] = []
        for edge in edges:
            for row in edge.rows[: edge.zone]:
                if self.repeated[_key(edge, row)] == 1 and not folio().fullmatch(row.text):
                    height = edge.page.height
                    found.append(row.top if edge.at_top else height - row.bottom)
                    break
        found.sort()
        return found[len(found) // 5] - 2.0 if found else float("inf")

    def _kind(self, edge: _Edge, at: int) -> FurnitureKind | None:
        row = edge.rows[at]
        plain: FurnitureKind = "header" if edge.at_top else "footer"
        if _is_browser(row.text):
            return "browser"
        if all(word.artifact for word in row.words):
            return "page-number" if folio().fullmatch(row.text) else plain
        if self._is_folio(edge, at):
            return "page-number"
        return plain if self._is_running(edge, at) else None

    def _is_folio(self, edge: _Edge, at: int) -> bool:
        row = edge.rows[at]
        found = folio().fullmatch(row.text)
        if not found:
            return False
        label, total = found.groups()
        if total or page_word().search(row.text):
            return True
        if edge.gap(at) <= 0.4 * row.size and at + 1 < edge.zone:
            return False
        if not label.isdigit():
            return len(label) < 6 and label.islower()
        if int(label) > max(3 * self.pages, _HIGHEST):
            return False
        offset = int(label) - edge.page.number
        return self.offsets[offset] >= min(3, max(self.pages - 1, 1)) or self.pages == 1

    def _is_running(self, edge: _Edge, at: int) -> bool:
        row = edge.rows[at]
        count = self.repeated[_key(edge, row)]
        numbers = [int(n) for n in _NUMBER.findall(row.text) if len(n) < 5]
        numbered = page_word().search(row.text) and any(
            self.offsets[n - edge.page.number] >= min(self.pages - 1, 3) for n in numbers
        )
        fewest = 2 if self.pages <= 4 or numbered else 3
        if count < fewest or _in_grid(edge, row):
            return False
        subject = counted_thing().search(row.text) is not None
        if edge.depth(row) > self.limit + 1.0:
            # Within the body's height only what stands there on most pages, apart from the text.
            often = self.pages >= 4 and count >= 0.5 * self.pages and edge.gap(at) > row.size
            return often and not numbers and not subject and row.width < 0.7 * edge.page.width
        # A figure that varies must be the page's number, or it counts something in the text.
        if self.same[_exact_key(edge, row)] >= fewest:
            return not (subject and len(numbers) == 1)
        counted = any(self.offsets[n - edge.page.number] >= count / 2 for n in numbers)
        return counted and not (subject and len(numbers) == 1)


Key = tuple[str, int]


def _key(edge: _Edge, row: Line) -> Key:
    """A row's words without figures, and its distance from its edge in steps of 3 points."""
    away = row.baseline if edge.at_top else edge.page.height - row.baseline
    text = row.text.casefold()
    return _NUMBER.sub("#", edge.spellings.get(text, text)), round(away / 3)


def _exact_key(edge: _Edge, row: Line) -> Key:
    text = row.text.casefold()
    return edge.spellings.get(text, text), _key(edge, row)[1]


def _settled(edges: list[_Edge]) -> list[_Edge]:
    """Give the edges with what each row of a recognised page is taken to say.

    Dust and misread letters make a running header differ a little on each page of a scan; it is
    taken for the commonest row of which it is a misreading, with figures of its own.
    """
    scanned = [edge for edge in edges if edge.page.source == "ocr"]
    texts = Counter(row.text.casefold() for edge in scanned for row in edge.rows[: edge.zone])
    shapes = Counter(_NUMBER.sub("#", text) for text in texts.elements())
    common = [shape for shape, count in shapes.most_common() if count > 1]
    spellings: dict[str, str] = {}
    for text in texts:
        shape = _NUMBER.sub("#", text)
        alike = next((other for other in common if _is_misread(shape, other)), shape)
        spellings[text] = _with_figures(alike, _NUMBER.findall(text))
    return [replace(edge, spellings=spellings) for edge in edges] if spellings else edges


def _is_misread(shape: str, other: str) -> bool:
    """Whether two rows, figures aside, differ by no more than misreading."""
    if min(len(shape), len(other)) < _LEAST_LETTERS or shape.count("#") != other.count("#"):
        return False
    return fuzz.ratio(shape, other) >= _ALIKE


def _with_figures(shape: str, figures: Sequence[str]) -> str:
    pieces = shape.split("#")
    filled = itertools.zip_longest(pieces, figures[: len(pieces) - 1], fillvalue="")
    return "".join(piece + figure for piece, figure in filled)


def _repeats(edges: list[_Edge], key: Callable[[_Edge, Line], Key]) -> Counter[Key]:
    """How many pages carry a row with these words at this place, or a step beside it."""
    exact: Counter[Key] = Counter()
    for edge in edges:
        exact.update({key(edge, row) for row in edge.rows[: edge.zone]})
    near: Counter[Key] = Counter()
    for text, away in exact:
        near[text, away] = sum(exact[text, step] for step in (away - 1, away, away + 1))
    return near


def _offsets(edges: list[_Edge]) -> Counter[int]:
    """How often a number at the edge is the page's own number plus this offset."""
    found: Counter[int] = Counter()
    for edge in edges:
        rows = edge.rows[: min(edge.zone, 3)]
        numbers = {int(n) for row in rows for n in _NUMBER.findall(row.text) if len(n) < 5}
        found.update({number - edge.page.number for number in numbers})
    return found


def _is_browser(text: str) -> bool:
    if _PRINTED.match(text):
        return True
    return bool(_URL.search(text) and _COUNTED.search(text))


def _in_grid(edge: _Edge, row: Line) -> bool:
    """Whether upright lines go past the row on into the page: a table's header row."""
    crossing = 0
    for line in edge.page.edges:
        if line.upright and line.top <= row.baseline <= line.bottom + 1:
            beyond = line.bottom - row.bottom if edge.at_top else row.top - line.top
            crossing += beyond > 1.5 * row.size
    return crossing >= 2
