"""Contents pages: entries with dot leaders, or with page numbers on the right, or without either."""

import re
from collections.abc import Sequence

from learnt.read.pdf.lines import Line, split_wide
from learnt.read.pdf.phrases import contents_title
from learnt.words import fold

_LEADER = re.compile(r"(?:[.…·_]\s?){4,}\s*(?:page\s*)?\d{0,4}\s*$", re.IGNORECASE)
_ENDS_IN_PAGE = re.compile(r"\s(?:\d{1,3}|[ivx]{1,5})$")
_MOST_GAP = 3
"""Lines of an entry that goes over several lines before its page number comes."""


def find_contents(rows: Sequence[Line], headings: frozenset[str], *, going: bool) -> list[Line]:
    """Give the rows of one page that belong to a contents list, its title included.

    `rows` are the page's rows from the top; `headings` the folded texts of headings on the pages
    that follow; `going` tells that the page before ended within a contents list.
    """
    title = next((at for at, row in enumerate(rows) if contents_title().fullmatch(row.text)), None)
    marks = [_is_entry(row, title is not None or going) for row in rows]
    tagged = [row.role == "TOCI" for row in rows]
    marks = [mark or tag for mark, tag in zip(marks, tagged, strict=True)]
    if title is not None:
        for at in range(title + 1, len(rows)):
            marks[at] = marks[at] or plain_key(rows[at].text) in headings
    runs = _runs(marks)
    taken: set[int] = set()
    for first, last in runs:
        entries = sum(marks[first : last + 1])
        after_title = title is not None and first - title <= 3
        strong = sum(bool(_LEADER.search(row.text)) for row in rows[first : last + 1])
        if (
            (after_title and entries >= 2)
            or (going and first <= 1)
            or (entries >= 3 and strong >= 2)
        ):
            taken |= set(range(first, last + 1))
            if after_title and title is not None:
                taken |= set(range(title, first))
    return [rows[at] for at in sorted(taken)]


def _is_entry(row: Line, after_title: bool) -> bool:
    if _LEADER.search(row.text):
        return True
    if not after_title or not _ENDS_IN_PAGE.search(row.text):
        return False
    pieces = split_wide(row, 1.5)
    return len(pieces) > 1 and pieces[-1].text.strip(". ").isalnum() and len(pieces[-1].text) < 5


def _runs(marks: list[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for at, mark in enumerate(marks):
        if not mark:
            continue
        if runs and at - runs[-1][1] <= _MOST_GAP:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs


def plain_key(text: str) -> str:
    """Give a heading's words without its number, folded for comparing."""
    return re.sub(r"^[\d.\s]+", "", fold(text)).strip()


def has_title(rows: Sequence[Line]) -> bool:
    """Whether a contents list's title stands on a line of its own among `rows`."""
    return any(contents_title().fullmatch(row.text) for row in rows)
