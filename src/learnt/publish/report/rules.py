"""The rules of the report (`rules/report.toml`) as typed records."""

from fnmatch import fnmatchcase
from functools import cache
from typing import Literal

import msgspec

from learnt.rulebook import load

Picture = Literal["", "bars", "line"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sub-heading of a section and the measures under it, by name or pattern, in order."""

    title: str
    measures: tuple[str, ...]
    lines: tuple[str, ...] = ()
    """Measures by year of the section that one picture draws together, in place of one for each."""


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
    nouns: str = ""
    """How a sentence on a table of tags begins."""
    caption: str = ""
    clause: str = ""
    clauses: str = ""
    say: str = ""
    lower: bool = False
    """Groups are common nouns and begin in lower case in a sentence."""
    groups: dict[str, tuple[str, str]] = {}
    labels: bool = False
    """The words for a group also head its row and its bar."""
    picture: Picture = ""
    place: bool = False
    """Groups are places: those without any are named."""


class BriefRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A heading of the two pages: the tallies it says (the first `each` sentences of each), draws, shows.

    "a|b" says b where a is withheld as a whole.
    """

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
    persons: tuple[str, ...]
    """Nouns of people, of whom a sentence says "for whom"; of others it says "for which"."""


class ReportRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `rules/report.toml`."""

    source: str
    title: str
    notice: str
    invented: str
    words: dict[str, str]
    heads: dict[str, tuple[str, ...]]
    """The column headings of the appendices' tables."""
    beside: BesideRule
    brief: tuple[BriefRule, ...]
    pyramid: tuple[str, str]
    """The two values of sex that stand left and right in a pyramid of ages."""
    methods: tuple[str, ...]
    months: tuple[str, ...]
    grammar: Grammar
    units: dict[str, str]
    """How counts of a unit head a column."""
    populations: dict[str, tuple[str, ...]]
    """Words for people in a heading, and how narrower populations that replace them begin."""
    groups: dict[str, tuple[str, str]]
    """Words for groups of any measure, such as those that disclosure control puts together."""
    section: tuple[SectionRule, ...]
    measure: tuple[MeasureRule, ...] = ()

    def of_measure(self, name: str) -> MeasureRule:
        """Give the rule of a measure: the first one with a pattern that fits, else an empty one."""
        for rule in self.measure:
            if any(fnmatchcase(name, pattern) for pattern in rule.measures):
                return rule
        return MeasureRule(measures=(name,))


class MeasureRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `rules/report_measures.toml`."""

    source: str
    measure: tuple[MeasureRule, ...]


@cache
def rules() -> ReportRules:
    """Give the rules of the report; raises `BadRule` where a file does not fit."""
    measures = load("report_measures.toml", MeasureRules).measure
    return msgspec.structs.replace(load("report.toml", ReportRules), measure=measures)
