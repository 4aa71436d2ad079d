"""Joins the parts of a table that stand on several pages into one block."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from learnt.read.pdf.tables.shape import FoundTable
from learnt.records import Block

Parted = Callable[[FoundTable, FoundTable], bool]
"""Tells whether text of the body (a heading, a paragraph) stands between two tables."""


@dataclass(frozen=True, slots=True)
class JoinedTable:
    """A whole table as a block, and the parts it was joined from."""

    block: Block
    pieces: tuple[FoundTable, ...]


def join_tables(found: Sequence[FoundTable], *, parted: Parted | None = None) -> list[JoinedTable]:
    """Give whole tables from the tables found page by page, in order.

    `parted` tells whether body text stands between two neighbours, so that the second is a new
    table; without it only neighbours on following pages are joined.
    """
    return []
