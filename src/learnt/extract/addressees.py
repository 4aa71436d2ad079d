"""Whom a recommendation addresses, as printed: from its cell, bracket or heading, else from its words."""

import re
from collections.abc import Sequence

from learnt.agencies import find_bodies, is_body, split_bodies
from learnt.extract.asking import asks, label_line, lays_duty, opens_like_an_ask, performs
from learnt.extract.claims import Claim
from learnt.extract.memory import LEAD_IN, Memory, name_in_heading
from learnt.extract.outline import Passage
from learnt.extract.subjects import QUALIFIER, subjects_of
from learnt.words import fold

_FOR = re.compile(r"(?:action(?: for| by)?:?\s+|for:?\s+|to:?\s+|lead:?\s+)", re.IGNORECASE)
LONGEST_BRACKET = 200
"""Most letters of a bracket that is taken for a list of bodies."""
_HEAD = re.compile(r"^(?P<who>[A-Z][^.:;]{2,120}?)\s*(?::|\s[–—-])\s+(?=\S)")


def resolve(claim: Claim, heads: Sequence[Passage], memory: Memory) -> Claim:
    """Give the claim with the addressees that its place prints, cut from its words where they held them.

    Trust goes from the claim's own cell or line to a bracket at its end, a name at its head, and the
    heading over it; a heading that names only a kind of body ("national bodies") gives way to the words,
    and one whose body is among several in the plan's lead column to that column.
    What only the plan's lead column or the words tell is left for `told_by`.
    """
    own = _split(claim.addressees, memory)
    if own:
        return claim.but(addressees=own)
    text, bracket = cut_bracket(claim.text, memory)
    if bracket:
        return claim.but(addressees=_split((bracket,)), text=text)
    text, told = cut_told(text)
    if told:
        return claim.but(addressees=_split((told,)), text=text)
    named = from_head(text)
    if named is not None:
        return claim.but(addressees=_split((named[0],)), text=named[1])
    fused = from_fused(text, memory)
    if fused is not None:
        return claim.but(addressees=_split((fused[0],)), text=fused[1])
    over = _split(claim.heading or heading_bodies(heads, memory, text))
    if over and over[0][:1].islower():
        return claim.but(heading=over)
    lead = _split(claim.lead, memory)
    if over and {fold(name) for name in over} < {fold(name) for name in lead}:
        return claim.but(addressees=lead)
    return claim.but(addressees=over)


def told_by(claim: Claim, memory: Memory) -> tuple[str, ...]:
    """Give the addressees that the place prints, else the plan's lead, else those the words tell."""
    printed = (
        claim.addressees or _split(claim.lead, memory) or _split(subjects_of(claim.text, memory))
    )
    return printed or claim.heading


_THE = re.compile(r"^the (?=[A-Z])")


def _split(printed: Sequence[str], memory: Memory | None = None) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for names in printed:
        for name in (_THE.sub("", name) for name in split_bodies(names)):
            parted = memory.run_together(name) if memory is not None else ()
            found |= dict.fromkeys(parted or (name,) if name else ())
    return tuple(found)


def _is_bodies(printed: str, memory: Memory | None) -> bool:
    """Whether printed words are bodies, or names that the document writes as nothing else."""
    parts = [_QUALIFIED.sub("", name) for name in split_bodies(printed)]
    return all(is_body(part) or _is_known_name(part, memory) for part in parts)


def _is_known_name(part: str, memory: Memory | None) -> bool:
    if memory is None or part.isupper() or _NAME.fullmatch(part) is None:
        return False
    return memory.is_name(part)


