"""The thresholds and words of disclosure control, from `rules/disclosure.toml`."""

from typing import Literal

import msgspec

from learnt.rulebook import load

Reason = Literal["few", "apart", "alone", "populations", "cross", "mean", "plain", "audited"]
"""Why something whole is withheld: a key of `reasons` in the rules."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What counts as small, which sections are parts of which, and what is said instead of numbers."""

    source: str
    small: int
    values_for_mean: int
    values_for_quartiles: int
    possible_values: int
    whole: str
    parts: tuple[str, ...]
    kind_of_death: str
    of_a_part: tuple[str, ...]
    other: str
    others: tuple[str, ...]
    extremes: tuple[str, ...]
    quartiles: tuple[str, ...]
    quality: tuple[str, ...]
    quality_apart: tuple[str, ...]
    quality_tables: str
    open_below: tuple[str, ...]
    open_above: tuple[str, ...]
    told_by_totals: tuple[str, ...]
    inside: dict[str, str]
    holders: dict[str, str]
    sentences: dict[str, str]
    reasons: dict[str, str]

    def least(self) -> int:
        """Give the number of people under which no table can be shown: two groups that are not small."""
        return 2 * self.small

    def sentence(self, reason: Reason) -> str:
        """Give the sentence for the reader where a whole table is withheld."""
        return self.sentences.get(reason, self.sentences["few"])

    def why(self, reason: str) -> str:
        """Give the reason for the preview in words."""
        return self.reasons[reason].format(
            small=self.small,
            least=self.least(),
            mean=self.values_for_mean,
            quartiles=self.values_for_quartiles,
        )


def settings() -> Settings:
    """Give the settings; the rulebook keeps them after the first load."""
    return load("disclosure.toml", Settings)
