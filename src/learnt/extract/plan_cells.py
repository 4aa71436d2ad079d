"""What a cell of an action plan says: a scope, a date of completion and what came of it."""

import re
from functools import cache

from learnt.extract.dates import find_dates
from learnt.extract.plan_columns import plan_rules
from learnt.records import Scope
from learnt.words import fold, tidy

_GAP = re.compile(r"^[\s.:;,–—)\]-]+")


def read_scope(printed: str) -> Scope | None:
    """Give the scope that a cell prints, None where it prints none or several."""
    words = set(re.findall(r"[\w-]+", fold(printed)))
    found: list[Scope] = []
    for scope in ("national", "regional", "local"):
        if words & set(plan_rules().scopes[scope]):
            found.append(scope)
    return found[0] if len(found) == 1 else None


@cache
def _opening() -> re.Pattern[str]:
    rules = plan_rules().completed
    words = "|".join(sorted(rules.openings, key=len, reverse=True))
    between = "|".join(rules.between)
    return re.compile(rf"(?:(?:{words})\b[\s:.,–—(-]*)?(?:(?:{between})\b[\s:]*)?", re.IGNORECASE)


def split_completion(printed: str) -> tuple[str | None, str, str]:
    """Cut "Completed March 2023. All staff trained." into ISO date, date as printed, and outcome.

    A date counts where it opens the cell, perhaps after a word such as "Completed"; else the whole
    cell is the outcome.
    """
    text = printed.strip()
    opening = _opening().match(text)
    at = opening.end() if opening else 0
    for start, end, iso in find_dates(text):
        if start <= at and start <= len(text):
            rest = text[end:]
            return iso, tidy(text[:end]), tidy_lines(_GAP.sub("", rest))
    return None, "", tidy_lines(text)


def tidy_lines(text: str) -> str:
    """Tidy each line of a cell and leave its lines apart."""
    return "\n".join(line for line in map(tidy, text.split("\n")) if line)