def _spells_out(before: str, words: str) -> bool:
    """Whether a bracket spells out the abbreviation before it: `DNA (Did Not Attend)`."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", words) if word[0].isupper())
    last = before.split()[-1:] or [""]
    return len(initials) > 1 and last[0].strip("‘’'\"") == initials


_QUALIFIED = re.compile(rf"{QUALIFIER}$")
_NAME = re.compile(r"[A-Z][A-Za-z’'-]+(?:,? (?:(?:and|of|for|the|&) )*[A-Z][A-Za-z’'-]+)*")


def trailing_bracket(text: str) -> tuple[str, str]:
    """Part a text from the bracket that ends it, brackets inside it and all; ("...", "") where none does."""
    told = text.rstrip().removesuffix(".")
    if not told.endswith((")", "]")):
        return text, ""
    depth = 0
    for at in range(len(told) - 1, max(-1, len(told) - LONGEST_BRACKET), -1):
        depth += (told[at] in ")]") - (told[at] in "([")
        if depth == 0:
            return told[:at].rstrip(), told[at + 1 : -1].strip()
    return text, ""


def cut_bracket(text: str, memory: Memory | None = None) -> tuple[str, str]:
    """Cut a bracket that names bodies off the end: `... training. (Police)`."""
    before, inside = trailing_bracket(text)
    lead_in = _FOR.match(inside)
    who = inside[lead_in.end() :] if lead_in else inside
    if len(who) < 2:
        return text, ""
    sure = before.endswith((".", ";", "!")) or any(map(is_body, split_bodies(who)))
    if _spells_out(before, who) or not _is_bodies(who, memory if sure else None):
        return text, ""
    if not before.endswith((".", ";", "!", "?")) and who.isupper():
        return text, ""
    return before, who


_TOLD = re.compile(r"\s+(?P<label>[A-Z][a-z]+(?: [a-z]+){0,3}):\s+(?P<who>[^:]{2,200})$")


def cut_told(text: str) -> tuple[str, str]:
    """Cut a line that names the addressee and was set on the same line: `... training. Lead: Police`."""
    match = _TOLD.search(text)
    if match is None:
        return text, ""
    line = label_line(f"{match['label']}: {match['who']}")
    if line is None or line[0] != "addressee" or not all(map(is_body, split_bodies(match["who"]))):
        return text, ""
    return text[: match.start()].rstrip(), match["who"]


def from_head(text: str) -> tuple[str, str] | None:
    """Read `Police: Review ...`: the body at the head, and the words after it."""
    match = _HEAD.match(text)
    if match is None or not is_body(match["who"]):
        return None
    return match["who"], text[match.end() :]


def heading_bodies(heads: Sequence[Passage], memory: Memory, text: str = "") -> tuple[str, ...]:
    """Give the body that the nearest heading (or line over a list) names, if it names one.

    After "Recommendations to" a name is a body's, known or not, where the recommendation's words hold it.
    """
    for passage in heads:
        printed = passage.block.text.strip()
        name = name_in_heading(printed)
        told = (
            LEAD_IN.match(printed) is not None and name[:1].isupper() and fold(name) in fold(text)
        )
        owner = passage in memory.owners.values()
        if name and (told or owner or memory.names_a_body(passage)):
            return (name,)
    return ()


_FUSED_WORDS = 14
"""Most words of a body's name that a lost line break put before the recommendation."""


def from_fused(text: str, memory: Memory) -> tuple[str, str] | None:
    """Cut a body's name off that a lost line break put before the words: `Probation Service To record ...`."""
    words = text.split()
    for cut in range(min(_FUSED_WORDS, len(words) - 3), 0, -1):
        first = words[cut].strip(",’'\"‘“(")
        name, rest = " ".join(words[:cut]), " ".join(words[cut:])
        twice = rest.startswith(name) or (name in memory.lines and _opens_with_actor(rest))
        if not first[:1].isupper() or not (twice or words[cut + 1][:1].islower()):
            continue
        plain = opens_like_an_ask(rest) or first.casefold() in memory.ordinary or len(first) < 3
        plain = plain or twice
        sure = performs(rest[:60]) or rest.startswith(("That ", "To "))
        sure = sure or name in memory.lines
        known = is_body(name) or (cut <= 3 and sure and _is_bodies(name, memory))
        plain = plain or is_body(words[cut])
        if plain and known and asks(rest) and not is_body(f"{name} {first}"):
            return name, rest
    return None


def _opens_with_actor(text: str) -> bool:
    """Whether a body that is told to act opens the text."""
    return any(start == 0 and lays_duty(text[end:]) for start, end, _ in find_bodies(text))


def same_bodies(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two lists of addressees can be the same recommendation's: equal, overlapping or unknown."""
    if not one or not other:
        return True
    return bool({fold(a) for a in one} & {fold(b) for b in other})
