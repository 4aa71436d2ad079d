"""Names of no single body: groups of bodies, kinds without a name, codes that hide one."""

import re

from learnt.agencies.kinds import Kind, kinds, phrases
from learnt.agencies.making import Reading, bare
from learnt.agencies.names import brackets, key, without_brackets
from learnt.agencies.vocabulary import collective_pattern
from learnt.words import fold

_CODE = re.compile(r"([a-z]+)\d{1,2}")
_EACH = re.compile(r"^(?:all|both|each|every|any)\s+(?:of\s+)?(?:the\s+)?")
_TRAILING = re.compile(r"\s+(?:in|across|within|covering|throughout|serving)\s+\S.*$")
_LEADING = re.compile(
    r"^(?:all|both|each|every|any|local|relevant|other|partner|statutory)\s+(?:of\s+)?"
)


def read_group(printed: str, folded: str) -> Reading | None:
    """Tell a group of bodies: of no one kind ("All agencies"), or all of one ("GP practices")."""
    local = _TRAILING.sub("", folded)
    for words in dict.fromkeys((local, _LEADING.sub("", local))):
        if kind := phrases().by["many"].get(words):
            if words in phrases().by["whole"] and words == local and words not in _plurals(kind):
                continue
            why = f"bodies of one kind together; each is {kind.says}"
            return Reading(printed, "type", why, kind.type, kind=kind)
    one = _EACH.sub("", local)
    if one != local and (kind := phrases().by["whole"].get(one)):
        why = f"bodies of one kind together; each is {kind.says}"
        return Reading(printed, "type", why, kind.type, kind=kind)
    plain = without_brackets(fold(printed))
    plain = _TRAILING.sub("", plain.removeprefix("the "))
    nouns = kinds().collective.nouns
    everyone = one != local and (plain.endswith(nouns) or one.split(" ", 1)[0] in nouns)
    if everyone or local in phrases().wholes or _is_collective(plain):
        return Reading(printed, "type", "a group of bodies of no one kind", "collective")
    return None


def _is_collective(plain: str) -> bool:
    """Whether a text is a group of bodies, alone or with words on which of them: "all agencies involved"."""
    first, _, rest = plain.partition(" ")
    if first in kinds().collective.nouns and rest.startswith(kinds().collective.tails):
        return True
    found = collective_pattern().match(plain)
    after = plain[found.end() :].strip() if found else "?"
    return not after or after.startswith(kinds().collective.tails)


def _plurals(kind: Kind) -> frozenset[str]:
    return frozenset(key(word) for word in kind.many if key(word) not in map(key, kind.names))


def read_whole(printed: str, folded: str) -> Reading | None:
    """Read a kind printed alone ("the Constabulary"), or a code for one ("GP3")."""
    kind = phrases().by["whole"].get(folded)
    if code := _CODE.fullmatch(folded):
        kind = phrases().by["names"].get(code.group(1))
        why = f"{kind.says} under a code that hides its name" if kind else ""
        return Reading(printed, "type", why, kind.type, kind=kind) if kind else None
    return bare(printed, kind) if kind and not brackets(printed) else None
