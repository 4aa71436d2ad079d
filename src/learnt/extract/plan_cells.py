"""What a cell of an action plan says: a scope, a date of completion and what came of it."""

import re
from functools import cache

from learnt.extract.dates import find_dates
from learnt.extract.plan_roles import plan_rules
from learnt.records import Scope
from learnt.words import fold, tidy

_GAP = re.compile(r"^[\s.:;,–—)\]-]+")
_TRAIL = re.compile(r"[\s:;,–—(-]+$")
_CLOSE = re.compile(r"[\s.)]*$")


def read_scope(printed: str) -> Scope | None:
    """Give the scope that a cell prints, None where it prints none or several."""
    words = set(re.findall(r"[\w-]+", fold(printed)))
    found: list[Scope] = []
    for scope in ("national", "regional", "local"):
        if words & set(plan_rules().scopes[scope]):
            found.append(scope)
    return found[0] if len(found) == 1 else None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Give the words before a date at a cell's head, the same anywhere, and those of what is open."""
    rules = plan_rules().completed
    words = "|".join(sorted(rules.openings, key=len, reverse=True))
    between = "|".join(rules.between)
    said = rf"(?:{words})\b[\s:.,–—(-]*"
    linked = rf"(?:(?:{between})\b[\s:]*)?"
    still = "|".join(sorted(rules.open, key=len, reverse=True))
    return (
        re.compile(rf"(?:{said})?{linked}", re.IGNORECASE),
        re.compile(rf"(?<!\w){said}{linked}$", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{still})(?!\w)", re.IGNORECASE),
    )


def split_completion(printed: str) -> tuple[str | None, str, str]:
    """Cut "Completed March 2023. All staff trained." into ISO date, date as printed, and outcome.

    A date counts where it opens the cell, perhaps after a word such as "Completed", or where such a
    word stands before it at the cell's end; else the whole cell is the outcome. "Complete" alone is
    what is printed of the completion. What is said to go on or to be due is not completed.
    """
    text = printed.strip()
    head, before, still = _patterns()
    opening = head.match(text)
    at = opening.end() if opening else 0
    if opening and at and not text[at:].strip(" .)"):
        return None, tidy_lines(text), ""
    for start, end, iso in find_dates(text):
        said = before.search(text[:start])
        rest = _CLOSE.match(text, end)
        if start <= at:
            if still.match(_GAP.sub("", text[end:])):
                break
            return iso, tidy(text[:end]), tidy_lines(_GAP.sub("", text[end:]))
        if said and rest and not still.search(text[:start]):
            outcome = tidy_lines(_TRAIL.sub("", text[: said.start()]))
            return iso, tidy(text[said.start() : end]), outcome
    return None, "", tidy_lines(text)


def tidy_lines(text: str) -> str:
    """Tidy each line of a cell and leave its lines apart."""
    return "\n".join(line for line in map(tidy, text.split("\n")) if line)
