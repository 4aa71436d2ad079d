"""Loads the lists that fictional reviews are written from; nothing else in Learnt may read them."""

from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)


class Names(msgspec.Struct, frozen=True):
    """`names.toml`: pseudonyms, professionals, systems."""

    source: str
    victims_female: list[str]
    victims_male: list[str]
    also_words: list[str]
    perpetrators_male: list[str]
    perpetrators_female: list[str]
    codes: list[tuple[str, str]]
    relatives: list[str]
    professionals_first: list[str]
    professionals_last: list[str]
    honours: list[str]
    job_titles: list[str]
    systems: list[str]
    schemes: list[str]


class Places(msgspec.Struct, frozen=True):
    """`places.toml`: invented counties and towns."""

    source: str
    counties: list[str]
    towns: list[str]
    welsh_counties: list[str]
    welsh_towns: list[str]


class BodyForm(msgspec.Struct, frozen=True):
    """A kind of body and the forms in which its name is printed."""

    kind: str
    names: list[str]
    short: list[str]
    national: bool = False
    the: bool = False


class Bodies(msgspec.Struct, frozen=True):
    """`bodies.toml`: the forms of bodies' names."""

    source: str
    body: list[BodyForm]


class Voices(msgspec.Struct, frozen=True):
    """Sentences that a verb phrase is put into; `tails` may follow."""

    named: list[str]
    plain: list[str]
    tails: list[str]


class Group(msgspec.Struct, frozen=True):
    """What may be asked of some kinds of body on one theme."""

    theme: str
    to: list[str]
    cores: list[str]
    wholes: list[str] = []


class Special(msgspec.Struct, frozen=True):
    """A recommendation of an awkward form, named by `kind`."""

    kind: str
    theme: str
    text: str
    before: str = ""
    points: list[str] = []


class Wordings(msgspec.Struct, frozen=True):
    """`recommendations.toml`."""

    source: str
    voices: Voices
    group: list[Group]
    special: list[Special]


class Prose(msgspec.Struct, frozen=True):
    """`prose.toml`: sentences by the section they serve."""

    source: str
    introduction: list[str]
    timescales: list[str]
    confidentiality: list[str]
    terms: list[str]
    methodology: list[str]
    equality: list[str]
    dissemination: list[str]
    background: list[str]
    chronology: list[str]
    observations: list[str]
    judgements: list[str]
    improvements: list[str]
    lessons: list[str]
    conclusions: list[str]
    glossary: dict[str, str]


class Traps(msgspec.Struct, frozen=True):
    """`traps.toml`: near misses, by kind."""

    source: str
    mentions: dict[str, list[str]]
    earlier: dict[str, list[str]]
    footnotes: dict[str, list[str]]
    tables: dict[str, list[str]]


class Front(msgspec.Struct, frozen=True):
    """`front.toml`: title pages, and what tells a review's partnership, people and dates."""

    source: str
    plain_titles: list[list[str]]
    titles_with_csp: list[list[str]]
    statuses: list[str]
    dedications: list[str]
    published: list[str]
    commission: list[str]
    death: list[str]
    both: list[str]
    chair: list[str]
    near: dict[str, list[str]]
    labels: dict[str, list[str]]
    others: dict[str, list[str]]


class Actions(msgspec.Struct, frozen=True):
    """`actions.toml`: the words of action plans."""

    source: str
    header: list[str]
    short_header: list[str]
    steps: list[str]
    milestones: list[str]
    outcomes: list[str]
    open: list[str]
    vague_dates: list[str]


class Pair(msgspec.Struct, frozen=True):
    """One recommendation in English and in Welsh."""

    to: str
    en: str
    cy: str


class Welsh(msgspec.Struct, frozen=True):
    """`welsh.toml`."""

    source: str
    title: str
    reviews: dict[str, str]
    fictional: str
    recommendation: str
    recommendations: str
    introduction: str
    lessons: str
    conclusion: str
    paragraphs: list[str]
    learnt: list[str]
    closing: str
    pair: list[Pair]
    names: dict[str, str]


def load(name: str, kind: type[T]) -> T:
    """Give the list `name` (such as `names.toml`) as a record; raises where it does not fit."""
    found = _load(name, kind)
    assert isinstance(found, kind)
    return found


@cache
def _load(name: str, kind: type[msgspec.Struct]) -> object:
    data = files("learnt.fictional").joinpath("lists", name).read_bytes()
    return msgspec.toml.decode(data, type=kind)
