"""What `analyse` gives: numbers that carry what they count, of whom, and what was not recorded.

A finding never stands without its base. A share of people (each person once) and a share of mentions
(a person or recommendation may stand in several groups) are different types.
"""

from typing import Literal

import msgspec

Unit = Literal[
    "people",
    "incidents",
    "reviews",
    "recommendations",
    "percent",
    "years",
    "months",
    "per 100,000",
    "mentions",
]

Withheld = Literal["", "small", "linked"]
"""Why a number is not told: fewer than 5 itself (`small`), or it would give such a number back."""


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """A share from 0 to 1 with its 95% interval by Wilson's method."""

    value: float
    low: float
    high: float


class ShareOfPeople(Share, frozen=True, kw_only=True, tag="people"):
    """Of cases that are counted once each: people, incidents, reviews, recommendations."""


class ShareOfMentions(Share, frozen=True, kw_only=True, tag="mentions"):
    """Of mentions: one person or recommendation may be mentioned in several groups."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One number. `numerator` is None where withheld; `value` is what is printed, in `unit`.

    `ids` are the cases behind it: never in public output. `measure` names a measure of
    `rules/measures.toml`; `group` is the category, year, area or theme, as printed.
    """

    measure: str
    group: str
    numerator: int | None = None
    denominator: int | None = None
    not_recorded: int | None = None
    value: float | None = None
    unit: Unit = "people"
    share: ShareOfPeople | ShareOfMentions | None = None
    low: float | None = None
    high: float | None = None
    """The 95% interval of a rate or mean, in `unit`."""
    population: int | None = None
    period: str = ""
    ids: tuple[str, ...] = ()
    withheld: Withheld = ""
    least: int | None = None
    """Of a number that is withheld: what it is at least, where the rows beside it tell that anyway."""
    named_elsewhere: bool = False
    """Of groups put together: the table of all deaths names some, so one may be larger than a group named here."""
    note: str = ""


Form = Literal["categories", "ordered", "years", "tags", "single", "cross"]
"""`categories` by size; `ordered` (age bands) and `years` in order; `tags`: each row stands alone, a
case may be in several; `single`: one number; `cross`: two dimensions, group is `row × column`."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """A table: one measure over one population, its groups, and what could not be counted.

    `id` is `section.measure` (`homicides.sex_of_victim`); `of` names the population in words
    ("people who died by homicide"); `total` is its size, recorded or not. `personal` marks
    characteristics of people, which disclosure control protects in public output. `tagged` marks
    variables that DHRD tags: "tagged in n of N".
    """

    id: str
    section: str
    measure: str
    title: str
    of: str
    form: Form
    unit: Unit = "people"
    findings: tuple[Finding, ...] = ()
    total: int | None = None
    not_recorded: int | None = None
    definition: str = ""
    personal: bool = False
    tagged: bool = False
    closed: bool = False
    """All groups of the list are given, those with none too."""
    merged: tuple[str, ...] = ()
    """Groups that were put together for public output; for the preview only."""
    withheld: str = ""
    """Why the whole table is not told, in a sentence for the reader; else empty."""


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A published figure beside ours, or the reason why none is (`declined`)."""

    tally: str
    group: str
    comparator: str = ""
    """What is printed: the figure with its unit."""
    value: float | None = None
    unit: str = ""
    base: str = ""
    period: str = ""
    coverage: str = ""
    source: str = ""
    licence: str = ""
    differs: str = ""
    """How its base differs from ours, in words; empty where they are alike."""
    declined: str = ""


class Quality(msgspec.Struct, frozen=True, kw_only=True):
    """What a check found in the data, in a sentence; `ids` are the rows concerned, not for the public."""

    code: str
    says: str
    ids: tuple[str, ...] = ()


class Protection(msgspec.Struct, frozen=True, kw_only=True):
    """What disclosure control merged or withheld, and why: for the preview, never in public output."""

    tally: str
    group: str
    did: Literal["merged", "withheld"]
    why: str


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """What a report is about. Empty: all. Years are those of death, both included."""

    area: str = ""
    first: int | None = None
    last: int | None = None
    denominator: Literal["recorded", "all"] = "recorded"
    crosses: tuple[tuple[str, str], ...] = ()
    """Pairs of variables to cross, on request."""
    filters: tuple[tuple[str, str], ...] = ()
    """Variables with the value that a case or review must have, as `("kind", "dardr")`."""


class Analysis(msgspec.Struct, frozen=True, kw_only=True):
    """All findings of a report. `public` is set by disclosure control alone."""

    selection: Selection = Selection()
    name: str = ""
    """The area in words, or "England and Wales" or "all reviews in the register"."""
    tallies: tuple[Tally, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    quality: tuple[Quality, ...] = ()
    gaps: tuple[str, ...] = ()
    """What could not be counted, in sentences ("There are no populations: no rate is given.")."""
    protections: tuple[Protection, ...] = ()
    public: bool = False
    source: str = ""
    date: str = ""
    versions: dict[str, str] = msgspec.field(default_factory=dict)

    def tally(self, name: str) -> Tally | None:
        """Give the table with this id, if there is one."""
        return next((one for one in self.tallies if one.id == name), None)
