"""Two recommendations held against each other, unit by unit."""

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

import msgspec

from learnt.link.entries import Entry
from learnt.link.lexicon import lexicon
from learnt.link.settings import RepeatRules
from learnt.link.stems import find_words, stems_of
from learnt.link.units import Unit, make_units
from learnt.words import fold

INSIDE = 0.8
"""How surely a word inside a phrase stands for itself, and an addressee's name for who is to act."""
BESIDE = 0.3
"""Background and purpose together weigh at most this much of the ask."""
LIGHT = 0.25
"""What a word that half of all recommendations hold counts inside a phrase."""
MEANT = 0.4
"""How surely a word inside a phrase means what it means alone."""


class Said(NamedTuple):
    """A unit in a side: its features, the share of each telling word of a phrase, and its weight."""

    features: tuple[tuple[str, float], ...]
    inside: tuple[tuple[str, float], ...]
    weight: float


class Side(NamedTuple):
    """A recommendation ready to be held against another: its units, and how surely it says what."""

    units: tuple[Said, ...]
    says: dict[str, float]
    total: float


def make_sides(entries: Sequence[Entry], rules: RepeatRules) -> list[Side]:
    """Give each entry as a side; a unit weighs more, the fewer entries say it."""
    units = [make_units(entry, rules) for entry in entries]
    held = Counter(feature for some in units for unit in some for feature, _ in unit.features)
    weigher = _Weigher(held, len(entries), place_stems(entries), rules)
    return [
        _make_side(some, weigher, _names(entry)) for some, entry in zip(units, entries, strict=True)
    ]


def _names(entry: Entry) -> set[str]:
    """Give the concepts of the addressees' names: "officers" need not be said to the police."""
    named = lexicon().find(find_words(fold(entry.addressed_to)))
    return {sense.concept for one in named for sense in one.senses if not sense.lay}


def place_stems(entries: Sequence[Entry]) -> frozenset[str]:
    """Give the stems of the areas' names: that two reviews share them tells nothing of the ask."""
    known = lexicon()
    stems = {stem for area in {entry.area for entry in entries} for stem in stems_of(area)}
    return frozenset(stem for stem in stems if stem not in known.phrases)


class _Weigher:
    """Weighs units by kind and rarity."""

    def __init__(
        self, held: Counter[str], size: int, places: frozenset[str], rules: RepeatRules
    ) -> None:
        self.held, self.size, self.places, self.rules = held, size, places, rules
        self.kinds: dict[str, float] = msgspec.structs.asdict(rules.weights)
        self.typical: dict[str, float] = msgspec.structs.asdict(rules.typical)
        self.known: dict[str, float] = {}

    def weigh(self, unit: Unit) -> float:
        """Give the unit's weight, without the worth of the part where it stands."""
        if unit.stems not in self.known:
            weight = self.kinds[unit.kind] * self._light(unit) * self._rarity(unit)
            longer = max(0, len(_telling(unit)) - 1)
            self.known[unit.stems] = weight * (1 + self.rules.longer_phrase * longer)
        return self.known[unit.stems]

    def _rarity(self, unit: Unit) -> float:
        """Give the inverse document frequency of the unit's commonest meaning.

        A typical library, whose shares the rules tell, is counted in.
        """
        held = max(self.held[name] for name in unit.concepts or (unit.stems,))
        extra = self.typical["size"]
        usual = extra * self.typical[self._how_common(unit)]
        return log(1 + (self.size + extra) / (held + 1 + usual))

    def _how_common(self, unit: Unit) -> str:
        known = lexicon()
        if any(name in known.common for name in unit.concepts or (unit.stems,)):
            return "common"
        return "everyday" if unit.stems in known.everyday else unit.kind

    def _light(self, unit: Unit) -> float:
        if not unit.concepts and unit.stems in self.places:
            return self.rules.place
        how = self._how_common(unit)
        return {"common": self.rules.common, "everyday": self.rules.everyday}.get(how, 1.0)


def _make_side(units: tuple[Unit, ...], weigher: _Weigher, names: set[str]) -> Side:
    weighed: list[Said] = []
    for unit in units:
        inside = _shares(_telling(unit)) if " " in unit.stems else ()
        weighed.append(Said(unit.features, inside, unit.strength * weigher.weigh(unit)))
    weighed = _with_ask_first(weighed, units)
    return Side(
        tuple(weighed), _says(units, names, weigher.rules.near), sum(one.weight for one in weighed)
    )


def _with_ask_first(weighed: list[Said], units: tuple[Unit, ...]) -> list[Said]:
    """Make what stands beside the ask lighter where it would outweigh it: some explain at length."""
    whole = sum(one.weight for one in weighed)
    beside = sum(one.weight for one, unit in zip(weighed, units, strict=True) if unit.strength < 1)
    if beside <= BESIDE * (whole - beside) or beside == whole:
        return weighed
    share = BESIDE * (whole - beside) / beside
    return [
        one if unit.strength >= 1 else one._replace(weight=share * one.weight)
        for one, unit in zip(weighed, units, strict=True)
    ]


def _telling(unit: Unit) -> tuple[str, ...]:
    """Give the words of a unit that tell something."""
    return tuple(stem for stem in unit.stems.split() if stem not in lexicon().stop)


def _shares(stems: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Give how much of a phrase each of its words is: "champion" is more of it than "domestic"."""
    known = lexicon()
    light = known.common | known.phrasing | known.everyday
    parts = [LIGHT if stem in light else 1.0 for stem in stems]
    return tuple((stem, part / sum(parts)) for stem, part in zip(stems, parts, strict=True))


def _says(units: tuple[Unit, ...], names: set[str], near: float) -> dict[str, float]:
    """Give all that an entry says, with how surely: its units, what is inside them, what is near."""
    says = dict.fromkeys(names, INSIDE)
    for unit in units:
        if " " in unit.stems:
            for stem in unit.stems.split():
                _raise(says, stem, INSIDE)
                for concept in _concepts_of(stem):
                    _raise(says, concept, MEANT)
        for feature, sure in unit.features:
            _raise(says, feature, sure)
    for feature, sure in list(says.items()):
        for other in lexicon().near.get(feature, ()):
            _raise(says, other, near * sure)
    return says


def _raise(says: dict[str, float], feature: str, sure: float) -> None:
    if sure > says.get(feature, 0.0):
        says[feature] = sure


def _concepts_of(stem: str) -> list[str]:
    """Give what a single word means in the glossary."""
    phrases = lexicon().phrases.get(stem, ())
    return [sense.concept for stems, senses in phrases if len(stems) == 1 for sense in senses]


def align(first: Side, second: Side) -> float:
    """Give the share of both sides' weight that the other says too, from 0 to 1."""
    total = first.total + second.total
    both = _said_of(first, second.says) + _said_of(second, first.says)
    return both / total if total else 0.0


def _said_of(side: Side, says: dict[str, float]) -> float:
    """Give the weight of what is said of a side's units.

    A phrase that is not said as a whole may be said in part, by its words. This is where most of the
    time goes, so it is one loop.
    """
    total = 0.0
    for features, inside, weight in side.units:
        best = 0.0
        for feature, sure in features:
            found = says.get(feature, 0.0)
            if found > best:
                best = found if found < sure else sure
        if inside and best < INSIDE:
            best = max(best, INSIDE * sum(share for stem, share in inside if stem in says))
        total += weight * best
    return total
