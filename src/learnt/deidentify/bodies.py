"""Names of bodies that may stand as printed, told from names of people in a body's place.

A field for a body may hold more than one: "Tarnshire Constabulary – DI Vale", "Vale and the Trust". What
is no body's name by its words is not taken for one because of its place.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from learnt.agencies import find_bodies, find_partnership, is_body
from learnt.deidentify.names import NameMemory
from learnt.deidentify.names.tokens import classify
from learnt.deidentify.rules import rules
from learnt.records.review import Review
from learnt.words import fold

NAMING = frozenset({"given", "surname", "unknown"})
"""Kinds of word (`names.tokens.classify`) that are nothing else than somebody's or something's name."""
NAME_LIKE = frozenset({*NAMING, "given-abstract", "proper", "calendar", "given-place"})
"""Kinds of word that may be part of a person's name where no body's word stands beside them."""
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]{2,})*")
_PARTS = re.compile(r"\s*[,/()–—|\[\]]\s*|\s+-\s+")
_PAIR = re.compile(r"(?P<first>(?:[A-Z]\S*\s+){1,2})(?:and|&)\s+(?:the\s+)?(?P<second>.+)", re.S)


def plain_bodies(review: Review, memory: NameMemory) -> Iterator[str]:
    """Give the bodies' names that stand in fields of their own and may stay as printed, longest first."""
    named = [*review.review.panel, *(one.lead for one in review.actions)]
    named += [body.printed for one in review.recommendations for body in one.addressees]
    named = [name for name in dict.fromkeys(named) if name and has_plain_shape(name)]
    sure = {name for name in named if is_body(name) and len(_parts(name)) == 1}
    sure -= {name for name in sure if (pair := _PAIR.fullmatch(name)) and pair["second"] in sure}
    csp = plain_partnership(review.review.csp)
    if csp and is_partnership(csp):
        sure.add(csp)
    told = {word for name in sure for word in words_in(name)}
    plain = {name for name in named if is_plain_body(name, told, sure)}
    plain |= {name for name in named if _is_word_alone(name, memory)}
    yield from sorted(sure | plain, key=lambda name: (-len(name), name))


def words_in(name: str) -> list[str]:
    """Give the folded words of a name."""
    return [fold(word) for word in _WORD.findall(name)]


def has_plain_shape(printed: str) -> bool:
    """Whether words are written as a name: in capitals but for small words, without signs."""
    told = rules().bodies
    return not any(sign in printed for sign in told.signs) and all(
        word.strip("(,)’'").lower() in told.joining or not word[0].islower()
        for word in printed.split()
    )


def is_plain_body(printed: str, told: Collection[str] = (), others: Collection[str] = ()) -> bool:
    """Whether a field holds bodies' names and nothing else.

    Of several parts each is a body or has no name in it; `told` are folded words that other bodies'
    names hold, `others` those names: "Vale and the Trust" is two where the Trust stands elsewhere.
    """
    if not is_body(printed) or not has_plain_shape(printed):
        return False
    parts = _parts(printed)
    pair = _PAIR.fullmatch(printed)
    if pair and pair["second"] in others:
        parts.append(pair["first"].strip())
    return all(is_body(part) or not _names_somebody(part, told) for part in parts)


def _parts(printed: str) -> list[str]:
    return [part for part in _PARTS.split(printed) if part]


def _names_somebody(part: str, told: Collection[str]) -> bool:
    words = _WORD.findall(part)
    before = ["", *(fold(word) for word in words)]
    return any(
        classify(word) in NAME_LIKE
        for word, last in zip(words, before, strict=False)
        if fold(word) not in told and last not in rules().bodies.areas
    )


def _is_word_alone(name: str, memory: NameMemory) -> bool:
    """Whether a single word in a body's place is one of the language, and nobody's ("Haven")."""
    words = _WORD.findall(name)
    return (
        len(words) == 1
        and has_plain_shape(name)
        and classify(words[0]) not in NAME_LIKE
        and not memory.role_of(name)
    )


def is_partnership(csp: str) -> bool:
    """Whether a name is a partnership's: by the register, by its words, or by how it opens."""
    if not has_plain_shape(csp):
        return False
    opens = any(fold(csp).startswith(f"{word} ") for word in rules().bodies.openings)
    return (
        find_partnership(csp) is not None or is_plain_body(csp) or (opens and len(csp.split()) < 7)
    )


def plain_partnership(csp: str | None) -> str | None:
    """Give the partnership's name without what an unlucky reading ran into it."""
    if not csp or has_plain_shape(csp):
        return csp
    ends = [csp.index(sign) for sign in rules().bodies.signs if sign in csp]
    head = csp[: min(ends, default=len(csp))].strip()
    return head if is_partnership(head) else csp


def safe_words(review: Review, bodies: Sequence[str]) -> Iterator[str]:
    """Give the folded words of bodies' names, those in the recommendations' texts too."""
    texts = [one.text for one in review.recommendations] + [one.lead for one in review.actions]
    found = [words for text in texts for _, _, words in find_bodies(text)]
    alone = [name for name in found if len(_parts(name)) == 1 and not _PAIR.fullmatch(name)]
    for name in dict.fromkeys([*bodies, *alone]):
        yield from words_in(name)


def trimmed(text: str, start: int, end: int, safe: Collection[str]) -> tuple[int, int]:
    """Give where a body's name begins in a stretch that may open with a person: "Vale and the Trust"."""
    pair = _PAIR.fullmatch(text[start:end])
    if pair is None or not is_body(pair["second"]) or not _names_somebody(pair["first"], safe):
        return start, end
    return start + pair.start("second"), end
