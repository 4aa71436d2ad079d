"""Tells who a printed addressee is: the body then, the body now, the type, and why."""

import re
from dataclasses import replace

import msgspec

from learnt.agencies.areas import body_of_area, name_of
from learnt.agencies.context import NOWHERE, Context, context_of, has_initials
from learnt.agencies.kinds import Kind, kinds
from learnt.agencies.making import Reading
from learnt.agencies.names import is_abbreviation, key, without_brackets
from learnt.agencies.own import load_register
from learnt.agencies.partnerships import WALES, council_name, find_partnership
from learnt.agencies.reading import read_name
from learnt.agencies.register import Body, Register
from learnt.records import Review


class AgencyMatch(msgspec.Struct, frozen=True, kw_only=True):
    """Who is meant by a printed name.

    `agency` is the id of the body as printed, `agency_now` of the body that has its duties today;
    each is None where it cannot be told, and `why` says so in plain words. `type` can be told
    without the body. `several` holds the names where one text names several bodies.
    """

    printed: str
    agency: str | None = None
    name: str | None = None
    type: str | None = None
    agency_now: str | None = None
    now_name: str | None = None
    why: str = ""
    several: tuple[str, ...] = ()

    @property
    def resolved(self) -> bool:
        """Whether the body is told."""
        return self.agency is not None


def match_agency(
    printed: str, review: Review | Context | None = None, *, register: Register | None = None
) -> AgencyMatch:
    """Tell who `printed` is, with the area, date and fuller names of `review` for bare names.

    For many names of one review give `context_of(review, register)` in its place. `register` is by
    default the built-in one with the user's own names. Never raises for what is printed.
    """
    register = register or load_register()
    if isinstance(review, Review):
        review = context_of(review, register)
    context = review or NOWHERE
    reading = _in_context(read_name(printed, register), context)
    match = AgencyMatch(
        printed=printed,
        agency=reading.agency,
        name=reading.name,
        type=reading.type,
        why=reading.why,
        several=reading.several,
    )
    return _with_present(match, reading.kind, context, register) if reading.agency else match


def _in_context(reading: Reading, context: Context) -> Reading:
    """Let the review tell what the name alone does not."""
    if reading.agency:
        return _with_parent(reading, context)
    if own := _own_abbreviation(reading, context):
        return replace(
            own, printed=reading.printed, why=f"the review's own short name of {own.name}"
        )
    if reading.state == "unknown" and (spelt := _area_abbreviation(reading, context)):
        return spelt
    if reading.state == "unknown" and (called := context.called.get(key(reading.printed))):
        why = f"{reading.why}; its recommendations call it {called.says}"
        return replace(reading, state="type", type=called.type, why=why)
    if reading.state != "bare" or reading.kind is None:
        return reading
    return _of_area(reading, reading.kind, context)


def _with_parent(reading: Reading, context: Context) -> Reading:
    """Tell the council of "LCC Housing", which is printed as an abbreviation."""
    kind, short = reading.kind, reading.rest.upper()
    if not kind or kind.area not in ("council", "district") or not is_abbreviation(short):
        return reading
    if reading.printed.isupper() or short not in re.findall(r"\w+", reading.printed):
        return reading
    alone = Reading(short, "unknown", f"{short} is not told")
    parent = _own_abbreviation(alone, context) or _area_abbreviation(alone, context)
    if parent is None or parent.kind is None or parent.kind.id != "council":
        why = f"{kind.says} of {short}, which cannot be told"
        return replace(reading, state="type", agency=None, name=None, why=why)
    why = f"{kind.says}; {parent.why}"
    part = f"{parent.agency}-{kind.slug}" if kind.slug else parent.agency
    return replace(reading, agency=part, name=f"{parent.name}, {reading.printed}", why=why)


def _own_abbreviation(reading: Reading, context: Context) -> Reading | None:
    short = without_brackets(reading.printed).removeprefix("the ").removeprefix("The ")
    if not is_abbreviation(short):
        return None
    if own := context.short.get(key(short)):
        return own
    spelt = {r.agency: r for r in context.whole if has_initials(r, short)}
    return next(iter(spelt.values())) if len(spelt) == 1 and reading.state == "unknown" else None


def _area_abbreviation(reading: Reading, context: Context) -> Reading | None:
    """Read "SYP" in Sheffield: the initials of a body of the area, if they fit one only."""
    short = without_brackets(reading.printed).casefold()
    if context.area is None or not is_abbreviation(short.upper()) or short == reading.printed:
        return None
    found: dict[str, Kind] = {}
    for kind in kinds().kind:
        here = body_of_area(kind, context) if kind.initials else ""
        if kind.initials and kind.area == "unitary":
            here = here or context.area.council
        place = here.removesuffix(f"-{kind.slug}").removesuffix("-council").replace("-", " ")
        letters = "".join(word[0] for word in place.split() if word != "and")
        before, there, after = short.partition(letters) if letters else (short, "", "")
        fits = before in ("", *kind.initials_before) and after in ("", *kind.initials)
        if here and there and fits and before != short and (before == "") != (after == ""):
            found[here] = kind
    if len(found) != 1:
        return None
    agency, kind = next(iter(found.items()))
    name = name_of(agency, kind, replace(reading, printed=kind.names[0].title()), context)
    why = f"the initials of {name}, of the review's area"
    return replace(
        reading, state="body", agency=agency, name=name, type=kind.type, kind=kind, why=why
    )


