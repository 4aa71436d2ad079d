"""What public tables say, as whole numbers between bounds bound by linear equations.

Every row of a table is a quantity: a told one is fixed, a withheld one lies where its mark and the size of
its table leave it. `learnt.analyse.disclosure.relations` adds what tables say of one another.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learnt.analyse.disclosure.settings import Settings
from learnt.records.finding import Analysis, Tally

Key = tuple[str, str]
"""The id of a table and a row of it; rows that no table prints have names that begin with `*`."""

NO_LIMIT = 10**6


@dataclass
class Quantity:
    """A whole number between bounds; `asked` where it is a withheld row, which must stay open."""

    low: int = 0
    high: int = NO_LIMIT
    asked: bool = False


@dataclass(frozen=True)
class Equation:
    """Bounds on a sum of quantities, each with its factor.

    `assumed` ones follow from sound data only (a parent of children under 18 is a parent): an attacker
    may try them, and they are left out where they contradict what is told.
    """

    factors: Mapping[Key, int]
    low: int
    high: int
    assumed: bool = False


@dataclass
class System:
    """All quantities and equations of a public analysis."""

    quantities: dict[Key, Quantity] = field(default_factory=dict)
    equations: list[Equation] = field(default_factory=list)

    def hidden(self, key: Key, high: int = NO_LIMIT) -> Key:
        """Give the key of a quantity that nothing prints, adding it if need be."""
        self.quantities.setdefault(key, Quantity(high=high))
        return key

    def equal(self, factors: Mapping[Key, int], value: int = 0, assumed: bool = False) -> None:
        """Add that the sum of the quantities by their factors is `value`."""
        self.between(factors, value, value, assumed)

    def between(
        self, factors: Mapping[Key, int], low: int, high: int, assumed: bool = False
    ) -> None:
        """Add that the sum of the quantities by their factors lies between `low` and `high`."""
        if all(key in self.quantities for key in factors):
            self.equations.append(Equation(dict(factors), low, high, assumed))


def rows_of(analysis: Analysis, rules: Settings) -> System:
    """Give the rows of the protected tables, with what each table says of itself and its marks by our rules."""
    small = rules.small
    system = System()
    for tally in analysis.tallies:
        if not (tally.personal or any(one.withheld for one in tally.findings)):
            continue
        size = tally.total if tally.total is not None else NO_LIMIT
        known = size - (tally.not_recorded or 0)
        alone = tally.form in ("tags", "single")
        for one in tally.findings:
            key = (tally.id, one.group)
            if one.numerator is not None:
                system.quantities[key] = Quantity(one.numerator, one.numerator)
            elif one.withheld == "small":
                system.quantities[key] = Quantity(0, min(small - 1, known), asked=True)
            elif one.withheld:
                low = _least(tally, known, rules) if alone else small
                system.quantities[key] = Quantity(max(low, one.least or 0), known, asked=True)
        if tally.findings and not alone and tally.total is not None:
            rows = {(tally.id, one.group): 1 for one in tally.findings}
            system.equal(rows, known)
    return system


def _least(tally: Tally, known: int, rules: Settings) -> int:
    """Give the least number of a row that is not told beside nothing: the others recorded are few then.

    Of a table of several rows nobody knows how many are recorded of each; of a part, why it is not told.
    """
    if len(tally.findings) > 1 or tally.section in rules.parts or known < rules.least():
        return 0
    return known - rules.small + 1
