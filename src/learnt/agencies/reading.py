"""What the printed name of a body tells by itself, before the review is looked at."""

import re
from dataclasses import replace
from functools import lru_cache

from learnt.agencies.candidates import (
    Candidate,
    find_candidates,
    find_parent_part,
    is_describing,
    is_role,
    without_role,
    without_title,
)
from learnt.agencies.cutting import split_bodies
from learnt.agencies.groups import read_group, read_whole
from learnt.agencies.kinds import kinds
from learnt.agencies.making import (
    Reading,
    is_capitalised,
    of_kind,
    read_beginning,
    read_branch,
    read_registered,
    read_shape,
)
from learnt.agencies.names import brackets, is_abbreviation, key, slug, without_brackets
from learnt.agencies.register import Register
from learnt.agencies.shape import is_topic
from learnt.agencies.spelling import mend_spelling
from learnt.words import fold_quotes

_MARK = re.compile(r"^(?:[•▪◦*·–-]|\(?(?:\d{1,2}|[a-z])[.)])\s+")
PARENTS = frozenset(
    {"council", "police", "nhs-trust", "hospital", "health-board", "icb", "ambulance"}
)
"""Kinds of body whose parts are printed after their name."""
LONGEST = 400
"""Letters of the longest text that is read as a name, or as a list of some."""


@lru_cache(maxsize=32768)
def read_name(printed: str, register: Register) -> Reading:
    """Tell what `printed` means by itself; never raises, whatever is printed."""
    cleaned = _MARK.sub("", printed.strip())
    if cleaned != printed and cleaned:
        return replace(read_name(cleaned, register), printed=printed)
    folded = key(printed)
    if not folded or len(printed) > LONGEST:
        why = "too long for a name" if folded else "no name is printed"
        return Reading(printed, "unknown", why)
    return (
        read_registered(printed, folded, register)
        or read_group(printed, folded)
        or read_whole(printed, folded)
        or _labelled(printed, register)
        or _part_and_parent(printed, register)
        or _several(printed, register)
        or _bracketed(printed, register)
        or read_whole(without_brackets(printed), folded)
        or _acting(printed, without_title(folded), register)
        or _by_words(printed, folded, register)
        or _acting(printed, without_role(folded), register)
        or read_beginning(printed, folded, register)
        or _respelt(printed, folded, register)
        or read_shape(printed, folded)
    )


def _acting(printed: str, shorter: str, register: Register) -> Reading | None:
    """Read the body for which a person acts: "Director of Housing", "Loxley Police officers"."""
    if shorter == key(printed) or _looks_lower(printed):
        return None
    reading = read_name(_cased(printed, shorter), register)
    return replace(reading, printed=printed) if reading.state in ("body", "bare") else None


def _cased(printed: str, words: str) -> str:
    """Give folded words with capitals where the printed name has any of them in capitals."""
    return words.title() if is_capitalised(printed, words) else words


def _respelt(printed: str, folded: str, register: Register) -> Reading | None:
    """Read "Loxley Constabularly": a slip of one letter in a word that tells a kind."""
    mended = mend_spelling(folded)
    if mended == folded:
        return None
    reading = read_name(_cased(printed, mended), register)
    why = f"read as “{mended.title()}”: {reading.why}"
    return replace(reading, printed=printed, why=why) if reading.kind or reading.agency else None


def _looks_lower(printed: str) -> bool:
    return printed == printed.lower()


def _labelled(printed: str, register: Register) -> Reading | None:
    """Read "Lead agency: Loxley Police", and the first of "the ICB on behalf of GP practices"."""
    plain = fold_quotes(printed)
    for words in kinds().fold.behalf:
        if words in plain:
            return replace(read_name(plain.split(words, 1)[0], register), printed=printed)
    label, colon, name = plain.partition(": ")
    if not colon or not name.strip() or read_name(label, register).type:
        return None
    return replace(read_name(name, register), printed=printed)