def _of_area(reading: Reading, kind: Kind, context: Context) -> Reading:
    """Tell a bare name by the review's area and by the bodies that it names in full."""
    here = body_of_area(kind, context)
    named = context.named.get(kind.id, {}) if kind.one else {}
    if here and named and here not in named and (kind.area != "board" or len(named) > 1):
        others = ", ".join(named.values())
        why = f"{reading.why}; the review's area has one body, but the review names {others}"
        return replace(reading, why=why)
    if here and not (kind.area == "board" and named):
        place = context.area.area if context.area else context.csp
        name = named.get(here) or name_of(here, kind, reading, context)
        why = f"{reading.why}; the one of the review's area, {place}"
        return replace(reading, agency=here, name=name, why=why)
    if len(named) == 1:
        agency, name = next(iter(named.items()))
        why = f"{reading.why}; the only one that the review names: {name}"
        return replace(reading, agency=agency, name=name, why=why)
    if kind.area == "council" and not named and len(context.councils) == 1:
        council, place = next(iter(context.councils.items()))
        why = f"{reading.why}; the review names the council of one area only, {place.title()}"
        name = f"{council_name(council)}, {without_brackets(reading.printed)}"
        return replace(reading, agency=f"{council}-{kind.slug}", name=name, why=why)
    return replace(reading, why=f"{reading.why}; {_missing(kind, named, context)}")


def _missing(kind: Kind, named: dict[str, str], context: Context) -> str:
    """Say why the review does not tell which body is meant."""
    if named:
        return f"the review names more than one: {', '.join(named.values())}"
    if kind.meeting:
        return "nor does the review say of which area"
    if not kind.one:
        return "an area has many of them"
    if not context.csp:
        return "and no review, or a review without a partnership, to tell the area"
    if context.area is None and context.district is None:
        return f"the area of {context.csp} is not in the register of partnerships"
    return f"which one covers {context.csp} is not in the register"


def _with_present(
    match: AgencyMatch, kind: Kind | None, context: Context, register: Register
) -> AgencyMatch:
    """Add who has the duties today, and what the date of the review makes doubtful."""
    assert match.agency is not None
    body = register.bodies.get(match.agency)
    if body is not None:
        return _of_register(match, body, context, register)
    if kind and kind.english and _is_welsh(match.agency.removesuffix(f"-{kind.slug}"), context):
        kind = None
    since, until = (kind.since, kind.until) if kind else (None, None)
    now: str | None = match.agency
    if kind and kind.until:
        followed = f"{match.agency.removesuffix(kind.slug)}{kind.becomes}" if kind.becomes else None
        now = kind.now or (None if kind.known and followed not in register.bodies else followed)
    if now == match.agency:
        now = _part_now(match.agency, register)
    named = register.bodies.get(now or "")
    doubt = _doubt(since, until, context)
    if now is None:
        doubt += "; who has its duties today is not in the register"
    return msgspec.structs.replace(
        match,
        agency_now=now,
        now_name=named.name if named else _shown(match, now),
        why=match.why + doubt,
    )


def _part_now(agency: str, register: Register) -> str | None:
    """Give the part of today's council for a part of one that was merged; None where it was parted."""
    place, found, part = agency.partition("-council-")
    council = f"{place}-council"
    if not found or council not in register.bodies:
        return agency
    now = register.successors(council)
    return f"{now[0]}-{part}" if len(now) == 1 else None


def _is_welsh(place: str, context: Context) -> bool:
    """Whether a place, or else the review, is in Wales."""
    area = find_partnership(place.replace("-", " ")) or context.area
    return area is not None and area.region == WALES


def _shown(match: AgencyMatch, now: str | None) -> str | None:
    return match.name if now == match.agency else None


def _of_register(
    match: AgencyMatch, body: Body, context: Context, register: Register
) -> AgencyMatch:
    now = register.successors(body.id)
    present = register.bodies[now[0]] if len(now) == 1 else None
    why = match.why
    if body.general and body.since and context.year and context.year < body.since:
        return _before_general(match, body, context, register)
    if len(now) > 1:
        why += f"; its duties were parted among {', '.join(now)}"
    elif not now:
        why += "; it ended, and who has its duties today is not in the register"
    elif present and present.id != body.id:
        why += f"; its duties are now with {present.name}"
    why += _doubt(body.since, body.until, context)
    return msgspec.structs.replace(
        match,
        agency_now=present.id if present else None,
        now_name=present.name if present else None,
        why=why,
    )


def _before_general(
    match: AgencyMatch, body: Body, context: Context, register: Register
) -> AgencyMatch:
    """Tell "Probation Service" in a review older than it: the one predecessor that the review names."""
    earlier = {r.agency: r for r in context.whole if r.agency in register.predecessors(body.id)}
    why = f"the name fits several bodies before {body.since}, and the review is of {context.year}"
    agency = name = None
    if len(earlier) == 1:
        agency, reading = next(iter(earlier.items()))
        name = reading.name
        why += f"; it names {name}"
    return msgspec.structs.replace(
        match, agency=agency, name=name, agency_now=body.id, now_name=body.name, why=why
    )


def _doubt(since: int | None, until: int | None, context: Context) -> str:
    """Say where the review's date and the body's era do not fit."""
    if context.year is None:
        return ""
    if since and context.year < since:
        return f"; but it began in {since} and the review is of {context.year}"
    if until and context.year > until:
        return f"; it ended in {until}, before the review ({context.year})"
    return ""
