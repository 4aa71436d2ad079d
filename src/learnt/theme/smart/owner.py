"""Finds who is to act: an addressee, or a body named in the words as the one that acts."""

import re
from collections.abc import Iterable

from learnt.agencies import find_bodies
from learnt.theme.smart.duty import first_duty
from learnt.theme.smart.forms import is_participle
from learnt.theme.smart.rules import pattern, rules
from learnt.theme.smart.sentences import asking
from learnt.words import fold

_CONDITION = re.compile(r"\W*(?:where|when|whenever|if|once|after|before)\b", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the )?(?:[A-Z][\w'-]+ )*$")
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
        post = _post(sentence, duty)
        if post:
            return post
    return None


def _post(sentence: str, duty: int | None) -> str | None:
    """Give the single named post that opens the sentence: "The refuge coordinator should ..."."""
    found = pattern("owner", "named_posts").match(sentence[: duty or 0].strip().removesuffix(" to"))
    return (
        found["post"] if found and not pattern("owner", "any_post").search(found["post"]) else None
    )


def _acts(sentence: str, start: int, end: int, duty: int) -> bool:
    """Whether a name is the duty's subject, or stands after it as "by the council"."""
    before = sentence[:start].rstrip(" '\"(").casefold().removesuffix(" the")
    last = before.rpartition(" ")[2]
    if start > duty:
        return _is_agent(sentence[duty:start])
    if duty - end > _SUBJECT_REACH or _in_condition(sentence, end, duty):
        return False
    return last not in rules().owner.prepositions or bool(re.search(rules().owner.posts, before))


def _is_agent(between: str) -> bool:
    """Whether what stands from the duty's word to a name makes it the agent: "be opened by the"."""
    by = _BY.search(between)
    if not by or ";" in between:
        return False
    words = between[: by.start()].casefold().split()
    described = len(words) > 2 and is_participle(words[-1]) and not words[-2].endswith("ly")
    return not described or words[-2] in ("be", "been", "is", "are", "and", "or")


def _in_condition(sentence: str, end: int, duty: int) -> bool:
    """Whether a name stands in an opening condition: "When the police call, staff should ..."."""
    return bool(_CONDITION.match(sentence)) and "," in sentence[end:duty]


def _is_named(name: str) -> bool:
    folded = fold(name)
    return not any(pattern("owner", part).search(folded) for part in ("nobody", "unnamed"))
