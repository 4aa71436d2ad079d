"""The rules of the report (`rules/report.toml`) as typed records."""

from fnmatch import fnmatchcase
from typing import Literal

import msgspec

from learnt.rulebook import load

Picture = Literal["", "bars", "line"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sub-heading of a section and the measures under it, by name or pattern, in order."""

    title: str
    measures: tuple[str, ...]


class SectionRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A section: its id and title, whose tallies it takes, and what it says without data."""

    id: str
    title: str
    kind: Literal["brief", "tallies", "written", "methods", "definitions", "quality",
                  "comparators", "versions"] = "tallies"  # fmt: skip
    takes: tuple[str, ...] = ()
    """The sections of tallies that it prints, as `Tally.section` names them."""
    part: tuple[Part, ...] = ()
    empty: str = ""
    gaps: tuple[str, ...] = ()
    """How the gaps of the analysis begin that belong here."""
    appendix: bool = False


class MeasureRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a measure is said and drawn. `measures` are names or patterns; the first rule that fits holds.

    `clause` and `clauses` (one case, several) hold `{group}`; `groups` gives the words for a group, one
    and several. `say` is the pattern of a single number. `picture` is how it is drawn.
    """

    measures: tuple[str, ...]
    noun: str = ""
    clause: str = ""
    clauses: str = ""
    none: str = ""
    say: str = ""
    groups: dict[str, tuple[str, str]] = {}
    picture: Picture = ""


class BriefRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A heading of the two pages: the tallies it says (the first `each` sentences of each), draws, shows."""

    title: str
    says: tuple[str, ...] = ()
    draws: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    each: int = 1
    empty: str


class BesideRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which section of tallies is set beside which: the area's own, and the rest of the library."""

    own: str
    rest: str


class Grammar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words in the singular, by their plural."""

    singular: dict[str, str]
    verbs: dict[str, str]


class ReportRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `rules/report.toml`."""

    source: str
    title: str
    notice: str
    words: dict[str, str]
    heads: dict[str, tuple[str, ...]]
    """The column headings of the appendices' tables."""
    beside: BesideRule
    brief: tuple[BriefRule, ...]
    pyramid: tuple[str, str]
    """The two values of sex that stand left and right in a pyramid of ages."""
    methods: tuple[str, ...]
    grammar: Grammar
    section: tuple[SectionRule, ...]
    measure: tuple[MeasureRule, ...]

    def of_measure(self, name: str) -> MeasureRule:
        """Give the rule of a measure: the first one with a pattern that fits, else an empty one."""
        for rule in self.measure:
            if any(fnmatchcase(name, pattern) for pattern in rule.measures):
                return rule
        return MeasureRule(measures=(name,))


def rules() -> ReportRules:
    """Give the rules of the report; raises `BadRule` where the file does not fit."""
    return load("report.toml", ReportRules)
