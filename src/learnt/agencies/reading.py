"""What the printed name of a body tells by itself, before the review is looked at."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from learnt.agencies.candidates import (
    Candidate,
    find_candidates,
    find_parent_part,
    hinted_type,
    is_code,
    is_describing,
    is_role,
    without_role,
    without_title,
)
from learnt.agencies.cutting import split_bodies
from learnt.agencies.kinds import Kind, kinds, phrases
from learnt.agencies.names import brackets, is_abbreviation, key, place_key, slug, without_brackets
from learnt.agencies.partnerships import find_partnership
from learnt.agencies.register import Body, Register
from learnt.agencies.shape import is_topic, stands_alone
from learnt.agencies.vocabulary import collective_pattern
from learnt.words import fold, fold_quotes

State = Literal["body", "bare", "type", "unknown"]
PARENTS = frozenset(
    {"council", "police", "nhs-trust", "hospital", "health-board", "icb", "ambulance"}
)
"""Kinds of body whose parts are printed after their name."""
_CODE = re.compile(r"([a-z]+)\d{1,2}")
_EACH = re.compile(r"^(?:all|both|each|every|any)\s+(?:of\s+)?(?:the\s+)?")
_TRAILING = re.compile(r"\s+(?:in|across|within|covering|throughout|serving)\s+\S.*$")
_LEADING = re.compile(
    r"^(?:all|both|each|every|any|local|relevant|other|partner|statutory)\s+(?:of\s+)?"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a name tells.

    `state`: `body` (the body is told by its name), `bare` (a kind of body without a name, which the
    review's area may tell), `type` (only the type can be told), `unknown`. `rest` is the place.
    """

    printed: str
    state: State
    why: str
    type: str | None = None
    agency: str | None = None
    name: str | None = None
    kind: Kind | None = None
    rest: str = ""
    several: tuple[str, ...] = ()


@lru_cache(maxsize=32768)
def read_name(printed: str, register: Register) -> Reading:
    """Tell what `printed` means by itself; never raises, whatever is printed."""
    folded = key(printed)
    if not folded:
        return Reading(printed, "unknown", "no name is printed")
    return (
        _registered(printed, folded, register)
        or _group(printed, folded)
        or _whole(printed, folded)
        or _part_and_parent(printed, register)
        or _several(printed, register)
        or _bracketed(printed, register)
        or _acting(printed, without_title(folded), register)
        or _by_words(printed, folded, register)
        or _acting(printed, without_role(folded), register)
        or _by_shape(printed, folded)
    )


def _acting(printed: str, shorter: str, register: Register) -> Reading | None:
    """Read the body for which a person acts: "Director of Housing", "Loxley Police officers"."""
    if shorter == key(printed) or _looks_lower(printed):
        return None
    reading = read_name(_cased(printed, shorter), register)
    return replace(reading, printed=printed) if reading.state in ("body", "bare") else None


def _cased(printed: str, words: str) -> str:
    """Give folded words with capitals where the printed name has any of them in capitals."""
    return words.title() if _is_capitalised(printed, words) else words


def _looks_lower(printed: str) -> bool:
    return printed == printed.lower()


def _registered(printed: str, folded: str, register: Register) -> Reading | None:
    if alias := register.told.get(folded):
        body = register.bodies.get(alias.agency)
        why = f"told by a person ({alias.source})"
        if not alias.agency:
            return Reading(printed, "type", f"{why}: its type only", alias.type)
        named = body.name if body else without_brackets(printed)
        return Reading(printed, "body", why, alias.type, alias.agency, named)
    body = register.bodies.get(register.by_key.get(folded, ""))
    if body is None or (body.common and not _stands_as_name(printed, folded, body)):
        return None
    if is_abbreviation(body.name) and _looks_lower(printed):
        return None
    own = folded == key(body.name)
    why = "in the register by this name" if own else f"another name of {body.name} in the register"
    return _of_body(printed, body, why)


def _of_body(printed: str, body: Body, why: str) -> Reading:
    return Reading(printed, "body", why, body.type, body.id, body.name)


def _stands_as_name(printed: str, folded: str, body: Body) -> bool:
    """Whether a name that is also a common word is printed as a name: capitalised, no article."""
    plain = without_brackets(fold_quotes(printed))
    if plain in (body.name, *body.aliases):
        return True
    article = fold(plain).split(" ", 1)[0] in kinds().fold.articles - {folded.split(" ", 1)[0]}
    return plain[:1].isupper() and not article


def _group(printed: str, folded: str) -> Reading | None:
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
    if local in phrases().wholes or _is_collective(plain):
        return Reading(printed, "type", "a group of bodies of no one kind", "collective")
    return None


def _is_collective(plain: str) -> bool:
    """Whether a text is a group of bodies, alone or with words on which of them: "all agencies involved"."""
    found = collective_pattern().match(plain)
    after = plain[found.end() :].strip() if found else "?"
    return not after or after.startswith(kinds().collective.tails)


def _plurals(kind: Kind) -> frozenset[str]:
    return frozenset(key(word) for word in kind.many if key(word) not in map(key, kind.names))


def _whole(printed: str, folded: str) -> Reading | None:
    kind = phrases().by["whole"].get(folded)
    if code := _CODE.fullmatch(folded):
        kind = phrases().by["names"].get(code.group(1))
        why = f"{kind.says} under a code that hides its name" if kind else ""
        return Reading(printed, "type", why, kind.type, kind=kind) if kind else None
    return _bare(printed, kind) if kind and not brackets(printed) else None


