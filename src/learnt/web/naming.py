"""What partnerships are called on pages, by their ids."""

import re
from functools import cache

from learnt.agencies.partnerships import partnerships

LIGHT = re.compile(r"(?<= )(?:And|In|Of|On|The|Under|Upon|With)\b")
"""Words that stay small within the name of a place."""


@cache
def listed_partnerships() -> dict[str, str]:
    """Give the names of the listed partnerships by id."""
    return {one.id: one.name for one in partnerships().all}


def partnership_name(partnership: str) -> str:
    """Give the name of a partnership; of one that is not listed the words of its id; "" of none."""
    words = partnership.replace("-", " ").title()
    return listed_partnerships().get(partnership) or LIGHT.sub(lambda one: one[0].lower(), words)
