"""What the victim was to the perpetrator, turned into what the perpetrator was to the victim, and back.

DHRD's `relationship_to_perpetrator` tells of the victim: "Parent" means that the victim was the
parent. The two are never summed together; the table of inversions is in `rules/register.toml`.
"""

from functools import cache

from learnt.register.schema import Inversion, schema
from learnt.words import alike


def invert_relationship(relationship: str, sex_of_perpetrator: str = "") -> str | None:
    """Give what the perpetrator was to the victim ("Parent", "Male" → "son"), or None if unknown.

    `relationship` is a value of `relationship_to_perpetrator`; without a sex, or with one that is
    neither Female nor Male, the word fits both ("son or daughter").
    """
    found = _by_victim().get(alike(relationship))
    if found is None:
        return None
    sexed = {"male": found.male, "female": found.female}.get(sex_of_perpetrator.casefold(), "")
    return sexed or found.perpetrator


def invert_back(relationship: str) -> str | None:
    """Give what the victim was to the perpetrator, in DHRD's words ("son" → "Parent"), or None.

    `relationship` is a value of `relationship_to_victim`.
    """
    return _by_perpetrator().get(alike(relationship))


@cache
def _by_victim() -> dict[str, Inversion]:
    return {alike(one.victim): one for one in schema().inversions}


@cache
def _by_perpetrator() -> dict[str, str]:
    return {
        alike(word): one.victim
        for one in schema().inversions
        for word in (one.perpetrator, one.male, one.female, *one.back)
        if word
    }
