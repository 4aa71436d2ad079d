"""An action plan set as paragraphs: "Action: ...", "Lead: ...", "Target date: ..." line by line."""

import re
from collections.abc import Iterator
from itertools import pairwise

from learnt.extract.plan_roles import plan_role
from learnt.records import Block, Document

Labelled = tuple[int, dict[str, str], list[str]]

_LINE = re.compile(r"^\W*(?P<label>[A-Z][^:\n]{1,60}?)\s*:\s*(?P<value>.*)$", re.DOTALL)
_INNER = re.compile(r"(?:(?<=[.;,|])|(?<=\s))\s*(?=(?P<label>[A-Z][A-Za-z /]{2,40})\s*:)")
NEAR = 12
"""Blocks before a labelled action among which the recommendation it enacts is looked for."""


def find_labelled(document: Document, taken: set[int]) -> Iterator[Labelled]:
    """Give (block index, role to text, texts before it, nearest first) of each labelled action.

    An action opens with an "Action:" line; the lines that follow belong to it until the next. One
    line alone, without a lead or a date beside it, is none.
    """
    lines = list(_labelled_lines(document, taken))
    starts = [i for i, (_, role, _) in enumerate(lines) if role == "action"]
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(lines)
        cells = dict(_together(lines[start:end]))
        if len(cells) < 2 or not {"lead", "target", "completion"} & set(cells):
            continue
        index = lines[start][0]
        cells |= _before(lines, start, starts[at - 1] if at else -1)
        before = document.blocks[max(0, index - NEAR) : index]
        yield index, cells, [block.printed for block in reversed(before) if block.text]


def _before(lines: list[tuple[int, str, str]], start: int, last: int) -> dict[str, str]:
    """Give a "Recommendation:" or "Scope:" line that stands just over the action."""
    found: dict[str, str] = {}
    for index, role, value in lines[max(last + 1, start - 3) : start]:
        if role in ("recommendation", "ref", "scope") and lines[start][0] - index <= 3:
            found[role] = value
    return found


def _together(lines: list[tuple[int, str, str]]) -> Iterator[tuple[str, str]]:
    """Give the lines that stand close together, up to the next recommendation."""
    last, seen = lines[0][0], set[str]()
    for index, role, value in lines:
        if index - last > 2 or role in seen or role in ("recommendation", "ref"):
            return
        last = index
        seen.add(role)
        yield role, value


def _labelled_lines(document: Document, taken: set[int]) -> Iterator[tuple[int, str, str]]:
    for index, block in enumerate(document.blocks):
        if index in taken or block.kind == "table":
            continue
        for text in _pieces(block):
            match = _LINE.match(text)
            role = plan_role(match["label"]) if match else ""
            if match and role and match["value"].strip():
                yield index, role, match["value"].strip()


def _pieces(block: Block) -> list[str]:
    """Cut a block at its lines, and a line at the labels inside it."""
    pieces: list[str] = []
    for line in block.printed.split("\n"):
        cuts = [m.start() for m in _INNER.finditer(line) if plan_role(m["label"])]
        edges = [0, *[cut for cut in cuts if cut], len(line)]
        pieces += [line[a:b].strip(" ;|") for a, b in pairwise(edges)]
    return pieces
