"""Looks at what is about to become public with fresh eyes: what may still hold a name?"""

import re
from collections.abc import Iterator
from functools import cached_property

from learnt.deidentify.bodies import NAMING
from learnt.deidentify.cast import PEOPLE, Cast
from learnt.deidentify.dates import calendar_words
from learnt.deidentify.names.record import key_of
from learnt.deidentify.names.tokens import Token, classify, tokenise
from learnt.deidentify.rules import rules
from learnt.words import fold

NAME, CONTACT, WORD = "name", "contact", "word"
_WEAK = frozenset({"given-word", "given-abstract", "proper", "placeish"})
"""Names that are words too: doubtful where a word alone has a capital inside a sentence."""
_BESIDE = frozenset({*NAMING, "proper", "placeish"})
SHORT = 5
"""With fewer words than this a text is a cell, whose first word has a capital for its own sake."""
_LABELS = (":", "/", ")")
"""What follows a word that stands for itself where a sentence opens: "Hope: to be seen alone"."""
_SHOUTED = frozenset({"given", "surname"})
_RARE = frozenset({*NAMING, "placeish"})
"""Kinds of word that stand nowhere once they are known for a name; the use of others is judged."""


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
            for doubt in (*self._found(text), *self.known_names(text), *self._odd_words(text)):
                if all(doubt.end <= one.start or doubt.start >= one.end for one in kept):
                    kept.append(doubt)
            self._done[text] = sorted(kept, key=lambda doubt: doubt.start)
        return self._done[text]

    def _found(self, text: str) -> Iterator[Doubt]:
        for name in self.cast.find(text):
            rule = NAME if name.kind in PEOPLE else CONTACT
            yield Doubt(name.start, name.end, rule)

    @cached_property
    def _rare_words(self) -> frozenset[str]:
        """Words of the case's names that are nothing else: they may stand nowhere at all."""
        context = self.cast.context
        shown = {word for name in context.shown for word in name.split()}
        return frozenset(
            word
            for known in context.memory.people()
            if known.kind == "name" and key_of(known.text) not in context.shown
            for word in re.findall(r"[^\W\d_]{3,}", known.text)
            if classify(word.capitalize()) in _RARE
            and fold(word) not in (*context.not_people, *calendar_words(), *shown)
        )

    @cached_property
    def _rare(self) -> re.Pattern[str] | None:
        told = "|".join(sorted(map(re.escape, self._rare_words), key=len, reverse=True))
        return re.compile(rf"(?<![^\W_])(?:{told})(?![^\W_])", re.IGNORECASE) if told else None

    def holds_a_name(self, text: str) -> bool:
        """Whether a name of the case that is nothing else stands in `text`, however it is written."""
        return any(True for _ in self.known_names(text))

    def hides_a_name(self, text: str) -> bool:
        """Whether a name of the case stands in `text`, be it inside a longer word."""
        told = fold(text)
        return any(len(word) > 3 and fold(word) in told for word in self._rare_words)

    def known_names(self, text: str) -> Iterator[Doubt]:
        """Give where names of the case stand that are nothing else, in whatever case."""
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
        odd = [n for n in range(len(tokens)) if self._is_odd(text, tokens, n)]
        odd += [n for n in range(len(tokens)) if n not in odd and _is_titled(tokens, n)]
        if not odd:
            return
        taken = [*self.cast.stays(text), *self.cast.bodies(text)]
        for number in odd:
            token = tokens[number]
            inside = any(start <= token.start < end for start, end in taken)
            explained = inside or _is_explained(text, tokens, number)
            if _is_titled(tokens, number) or not explained:
                yield Doubt(token.start, token.end, WORD)

    def _is_odd(self, text: str, tokens: list[Token], number: int) -> bool:
        token = tokens[number]
        if not token.capital or len(token.text) < 3:
            return False
        folded, context = fold(token.text), self.cast.context
        if folded in calendar_words() or folded in context.safe:
            return False
        if folded in context.not_people or folded in context.shown:
            return False
        if token.text.isupper():
            kind = classify(token.text.capitalize())
            return (token.possessive and kind in _WEAK) or (
                len(token.text) > 4 and kind in _SHOUTED
            )
        kind = classify(token.text)
        after = _next(text, tokens, number)
        shown = (
            not token.opens
            or token.possessive
            or text[token.end : token.end + 1] in _LABELS
            or len(tokens) < SHORT
            or (after is not None and _is_name_like(after))
        )
        return kind in NAMING or (kind in _WEAK and shown)


def _is_titled(tokens: list[Token], number: int) -> bool:
    """Whether "Mrs" stands before a word with a capital that is more than an initial."""
    token, before = tokens[number], tokens[number - 1] if number else None
    return (
        before is not None
        and before.text in rules().rescan.titles
        and token.start - before.end <= 2
        and token.capital
        and len(token.text) > 2
        and not token.text.isupper()
    )


def _next(text: str, tokens: list[Token], number: int) -> Token | None:
    """Give the word right behind, with nothing but a blank or a hyphen between."""
    token, after = tokens[number], tokens[number + 1] if number + 1 < len(tokens) else None
    if after is None or token.possessive or text[token.end : after.start].strip(" -"):
        return None
    return after


def _is_name_like(token: Token) -> bool:
    """Whether a word with a capital may be a surname beside a name that is a word too."""
    return token.capital and classify(token.text) in _BESIDE


def _is_explained(text: str, tokens: list[Token], number: int) -> bool:
    """Whether the words beside a capitalised word show that it is a place, a system or a body."""
    token, after = tokens[number], _next(text, tokens, number)
    before = tokens[number - 1] if number else None
    if before is not None and text[before.end : token.start].strip(" -/"):
        before = None
    beside = [one for one in (before, after) if one is not None and one.capital and not one.opens]
    if classify(token.text) in _WEAK and beside and not any(map(_is_name_like, beside)):
        return True
    if after is not None and (after.text.lower() in rules().rescan.after or _goes_on(after)):
        return True
    areas = rules().bodies.areas if before is not None and before.capital else frozenset()
    return before is not None and before.text.lower() in rules().rescan.before | areas


def _goes_on(after: Token) -> bool:
    """Whether a common noun with a capital follows, as in "Oakhanger Surgery"."""
    return after.capital and not after.opens and classify(after.text) == "word"
