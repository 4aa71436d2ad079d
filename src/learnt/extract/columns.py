"""Tells what the columns of a table hold: from the words at their head, else from what stands below."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from learnt.agencies import is_body
from learnt.extract.asking import asks
from learnt.extract.labels import named_label, number_ref, short_label
from learnt.records import Block, Row
from learnt.rulebook import load
from learnt.words import fold_quotes

ROLES_OF_PLAN = ("action", "milestones", "target", "completion")


class _ColumnRules(msgspec.Struct, frozen=True):
    source: str
    roles: dict[str, tuple[str, ...]]


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = load("columns.toml", _ColumnRules)
    return tuple(
        (role, re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE))
        for role, patterns in rules.roles.items()
    )


_TAIL = re.compile(r"[\s:.*†]+$|^\d+[.)]\s+")


@cache
def role_of(head: str) -> str:
    """Name the role of a column by the words at its head, else empty.

    A narrow column breaks words anywhere (`Numb er`), so the head is tried without blanks too.
    """
    words = _TAIL.sub("", fold_quotes(head))
    for text in (words, words.replace(" ", "")):
        for role, pattern in _roles():
            if text and pattern.fullmatch(text):
                return role
    return ""


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's columns by role (index, -1 where absent), and the rows that hold its entries."""

    roles: dict[str, int]
    heads: tuple[int, ...]
    """Indices of the rows that are heads."""

    def of(self, role: str) -> int:
        """Give the index of the column with that role, -1 where there is none."""
        return self.roles.get(role, -1)

    @property
    def is_plan(self) -> bool:
        """Whether the table says what is done about recommendations: an action plan."""
        return sum(role in self.roles for role in ROLES_OF_PLAN) >= 1 and "action" in self.roles


def find_columns(table: Block) -> Columns | None:
    """Find the columns of a table that holds recommendations; None where it holds none."""
    for index, row in enumerate(table.rows[:4]):
        roles = _named_roles(row)
        if "recommendation" in roles and len(row.cells) > 1:
            heads = [index, *_repeats(table.rows, index)]
            _add_reference(roles, [r for i, r in enumerate(table.rows) if i not in heads])
            return Columns(roles, tuple(sorted({*range(index), *heads})))
    return _by_content(table)


def _add_reference(roles: dict[str, int], rows: Sequence[Row]) -> None:
    """Find the column of references by what stands in it, where no head names it."""
    if "ref" in roles:
        return
    told = [row for row in rows if not row.spans_all]
    for index in range(min((len(row.cells) for row in told), default=0)):
        column = [row.texts[index] for row in told]
        if index not in roles.values() and all(column) and _share(column, is_reference) >= 0.8:
            roles["ref"] = index
            return


def _named_roles(row: Row) -> dict[str, int]:
    roles: dict[str, int] = {}
    for index, cell in enumerate(row.cells):
        role = role_of(cell.text.replace("\n", " "))
        if role and not cell.merged:
            roles.setdefault(role, index)
    if row.spans_all or (len(roles) < 2 and len(row.cells) > 3):
        return {}
    if not any(len(cell.text) < 60 for cell in row.cells):
        return {}
    return roles


def _repeats(rows: Sequence[Row], head: int) -> list[int]:
    wanted = rows[head].texts
    return [index for index, row in enumerate(rows) if index != head and row.texts == wanted]


def is_reference(text: str) -> bool:
    """Whether a cell holds just a recommendation's reference: `3`, `R12`, `Recommendation 4`."""
    text = text.strip()
    if not text or len(text) > 40:
        return False
    if number_ref(text):
        return True
    label = named_label(text) or short_label(text)
    return label is not None and not label.rest and bool(label.ref)


def _share(cells: Sequence[str], test: Callable[[str], object]) -> float:
    told = [cell for cell in cells if cell.strip()]
    return sum(bool(test(cell)) for cell in told) / len(told) if told else 0.0


def _by_content(table: Block) -> Columns | None:
    """Find the columns of a table without heads: references, long asking texts, bodies."""
    rows = [row for row in table.rows if not row.spans_all]
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return None
    columns = [
        [row.texts[i] for row in rows if i < len(row.cells)] for i in range(len(rows[0].cells))
    ]
    roles: dict[str, int] = {}
    asking = [_share(column, asks) * (_length(column) > 40) for column in columns]
    best = max(range(len(columns)), key=lambda i: (asking[i] >= 0.6, _length(columns[i])))
    if asking[best] < 0.6:
        return None
    for index, column in enumerate(columns):
        if index == best:
            roles["recommendation"] = index
        elif _share(column, is_reference) >= 0.8:
            roles.setdefault("ref", index)
        elif _share(column, is_body) >= 0.6:
            roles.setdefault("addressee", index)
    if "ref" not in roles and "addressee" not in roles:
        return None
    return Columns(roles, _likely_heads(table.rows, best))


def _likely_heads(rows: Sequence[Row], best: int) -> tuple[int, ...]:
    """Give the first row where it reads as a head in unknown words: short cells that ask nothing."""
    first = rows[0]
    short = all(len(cell.text) < 50 for cell in first.cells) and not asks(first.texts[best])
    return (0, *_repeats(rows, 0)) if short or first.header else ()


def _length(column: Sequence[str]) -> float:
    return sum(map(len, column)) / max(len(column), 1)
