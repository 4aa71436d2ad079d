"""Words of a text with their places, and phrases of words to look for in it.

A phrase is written as words with blanks between. `a|b` is either, `train*` every word that begins
so, `(the)` may be missing, `...` is up to four words between, `{staff}` a named set of words. A
hyphen counts as a blank, so that `multi-agency` and `multi agency` are the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from learnt.errors import BadRule

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]")
_WORD = r"(?:\{\w+\}|[^\W_]+(?:'[^\W_]+)?\*?)"
_PIECE = re.compile(rf"\.\.\.|{_WORD}(?:\|{_WORD})*|\({_WORD}(?:\|{_WORD})*\)")
GAP = 4
"""The most words that `...` stands for."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark of punctuation: folded, with its place in the text."""

    word: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number, not a mark."""
        return self.word[0].isalnum()


def tokenise(text: str) -> list[Token]:
    """Cut `text` into words and marks; hyphens and slashes between words vanish."""
    return [
        Token(match[0].casefold().replace("’", "'"), match.start(), match.end())
        for match in _TOKEN.finditer(text)
        if match[0] not in "-/‐‑"
    ]


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
    for part in phrase.casefold().replace("-", " ").split():
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


@dataclass(slots=True)
class Finder:
    """Finds many phrases at once: each word of a text is looked up, no phrase is tried blindly."""

    phrases: Sequence[Phrase]
    _starts: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
        """Give label, first token and the one after the last, of every phrase found."""
        for place, token in enumerate(tokens):
            for phrase in self._beginning(token.word):
                end = _match(phrase.slots, tokens, place)
                if end:
                    yield phrase.label, place, end

    def _beginning(self, word: str) -> tuple[Phrase, ...]:
        known = self._starts.get(word)
        if known is None:
            if len(self._starts) > MOST_WORDS:
                self._starts.clear()
            known = tuple(phrase for phrase in self.phrases if phrase.slots[0].takes(word))
            self._starts[word] = known
        return known


MOST_WORDS = 50_000
"""How many different words a finder remembers."""
_STOPS = frozenset(".;:!?•")


def _match(slots: Sequence[Slot], tokens: Sequence[Token], place: int) -> int:
    """Give the place after the phrase if it stands at `place`, else 0."""
    for at, slot in enumerate(slots):
        if slot.gap:
            return _match_after_gap(slots[at + 1 :], tokens, place, slot.gap)
        if place < len(tokens) and slot.takes(tokens[place].word):
            place += 1
        elif not slot.optional:
            return 0
    return place


def _match_after_gap(slots: Sequence[Slot], tokens: Sequence[Token], place: int, gap: int) -> int:
    for start in range(place, min(place + gap + 1, len(tokens))):
        if tokens[start].word in _STOPS and start > place:
            return 0
        end = _match(slots, tokens, start)
        if end:
            return end
        if tokens[start].word in _STOPS:
            return 0
    return 0
