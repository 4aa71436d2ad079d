"""Whether "her" owns what follows it, or is somebody to whom something is done."""

import re
from functools import cache

from learnt.extract.case_facts.rules import either, people

_TIMED = re.compile(
    r" (?:\w+|\d+) (?:seconds|minutes|hours|days|weeks|months|years|times|occasions)\b"
)


@cache
def _only_kin() -> re.Pattern[str]:
    nouns = people().nouns
    return re.compile(rf" only (?:[\w-]+ )?{either((*nouns.female, *nouns.male, *nouns.either))}\b")


def owns_next(text: str, end: int) -> bool:
    """Whether "her" before position `end` owns what follows: not so before "to" or "two days later"."""
    follows = re.match(r"\s+([\w'-]+)", text[end:])
    if follows is None or _TIMED.match(text, end):
        return False
    if follows[1].casefold() == "only":
        return _only_kin().match(text, end) is not None
    return follows[1].casefold() not in people().pronouns.after_object
