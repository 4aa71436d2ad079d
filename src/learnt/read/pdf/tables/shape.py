"""What a found table is: a grid of cells on one page, before tables are joined over pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from learnt.read.pdf.ink import Word
from learnt.records import Box, Source

Rule = Literal["ruled", "tagged", "level", "shaded", "words"]
"""What showed the table: a grid of lines, structure tags, level lines, shading, or its words."""


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell on one page. `merged`: its text is repeated from the cell above or to the left."""

    text: str = ""
    box: Box = (0.0, 0.0, 0.0, 0.0)
    merged: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row on one page, with as many cells as its table has columns.

    `open_top` and `open_bottom` say that no line closes the row there though others are closed;
    `keys` are the structure elements (TR) that its words belong to.
    """

    cells: tuple[FoundCell, ...]
    top: float
    bottom: float
    header: bool = False
    open_top: bool = False
    open_bottom: bool = False
    keys: frozenset[int] = frozenset()

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells' texts, from left to right."""
        return tuple(cell.text for cell in self.cells)

    @property
    def spans_all(self) -> bool:
        """Whether one cell fills the row."""
        return len(self.cells) > 1 and all(cell.merged for cell in self.cells[1:])


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table, or the part of one, on one page."""

    page: int
    box: Box
    columns: tuple[float, ...]
    """The x of the columns' borders, one more than there are columns."""
    rows: tuple[FoundRow, ...]
    used: frozenset[int]
    """Indexes into the page's words of those that stand in the table."""
    rule: Rule = "ruled"
    source: Source = "text"
    confidence: float = 1.0
    """How sure a recogniser was of the words, on average."""
    key: int = -1
    """The structure element (Table) that the words belong to; -1 where there is none."""

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.columns) - 1


def box_of(words: Iterable[Word]) -> Box:
    """Give the box around `words`, of which there is at least one."""
    kept = list(words)
    return (
        min(word.x0 for word in kept),
        min(word.top for word in kept),
        max(word.x1 for word in kept),
        max(word.bottom for word in kept),
    )