def _bare(printed: str, kind: Kind) -> Reading:
    why = f"{kind.says} without a name of its own"
    if kind.meeting:
        why = f"{kind.says}, which is no body with duties of its own"
    return Reading(printed, "bare", why, kind.type, kind=kind)


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
    role = without_title(key(first)) != key(first) or without_role(key(first)) != key(first)
    return replace(whole, printed=printed) if role and part.state != "body" else None


def _several(printed: str, register: Register) -> Reading | None:
    names = split_bodies(printed)
    if len(names) < 2:
        return None
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
        if alone.state == "body":
            return replace(alone, printed=printed)
        whole = read_name(inner, register)
        joined = read_name(f"{inner} {outer}", register)
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
            return _branch(printed, candidate)
        if reading := _of_kind(printed, folded, candidate, register):
            return reading
    if inside and len(inside[1].split()) <= 5:
        parent = read_name(_cased(printed, inside[0]), register)
        if parent.state == "body":
            return replace(parent, printed=printed, why=f"a part of {parent.name}")
    return None


def _branch(printed: str, candidate: Candidate) -> Reading:
    assert candidate.body is not None
    why = f"a part of {candidate.body.name} ({candidate.rest.title()})"
    return _of_body(printed, candidate.body, why)


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


def _of_kind(printed: str, folded: str, candidate: Candidate, register: Register) -> Reading | None:
    kind, rest = candidate.kind, candidate.rest
    assert kind is not None
    if not rest or is_describing(rest) or is_role(rest):
        return _bare(printed, kind)
    if kind.id == "group":
        return Reading(
            printed,
            "type",
            f"{kind.says}, which is no body with duties of its own",
            hinted_type(folded) or kind.type,
        )
    if is_code(rest):
        why = f"{kind.says} under a code that hides its name"
        return Reading(printed, "type", why, kind.type, kind=kind)
    if not _is_capitalised(printed, rest):
        why = f"describes {kind.says} without naming one"
        return Reading(printed, "type", why, kind.type, kind=kind)
    return _made(printed, folded, candidate, register)


def _is_capitalised(printed: str, rest: str) -> bool:
    """Whether a word of `rest` is printed with a capital, or is a place that reviews name."""
    content = {word for word in rest.split() if word not in kinds().fold.describing}
    capital = re.findall(r"\b[A-Z0-9][\w'’&]*", printed)
    if not content.isdisjoint(" ".join(map(key, capital)).split()):
        return True
    return printed == printed.lower() and find_partnership(place_key(rest)) is not None


def _made(printed: str, folded: str, candidate: Candidate, register: Register) -> Reading:
    """Give a body of a kind an id made of its place (or its whole name), the same each time."""
    kind = candidate.kind
    assert kind is not None
    place = place_key(candidate.rest)
    if kind.id == "csp" and (known := find_partnership(candidate.rest)):
        why = "a partnership of the register"
        return Reading(printed, "body", why, kind.type, known.id, known.name, kind, place)
    unit = kind.unit and kind.area in ("council", "district")
    agency = slug(f"{place} council {kind.slug}" if unit else f"{place} {kind.slug}")
    if kind.same_as and _is_kind(candidate.rest, kind.same_as):
        agency = slug(candidate.rest)
    elif not kind.slug or not place:
        agency = slug(folded)
    if several := _joined_forces(kind, place, register):
        why = f"names several bodies: {'; '.join(several)}"
        return Reading(printed, "type", why, kind.type, kind=kind, several=several)
    if known_body := register.bodies.get(agency):
        return replace(_of_body(printed, known_body, "in the register, by its kind and place"),
                       kind=kind, rest=place)  # fmt: skip
    why = f"{kind.says} by its name; not in the register, so the id is made of the name"
    return Reading(printed, "body", why, kind.type, agency, without_brackets(printed), kind, place)


def _is_kind(words: str, kind: str) -> bool:
    """Whether folded words end or begin as a name of `kind` does."""
    parts = words.split()
    ends = {" ".join(parts[start:]) for start in range(len(parts))}
    starts = {" ".join(parts[:end]) for end in range(1, len(parts))}
    told = phrases().by
    return any(told["names"].get(e) is phrases().by_id[kind] for e in ends) or any(
        told["opens"].get(s) is phrases().by_id[kind] for s in starts
    )


def _joined_forces(kind: Kind, place: str, register: Register) -> tuple[str, ...]:
    """Give the two bodies of "Loxley and Arden Police" where each is in the register, and not both."""
    first, joined, second = place.partition(" and ")
    ids = [f"{slug(part)}-{kind.slug}" for part in (first, second)]
    if not joined or not kind.slug or f"{slug(place)}-{kind.slug}" in register.bodies:
        return ()
    names = [register.bodies[agency].name for agency in ids if agency in register.bodies]
    return tuple(names) if len(names) == 2 else ()


def _by_shape(printed: str, folded: str) -> Reading:
    """Read a name of no known kind: its type by a word in it, else by being a name at all."""
    told = hinted_type(folded)
    shaped = stands_alone(printed, known=True) and not is_topic(printed)
    if shaped and len(folded.split()) > 1 and not is_describing(folded):
        why = "a body by the shape of its name; not in the register, so the id is made of the name"
        name = without_brackets(printed)
        return Reading(printed, "body", why, told or "other", slug(folded), name)
    if told:
        why = "no body of the register; the type is told by a word in the name"
        return Reading(printed, "type", why, told)
    return Reading(printed, "unknown", "not in the register, and of no kind that its words tell")
