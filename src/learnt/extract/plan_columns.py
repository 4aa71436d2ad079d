"""The columns of an action plan: which role each has, told by the words at their head."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from learnt.records import Block, Row
from learnt.rulebook import load
from learnt.words import fold_quotes


class Completed(msgspec.Struct, frozen=True):
    """Words before a date of completion, and between word and date."""

    openings: tuple[str, ...]
    between: tuple[str, ...]


class PlanRules(msgspec.Struct, frozen=True):
    """The rules file `action_plan.toml` as it stands."""

    source: str
    columns: dict[str, tuple[str, ...]]
    completed: Completed
    scopes: dict[str, tuple[str, ...]]


HEAD_ROWS = 4
"""Rows at the top of a table among which the heads of columns are looked for."""
_TAIL = re.compile(r"[\s:.*†–-]+$|^\d+[.)]\s+")
_TELLING = ("lead", "target", "milestones", "completion", "outcome", "status")


def plan_rules() -> PlanRules:
    """Give the rules of action plans."""
    return load("action_plan.toml", PlanRules)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (role, re.compile("|".join(f"(?:{p})" for p in patterns), re.IGNORECASE))
        for role, patterns in plan_rules().columns.items()
    )


@cache
def plan_role(head: str) -> str:
    """Name the role of a column (or a line's label) by its words, else empty."""
    words = _TAIL.sub("", fold_quotes(head))
    if not words or len(words) > 90:
        return ""
    return next((role for role, pattern in _patterns() if pattern.fullmatch(words)), "")


@dataclass(frozen=True, slots=True)
class ActionColumns:
    """Indices of an action plan's columns by role, and of the rows that are heads.

    Roles: `recommendation`, `ref`, `scope`, `action`, `lead`, `milestones`, `target`, `completion`,
    `outcome`, `status`. `upright` tells that the roles stand in the first column instead, one
    recommendation a table.
    """

    roles: dict[str, int]
    heads: frozenset[int]
    upright: bool = False


def is_action_plan(table: Block) -> ActionColumns | None:
    """Tell the columns of an action plan; None where the table says nothing of what is done.

    A table that only lists recommendations has no column of actions and is none.
    """
    for index, row in enumerate(table.rows[:HEAD_ROWS]):
        roles = _roles(row)
        if _is_enough(roles):
            repeats = [i for i, r in enumerate(table.rows) if r.texts == row.texts]
            return ActionColumns(roles, frozenset([*range(index), *repeats]))
    return _upright(table.rows)


def _is_enough(roles: dict[str, int]) -> bool:
    telling = sum(role in roles for role in _TELLING)
    named = "recommendation" in roles or "ref" in roles
    return "action" in roles and telling >= (1 if named else 2)


def _roles(row: Row) -> dict[str, int]:
    """Name the columns of a head row; the second "action" or "outcome" column keeps no role."""
    roles: dict[str, int] = {}
    if row.spans_all:
        return roles
    for index, cell in enumerate(row.cells):
        role = "" if cell.merged else plan_role(cell.text.replace("\n", " "))
        if role:
            roles.setdefault(role, index)
    return roles


def _upright(rows: Sequence[Row]) -> ActionColumns | None:
    """See a table of two columns whose first holds the roles' names."""
    if len(rows) < 3 or any(len(row.cells) != 2 for row in rows):
        return None
    roles: dict[str, int] = {}
    for index, row in enumerate(rows):
        role = plan_role(row.texts[0].replace("\n", " "))
        if role:
            roles.setdefault(role, index)
    if _is_enough(roles) and len(roles) >= 3 and len(roles) * 2 > len(rows):
        return ActionColumns(roles, frozenset(), upright=True)
    return None
