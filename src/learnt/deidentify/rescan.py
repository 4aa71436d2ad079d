"""Looks at what is about to become public with fresh eyes: what may still hold a name?"""

import re
from collections.abc import Iterator
from functools import cached_property

from learnt.deidentify.cast import Cast
from learnt.deidentify.dates import calendar_words
from learnt.deidentify.names.record import key_of
from learnt.deidentify.names.tokens import Token, classify, tokenise
from learnt.deidentify.rules import rules
from learnt.words import fold

NAME, CONTACT, WORD = "name", "contact", "word"
_NAMING = frozenset({"given", "surname", "unknown"})
_SHOUTED = frozenset({"given", "surname"})
_JUDGED = frozenset(
    {"calendar", "given-word", "word", "word-surname", "given-place", "place", "stop", "caps"}
)
"""Kinds of word that are ordinary words, months or places too: the search for names judges their use."""


class Doubt:
    """Characters `start` to `end` of a text may hold a name; `rule` is a key of the reasons."""

    __slots__ = ("end", "rule", "start")

    def __init__(self, start: int, end: int, rule: str) -> None:
        self.start, self.end, self.rule = start, end, rule


class Rescan:
    """Looks for names in finished texts of one review; the same text is looked at once."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._done: dict[str, list[Doubt]] = {}

    def doubts(self, text: str) -> list[Doubt]:
        """Give what in a finished `text` may still hold a name, in order, without overlaps."""
        if text not in self._done:
            kept: list[Doubt] = []
            for doubt in (*self._found(text), *self._remains(text), *self._odd_words(text)):
                if all(doubt.end <= one.start or doubt.start >= one.end for one in kept):
                    kept.append(doubt)
            self._done[text] = sorted(kept, key=lambda doubt: doubt.start)
        return self._done[text]

    def _found(self, text: str) -> Iterator[Doubt]:
        for name in self.cast.find(text):
            rule = NAME if name.kind in ("name", "code") else CONTACT
            yield Doubt(name.start, name.end, rule)

    @cached_property
    def _rare(self) -> re.Pattern[str] | None:
        """A pattern of the case's names that are nothing else: they may stand nowhere at all."""
        context = self.cast.context
        words = {
            word
            for known in context.memory.people()
            if known.kind == "name" and key_of(known.text) not in context.shown
            for word in re.findall(r"[^\W\d_]{3,}", known.text)
            if classify(word.capitalize()) not in _JUDGED
            and fold(word) not in (*context.not_people, *calendar_words())
        }
        words -= {word for name in context.shown for word in name.split()}
        told = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
        return re.compile(rf"(?<![^\W_])(?:{told})(?![^\W_])", re.IGNORECASE) if told else None

    def holds_a_name(self, text: str) -> bool:
        """Whether a name of the case that is nothing else stands in `text`, however it is written."""
        return any(True for _ in self._remains(text))

    def _remains(self, text: str) -> Iterator[Doubt]:
        found = list(self._rare.finditer(text)) if self._rare is not None else []
        stays = self.cast.stays(text) if found else []
        for match in found:
            start, end = match.span()
            if fold(match.group()) in self.cast.context.safe:
                continue
            if not any(a <= start and end <= b for a, b in stays):
                yield Doubt(start, end, NAME)

    def _odd_words(self, text: str) -> Iterator[Doubt]:
        """Give capitalised words of no known kind that stand where a person could."""
        tokens = tokenise(text)
        odd = [n for n, token in enumerate(tokens) if self._is_odd(token)]
        if not odd:
            return
        taken = [*self.cast.stays(text), *self.cast.bodies(text)]
        for number in odd:
            token = tokens[number]
            inside = any(start <= token.start < end for start, end in taken)
            if not inside and not _has_company(tokens, number):
                yield Doubt(token.start, token.end, WORD)

    def _is_odd(self, token: Token) -> bool:
        if not token.capital or len(token.text) < 3:
            return False
        folded, context = fold(token.text), self.cast.context
        if folded in calendar_words() or folded in context.safe:
            return False
        if folded in context.not_people or folded in context.shown:
            return False
        if token.text.isupper():
            return len(token.text) > 4 and classify(token.text.capitalize()) in _SHOUTED
        return classify(token.text) in _NAMING


def _has_company(tokens: list[Token], number: int) -> bool:
    """Whether the words beside a capitalised word show that it is a place, a system or a body."""
    token = tokens[number]
    before = tokens[number - 1] if number else None
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    near_before = before is not None and token.start - before.end <= 2
    near_after = after is not None and after.start - token.end <= 2 and not token.possessive
    words = rules().rescan
    if near_after and after is not None and after.text.lower() in words.after:
        return True
    return near_before and before is not None and before.text.lower() in words.before
