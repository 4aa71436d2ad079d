"""A page's drawn lines, boxes and pictures, also those inside form XObjects.

Engines draw a rule as a stroked line, as a thin filled rectangle, as a long path of many pieces or
even as a stretched picture; all become `Edge`s here. A rectangle that is not thin becomes a
`Panel`, and where its outline is drawn, four edges as well.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from learnt.read.pdf.calls import (
    address,
    count_inner,
    count_objects,
    count_segments,
    draw_mode,
    fill_colour,
    get_inner,
    get_object,
    get_segment,
    object_kind,
    object_matrix,
    segment_closes,
    segment_kind,
    segment_point,
)
from learnt.read.pdf.ink import Edge, Panel
from learnt.read.pdf.space import IDENTITY, Matrix, apply, apply_box, multiply
from learnt.records import Box

THIN = 3.0
"""A filled shape up to this many points thick is a line."""
SHORTEST = 4.0
"""A line shorter than this many points is a dot or part of a drawing."""
_DEEPEST, _MOST_OBJECTS, _MOST_SEGMENTS = 8, 40_000, 400
_SLANT = 1.0
_PATH, _FORM = pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM
_SHOWN = (_PATH, pdfium.FPDF_PAGEOBJ_IMAGE)
_MOVE, _CURVE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_BEZIERTO
Point = tuple[float, float]


@dataclass(slots=True)
class Drawing:
    """What is drawn on a page, in displayed points."""

    edges: list[Edge] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    images: list[Box] = field(default_factory=list)
    dots: list[Box] = field(default_factory=list)
    """Small round or square shapes, as wide as high: bullets may be among them."""


def read_drawing(page: Any, matrix: Matrix) -> Drawing:
    """Give the edges, panels and images of an open PDFium page."""
    drawing = Drawing()
    for handle, kind, to_page in _objects(address(page)):
        shown = multiply(to_page, matrix)
        if kind == _PATH:
            _add_path(drawing, handle, shown)
        else:
            own = multiply(_matrix_of(handle), shown)
            _add_image(drawing, apply_box(own, 0.0, 0.0, 1.0, 1.0))
    return drawing


def _objects(page: int) -> Iterator[tuple[int, int, Matrix]]:
    count = max(count_objects(page), 0)
    objects: Iterator[int] = (get_object(page, index) for index in range(count))
    stack: list[tuple[Iterator[int], Matrix]] = [(objects, IDENTITY)]
    seen = 0
    while stack and seen < _MOST_OBJECTS:
        objects, to_page = stack[-1]
        for handle in objects:
            seen += 1
            kind = object_kind(handle)
            if kind in _SHOWN:
                yield handle, kind, to_page
            elif kind == _FORM and len(stack) < _DEEPEST:
                stack.append((_form_objects(handle), multiply(_matrix_of(handle), to_page)))
                break
            if seen >= _MOST_OBJECTS:
                break
        else:
            stack.pop()


def _form_objects(form: int) -> Iterator[int]:
    return (get_inner(form, index) for index in range(max(count_inner(form), 0)))


def _matrix_of(handle: int) -> Matrix:
    raw = (ctypes.c_float * 6)()
    if not object_matrix(handle, ctypes.addressof(raw)):
        return IDENTITY
    a, b, c, d, e, f = raw
    return a, b, c, d, e, f


def _add_image(drawing: Drawing, box: Box) -> None:
    x0, top, x1, bottom = box
    if min(x1 - x0, bottom - top) <= THIN:
        _add_edge(drawing, box)
    else:
        drawing.images.append(box)


def _add_path(drawing: Drawing, handle: int, to_page: Matrix) -> None:
    count = count_segments(handle)
    modes = (ctypes.c_int * 2)()
    at = ctypes.addressof(modes)
    draw_mode(handle, at, at + 4)
    mode, stroke = modes
    if not (mode or stroke) or not 2 <= count <= _MOST_SEGMENTS:
        return
    fill = _colour(handle) if mode else ""
    shown = multiply(_matrix_of(handle), to_page)
    for points, curved in _subpaths(handle, count, shown):
        if _is_dot(points):
            drawing.dots.append(_around(points))
        elif not curved:
            _add_shape(drawing, points, fill, bool(stroke))
        elif fill or stroke:
            _add_rounded(drawing, points, fill, bool(stroke))


def _subpaths(handle: int, count: int, shown: Matrix) -> Iterator[tuple[list[Point], bool]]:
    point = (ctypes.c_float * 2)()
    at = ctypes.addressof(point)
    points: list[Point] = []
    curved = False
    for index in range(count):
        segment = get_segment(handle, index)
        kind = segment_kind(segment)
        if kind == _MOVE and points:
            yield points, curved
            points, curved = [], False
        segment_point(segment, at, at + 4)
        points.append(apply(shown, *point))
        curved = curved or kind == _CURVE
        if segment_closes(segment):
            points.append(points[0])
    if points:
        yield points, curved


def _around(points: list[Point]) -> Box:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def _is_dot(points: list[Point]) -> bool:
    x0, top, x1, bottom = _around(points)
    width, height = x1 - x0, bottom - top
    return 1.5 < width < 9 and 1.5 < height < 9 and 0.75 < width / height < 1.35


def _add_shape(drawing: Drawing, points: list[Point], fill: str, stroked: bool) -> None:
    x0, top, x1, bottom = _around(points)
    if min(x1 - x0, bottom - top) <= THIN:
        if fill or stroked:
            _add_edge(drawing, (x0, top, x1, bottom))
        return
    level = all(_is_level(a, b) for a, b in pairwise(points))
    corners = {(round(x), round(y)) for x, y in points}
    if level and len(corners) == 4:
        _add_panel(drawing, (x0, top, x1, bottom), fill, stroked)
    elif stroked:
        for (ax, ay), (bx, by) in pairwise(points):
            if _is_level((ax, ay), (bx, by)):
                _add_edge(drawing, (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))


def _add_rounded(drawing: Drawing, points: list[Point], fill: str, stroked: bool) -> None:
    """A box with rounded corners is still a box: large, with long straight sides."""
    x0, top, x1, bottom = _around(points)
    pairs = list(pairwise(points))
    straight = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairs if _is_level(a, b))
    around = 2 * (x1 - x0 + bottom - top)
    if x1 - x0 > 40 and bottom - top > 12 and straight > 0.6 * around:
        _add_panel(drawing, (x0, top, x1, bottom), fill, stroked)


def _is_level(first: Point, second: Point) -> bool:
    return abs(first[0] - second[0]) < _SLANT or abs(first[1] - second[1]) < _SLANT


def _add_panel(drawing: Drawing, box: Box, fill: str, stroked: bool) -> None:
    x0, top, x1, bottom = box
    if stroked:
        for side in (
            (x0, top, x1, top),
            (x0, bottom, x1, bottom),
            (x0, top, x0, bottom),
            (x1, top, x1, bottom),
        ):
            _add_edge(drawing, side)
    if stroked or fill not in ("", "#ffffff"):
        drawing.panels.append(Panel(x0, top, x1, bottom, fill, stroked))


def _add_edge(drawing: Drawing, box: Box) -> None:
    x0, top, x1, bottom = box
    if max(x1 - x0, bottom - top) >= SHORTEST:
        drawing.edges.append(Edge(bottom - top > x1 - x0, x0, top, x1, bottom))


def _colour(handle: int) -> str:
    parts = (ctypes.c_uint * 4)()
    at = ctypes.addressof(parts)
    if not fill_colour(handle, at, at + 4, at + 8, at + 12) or parts[3] == 0:
        return ""
    return "#" + "".join(f"{part:02x}" for part in parts[:3])
