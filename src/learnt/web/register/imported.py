"""What an import did, as the page and the command line tell it."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from learnt.register.schema import schema

FEW = 5
"""Partnerships, or pairs of cases, that are named of many."""


def _several(number: int) -> str:
    """Say how many incidents."""
    return "1 incident" if number == 1 else f"{number} incidents"


def _listed(shown: Collection[str], number: int) -> str:
    """List things, and say how many more there are."""
    rest = f" and {number - len(shown)} more" if number > len(shown) else ""
    return ", ".join(shown) + rest


@dataclass(slots=True)
class Imported:
    """How many rows of each table are new, changed or as they were; which partnerships are not known."""

    added: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    unmatched: Counter[str] = field(default_factory=Counter)
    """Rows of incidents by a partnership's printed name that the list of partnerships does not have."""
    nowhere: int = 0
    """Incidents that name no partnership: seen by people of all partnerships only."""

    alike: int = 0
    """New incidents whose id a case of another partnership has: they stay apart."""
    linked: int = 0
    """Reviews of the library that were linked by the hashes of their documents."""
    doubles: tuple[tuple[str, str], ...] = ()
    """Pairs of incidents, one of them of the file, that may be the same death: both stay."""

    def lines(self, names: int | None = FEW) -> Iterator[str]:
        """Say it in lines; of many partnerships or pairs `names` are named, with None all."""
        yield from self.done()
        yield from self.odd(names)

    def done(self) -> Iterator[str]:
        """Say what was done."""
        for table in schema().tables:
            told = (self.added[table.name], self.updated[table.name], self.unchanged[table.name])
            if any(told):
                yield f"{table.name}: {told[0]} new, {told[1]} changed, {told[2]} as they were"
        if self.linked:
            yield f"{self.linked} reviews of the library linked by their documents"

    def odd(self, names: int | None = FEW) -> Iterator[str]:
        """Say what somebody should look at."""
        if self.alike:
            yield f"{_several(self.alike)} with an id that another partnership gave too: they stay apart"
        if self.unmatched:
            yield self._of_unmatched(names)
        if self.doubles:
            yield self._of_doubles(names)
        if self.nowhere:
            yield f"{_several(self.nowhere)} of no partnership: people of all partnerships see them"

    def _of_unmatched(self, names: int | None) -> str:
        often = sorted(self.unmatched, key=lambda name: (-self.unmatched[name], name))
        of = "a partnership" if len(often) == 1 else f"{len(often)} partnerships"
        rows = _several(sum(self.unmatched.values()))
        listed = _listed(sorted(often[:names]), len(often))
        return f"{rows} of {of} that the list does not have: {listed}"

    def _of_doubles(self, names: int | None) -> str:
        number = len(self.doubles)
        pairs = [f"{one} and {other}" for one, other in self.doubles[:names]]
        told = "1 pair of deaths" if number == 1 else f"{number} pairs of deaths"
        return (
            f"{told} may be the same, by partnership, month, age and sex; nothing is put together,"
            f" and reports count both: {_listed(pairs, number)}"
        )
