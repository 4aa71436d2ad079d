"""Drawn lines as a table's lines: bits joined, doubles folded, those that touch grouped.

Engines draw a border cell by cell, twice, or as dashes; a scan's lines are found in bits. All are
joined here to lines that have a place and an extent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from learnt.read.pdf.ink import Edge, Page

MOST_PAIRS = 400_000
"""A page with more pairs of level and upright lines is a drawing, not a table."""


@dataclass(frozen=True, slots=True)
class Slack:
    """How far things may be apart, in points, and still belong together."""

    snap: float = 3.0
    """Two parallel lines this near are one (double borders are 0.75 to 2.25 points apart)."""
    touch: float = 3.0
    """A line that ends this far from another still touches it."""
    gap: float = 4.0
    """Bits of a line this far apart are one line."""


BORN = Slack()
SCANNED = Slack(snap=4.0, touch=6.0, gap=9.0)


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line: where it is across its direction, and from where to where it goes."""

    at: float
    lo: float
    hi: float

    @property
    def length(self) -> float:
        """The line's length in points."""
        return self.hi - self.lo


@dataclass(slots=True)
class Mesh:
    """Level and upright lines that touch one another."""

    level: list[Line] = field(default_factory=list)
    upright: list[Line] = field(default_factory=list)


def slack_of(page: Page) -> Slack:
    """Give the tolerances for a page's source."""
    return SCANNED if page.source == "ocr" else BORN


def join_edges(edges: Iterable[Edge], upright: bool, slack: Slack) -> list[Line]:
    """Give the lines that the level (or upright) edges make, sorted by place."""
    bits = sorted(_as_line(edge) for edge in edges if edge.upright == upright)
    lines: list[Line] = []
    cluster: list[tuple[float, float, float]] = []
    for bit in bits:
        if cluster and (
            bit[0] - cluster[-1][0] > slack.snap or bit[0] - cluster[0][0] > slack.snap * 1.5
        ):
            lines.extend(_join_bits(cluster, slack))
            cluster = []
        cluster.append(bit)
    return lines + (_join_bits(cluster, slack) if cluster else [])


def _as_line(edge: Edge) -> tuple[float, float, float]:
    if edge.upright:
        return (edge.x0 + edge.x1) / 2, edge.top, edge.bottom
    return (edge.top + edge.bottom) / 2, edge.x0, edge.x1


def _join_bits(bits: Sequence[tuple[float, float, float]], slack: Slack) -> list[Line]:
    ordered = sorted(bits, key=lambda bit: bit[1])
    runs: list[list[tuple[float, float, float]]] = [[ordered[0]]]
    reach = ordered[0][2]
    for before, bit in pairwise(ordered):
        dash = max(bit[2] - bit[1], before[2] - before[1])
        room = min(12.0, 1.5 * dash) if dash < 20.0 else 0.0
        if bit[1] - reach <= max(slack.gap, room):
            runs[-1].append(bit)
        else:
            runs.append([bit])
        reach = max(reach, bit[2])
    return [_as_run(run) for run in runs]


def _as_run(run: Sequence[tuple[float, float, float]]) -> Line:
    total = sum(hi - lo for _, lo, hi in run) or 1.0
    at = sum(at * (hi - lo) for at, lo, hi in run) / total if total > 1.0 else run[0][0]
    return Line(at, min(lo for _, lo, _ in run), max(hi for _, _, hi in run))


def group_lines(level: Sequence[Line], upright: Sequence[Line], slack: Slack) -> list[Mesh]:
    """Give the groups of lines that touch, each with at least one level and one upright line."""
    if len(level) * len(upright) > MOST_PAIRS:
        return []
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    near = slack.touch
    for j, stem in enumerate(upright, len(level)):
        for i, bar in enumerate(level):
            if (
                bar.lo - near <= stem.at <= bar.hi + near
                and stem.lo - near <= bar.at <= stem.hi + near
            ):
                parent[root(i)] = root(j)
    meshes: dict[int, Mesh] = {}
    for i, bar in enumerate(level):
        meshes.setdefault(root(i), Mesh()).level.append(bar)
    for j, stem in enumerate(upright, len(level)):
        meshes.setdefault(root(j), Mesh()).upright.append(stem)
    return [mesh for mesh in meshes.values() if mesh.level and mesh.upright]


def cluster(values: Iterable[float], near: float) -> list[float]:
    """Give the middles of the groups of values that lie within `near` of their neighbours."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= near and value - groups[-1][0] <= 2 * near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]
