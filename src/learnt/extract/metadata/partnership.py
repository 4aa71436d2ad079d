"""The partnership that commissioned the review, as printed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from learnt.extract.metadata.found import Value, best
from learnt.extract.metadata.lines import Line, Pair
from learnt.extract.metadata.rules import rules
from learnt.words import fold

_WORD = r"[A-Z][\w’'-]*|\d+"
_SMALL = r"(?i:and|&|of|the|in|for|on|upon|y|a)"
COMMISSIONED = re.compile(
    r"(?:commissioned|established|instigated|requested|initiated) (?:and \w+ )?by (?:the )?"
    r"|on behalf of (?:the )?|(?:is|was) the responsibility of (?:the )?", re.IGNORECASE
)  # fmt: skip
_AFTER = re.compile(
    r"^(?:\s*\([^)]*\))?,?\s*(?:\([^)]*\)\s*)?(?:has |had |have )?(?:formally |then |therefore )?"
    r"(?:commissioned|decided|agreed|determined|established)", re.IGNORECASE
)  # fmt: skip
TITLE_BLOCKS = 14
"""Blocks at the top of a document in which a name on a line of its own is the title page's."""
LABELLED, TITLE, PROSE, MENTION = 20.0, 10.0, 6.0, 0.5


@cache
def _names() -> re.Pattern[str]:
    heads = "|".join(rules().partnership.heads)
    openings = "|".join(rules().partnership.openings)
    run = rf"(?:(?:{_WORD})(?:,?\s+(?:{_SMALL}\s+)*|(?=$)))"
    small_tail = rf"(?:\s+(?i:for|of)\s+(?:{_WORD})(?:\s+(?:{_SMALL}\s+)?(?:{_WORD}))*)?"
    return re.compile(
        rf"\b(?P<name>{run}{{0,8}}?(?:(?:{heads})|(?:{heads.upper()}))\b{small_tail})"
        rf"|\b(?P<safer>(?:{openings}|{openings.upper()})\s+(?:{_WORD})(?:\s+(?:{_SMALL}\s+)?(?:{_WORD}))*)"
    )


def find_partnership(
    lines: Sequence[Line], pairs: Sequence[Pair], mentioned: bool = True
) -> Value[str] | None:
    """Give the commissioning partnership's name, from its label, the title page or the text.

    The area's council and the Home Office are none, nor are partnerships with other duties. Of one name
    printed in capitals and in letters of both cases the latter is kept. Without `mentioned` a name that
    the text merely mentions is not enough: so for what is no review.
    """
    values = [*_labelled(pairs if mentioned else _named(pairs)), *_printed(lines)]
    if not mentioned:
        values = [value for value in values if value.weight > MENTION]
    weights: dict[str, float] = {}
    for value in values:
        weights[fold(value.value)] = weights.get(fold(value.value), 0.0) + value.weight
    mixed = sorted(values, key=lambda value: value.value.isupper())
    return best(replace(value, weight=weights[fold(value.value)]) for value in mixed)


def _named(pairs: Sequence[Pair]) -> list[Pair]:
    """Leave out who commissioned a paper that is no review, unless it is a partnership by its name."""
    return [
        pair
        for pair in pairs
        if not fold(pair.label).endswith((" by", " body")) or names_in(pair.value)
    ]


def _labelled(pairs: Sequence[Pair]) -> Iterator[Value[str]]:
    for pair in pairs:
        if pair.field == "csp":
            name = re.sub(r"\s*\([^)]*\)$", "", pair.value).strip(" .")
            name = re.sub(r"^(?:the|The)\s+", "", name)
            if 1 <= len(name.split()) <= 12 and not _is_never(name):
                weight = LABELLED if pair.line.front else LABELLED / 4
                yield Value(name, pair.line.evidence("csp-label"), weight)


def _printed(lines: Sequence[Line]) -> Iterator[Value[str]]:
    for line in lines:
        title = line.front and len(line.text) < 120
        for name, start, end in _names_at(line.text, title):
            yield Value(name, line.evidence("csp-name"), _weight(line, start, end))


def names_in(text: str, title: bool = False) -> list[str]:
    """Give the names of partnerships in a text, in order.

    "Safer Eastmoor" without a head noun counts on a title page and after "commissioned by".
    """
    return [name for name, _, _ in _names_at(text, title)]


@cache
def _goes_on() -> re.Pattern[str]:
    """Match words that make what stands before them the opening of another body's name."""
    return re.compile(rf"\s+(?:{'|'.join(rules().partnership.goes_on)})\b")


def _names_at(text: str, title: bool) -> Iterator[tuple[str, int, int]]:
    for match in _names().finditer(text):
        name = _without_opening(match.group())
        if len(name.split()) < 2 or _is_never(name) or _goes_on().match(text, match.end()):
            continue
        if match["name"] or title or COMMISSIONED.search(text[: match.start()][-60:]):
            yield name, match.start(), match.end()


def _weight(line: Line, start: int, end: int) -> float:
    before = line.text[max(0, start - 60) : start]
    told = COMMISSIONED.search(before)
    if (told and told.end() == len(before)) or _AFTER.match(line.text[end:]):
        return PROSE
    titled = (
        line.front
        and line.index < TITLE_BLOCKS
        and not line.text.rstrip().endswith((".", ";", ","))
    )
    if titled and len(line.text) < 160 and line.block.kind != "item":
        return TITLE if line.block.page <= 1 else TITLE / 2
    return MENTION


def _without_opening(name: str) -> str:
    """Cut words of a title off a name ("Domestic Homicide Review Eastmoor Partnership")."""
    words = "|".join(rules().partnership.before)
    cut = re.compile(rf"^.*\b(?i:{words})\b\s+(?:(?i:the)\s+)?(?=[A-Z])")
    name = _closing().sub("", cut.sub("", name))
    name = re.sub(r"^(?i:the|this|that|our|a|an|in|by|of|and|for|on|as|members)\s+", "", name)
    return re.sub(r"\s+", " ", name).strip(" ,.")


@cache
def _closing() -> re.Pattern[str]:
    """Match words of a title after a name ("Safer Eastmoor Domestic Homicide Review")."""
    return re.compile(rf"\s+(?i:{'|'.join(rules().partnership.after)})\b.*$")


def _is_never(name: str) -> bool:
    folded = fold(name)
    never = rules().partnership.never
    last = folded.endswith((" council", " police", " constabulary", " office", " trust"))
    return last or any(
        folded == n or (" " in n and folded.endswith(f" {n}") and not _is_csp(folded))
        for n in never
    )


def _is_csp(folded: str) -> bool:
    return (
        folded.endswith(
            (
                "community safety partnership",
                "public services board",
                "safeguarding board",
                "partnership board",
            )
        )
        and len(folded.split()) > 3
    )
