"""Cuts a printed list of bodies into its names, without breaking names that hold "and" or a comma."""

import re
from itertools import pairwise

from learnt.agencies.shape import is_unit, stands_alone
from learnt.agencies.vocabulary import together_pattern
from learnt.words import fold_quotes, tidy

_HARD = re.compile(r"\s*(?:[\n\r|;•●▪◦]|(?<=\s)/(?=\s)|(?<=\s)[-–*](?=\s+[A-Z])(?<=\n.))\s*")
_BULLET = re.compile(r"^\s*(?:[-–—*•●▪◦o]\s+|\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s+)")
_SOFT = re.compile(
    r"(?i),\s*(?:and|&)\s+|,\s+|\s+(?:and|&|plus|as well as|along with|together with)\s+|/"
)
_EDGES = " \t.,;:|"

Span = tuple[int, int]


def split_bodies(printed: str) -> list[str]:
    """Give the names in a printed list of bodies, each as printed, in order, none twice.

    Lines, bullets, `|`, `;` and ` / ` always cut. A comma, "and", "&" or `/` cuts only where what
    stands on both sides is a complete name.
    """
    names: list[str] = []
    for line in _HARD.split(printed):
        text = tidy(_BULLET.sub("", line)).strip(_EDGES)
        for start, end in cut_spans(text):
            name = _without_edges(text[start:end])
            if name and name not in names:
                names.append(name)
    return names


def _without_edges(text: str) -> str:
    return re.sub(r"^(?:and|&)\s+", "", text.strip(_EDGES))


def cut_spans(text: str) -> list[Span]:
    """Give the spans of the names in one line of text; a single one where it is not a list."""
    cuts = _candidates(text)
    kept = cuts if _is_plain_list(text, cuts) else _accepted(text, cuts)
    return _pieces(text, kept)


def _pieces(text: str, cuts: list[Span]) -> list[Span]:
    edges = [(0, 0), *cuts, (len(text), len(text))]
    return [(left[1], right[0]) for left, right in pairwise(edges) if left[1] < right[0]]


def _candidates(text: str) -> list[Span]:
    """Find separators outside brackets and outside phrases that belong together."""
    plain = fold_quotes(text)
    if len(plain) != len(text):
        plain = text
    kept = [m.span() for m in together_pattern().finditer(plain.casefold())]
    kept += [m.span() for m in re.finditer(r"\([^()]*\)", plain)]
    found = [m.span() for m in _SOFT.finditer(plain)]
    return [(a, b) for a, b in found if not any(s < b and a < e for s, e in kept)]


def _is_plain_list(text: str, cuts: list[Span]) -> bool:
    """Whether commas part three or more names of which at most one is not known as such."""
    pieces = [text[a:b] for a, b in _pieces(text, cuts)]
    unknown = [p for p in pieces if not stands_alone(p)]
    has_unit = any(is_unit(a, b) for a, b in pairwise(pieces))
    commas = sum(1 for a, b in cuts if "," in text[a:b])
    if has_unit or commas < 2 or len(unknown) > 1:
        return False
    return all(len(p.split()) <= 2 and p.strip()[:1].isupper() for p in unknown)


def _accepted(text: str, cuts: list[Span]) -> list[Span]:
    """Keep the separators between two complete names, from left to right."""
    kept: list[Span] = []
    start = 0
    for index, (left, right) in enumerate(cuts):
        if not stands_alone(text[start:left]):
            continue
        ends = [a for a, _ in cuts[index + 1 :]] + [len(text)]
        if is_unit(text[start:left], text[right : ends[0]]):
            continue
        known = any(stands_alone(text[right:end]) for end in ends)
        if known or (kept and len(ends) == 1 and _is_short_name(text[right:])):
            kept.append((left, right))
            start = right
    return kept


def _is_short_name(text: str) -> bool:
    """Whether the last of several could be a charity's name ("..., and Leeway")."""
    return len(text.split()) <= 2 and all(word[:1].isupper() for word in text.split())
