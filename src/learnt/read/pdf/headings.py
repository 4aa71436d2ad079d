"""Which paragraphs are headings, and how deep each stands.

Type size, weight, capitals, numbering, the structure tags and the bookmarks each speak; tags are
one voice, since authors give heading styles to whole paragraphs and forget them on headings.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from learnt.read.pdf.paragraphs import Draft
from learnt.read.pdf.spacing import Spacing
from learnt.words import fold

_MOST_WORDS, _MOST_LINES = 30, 4
_BOLD_WORDS = 16
SPECKS = ".,;· "
"""What specks after a word are read as."""
_TALL = 1.2
_SENTENCE = re.compile(r"[.;,]$|[.?!]\s+[A-Z]")
_LABEL = re.compile(r"^[\w ]{0,30}\d+[a-z]?[.:]?$")
_DEPTH = re.compile(r"\d{1,3}((?:\.\d{1,3})*)\.?\)?")

_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?:?")

Look = tuple[float, bool, bool]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph with its text and label, to be judged."""

    draft: Draft
    text: str
    number: str

    @property
    def look(self) -> Look:
        """Size in half points, bold, and capitals: what ranks headings among each other."""
        line = self.draft.lines[0]
        return round(line.size * 2) / 2, line.bold, self.text.isupper()


def heading_levels(
    candidates: Sequence[Candidate], spacing: Spacing, outline: dict[str, int]
) -> list[int]:
    """Give each candidate's depth as a heading, 1 the highest; 0 where it is none."""
    chosen = [is_heading(candidate, spacing, outline) for candidate in candidates]
    heads = [c for c, yes in zip(candidates, chosen, strict=True) if yes]
    ranks = _ranks(heads)
    smallest: dict[Look, int] = {}
    for head in heads:
        depth = _depth(head.number)
        if depth:
            smallest[head.look] = min(smallest.get(head.look, depth), depth)
    levels: list[int] = []
    for candidate, yes in zip(candidates, chosen, strict=True):
        level = 0
        if yes:
            depth = _depth(candidate.number)
            extra = depth - smallest[candidate.look] if depth else 0
            level = min(ranks[candidate.look] + extra, 9)
        levels.append(level)
    return levels


def _ranks(heads: Sequence[Candidate]) -> dict[Look, int]:
    looks = sorted({head.look for head in heads}, key=lambda k: (-k[0], not k[2], not k[1]))
    return {look: min(rank, 6) for rank, look in enumerate(looks, 1)}


def _depth(number: str) -> int:
    found = _DEPTH.fullmatch(number)
    return 1 + found.group(1).count(".") if found else 0


def is_heading(candidate: Candidate, spacing: Spacing, outline: dict[str, int]) -> bool:
    """Whether `candidate` is a heading; `outline` holds the bookmarks' folded titles."""
    text, draft = candidate.text, candidate.draft
    words = text.split()
    if not words or len(words) > _MOST_WORDS or len(draft.lines) > _MOST_LINES:
        return False
    if not any(letter.isalpha() for letter in text) and not _YEARS.fullmatch(text):
        return False
    if candidate.number and not any(letter.isalnum() for letter in candidate.number):
        return False
    if candidate.number in ("o", "O"):
        return False
    if _is_speckled(candidate, spacing):
        text = text.rstrip(SPECKS)
    if _SENTENCE.search(text) and not _LABEL.match(text):
        return False
    return _is_dressed(candidate, spacing, outline)


def _is_speckled(candidate: Candidate, spacing: Spacing) -> bool:
    """Whether a line was recognised and is so large and bold that a stop at its end is a speck."""
    lines = candidate.draft.lines
    if len(lines) > 1 or not all(word.confidence < 1.0 for word in lines[0].words):
        return False
    return lines[0].bold and lines[0].size > _TALL * spacing.body and len(lines[0].words) <= 8


def _is_dressed(candidate: Candidate, spacing: Spacing, outline: dict[str, int]) -> bool:
    text, lines = candidate.text, candidate.draft.lines
    words = text.split()
    first = lines[0]
    larger = min(line.size for line in lines) > 1.08 * spacing.body
    bold = all(line.bold for line in lines) and not spacing.bold_body
    known = fold(text) in outline or fold(f"{candidate.number} {text}") in outline
    tagged = first.role.startswith("H") or first.role == "Title"
    if text[0].islower() and not known:
        return False
    if larger and (len(words) <= 20 or tagged or known):
        return True
    if known or (tagged and (bold or len(words) <= _BOLD_WORDS)):
        return True
    if bold and len(words) <= _BOLD_WORDS:
        return True
    capitals = text.isupper() and 1 < len(words) <= _BOLD_WORDS and len(text) > 5
    numbered = _depth(candidate.number) > 0
    coloured = first.colour != spacing.colour and first.colour not in ("", "#000000")
    return capitals or (coloured and len(words) <= 10 and (numbered or first.italic or first.bold))
