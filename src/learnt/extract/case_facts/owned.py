"""Whether "her" owns what follows it, or is somebody to whom something is done."""

import re

from learnt.extract.case_facts.rules import people

_TIMED = re.compile(
    r" (?:\w+|\d+) (?:seconds|minutes|hours|days|weeks|months|years|times|occasions)\b"
)


def owns_next(text: str, end: int) -> bool:
    """Whether "her" before position `end` owns what follows: not so before "to" or "two days later"."""
    follows = re.match(r"\s+([\w'-]+)", text[end:])
    if follows is None or _TIMED.match(text, end):
        return False
    return follows[1].casefold() not in people().pronouns.after_object
