"""What a review tells about the bodies it names in short: its area, its year, its own fuller names."""

import re
from dataclasses import dataclass, field

from learnt.agencies.calling import find_callings
from learnt.agencies.finding import find_bodies
from learnt.agencies.kinds import Kind
from learnt.agencies.making import Reading
from learnt.agencies.names import brackets, initials, is_abbreviation, key, without_brackets
from learnt.agencies.partnerships import Partnership, find_partnership, partnerships
from learnt.agencies.partnerships import partnership_place as place_of
from learnt.agencies.reading import read_name
from learnt.agencies.register import Register
from learnt.records import Review

_YEAR = re.compile(r"(?:19|20)\d\d")
_INTRODUCED = re.compile(
    r"((?:[A-Z][\w'’&-]*[ ,]+(?:(?:of|and|for|the|&)\s+)*){1,8})\(([A-Z][A-Za-z&]{1,7})\)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """A review as far as names need it.

    `year` is the year in which it was written, None where it prints none; `named` gives for each
    kind the bodies named in full; `short` its own abbreviations.
    """

    csp: str = ""
    area: Partnership | None = None
    district: Partnership | None = None
    year: int | None = None
    named: dict[str, dict[str, str]] = field(default_factory=dict)
    short: dict[str, Reading] = field(default_factory=dict)
    whole: tuple[Reading, ...] = ()
    councils: dict[str, str] = field(default_factory=dict)
    """Councils with social services or schools that the review names, and a name of each."""
    called: dict[str, Kind] = field(default_factory=dict)
    """The kind that the recommendations call a name by which nothing else tells."""


NOWHERE = Context()


def context_of(review: Review, register: Register) -> Context:
    """Gather what `review` tells; make it once and use it for all of the review's names."""
    csp = review.review.csp or ""
    area = find_partnership(csp) if csp else None
    district = None if area else partnerships().by_district.get(place_of(csp)) if csp else None
    readings = [read_name(name, register) for name in _printed(review)]
    full = tuple(r for r in readings if r.state == "body" and r.agency)
    return Context(
        csp=csp,
        area=area,
        district=district,
        year=_year(review),
        named=_by_kind(full),
        short=_own_abbreviations(review, full, register),
        whole=full,
        councils=_councils(full),
        called=find_callings(review, register),
    )


def _printed(review: Review) -> list[str]:
    """Give each addressee's name once, those of the plan's lead agencies and of the panel too."""
    told = [a.printed for rec in review.recommendations for a in rec.addressees]
    leads = [action.lead for action in review.actions if action.lead]
    panel = [words for member in review.review.panel for _, _, words in find_bodies(member)]
    return list(dict.fromkeys([*told, *leads, *panel]))


def _year(review: Review) -> int | None:
    """Give the year of writing: completed, else published."""
    for printed in (review.review.completed, review.review.published):
        if printed and (found := _YEAR.search(printed)):
            return int(found.group())
    return None


def _by_kind(readings: tuple[Reading, ...]) -> dict[str, dict[str, str]]:
    named: dict[str, dict[str, str]] = {}
    for reading in readings:
        kind = reading.kind.id if reading.kind else reading.type
        if kind and reading.agency:
            named.setdefault(kind, {})[reading.agency] = reading.name or reading.printed
    return named


def _councils(readings: tuple[Reading, ...]) -> dict[str, str]:
    """Give the councils whose social services or schools are named, with the words of the name."""
    parts = [(r, r.kind.slug) for r in readings if r.kind and r.kind.area == "council"]
    ending = [(r.agency or "", f"-{slug}", r.rest) for r, slug in parts]
    return {a.removesuffix(end): rest for a, end, rest in ending if a.endswith(f"council{end}")}


def _own_abbreviations(
    review: Review, readings: tuple[Reading, ...], register: Register
) -> dict[str, Reading]:
    """Give the abbreviations that the review prints in brackets after a full name.

    One that stands for two bodies in the same review is left out.
    """
    found: dict[str, dict[str | None, Reading]] = {}
    for reading in readings:
        for inner in brackets(reading.printed):
            if is_abbreviation(inner):
                found.setdefault(key(inner), {})[reading.agency] = reading
    for rec in review.recommendations:
        for match in _INTRODUCED.finditer(f"{rec.context or ''} {rec.text}"):
            reading = read_name(_last_words(match.group(1), match.group(2)), register)
            if reading.state == "body":
                found.setdefault(key(match.group(2)), {})[reading.agency] = reading
    return {short: next(iter(those.values())) for short, those in found.items() if len(those) == 1}


def _last_words(words: str, short: str) -> str:
    """Cut "The Loxley Housing Trust" to as many words as give the initials `short`."""
    parts = words.split()
    for start in range(len(parts)):
        if "".join(w[0] for w in parts[start:] if w[0].isupper()).casefold() == short.casefold():
            return " ".join(parts[start:])
    return words


def has_initials(reading: Reading, short: str) -> bool:
    """Whether `short` is made of the first letters of a body's printed name."""
    return short.casefold() in initials(without_brackets(reading.printed))
