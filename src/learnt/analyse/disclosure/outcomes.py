"""What disclosure control decides for a table: its cells as told in public, or why none is told."""

import msgspec

from learnt.analyse.disclosure.settings import Reason
from learnt.records.finding import Withheld


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the public table: its name, the groups of the internal table in it, and its mark."""

    group: str
    members: tuple[str, ...]
    mark: Withheld = ""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The decision on one table: rows to tell, or (`whole`) the reason why the whole is withheld.

    `unnamed` takes the number of people away as well, where it would itself be a small number; `bare` the
    intervals of averages.
    """

    cells: tuple[Cell, ...] = ()
    whole: Reason | None = None
    unnamed: bool = False
    bare: bool = False

    def complete(self) -> bool:
        """Whether every row is told."""
        return self.whole is None and not any(cell.mark for cell in self.cells)

    def merged(self) -> tuple[str, ...]:
        """Give the groups of the internal table that were put together with others."""
        return tuple(
            group for cell in self.cells if len(cell.members) > 1 for group in cell.members
        )
