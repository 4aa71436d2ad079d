"""Tells a sentence that asks for something from one that only speaks of recommendations.

The words are data (`rules/asks.toml`). Everything here is a pure function of a text.
"""

import re
from functools import cache

import msgspec

from learnt.agencies import is_body
from learnt.rulebook import load
from learnt.words import fold, fold_quotes


class _Lines(msgspec.Struct, frozen=True):
    addressee: tuple[str, ...]
    scope: tuple[str, ...]
    other: tuple[str, ...]


class _Context(msgspec.Struct, frozen=True):
    patterns: tuple[str, ...]


class AskRules(msgspec.Struct, frozen=True):
    """The rules file `asks.toml` as it stands."""

    source: str
    performs: tuple[str, ...]
    reports: tuple[str, ...]
    duties: tuple[str, ...]
    openers: tuple[str, ...]
    verbs: tuple[str, ...]
    mentions: tuple[str, ...]
    replies: tuple[str, ...]
    tells: tuple[str, ...]
    introduces: tuple[str, ...]
    lines: _Lines
    context: _Context


def rules() -> AskRules:
    """Give the rules of asking, checked."""
    return load("asks.toml", AskRules)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Give the patterns of the list `name` in `asks.toml` as one expression."""
    parts: tuple[str, ...] = getattr(rules(), name)
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    listed = rules()
    verbs = "|".join(re.escape(verb) for verb in sorted(listed.verbs, key=len, reverse=True))
    openers = "|".join(f"(?:{part})" for part in listed.openers)
    return re.compile(rf"(?:{openers}|(?:{verbs})\b(?! of\b))", re.IGNORECASE)


def performs(text: str) -> bool:
    """Whether the writer recommends with these words, here and now."""
    return bool(pattern("performs").search(fold_quotes(text)))


def reports_asking(text: str) -> bool:
    """Whether the words tell that somebody recommended something."""
    return bool(pattern("reports").search(text))


def opens_like_an_ask(text: str) -> bool:
    """Whether the text begins with `That ...`, `To ...` or a verb that tells somebody to act."""
    return bool(_opening().match(text.lstrip("\"'‘“ ")))


def has_duty(text: str) -> bool:
    """Whether the words say that something should, must or needs to be done."""
    return bool(pattern("duties").search(fold_quotes(text)))


def is_mention(text: str) -> bool:
    """Whether the text speaks of recommendations and itself recommends nothing."""
    if performs(text) or opens_like_an_ask(text) or directs(text):
        return False
    return bool(pattern("mentions").search(fold_quotes(text)))


def is_reply(text: str) -> bool:
    """Whether the text answers or closes a recommendation before it makes any itself."""
    folded = fold_quotes(text)
    reply = pattern("replies").search(folded)
    if reply is None:
        return False
    own = pattern("performs").search(folded) or pattern("reports").search(folded)
    return own is None or reply.start() < own.start()


@cache
def _direction() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in rules().verbs)
    return re.compile(
        r"(?P<who>[A-Z][^.;:]{1,140}?)\s+(?:should|must|shall|needs? to|ought to|(?:is|are) (?:also )?"
        rf"(?:reminded|asked|encouraged|urged|invited|required|advised)|to (?:{verbs}))\b(?! (?:not )?have\b)",
    )


_NAME_TO_DO = re.compile(r"(?P<who>[A-Z][^.;:]{1,100}?) to [a-z]+\b")


@cache
def _laying() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in rules().verbs)
    return re.compile(
        rf"\s*(?:also |jointly |each )?(?:should|must|shall|needs? to|to (?:{verbs})|(?:{verbs}))\b"
    )


def lays_duty(rest: str) -> bool:
    """Whether the words after a name lay a duty on it: `should ...`, `to review ...`, `review ...`."""
    return bool(_laying().match(rest))


LONGEST_SUBJECT = 16
"""Most words between a sentence's start and its duty for the duty to be the sentence's own."""


def directs(text: str) -> bool:
    """Whether the first sentence lays a duty on its subject: `The Trust should`, `X to review`."""
    folded = fold_quotes(text)
    match = _direction().match(folded)
    if match is not None and len(match["who"].split()) <= LONGEST_SUBJECT:
        return not pattern("tells").search(match["who"])
    named = _NAME_TO_DO.match(folded)
    return named is not None and is_body(named["who"])


def introduces_list(text: str) -> bool:
    """Whether the text brings in the recommendations that follow it."""
    folded = fold_quotes(text)
    return len(folded) < 600 and bool(pattern("introduces").search(folded))


def asks_plainly(text: str) -> bool:
    """Whether the text recommends in so many words, or opens as an ask does."""
    return performs(text) or reports_asking(text) or opens_like_an_ask(text) or directs(text)


def asks(text: str) -> bool:
    """Whether the text, read in a section of recommendations, asks for something to be done."""
    if is_reply(text) or is_mention(text):
        return False
    if performs(text):
        return True
    return asks_plainly(text) or has_duty(text)


_SENTENCE = re.compile(r"(?<=[.!?])[\"'’”)]*\s+(?=[\"'‘“(]?[A-Z])")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|No|St|Rec|para|e\.g|i\.e|etc|vs)|\b[A-Z])\.$")


def sentences(text: str) -> list[str]:
    """Cut a paragraph into its sentences; `Dr.`, `No.` and initials end none."""
    found: list[str] = []
    start = 0
    for match in _SENTENCE.finditer(text):
        if not _ABBREVIATED.search(text[start : match.start()]):
            found.append(text[start : match.start()].strip())
            start = match.end()
    found.append(text[start:].strip())
    return [sentence for sentence in found if sentence]


def label_line(text: str) -> tuple[str, str] | None:
    """Read `Lead agency: X` as ("addressee", "X"); None where the line opens with no known label.

    The kinds are `addressee`, `scope` and `other`.
    """
    label, colon, rest = text.partition(":")
    name = fold(label).strip(" -*•")
    if not colon or len(name) > 40:
        return None
    lines = rules().lines
    for kind, names in (
        ("addressee", lines.addressee),
        ("scope", lines.scope),
        ("other", lines.other),
    ):
        if name in names:
            return kind, rest.strip()
    return None


@cache
def _needing() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in rules().context.patterns), re.IGNORECASE)


def needs_context(text: str) -> bool:
    """Whether the recommendation's first sentence points back to the paragraph before it."""
    first = sentences(fold_quotes(text))[:1]
    return bool(first and _needing().search(first[0]))
