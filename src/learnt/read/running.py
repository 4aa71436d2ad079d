"""Finds running headers, footers and page numbers in pages of plain text."""

import re
from collections import Counter
from collections.abc import Sequence

from learnt.records import Furniture
from learnt.words import tidy

_COUNTED = re.compile(
    r"(?:\b(?:page|tudalen|p\.)|\|)\s*\d+(?:\s*(?:of|o|/)\s*\d+)?|^\s*\d+(?=\s{2,}|\s*$)|(?<=\s\s)\d+\s*$",
    re.IGNORECASE,
)
"""A page's number in a running line; other figures (`Recommendation 3`) are the line's own."""
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|tudalen|p\.?)?\s*\d{1,4}\s*(?:(?:of|o|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_CONTENTS = re.compile(r"\S.{2,}?(?:\s?[.…]){4,}\s*\d{1,4}")
_EDGE = 2
"""Lines from a page's top or bottom among which running lines are looked for."""


def set_apart(
    pages: Sequence[list[str]],
) -> tuple[list[list[str]], tuple[Furniture, ...]]:
    """Give the pages without their running lines and contents lines, and those lines.

    A line runs where it stands at the edge of three pages or more (a third of them at least), the
    page's number apart.
    """
    counts = Counter(mark for page in pages for mark in {_mark(page[at]) for at in _edges(page)})
    least = max(3, len(pages) // 3)
    kept: list[list[str]] = []
    furniture: list[Furniture] = []
    for number, page in enumerate(pages, start=1):
        edges = _edges(page)
        lines: list[str] = []
        for at, line in enumerate(page):
            found = _furniture(
                line, at in edges and counts[_mark(line)] >= least, at < len(page) / 2
            )
            if found is None:
                lines.append(line)
            else:
                shown = number if len(pages) > 1 else 0
                furniture.append(Furniture(found.kind, found.text, page=shown))
        kept.append(lines)
    return kept, tuple(furniture)


def _furniture(line: str, runs: bool, upper: bool) -> Furniture | None:
    text = tidy(line)
    if _CONTENTS.fullmatch(text):
        return Furniture("contents", text)
    if not runs or not text:
        return None
    if _PAGE_NUMBER.fullmatch(text):
        return Furniture("page-number", text)
    return Furniture("header" if upper else "footer", text)


def _edges(page: Sequence[str]) -> set[int]:
    filled = [at for at, line in enumerate(page) if line.strip()]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _mark(line: str) -> str:
    return tidy(_COUNTED.sub("#", line).casefold())
