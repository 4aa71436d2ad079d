"""The rules of action plans, and which role the words at a column's head or before a colon name."""

import re
from functools import cache

import msgspec

from learnt.rulebook import load
from learnt.words import fold_quotes


class Completed(msgspec.Struct, frozen=True):
    """Words before a date of completion, between word and date, and of what is still open."""

    openings: tuple[str, ...]
    between: tuple[str, ...]
    open: tuple[str, ...]


class PlanRules(msgspec.Struct, frozen=True):
    """The rules file `action_plan.toml` as it stands."""

    source: str
    columns: dict[str, tuple[str, ...]]
    completed: Completed
    scopes: dict[str, tuple[str, ...]]


LONGEST_HEAD = 90
"""Most letters of a column's head."""
TELLING = ("lead", "target", "milestones", "completion", "outcome", "status")
"""Roles that tell what becomes of an action."""
_TAIL = re.compile(r"[\s:.*†–-]+$|^\d+[.)]\s+")


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
    """Name the role of a column (or a line's label) by its words, else empty.

    Roles: `recommendation`, `ref`, `scope`, `action`, `lead`, `milestones`, `target`, `completion`,
    `outcome`, `status`. A narrow column breaks words anywhere (`Recommenda tion`), so the head is
    tried without blanks too.
    """
    words = _TAIL.sub("", fold_quotes(head))
    if not words or len(words) > LONGEST_HEAD:
        return ""
    for text in (words, words.replace(" ", "")):
        for role, pattern in _patterns():
            if pattern.fullmatch(text):
                return role
    return ""


def is_enough(roles: set[str]) -> bool:
    """Whether these roles make an action plan: an action, and what becomes of it."""
    telling = sum(role in roles for role in TELLING)
    named = "recommendation" in roles or "ref" in roles
    return "action" in roles and telling >= (1 if named else 2)
