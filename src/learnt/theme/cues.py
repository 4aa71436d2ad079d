"""The cues of the themes: phrases that speak for a theme, how strongly, and what speaks against.

The data is `rules/cues.toml`, or the tables `[cues.ID]` in a user's own codebook.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from learnt.errors import BadRule
from learnt.rulebook import load
from learnt.theme.grammar import words
from learnt.theme.parts import Part
from learnt.theme.tokens import Finder, Phrase, parse_phrase


class ThemeCues(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What speaks for one theme; phrases as `tokens` tells.

    `verb`: only as the verb of the ask. `strong`, `fair`, `weak`: by the strength in the weights.
    `beside`: counts, but hardly leads to the theme as main theme. `never`: a cue that
    overlaps one of these does not count. `parts`: where this theme weighs a part of the ask otherwise.
    """

    verb: tuple[str, ...] = ()
    strong: tuple[str, ...] = ()
    fair: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    parts: dict[str, float] = msgspec.field(default_factory=dict)


class Weights(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much a cue counts by its strength and by its part in the ask, and what is enough."""

    verb: float = 1.0
    strong: float = 1.0
    fair: float = 0.8
    weak: float = 0.45
    beside: float = 0.75
    parts: dict[str, float] = msgspec.field(default_factory=dict)
    subject_parts: dict[str, float] = msgspec.field(default_factory=dict)
    """The same for themes of the axis `subject`, where it differs."""
    beside_leads: float = 0.5
    goes_on: float = 0.8
    title: float = 0.7
    context: float = 0.5
    further: float = 0.5
    enough: float = 0.6
    alone: float = 0.5
    """What is enough for the likeliest theme where no theme is coded otherwise."""
    main_subject: float = 0.7


class Tuned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cues that were added after `seen` had been read, so that they can be left out."""

    seen: str
    cues: dict[str, ThemeCues]


class CueFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `cues.toml` as it stands: cues by theme id, and named sets of words."""

    source: str
    cues: dict[str, ThemeCues]
    sets: dict[str, str] = msgspec.field(default_factory=dict)
    weights: Weights = Weights()
    tuned: tuple[Tuned, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """One phrase of a theme; `weight` is below zero where it speaks against the theme."""

    theme: str
    weight: float
    only_verb: bool = False
    leads: float = 1.0


@dataclass(frozen=True, slots=True)
class Cues:
    """All cues, ready to be looked for; `part` is how much each part counts for a theme."""

    cues: tuple[Cue, ...]
    finder: Finder
    weights: Weights
    part: Mapping[str, tuple[float, ...]]


NEVER = -1.0


def build(data: CueFile, themes: Mapping[str, str], without: Iterable[str] = ()) -> Cues:
    """Give the cues of `data`, leaving out those added after `without` had been read.

    `themes` gives the axis of each theme. Raises `BadRule` for a theme that is not among them, or
    a phrase that cannot be read.
    """
    unseen = set(without)
    listed = [data.cues, *(one.cues for one in data.tuned if one.seen not in unseen)]
    sets = {name: words.split() for name, words in data.sets.items()}
    cues: list[Cue] = []
    phrases: list[Phrase] = []
    for theme, own in ((theme, own) for group in listed for theme, own in group.items()):
        if theme not in themes:
            raise BadRule(f"cues.{theme}: the codebook has no theme {theme!r}")
        for cue, phrase in _cues_of(theme, own, data.weights):
            try:
                phrases.append(Phrase(parse_phrase(phrase, sets), len(cues)))
            except BadRule as error:
                raise BadRule(f"cues.{theme}: {error}") from error
            cues.append(cue)
    parts = {
        theme: _part_weights(data.weights, axis, data.cues.get(theme, ThemeCues()).parts)
        for theme, axis in themes.items()
    }
    return Cues(tuple(cues), Finder(phrases, words("gap_ends")), data.weights, parts)


def _cues_of(theme: str, own: ThemeCues, weights: Weights) -> Iterable[tuple[Cue, str]]:
    for phrase in own.verb:
        yield Cue(theme, weights.verb, only_verb=True), phrase
    for strength in ("strong", "fair", "weak"):
        for phrase in getattr(own, strength):
            yield Cue(theme, getattr(weights, strength)), phrase
    for phrase in own.beside:
        yield Cue(theme, weights.beside, leads=weights.beside_leads), phrase
    for phrase in own.never:
        yield Cue(theme, NEVER), phrase


def _part_weights(weights: Weights, axis: str, own: Mapping[str, float]) -> tuple[float, ...]:
    named = weights.parts | (weights.subject_parts if axis == "subject" else {}) | dict(own)
    names = {part.name.lower() for part in Part}
    if wrong := sorted(set(named) - names):
        raise BadRule(f"cues: there is no part {wrong[0]!r}: {', '.join(sorted(names))}")
    return tuple(named.get(part.name.lower(), DEFAULT[part]) for part in Part)


DEFAULT = {
    Part.BACKGROUND: 0.0,
    Part.ADDRESSEE: 0.1,
    Part.PURPOSE: 0.4,
    Part.CONDITION: 0.55,
    Part.COMPLEMENT: 0.75,
    Part.MODIFIER: 0.9,
    Part.OBJECT: 1.0,
    Part.VERB: 1.0,
}
"""How much a cue counts by its part in the ask, where the weights do not say."""


@cache
def own_cues() -> CueFile:
    """Give the cues of the project's own codebook."""
    return load("cues.toml", CueFile)
