"""What a measure hands back: counts of right and asked, and the misses behind them."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that came out wrong: the measure, what was expected and what was got."""

    measure: str
    expected: str
    got: str
    score: float = 0.0
    """How near the two are, 0 to 1; the worst are shown first."""


@dataclass(slots=True)
class Tally:
    """`right` of `of`; a share where `of` is not 0."""

    right: float = 0
    of: int = 0

    @property
    def share(self) -> float | None:
        """The share that is right, or None where nothing was asked."""
        return self.right / self.of if self.of else None

    def add(self, other: "Tally") -> None:
        """Add the counts of `other`."""
        self.right += other.right
        self.of += other.of


@dataclass(slots=True)
class Result:
    """The tallies of one case by measure, and its misses."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def count(self, measure: str, right: float, of: int = 1) -> None:
        """Add `right` of `of` to `measure`."""
        self.tallies.setdefault(measure, Tally()).add(Tally(right, of))

    def judge(self, measure: str, expected: str, got: str, right: bool, near: float = 0) -> None:
        """Count one answer, and keep it as a miss where it is wrong."""
        self.count(measure, int(right))
        if not right:
            self.misses.append(Miss(measure, expected, got, near))

    def merge(self, others: Iterable["Result"]) -> "Result":
        """Add the counts and misses of `others` and give this result."""
        for other in others:
            for measure, tally in other.tallies.items():
                self.tallies.setdefault(measure, Tally()).add(tally)
            self.misses.extend(other.misses)
        return self
