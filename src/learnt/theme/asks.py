"""Which sentences of a recommendation ask, and which only tell.

"It is therefore recommended that ..." may come after many sentences of findings, and what an ask
would lead to may follow it. Only what is asked is coded.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from learnt.theme.grammar import is_participle, is_verb, spans, words
from learnt.theme.parts import Part, parts_of
from learnt.theme.tokens import Token


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence that asks: its tokens, and what each of them is in the ask."""

    tokens: list[Token]
    parts: list[Part]
    first: int
    """Where the first verb ends; verbs after it are those of further asks."""
    goes_on: bool = False
    """Whether it only goes on from the ask before it (`This should include ...`)."""


def find_asks(tokens: list[Token], text: str) -> list[Ask]:
    """Give the sentences that ask; all of them where none of them says so."""
    cut = list(cut_sentences(tokens, text))
    recommending = [n for n, one in enumerate(cut) if spans("performs", one)]
    first = recommending[0] if recommending else 0
    found: list[Ask] = []
    for n, one in enumerate(cut):
        goes_on = bool(found) and _goes_on(one)
        if n in recommending or goes_on or asks(one, n < first):
            found.append(Ask(one, *parts_of(one), goes_on and n not in recommending))
    return found or [Ask(one, *parts_of(one)) for one in cut]


def _goes_on(tokens: list[Token]) -> bool:
    """Whether a sentence goes on with the ask before it: `This should include`, `For example`."""
    if any(begin == 0 for begin, _ in spans("continues", tokens)):
        return True
    return tokens[0].word in words("follows") and asks(tokens)


def asks(tokens: list[Token], before: bool = False) -> bool:
    """Whether a sentence asks; `before`: it stands before one that says `recommended`."""
    start = 0
    while start < len(tokens) - 1 and (
        tokens[start].word in words("contrast") or not tokens[start].is_word
    ):
        start += 1
    opening = tokens[start].word
    follows = tokens[start + 1].word if start + 1 < len(tokens) else ""
    names_verb = is_verb(opening) and follows not in {"of", "is", "are", "was", "were", "has"}
    if names_verb and not spans("modals", tokens[start : start + 4]):
        return True
    if opening in {"to", "that"} and not before:
        return True
    if before or any(begin <= start + 1 for begin, _ in spans("tells", tokens)):
        return False
    duties = [end for _, end in spans("modals", tokens) if not _is_past(tokens, end)]
    return bool(duties) or _tells_somebody(tokens)


def _is_past(tokens: list[Token], after: int) -> bool:
    """Whether a duty is what somebody should have done: `have asked`."""
    follows = [token.word for token in tokens[after : after + 3] if token.word != "not"]
    return follows[:1] == ["have"] and len(follows) > 1 and is_participle(follows[1])


def _tells_somebody(tokens: list[Token]) -> bool:
    """Whether it is `The Trust to review ...` or `Officers are reminded ...`."""
    for place, token in enumerate(tokens[:-1]):
        follows = tokens[place + 1].word
        if token.word == "to" and 0 < place < 16 and is_verb(follows):
            return True
        if token.word in {"is", "are", "be"} and follows in words("asked"):
            return True
    return False


def cut_sentences(tokens: list[Token], text: str) -> Iterator[list[Token]]:
    """Give the tokens of each sentence of `text`."""
    start = 0
    for place, token in enumerate(tokens):
        if token.word in ".!?" and _ends(tokens, place, text):
            if place > start:
                yield tokens[start : place + 1]
            start = place + 1
    if start < len(tokens):
        yield tokens[start:]


def _ends(tokens: list[Token], place: int, text: str) -> bool:
    """Whether the mark at `place` ends a sentence."""
    if place + 1 == len(tokens):
        return True
    here, after = tokens[place], tokens[place + 1]
    if text[here.end : after.start].strip(" \"'’”)\n") != "" or here.end == after.start:
        return False
    before = tokens[place - 1].word if place else ""
    if here.word == "." and (
        before in words("abbreviated") or (len(before) < 2 and before.isalpha())
    ):
        return False
    return not text[after.start].islower()
