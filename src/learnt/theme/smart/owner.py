"""Finds who is to act: an addressee, or a body named in the words as the one that acts."""

import re
from collections.abc import Iterable

from learnt.agencies import find_bodies
from learnt.theme.smart.duty import first_duty
from learnt.theme.smart.rules import pattern, rules
from learnt.theme.smart.sentences import asking
from learnt.words import fold

_CONDITION = re.compile(r"\W*(?:where|when|whenever|if|once|after|before)\b", re.IGNORECASE)
_SUBJECT_REACH = 110
"""How many letters before the duty's word its subject may start; longer ones are other clauses."""


def find_owner(text: str, addressees: Iterable[str]) -> str | None:
    """Give the first body that is to act, as printed; None where none is named."""
    for printed in addressees:
        if printed.strip() and not pattern("owner", "nobody").search(fold(printed)):
            return printed
    return _named_in(text)


def _named_in(text: str) -> str | None:
    for _, sentence in asking(text):
        duty = first_duty(sentence)
        for start, end, name in find_bodies(sentence) if duty is not None else ():
            if _acts(sentence, start, end, duty or 0) and _is_named(name):
                return name
    return None


def _acts(sentence: str, start: int, end: int, duty: int) -> bool:
    """Whether a name is the duty's subject, or stands after it as "by the council"."""
    before = sentence[:start].rstrip(" '\"(").casefold().removesuffix(" the")
    last = before.rpartition(" ")[2]
    if start > duty:
        return last == "by"
    if duty - end > _SUBJECT_REACH or _in_condition(sentence, end, duty):
        return False
    return last not in rules().owner.prepositions or bool(re.search(rules().owner.posts, before))


def _in_condition(sentence: str, end: int, duty: int) -> bool:
    """Whether a name stands in an opening condition: "When the police call, staff should ..."."""
    return bool(_CONDITION.match(sentence)) and "," in sentence[end:duty]


def _is_named(name: str) -> bool:
    folded = fold(name)
    return not any(pattern("owner", part).search(folded) for part in ("nobody", "unnamed"))
