"""Names of no single body: groups of bodies, kinds without a name, codes that hide one."""

import re
from functools import cache

from learnt.agencies.kinds import Kind, kinds, phrases
from learnt.agencies.making import Reading, bare
from learnt.agencies.names import brackets, key, without_brackets
from learnt.agencies.vocabulary import collective_pattern
from learnt.words import fold

SINGLE = frozenset({"service", "agency", "organisation"})
"""Nouns that "all" may stand before, and that without it mean one ("health service")."""
_CODE = re.compile(r"([a-z]+)\d{1,2}")
_EACH = re.compile(r"^(?:all|both|each|every|any)\s+(?:of\s+)?(?:the\s+)?")
_TRAILING = re.compile(r"\s+(?:in|across|within|covering|throughout|serving)\s+\S.*$")
_JOINED = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+")
_SPACES = re.compile(r"\s+")


def read_group(printed: str, folded: str) -> Reading | None:
    """Tell a group of bodies: of no one kind ("All agencies"), or all of one ("GP practices")."""
    plain = _SPACES.sub(" ", without_brackets(fold(printed)).replace("-", " ")).removeprefix("the ")
    local = _TRAILING.sub("", plain)
    every = _EACH.sub("", local)
    kind = _kind_of_many(local) or (
        phrases().by["whole"].get(key(every)) if every != local else None
    )
    if kind and _is_group(local, every, folded):
        why = f"bodies of one kind together; each is {kind.says}"
        return Reading(printed, "type", why, kind.type, kind=kind)
    if types := _types_joined(every):
        told = types.pop() if len(types) == 1 else "collective"
        names = tuple(_JOINED.split(every))
        return Reading(printed, "type", "bodies of several kinds together", told, several=names)
    if _is_collective(plain, local, every, folded):
        return Reading(printed, "type", "a group of bodies of no one kind", "collective")
    return None


def _is_group(local: str, every: str, folded: str) -> bool:
    """Whether more than one body is meant: by "all", or by a plural that no single name has."""
    plural = local.rstrip("s") != local or key(local) not in phrases().by["whole"]
    return every != local or (plural and folded not in phrases().by["names"]) or local in _many()


def _kind_of_many(plain: str) -> Kind | None:
    """Give the kind of which `plain` names several, whatever describes them ("local GP practices")."""
    words = plain.split()
    for start in range(len(words)):
        if kind := _many().get(" ".join(words[start:])):
            return kind
        if words[start] == "and" or words[start] not in kinds().fold.describing:
            return None
    return None


@cache
def _many() -> dict[str, Kind]:
    """Give the kinds by the words for several of them, not folded: "services" is not "service"."""
    many: dict[str, Kind] = {}
    for kind in kinds().kind:
        for phrase in kind.many:
            many.setdefault(phrase, kind)
    return many


def _types_joined(plain: str) -> set[str]:
    """Give the types in "universities and colleges"; empty where a part is no group of a kind."""
    parts = _JOINED.split(plain)
    told = [_kind_of_many(part) for part in parts]
    return {kind.type for kind in told if kind} if len(parts) > 1 and all(told) else set()


def _is_collective(plain: str, local: str, every: str, folded: str) -> bool:
    """Whether a text is a group of no one kind, alone or with words on which ("agencies involved")."""
    group = kinds().collective
    words = every.split() or [""]
    if local in group.whole or key(local) in phrases().wholes - phrases().by["whole"].keys():
        return True
    if every != local and (words[-1] in group.nouns or words[0] in group.nouns):
        return True
    if every != local and words[-1].endswith("s") and " and " in every:
        return True
    if words[0] in group.nouns and every.partition(" ")[2].startswith(group.tails):
        return True
    described = all(word in kinds().fold.describing for word in words[:-1])
    if len(words) > 1 and described and words[-1] in group.nouns and words[-1] not in group.alone:
        return True
    if every == local and not words[-1].endswith("s") and words[-1] in SINGLE:
        return False
    found = collective_pattern().match(plain)
    after = plain[found.end() :].strip() if found else "?"
    return not after or after.startswith(group.tails)


def read_whole(printed: str, folded: str) -> Reading | None:
    """Read a kind printed alone ("the Constabulary"), or a code for one ("GP3")."""
    kind = phrases().by["whole"].get(folded)
    if code := _CODE.fullmatch(folded):
        kind = phrases().by["names"].get(code.group(1))
        why = f"{kind.says} under a code that hides its name" if kind else ""
        return Reading(printed, "type", why, kind.type, kind=kind) if kind else None
    return bare(printed, kind) if kind and not brackets(printed) else None
