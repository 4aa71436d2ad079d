"""The register of bodies: `rules/agencies*.toml`, and what a person added."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

import msgspec

from learnt import rulebook
from learnt.agencies.kinds import kinds
from learnt.agencies.names import key, slug
from learnt.agencies.partnerships import partnerships
from learnt.errors import BadRule

FILES = (
    "agencies.toml",
    "agencies_police.toml",
    "agencies_health.toml",
    "agencies_charities.toml",
    "agencies_housing.toml",
    "agencies_former.toml",
)


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body of the register; the fields are told at the head of `rules/agencies.toml`."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    successor: str = ""
    split: tuple[str, ...] = ()
    common: bool = False
    general: bool = False
    branches: bool = False


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bodies of one kind that differ by their place: `name` holds `{}` for it."""

    type: str
    name: str
    slug: str
    places: tuple[str, ...]
    since: int | None = None
    until: int | None = None
    successor: str = ""


class Bodies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the register; `more` gives further names of bodies by their ids."""

    source: str
    body: tuple[Body, ...] = ()
    families: tuple[Family, ...] = ()
    more: dict[str, tuple[str, ...]] = {}


class Alias(msgspec.Struct, frozen=True):
    """A name that a person has told, with the body or at least the type that it means."""

    printed: str
    agency: str
    type: str
    source: str
    added: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """Bodies by id, by folded name, and what a person told of further names."""

    bodies: dict[str, Body]
    by_key: dict[str, str]
    told: dict[str, Alias] = field(default_factory=dict)

    def successors(self, agency: str) -> tuple[str, ...]:
        """Give the bodies that have the duties of `agency` today; itself where it lives on.

        Several where its duties were parted; empty where it ended and nobody told who followed.
        """
        seen = {agency}
        while (body := self.bodies.get(agency)) is not None:
            if body.split:
                return body.split
            if not body.successor or body.successor in seen:
                return () if body.until is not None and not body.successor else (agency,)
            agency = body.successor
            seen.add(agency)
        return (agency,)

    def predecessors(self, agency: str) -> frozenset[str]:
        """Give every body whose duties came, in one or more steps, to `agency`."""
        found: set[str] = set()
        wave = {agency}
        while wave:
            wave = {
                body.id
                for body in self.bodies.values()
                if body.successor in wave or not wave.isdisjoint(body.split)
            } - found
            found |= wave
        return frozenset(found - {agency})


@cache
def built_in() -> Register:
    """Give the register that comes with Learnt, checked: ids are unique, names mean one body."""
    bodies: dict[str, Body] = {}
    more: dict[str, tuple[str, ...]] = {}
    for name in FILES:
        told = rulebook.load(name, Bodies)
        for body in (*told.body, *_members(told.families)):
            if body.id in bodies or body.type not in kinds().types:
                raise BadRule(f"rules/{name}: {body.id}: printed twice, or of no known type")
            bodies[body.id] = body
        more |= told.more
    return Register(bodies, _index(bodies, more))


def _members(families: Iterable[Family]) -> Iterable[Body]:
    for family in families:
        for place in family.places:
            yield Body(
                id=f"{slug(key(place))}-{family.slug}",
                name=family.name.format(place),
                type=family.type,
                since=family.since,
                until=family.until,
                successor=family.successor,
            )


def _index(bodies: dict[str, Body], more: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Give the id for each folded name; a name of two bodies is a mistake in the files."""
    by_key: dict[str, str] = {}
    names = [(body.id, name) for body in bodies.values() for name in (body.name, *body.aliases)]
    names += [(agency, name) for agency, others in more.items() for name in others]
    for agency, name in names:
        if agency not in bodies:
            raise BadRule(f"rules/agencies: {agency}: has further names, but is not there")
        if by_key.setdefault(key(name), agency) != agency:
            raise BadRule(f"rules/agencies: {name}: means {agency} and {by_key[key(name)]}")
    for body in bodies.values():
        lost = {body.successor, *body.split} - {""} - bodies.keys()
        if lost:
            raise BadRule(f"rules/agencies: {body.id}: unknown successor {', '.join(lost)}")
    return by_key


def area_bodies() -> frozenset[str]:
    """Give the ids that the partnerships' areas name and that a body may therefore have."""
    return frozenset(
        agency
        for area in partnerships().all
        for agency in (area.id, area.police, area.council, area.icb, area.ambulance)
        if agency
    )
