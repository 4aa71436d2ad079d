"""The level of a recommendation (single-agency, multi-agency, national) and its printed scope."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from learnt.agencies import is_body
from learnt.extract.claims import Claim
from learnt.extract.outline import Passage, level_of
from learnt.records import Level, Scope
from learnt.rulebook import load
from learnt.words import fold

LEVELS: dict[str, Level] = {
    "single-agency": "single-agency",
    "multi-agency": "multi-agency",
    "national": "national",
}
_SCOPES: dict[str, Scope] = {"local": "local", "regional": "regional", "national": "national"}


class _LevelRules(msgspec.Struct, frozen=True):
    source: str
    national: tuple[str, ...]
    national_exceptions: tuple[str, ...]
    together: tuple[str, ...]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    parts: tuple[str, ...] = getattr(load("levels.toml", _LevelRules), name)
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)


def level_for(claim: Claim, heads: Sequence[Passage], addressees: Sequence[str]) -> Level | None:
    """Tell the level: from the label, the headings over it, else from whom it addresses."""
    if claim.level:
        return LEVELS[claim.level]
    for passage in heads:
        printed = "" if is_body(passage.block.text) else level_of(passage.block.text)
        if printed:
            return LEVELS[printed]
    return level_of_addressees(addressees)


def is_national(name: str) -> bool:
    """Whether a body acts for the whole country and not through a local office."""
    words = re.sub(r"^the\s+", "", fold(name))
    if _pattern("national_exceptions").fullmatch(words):
        return False
    return bool(_pattern("national").fullmatch(words))


def level_of_addressees(addressees: Sequence[str]) -> Level | None:
    """Tell the level by the addressees: national bodies, several bodies or a partnership, one body.

    Where half of them or more act for the whole country, the recommendation is national.
    """
    if not addressees:
        return None
    if 2 * sum(is_national(name) for name in addressees) >= len(addressees):
        return "national"
    if len(addressees) > 1 or _pattern("together").search(fold(addressees[0])):
        return "multi-agency"
    return "single-agency"


def scope_of(printed: str) -> Scope | None:
    """Read a printed scope ("Local", "Local and national" gives the widest), None where none is."""
    folded = fold(printed)
    for name in ("national", "regional", "local"):
        if re.search(rf"\b{name}(?:ly)?\b", folded):
            return _SCOPES[name]
    return None