def _part_and_parent(printed: str, register: Register) -> Reading | None:
    """Read "Housing, Loxley County Council" and "Community Safety Manager, Loxley County Council"."""
    first, comma, parent = fold_quotes(printed).rpartition(", ")
    if not comma:
        first, comma, parent = fold_quotes(printed).rpartition(" - ")
    whole = read_name(parent, register) if comma else None
    if whole is None or whole.kind is None or whole.kind.id not in PARENTS or not whole.agency:
        return None
    part = read_name(first, register)
    if part.kind and part.kind.unit and part.state == "bare":
        joined = read_name(f"{whole.printed} {without_brackets(first)}", register)
        return replace(joined, printed=printed) if joined.state == "body" else None
    title = key(first)
    role = is_role(title) or without_title(title) != title or without_role(title) != title
    return replace(whole, printed=printed) if role and part.state != "body" else None


def _several(printed: str, register: Register) -> Reading | None:
    names = split_bodies(printed)
    for words in kinds().fold.beside:
        if words in fold_quotes(printed):
            names = fold_quotes(printed).split(words)
    if len(names) < 2:
        return None
    if len(names) == 2 and "/" in printed:
        council, part = read_name(names[0], register), read_name(names[1], register)
        if council.kind and council.kind.id == "council" and part.kind and part.kind.unit:
            return replace(read_name(", ".join(names), register), printed=printed)
    types = {read_name(name, register).type for name in names}
    told = types.pop() if len(types) == 1 else "collective"
    why = f"names several bodies: {'; '.join(names)}"
    return Reading(printed, "type", why, told, several=tuple(names))


def _bracketed(printed: str, register: Register) -> Reading | None:
    """Read "Police (Loxley)" as "Loxley Police", where the name alone tells no body."""
    for inner in brackets(printed):
        if is_abbreviation(inner) or is_topic(inner):
            continue
        outer = without_brackets(printed)
        alone = read_name(outer, register)
        whole = read_name(inner, register)
        if alone.state == "body":
            part = whole.kind and whole.kind.unit and alone.kind and alone.kind.id in PARENTS
            both = read_name(f"{outer} {inner}", register) if part else alone
            return replace(both if both.agency else alone, printed=printed)
        if alone.state == whole.state == "bare":
            return replace(whole, printed=printed)
        placed = whole.state == "body" or (whole.state == "unknown" and inner == inner.title())
        joined = read_name(f"{inner} {outer}", register) if placed else whole
        best = next((r for r in (joined, whole) if r.state == "body"), None)
        if best and alone.state == "bare":
            return replace(best, printed=printed)
    return None


def _by_words(printed: str, folded: str, register: Register) -> Reading | None:
    """Read a name by the words that tell a kind, the most telling first."""
    found = find_candidates(folded, register)
    for candidate in found:
        if reading := _as_part(printed, candidate, register):
            return reading
    inside = find_parent_part(folded, PARENTS)
    for candidate in found:
        if candidate.body is not None:
            return read_branch(printed, candidate)
        if reading := of_kind(printed, folded, candidate, register):
            return reading
    if inside and len(inside[1].split()) <= 5:
        parent = read_name(_cased(printed, inside[0]), register)
        if parent.state == "body":
            return replace(parent, printed=printed, why=f"a part of {parent.name}")
    return None


def _as_part(printed: str, candidate: Candidate, register: Register) -> Reading | None:
    """Read "Loxley County Council, Housing": a part with its parent named beside it."""
    kind = candidate.kind
    if kind is None or not kind.unit or not candidate.rest or is_describing(candidate.rest):
        return None
    parent = read_name(_cased(printed, candidate.rest), register)
    if parent.state != "body" or parent.agency is None:
        return None
    if parent.kind is None or parent.kind.id != "council":
        named = parent.kind is not None and parent.kind.id in PARENTS
        if not named and parent.agency not in register.bodies:
            return None
        return replace(parent, printed=printed, why=f"a part of {parent.name}")
    if kind.type == parent.type and not kind.slug:
        return replace(parent, printed=printed, why=f"a part of {parent.name}")
    agency = f"{parent.agency}-{kind.slug or slug(candidate.phrase)}"
    why = f"{kind.says}, its council named beside it"
    name = without_brackets(printed)
    return Reading(printed, "body", why, kind.type, agency, name, kind, parent.rest)
