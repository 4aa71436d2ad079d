"""The glossary made ready: which concepts do the words of a text name."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from learnt.link.settings import Kind, glossary, link_rules
from learnt.link.stems import Word, stem, stems_of

Stems = tuple[str, ...]
MARK = "="
"""Opens the name of a concept among stems, which never hold it."""


class Sense(NamedTuple):
    """A concept that a phrase names; `lay` where the phrase is an everyday one."""

    concept: str
    lay: bool


class Named(NamedTuple):
    """A phrase of the glossary in a text: from which word to which, and what it names."""

    first: int
    last: int
    senses: tuple[Sense, ...]


@dataclass(frozen=True)
class Lexicon:
    """Phrases by their first stem, kinds and neighbours of concepts, and the lists of light words."""

    phrases: dict[str, list[tuple[Stems, tuple[Sense, ...]]]]
    kinds: dict[str, Kind]
    near: dict[str, frozenset[str]]
    act_stems: frozenset[str]
    stop: frozenset[str]
    phrasing: frozenset[str]
    everyday: frozenset[str]
    common: frozenset[str]

    def find(self, words: list[Word]) -> list[Named]:
        """Give the phrases in `words`, at each place the longest, none inside another."""
        stems = tuple(word.stem for word in words)
        found: list[Named] = []
        position = 0
        while position < len(stems):
            for phrase, senses in self.phrases.get(stems[position], ()):
                if stems[position : position + len(phrase)] == phrase:
                    found.append(Named(position, position + len(phrase) - 1, senses))
                    position += len(phrase) - 1
                    break
            position += 1
        return found


@cache
def lexicon() -> Lexicon:
    """Give the glossary and the lists of light words, by stems."""
    senses = _senses()
    rules = link_rules()
    kinds: dict[str, Kind] = {
        MARK + name: group.kind for group in glossary().values() for name in group.concepts
    }
    return Lexicon(
        phrases=_by_first(senses),
        kinds=kinds,
        near=_near(),
        act_stems=frozenset(
            stems[0]
            for stems, meant in senses.items()
            if len(stems) == 1 and any(kinds[one.concept] == "act" for one in meant)
        ),
        stop=_light(rules.stop),
        phrasing=_light(rules.phrasing),
        everyday=_light(rules.everyday),
        common=_light(rules.common),
    )


def _senses() -> dict[Stems, tuple[Sense, ...]]:
    """Give what each phrase names; a field's own form hides the same words as everyday ones."""
    senses: dict[Stems, dict[str, bool]] = {}
    for group in glossary().values():
        for name, concept in group.concepts.items():
            for lay, forms in ((True, concept.lay), (False, concept.forms)):
                for form in forms:
                    senses.setdefault(stems_of(form), {})[MARK + name] = lay
    return {
        stems: tuple(Sense(concept, lay) for concept, lay in meant.items())
        for stems, meant in senses.items()
        if stems
    }


def _by_first(
    senses: dict[Stems, tuple[Sense, ...]],
) -> dict[str, list[tuple[Stems, tuple[Sense, ...]]]]:
    by_first: dict[str, list[tuple[Stems, tuple[Sense, ...]]]] = {}
    for stems in sorted(senses, key=len, reverse=True):
        by_first.setdefault(stems[0], []).append((stems, senses[stems]))
    return by_first


def _near() -> dict[str, frozenset[str]]:
    near: dict[str, set[str]] = {}
    for group in glossary().values():
        for name, concept in group.concepts.items():
            for other in concept.near:
                near.setdefault(MARK + name, set()).add(MARK + other)
                near.setdefault(MARK + other, set()).add(MARK + name)
    return {name: frozenset(others) for name, others in near.items()}


def _light(words: str) -> frozenset[str]:
    return frozenset(word if word.startswith(MARK) else stem(word) for word in words.split())
