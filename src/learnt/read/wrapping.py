"""Tells whether the lines of a text are wrapped, how wide, and joins them again."""

import re
from collections.abc import Sequence
from itertools import pairwise

from learnt.read.compounds import keeps_hyphen
from learnt.read.labels import split_label
from learnt.words import tidy

LONGEST_WRAPPED = 140
"""Letters of the longest line that a program wraps; longer ones are whole paragraphs."""
_LEAST_PAIRS = 3
_LEAST_SHARE = 0.15
_DOUBLE_SPACED = 0.75
_GOES_ON = re.compile(r"\s*[a-z(‘“]")
_CUT = re.compile(r"((?:[^\W\d_]+-)*[^\W\d_]*[a-z])-$")
_GOES_ON_WORD = re.compile(r"[a-z][^\W\d_]*(?:-[^\W\d_]+)*")
_ENDS = re.compile(r"[.:;?!]\W*$")


def goes_on(above: str, line: str) -> bool:
    """Whether a sentence runs from one line into the next: no stop there, a small letter here."""
    return bool(_GOES_ON.match(line)) and not _ENDS.search(above)


def width_of(pages: Sequence[Sequence[str]]) -> int:
    """The width at which the lines are wrapped, in letters; 0 where each line is a paragraph.

    Lines are wrapped where sentences run from line to line; how long those lines are is the width.
    Lines that are much longer (a table's row pasted in) are let alone.
    """
    pairs, running = 0, []
    for page in pages:
        for above, line in pairwise(line for line in page if line.strip()):
            if max(len(above), len(line)) <= LONGEST_WRAPPED:
                pairs += 1
                if goes_on(above, line):
                    running.append(len(above.strip()))
    if len(running) < _LEAST_PAIRS or len(running) < _LEAST_SHARE * pairs:
        return 0
    running.sort()
    return running[-1 - len(running) // 20]


def single_spaced(pages: Sequence[list[str]]) -> list[list[str]]:
    """Undo double spacing: where most lines are followed by one blank line, drop those."""
    lines = [line for page in pages for line in page]
    filled = [at for at, line in enumerate(lines) if line.strip()]
    gaps = [second - first for first, second in pairwise(filled)]
    single = sum(gap == 2 for gap in gaps)
    if len(gaps) < 20 or single < _DOUBLE_SPACED * len(gaps) or not width_of(pages):
        return list(pages)
    return [_thin(page) for page in pages]


def begins_paragraph(above: str, line: str, width: int) -> bool:
    """Whether `line` begins a paragraph though no blank line parts it from the one `above`."""
    if not width or max(len(above.strip()), len(line.strip())) > 1.3 * width:
        return True
    if goes_on(above, line):
        return False
    first_word = line.strip().split(" ", 1)[0]
    room = width * 0.9 - len(above.strip()) - 1
    if len(first_word) <= room and len(above.strip()) < 0.75 * width:
        return True
    indent = len(line) - len(line.lstrip())
    return indent > _text_indent(above) + 1 and bool(_ENDS.search(above))


def _text_indent(line: str) -> int:
    """Where a line's words begin, after its label."""
    return len(line.rstrip()) - len(split_label(line)[1])


def join_lines(lines: Sequence[str]) -> str:
    """Join the lines of a paragraph; a word cut by a hyphen at a line's end is made whole."""
    text = ""
    for line in map(str.strip, lines):
        left, right = _CUT.search(text), _GOES_ON_WORD.match(line)
        if left and right:
            kept = keeps_hyphen(left[1].casefold(), right[0].casefold(), frozenset())
            text = text + line if kept else text[:-1] + line
        else:
            text = f"{text} {line}".strip()
    return tidy(text)


def _thin(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for at, line in enumerate(lines):
        if line.strip() or (at and not lines[at - 1].strip()):
            kept.append(line)
    return kept
