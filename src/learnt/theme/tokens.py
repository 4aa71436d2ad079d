"""Words of a text with their places, and phrases of words to look for in it.

A phrase is written as words with blanks between. `a|b` is either, `train*` every word that begins
so, `(the)` may be missing, `...` is up to five words between, `{staff}` a named set of words. A
hyphen counts as a blank, so that `multi-agency` and `multi agency` are the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from learnt.errors import BadRule

_TOKEN = re.compile(r"(?:(?:re|co)[-‐‑](?=[a-z]))?[^\W_]+(?:['’][^\W_]+)*|[^\w\s]", re.IGNORECASE)
_JOINED = re.compile(r"^(re|co)[-‐‑]")
_WORD = r"(?:\{\w+\}|[^\W_]+(?:'[^\W_]+)?\*?)"
_PIECE = re.compile(rf"\.\.\.|{_WORD}(?:\|{_WORD})*|\({_WORD}(?:\|{_WORD})*\)")
GAP = 5
"""The most words that `...` stands for."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation: folded, with its place in the text."""

    word: str
    start: int
    end: int
    is_capital: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number, not a mark."""
        return self.word[0].isalnum()


def tokenise(text: str) -> list[Token]:
    """Cut `text` into words and marks; hyphens, slashes and quotation marks vanish.

    `re-` and `co-` stay with their word: `re-refer` is one word, `multi-agency` two.
    """
    return [
        Token(_fold(match[0]), match.start(), match.end(), match[0][0].isupper())
        for match in _TOKEN.finditer(text)
        if match[0] not in UNSEEN
    ]


UNSEEN = frozenset("-/‐‑'’‘\"“”")
"""Marks that part no words: hyphens, slashes and quotation marks."""


def _fold(word: str) -> str:
    word = word.casefold().replace("’", "'")
    return word if word.isalnum() else _JOINED.sub(r"\1", word)


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a phrase: which words may stand there; `gap` is the number of any words."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    optional: bool = False
    gap: int = 0

    def takes(self, word: str) -> bool:
        """Whether `word` may stand here."""
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


def parse_phrase(phrase: str, sets: Mapping[str, Sequence[str]] | None = None) -> tuple[Slot, ...]:
    """Read a phrase; raises `BadRule` where it cannot be read or begins with no word."""
    slots = []
    for part in re.sub(r"\b(re|co)-(?=\w)", r"\1", phrase.casefold()).replace("-", " ").split():
        if not _PIECE.fullmatch(part):
            raise BadRule(f"cannot read {part!r} in the phrase {phrase!r}")
        slots.append(Slot(gap=GAP) if part == "..." else _parse_slot(part, sets or {}))
    if not slots or slots[0].gap or slots[0].optional or slots[-1].gap or slots[-1].optional:
        raise BadRule(f"the phrase {phrase!r} must begin and end with a word that stands there")
    return tuple(slots)


def _parse_slot(part: str, sets: Mapping[str, Sequence[str]]) -> Slot:
    words: list[str] = []
    for choice in part.strip("()").split("|"):
        if choice.startswith("{"):
            name = choice.strip("{}")
            if name not in sets:
                raise BadRule(f"there is no set of words {choice}")
            words.extend(sets[name])
        else:
            words.append(choice)
    return Slot(
        frozenset(word for word in words if not word.endswith("*")),
        tuple(word[:-1] for word in words if word.endswith("*")),
        part.startswith("("),
    )


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, and what finding it means to whoever looks for it."""

    slots: tuple[Slot, ...]
    label: int

    def may_go_on(self, word: str) -> bool:
        """Whether `word` may come after the first one."""
        if len(self.slots) == 1:
            return True
        slot = self.slots[1]
        return bool(slot.gap) or slot.optional or slot.takes(word)


@dataclass(slots=True)
class Finder:
    """Finds many phrases at once: each word of a text is looked up, no phrase is tried blindly."""

    phrases: Sequence[Phrase]
    gap_ends: frozenset[str] = frozenset()
    """Words that no `...` reaches over."""
    _starts: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    _pairs: dict[tuple[str, str], tuple[Phrase, ...]] = field(default_factory=dict)

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
        """Give label, first token and the one after the last, of every phrase found."""
        words = [token.word for token in tokens]
        for place, pair in enumerate(pairwise([*words, ""])):
            phrases = self._pairs.get(pair)
            if phrases is None:
                phrases = self._learn(pair)
            for phrase in phrases:
                end = self._match(phrase.slots, words, place)
                if end:
                    yield phrase.label, place, end

    def _learn(self, pair: tuple[str, str]) -> tuple[Phrase, ...]:
        """Give the phrases that may begin with two words, and remember them."""
        word, follows = pair
        if len(self._pairs) > MOST_PAIRS:
            self._pairs.clear()
            self._starts.clear()
        if word not in self._starts:
            self._starts[word] = tuple(one for one in self.phrases if one.slots[0].takes(word))
        self._pairs[pair] = tuple(one for one in self._starts[word] if one.may_go_on(follows))
        return self._pairs[pair]

    def _match(self, slots: Sequence[Slot], words: Sequence[str], place: int) -> int:
        """Give the place after the phrase if it stands at `place`, else 0."""
        for at, slot in enumerate(slots):
            if slot.gap:
                return self._match_after_gap(slots[at + 1 :], words, place)
            if place < len(words) and slot.takes(words[place]):
                place += 1
            elif not slot.optional:
                return 0
        return place

    def _match_after_gap(self, slots: Sequence[Slot], words: Sequence[str], place: int) -> int:
        for start in range(place, min(place + GAP + 1, len(words))):
            end = self._match(slots, words, start)
            if end:
                return end
            if words[start] in _STOPS or words[start] in self.gap_ends:
                return 0
            if words[start] == "," and words[start + 1 : start + 2] == ["and"]:
                return 0
        return 0


MOST_PAIRS = 200_000
"""How many different pairs of words a finder remembers."""
_STOPS = frozenset(".;:!?•")
