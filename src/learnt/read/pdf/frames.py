"""Drawn boxes and shaded panels that hold text of their own: callouts, recommendations in boxes."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.read.pdf.ink import Edge, Page, Panel
from learnt.read.pdf.lines import Line
from learnt.records import Box

_NEAR = 3.0
_SMALLEST = (60.0, 12.0)


@dataclass(frozen=True, slots=True)
class Framed:
    """A box and the pieces of lines that stand in it; `fill` is its colour or empty."""

    box: Box
    fill: str
    pieces: tuple[Line, ...]


def find_frames(page: Page, pieces: Sequence[Line]) -> tuple[list[Framed], list[Line]]:
    """Give the frames on `page` from top to bottom, and the pieces that stand in none."""
    if not pieces:
        return [], []
    rest = list(pieces)
    frames: list[Framed] = []
    boxes = _merge([*page.panels, *_drawn_boxes(page.edges)])
    for panel in sorted(boxes, key=_area):
        inside = [piece for piece in rest if _holds(panel, piece)]
        if not inside or _fills_page(panel, page, pieces):
            continue
        if any(_cuts(panel, piece) for piece in rest):
            continue
        if not _stands_alone(panel, inside, rest):
            continue
        box = (panel.x0, panel.top, panel.x1, panel.bottom)
        frames.append(Framed(box, panel.fill, tuple(inside)))
        chosen = set(map(id, inside))
        rest = [piece for piece in rest if id(piece) not in chosen]
    return sorted(frames, key=lambda frame: frame.box[1]), rest


def _area(panel: Panel) -> float:
    return (panel.x1 - panel.x0) * (panel.bottom - panel.top)


def _fills_page(panel: Panel, page: Page, pieces: Sequence[Line]) -> bool:
    """Whether the panel is the page's own background or border, not a box on the page."""
    if _area(panel) < 0.5 * page.width * page.height:
        return False
    held = sum(_holds(panel, piece) for piece in pieces)
    return held > 0.9 * len(pieces) or _area(panel) > 0.9 * page.width * page.height


def _holds(panel: Panel, piece: Line) -> bool:
    middle = (piece.top + piece.bottom) / 2
    across = panel.x0 - _NEAR <= piece.x0 and piece.x1 <= panel.x1 + _NEAR
    return across and panel.top <= middle <= panel.bottom


def _cuts(panel: Panel, piece: Line) -> bool:
    """Whether a piece stands partly inside: then the panel is a highlight or a decoration."""
    middle = (piece.top + piece.bottom) / 2
    if not panel.top <= middle <= panel.bottom:
        return False
    inside = min(piece.x1, panel.x1) - max(piece.x0, panel.x0)
    return inside > 2 * _NEAR and not _holds(panel, piece)


def _stands_alone(panel: Panel, inside: list[Line], rest: list[Line]) -> bool:
    """A highlight hugs words of a line that goes on; a frame has white space around it."""
    chosen = set(map(id, inside))
    for piece in inside:
        for other in rest:
            beside = abs(other.baseline - piece.baseline) < 2.0 and id(other) not in chosen
            if beside and -2 < min(other.x0 - panel.x1, panel.x0 - other.x1) < 0.7 * piece.size:
                return False
            if beside and -2 < max(other.x0 - panel.x1, panel.x0 - other.x1) < 0.7 * piece.size:
                return False
    return True


def _merge(panels: Sequence[Panel]) -> list[Panel]:
    """Join panels stacked on each other: engines shade paragraph by paragraph, or line by line."""
    merged: list[Panel] = []
    width, height = _SMALLEST
    for panel in sorted(panels, key=lambda p: (round(p.x0), round(p.x1), p.top)):
        last = merged[-1] if merged else None
        if last and _same_sides(last, panel) and panel.top - last.bottom <= 1.5:
            same = last.fill == panel.fill or panel.stroked or last.stroked
            if same:
                bottom = max(last.bottom, panel.bottom)
                stroked = last.stroked or panel.stroked
                fill = last.fill or panel.fill
                merged[-1] = Panel(last.x0, last.top, last.x1, bottom, fill, stroked)
                continue
        merged.append(panel)
    return [p for p in merged if p.x1 - p.x0 >= width and p.bottom - p.top >= height]


def _same_sides(first: Panel, second: Panel) -> bool:
    return abs(first.x0 - second.x0) <= _NEAR and abs(first.x1 - second.x1) <= _NEAR


def _drawn_boxes(edges: Sequence[Edge]) -> list[Panel]:
    """Give the rectangles whose four sides are drawn as separate lines."""
    level = sorted((e for e in edges if not e.upright and e.x1 - e.x0 >= 60), key=lambda e: e.top)
    upright = [e for e in edges if e.upright]
    if len(level) > 200 or len(upright) > 400:
        return []
    boxes: list[Panel] = []
    for index, top in enumerate(level):
        for bottom in level[index + 1 :]:
            if abs(bottom.x0 - top.x0) > _NEAR or abs(bottom.x1 - top.x1) > _NEAR:
                continue
            if bottom.top - top.top < _SMALLEST[1]:
                continue
            if all(_covers(upright, x, top.top, bottom.top) for x in (top.x0, top.x1)):
                boxes.append(Panel(top.x0, top.top, top.x1, bottom.bottom, "", True))
            break
    return boxes


def _covers(upright: list[Edge], x: float, top: float, bottom: float) -> bool:
    drawn = sum(
        max(min(e.bottom, bottom) - max(e.top, top), 0.0) for e in upright if abs(e.x0 - x) <= _NEAR
    )
    return drawn >= 0.85 * (bottom - top)
