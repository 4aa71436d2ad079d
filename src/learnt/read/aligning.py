"""Puts cells that stand one below the other into columns, where empty and merged ones left no line.

Each line is weighed against each column by what the column's head says it holds; the way through all
lines with the greatest weight is the table (dynamic programming over lines and columns).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from learnt.agencies import is_body
from learnt.read.column_heads import is_usual_cell, role_of
from learnt.read.labels import split_label, split_weak

LEAST = 0.25
"""Mean weight a line from which a way is believed."""
_EMPTY = 1.2
"""What each column without a line costs."""
_MERGED = 1.0
"""What a row costs whose first column is merged with the one above."""
_LONG = 6
"""Words from which a line is a text."""
_SHORT = 4
_DATE = re.compile(r"(?:19|20)\d\d|\d[/.-]\d")
_TITLE = 10
"""Words of the longest title of a group."""
_NEVER = 1000.0
_REMEMBERED = 4096
Way = list[int]
Step = tuple[float, int]
"""A weight, and the column of the line before."""


def align(lines: Sequence[str], heads: Sequence[str], numbered: bool) -> Way | None:
    """Give for each line its column; None where no way is convincing.

    A line whose column is not right of the one before begins a row. As many as there are columns
    stands for a line over all of them, which names the group of the rows below. With `numbered`, the
    first column's cells open with a number.
    """
    roles = tuple(role_of(head) for head in heads)
    weights = [_weights(line, roles, numbered) for line in lines]
    last = len(roles) - 1
    best: list[list[Step]] = [
        [_best_step([(0.0, last)], at, last, weights[0][at]) for at in range(last + 2)]
    ]
    for weight in weights[1:]:
        before = [(score, at) for at, (score, _) in enumerate(best[-1])]
        best.append([_best_step(before, at, last, weight[at]) for at in range(last + 2)])
    total, column = max(
        (score - _EMPTY * max(last - at, 0), at) for at, (score, _) in enumerate(best[-1])
    )
    way: Way = []
    for row in reversed(best):
        way.append(column)
        column = row[column][1]
    return way[::-1] if total >= LEAST * len(lines) else None


def _best_step(before: Sequence[Step], column: int, last: int, weight: float) -> Step:
    """Give the greatest weight that ends in `column`, and the column of the line before."""
    return max(
        (score - _step(earlier, column, last) + weight, earlier) for score, earlier in before
    )


def _step(earlier: int, column: int, last: int) -> float:
    """What it costs to go on in `column` after a line in the column `earlier`."""
    if earlier > last:
        return 0.0 if column == 0 else _NEVER
    if earlier < column <= last:
        return _EMPTY * (column - earlier - 1)
    left = _EMPTY * (last - earlier)
    return left if column in (0, last + 1) else left + _MERGED + _EMPTY / 2 * (column - 1)


def _weights(line: str, roles: Sequence[str], numbered: bool) -> list[float]:
    """How well `line` fits each column, and all of them as the title of a group."""
    fits = [_fit(line, role) for role in roles]
    opens = opens_with_number(line)
    if numbered:
        fits[0] += 1.5 if opens else -3.0
    group = -_NEVER if opens or len(line.split()) > _TITLE else -0.5 - 1.0 * (not is_body(line))
    return [*fits, group]


@lru_cache(_REMEMBERED)
def _fit(line: str, role: str) -> float:
    words = len(line.split())
    figures = _DATE.search(line) is not None
    if role == "ref":
        return 2.0 if words <= _SHORT and opens_with_number(line) else -3.0
    if role == "scope":
        return 2.0 if is_usual_cell("scope", line) else -3.0
    if role == "target":
        return (
            2.0
            if figures and words <= _LONG
            else 0.5
            if words <= _LONG and not is_body(line)
            else -3.0
        )
    if role in ("lead", "addressee"):
        return (
            2.5
            if is_body(line)
            else 0.0
            if words <= _LONG and line[:1].isupper() and not figures
            else -2.0
        )
    weight = 1.0 if words >= _LONG else -1.0 * is_usual_cell("scope", line)
    if role == "completion":
        return weight + 0.5 * figures
    if role in ("recommendation", "action", "milestones"):
        return weight - 1.5 * is_body(line) - 1.0 * (figures and words < _LONG) - 1.0 * (words < 3)
    return weight


def opens_with_number(text: str) -> bool:
    """Whether a figure opens the text as its label (`3.`, `R4`, `Recommendation 2`)."""
    named = role_of(text.split(" ")[0]) == "recommendation" and re.match(r"\w+\s+\d", text)
    label = split_label(f"{text} X")[0] or split_weak(f"{text} X")[0]
    return bool(named) or any(letter.isdigit() for letter in label)
