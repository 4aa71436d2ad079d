"""Readings of a name that need no second look: from the register, from a kind and a place, from its shape."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from learnt.agencies.candidates import Candidate, hinted_type, is_code, is_describing, is_role
from learnt.agencies.kinds import Kind, kinds, phrases
from learnt.agencies.names import is_abbreviation, key, place_key, slug, without_brackets
from learnt.agencies.partnerships import (
    find_partnership,
    named_partnership,
    one_place,
    partnerships,
)
from learnt.agencies.register import Body, Register
from learnt.agencies.shape import LONGEST_NAME, is_topic, stands_alone
from learnt.words import fold, fold_quotes

State = Literal["body", "bare", "type", "unknown"]
NO_BODY = "which is no body with duties of its own"


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


def of_body(printed: str, body: Body, why: str) -> Reading:
    """Give the reading of a body of the register."""
    kind, place = _kind_by_id(body.id, body.type)
    return Reading(printed, "body", why, body.type, body.id, body.name, kind, place)


@cache
def _kind_by_id(agency: str, told: str) -> tuple[Kind | None, str]:
    """Give the kind and place that an id is made of ("loxley-council"), else None and no place."""
    for kind in kinds().kind:
        place = agency.removesuffix(f"-{kind.slug}")
        if kind.slug and kind.type == told and not kind.unit and place != agency:
            return kind, place.replace("-", " ")
    return None, ""


def read_registered(printed: str, folded: str, register: Register) -> Reading | None:
    """Read a name that a person told or that the register has."""
    if alias := register.told.get(folded):
        body = register.bodies.get(alias.agency)
        why = f"told by a person ({alias.source})"
        if not alias.agency:
            return Reading(printed, "type", f"{why}: its type only", alias.type)
        named = body.name if body else without_brackets(printed)
        return Reading(printed, "body", why, alias.type, alias.agency, named)
    body = register.bodies.get(register.by_key.get(folded, ""))
    place = _without_nhs(folded)
    if body is None and place != folded and (board := register.bodies.get(f"{slug(place)}-icb")):
        return of_body(printed, board, "the integrated care board of that area")
    if partnership := named_partnership(folded):
        why = "a partnership of the register"
        kind = phrases().by_id["csp"]
        return Reading(printed, "body", why, kind.type, partnership.id, partnership.name, kind)
    if body is None or (body.common and not _stands_as_name(printed, folded, body)):
        return None
    if is_abbreviation(body.name) and printed == printed.lower():
        return None
    own = folded == key(body.name)
    why = "in the register by this name" if own else f"another name of {body.name} in the register"
    return of_body(printed, body, why)


def _stands_as_name(printed: str, folded: str, body: Body) -> bool:
    """Whether a name that is also a common word is printed as a name: capitalised, no article."""
    plain = without_brackets(fold_quotes(printed))
    if plain in (body.name, *body.aliases):
        return True
    article = fold(plain).split(" ", 1)[0] in kinds().fold.articles - {folded.split(" ", 1)[0]}
    return plain[:1].isupper() and not article


def read_beginning(printed: str, folded: str, register: Register) -> Reading | None:
    """Read a name that begins with a body of the register: "Clarion tenancy team"."""
    words = folded.split()
    for end in range(min(len(words) - 1, 8), 0, -1):
        start = " ".join(words[:end])
        for name in (start, start.removesuffix("s")):
            body = register.bodies.get(register.by_key.get(name, ""))
            if body and not body.common and len(words) - end <= 5:
                return of_body(printed, body, f"a part of {body.name}")
    return None


def read_branch(printed: str, candidate: Candidate) -> Reading:
    """Read a regional part of a national body."""
    assert candidate.body is not None
    why = f"a part of {candidate.body.name} ({candidate.rest.title()})"
    return of_body(printed, candidate.body, why)


def bare(printed: str, kind: Kind) -> Reading:
    """Give the reading of a kind without a name, which the review may tell."""
    why = f"{kind.says} without a name of its own"
    if kind.meeting:
        why = f"{kind.says}, {NO_BODY}"
    return Reading(printed, "bare", why, kind.type, kind=kind)


def is_capitalised(printed: str, rest: str) -> bool:
    """Whether a word of `rest` is printed with a capital, or is a place that reviews name."""
    content = {word for word in rest.split() if word not in kinds().fold.describing}
    capital = re.findall(r"\b[A-Z0-9][\w'’&]*", printed)
    if not content.isdisjoint(" ".join(map(key, capital)).split()):
        return True
    return printed == printed.lower() and find_partnership(place_key(rest)) is not None


def of_kind(printed: str, folded: str, candidate: Candidate, register: Register) -> Reading | None:
    """Read a name by its kind: a body with an id made of its place, or a description."""
    kind, rest = candidate.kind, candidate.rest
    assert kind is not None
    if not rest or is_describing(rest) or is_role(rest):
        return bare(printed, kind)
    if candidate.opens and kind.unit and " " not in candidate.phrase and not _is_area(rest):
        return None  # "Education Loxley" only where Loxley is an area: "Health Improvement" is none
    if kind.id == "group":
        return Reading(
            printed,
            "type",
            f"{kind.says}, {NO_BODY}",
            hinted_type(folded) or kind.type,
        )
    if is_code(rest):
        why = f"{kind.says} under a code that hides its name"
        return Reading(printed, "type", why, kind.type, kind=kind)
    known = kind.slug and f"{slug(_without_nhs(rest))}-{kind.slug}" in register.bodies
    if not known and not is_capitalised(printed, rest):
        why = f"describes {kind.says} without naming one"
        return Reading(printed, "type", why, kind.type, kind=kind)
    return _made(printed, folded, candidate, register)


def _made(printed: str, folded: str, candidate: Candidate, register: Register) -> Reading:
    """Give a body of a kind an id made of its place (or its whole name), the same each time."""
    kind, place = _kind_and_place(candidate)
    if kind.id == "csp" and (known := find_partnership(candidate.rest)):
        why = "a partnership of the register"
        return Reading(printed, "body", why, kind.type, known.id, known.name, kind, place)
    if several := _joined_forces(kind, place, register):
        why = f"names several bodies: {'; '.join(several)}"
        return Reading(printed, "type", why, kind.type, kind=kind, several=several)
    agency = _made_id(kind, place, folded, candidate.rest)
    if body := register.bodies.get(agency):
        reading = of_body(printed, body, "in the register, by its kind and place")
        return replace(reading, kind=kind, rest=place)
    if kind.area == "police" and (force := _force_of(place)):
        why = f"the force of {place.title()}"
        return replace(of_body(printed, register.bodies[force], why), kind=kind, rest=place)
    if len(folded.split()) > LONGEST_NAME:
        why = f"{kind.says}, in words too many for one name"
        return Reading(printed, "type", why, kind.type, kind=kind)
    why = f"{kind.says} by its name; not in the register, so the id is made of the name"
    return Reading(printed, "body", why, kind.type, agency, without_brackets(printed), kind, place)


def _kind_and_place(candidate: Candidate) -> tuple[Kind, str]:
    """Give the kind, and the place without tiers or words that lead to it."""
    kind, rest = candidate.kind, candidate.rest
    assert kind is not None
    for lead in kind.leads:
        rest = rest.removeprefix(f"{lead} ")
    place = one_place(rest) if kind.area else _without_nhs(rest)
    if kind.otherwise and " " not in candidate.phrase and not _is_area(place):
        return phrases().by_id[kind.otherwise], rest
    return kind, place


def _made_id(kind: Kind, place: str, folded: str, rest: str) -> str:
    if kind.same_as and _is_kind(rest, kind.same_as):
        return slug(rest)
    if not kind.slug or not place:
        return slug(folded)
    of_council = kind.unit and kind.area in ("council", "district")
    return slug(f"{place} council {kind.slug}" if of_council else f"{place} {kind.slug}")


def _is_area(words: str) -> bool:
    place = place_key(words)
    return find_partnership(place) is not None or place in partnerships().by_district


def _without_nhs(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest if first in kinds().fold.before and rest else words


def _force_of(place: str) -> str:
    """Give the force of a partnership's area or a district that has none of its own ("Ealing Police")."""
    area = find_partnership(place) or partnerships().by_district.get(place)
    return area.police if area else ""


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
    """Give the bodies of "Loxley and Arden Police" where each is in the register, and not the whole."""
    if not kind.slug or " and " not in place or f"{slug(place)}-{kind.slug}" in register.bodies:
        return ()
    words, names = place.split(), []
    while words:
        ends = (n for n in range(len(words), 0, -1) if _in_register(words[:n], kind, register))
        end = next(ends, 0)
        if end:
            names.append(register.bodies[_in_register(words[:end], kind, register)].name)
        elif words[0] != "and":
            return ()
        words = words[end or 1 :]
    return tuple(names) if len(names) > 1 else ()


def _in_register(words: list[str], kind: Kind, register: Register) -> str:
    agency = f"{slug(' '.join(words))}-{kind.slug}"
    return agency if agency in register.bodies else ""


def read_shape(printed: str, folded: str) -> Reading:
    """Read a name of no known kind: its type by a word in it, else by being a name at all."""
    told = hinted_type(folded)
    shaped = stands_alone(printed, known=True) and not is_topic(printed)
    if shaped and len(folded.split()) > 1 and not is_describing(folded):
        why = "a body by the shape of its name; not in the register, so the id is made of the name"
        name = without_brackets(printed)
        firm = set(fold(name).rstrip(".").split()[-1:]) & kinds().fold.firms
        kind = told or ("supplier" if firm else "other")
        return Reading(printed, "body", why, kind, slug(folded), name)
    if told:
        why = "no body of the register; the type is told by a word in the name"
        return Reading(printed, "type", why, told)
    return Reading(printed, "unknown", "not in the register, and of no kind that its words tell")
