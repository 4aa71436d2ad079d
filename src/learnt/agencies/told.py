"""For an agency: every recommendation that concerns it, in groups, each with the reason.

The strongest reason counts: a recommendation stands in one group only.
"""

from collections.abc import Iterable
from typing import Literal

import msgspec

from learnt.agencies.context import Context, context_of
from learnt.agencies.kinds import kinds
from learnt.agencies.matching import AgencyMatch, match_agency
from learnt.agencies.names import key
from learnt.agencies.own import load_register
from learnt.agencies.partnerships import Partnership, partnerships
from learnt.agencies.register import Register
from learnt.records import Recommendation, Review

Reason = Literal["own", "predecessor", "type", "unresolved", "collective"]


class Addressed(msgspec.Struct, frozen=True, kw_only=True):
    """A recommendation, the review it is from, the addressee as printed, and why it is here."""

    csp: str | None
    recommendation: Recommendation
    printed: str
    why: str


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """The recommendations of one reason; `says` gives the reason in plain words."""

    reason: Reason
    says: str
    recommendations: tuple[Addressed, ...]


SAYS: dict[Reason, str] = {
    "own": "addressed to it",
    "predecessor": "addressed to a body whose duties it has now",
    "type": "addressed to another body of its type",
    "unresolved": "addressed to a body of its type that could not be told: it may be this one",
    "collective": "addressed to all bodies of a partnership in its area: it may be one of them",
}
ORDER: tuple[Reason, ...] = ("own", "predecessor", "unresolved", "type", "collective")


def recommendations_to(
    agency: str,
    reviews: Iterable[Review],
    *,
    type: str | None = None,  # noqa: A002 (the published name of the field)
    register: Register | None = None,
) -> tuple[Told, ...]:
    """Give the recommendations that concern the body with the id `agency`, grouped by reason.

    `type` is the body's type, needed only for one that is neither in the register nor named in
    `reviews`. Groups without a recommendation are left out; their order is that of `ORDER`.
    """
    register = register or load_register()
    read = [(review, context_of(review, register)) for review in reviews]
    found = [
        (review, context, rec, match)
        for review, context in read
        for rec in review.recommendations
        for match in _matches(rec, context, register)
    ]
    areas = _areas(agency, found)
    kind = type or _type_of(agency, register, (match for *_, match in found))
    before = register.predecessors(agency)
    best: dict[int, tuple[Reason, Addressed]] = {}
    for review, context, rec, match in found:
        reason = _reason(match, agency, kind, before)
        if reason is None or (reason == "collective" and not _covers(match, kind, context, areas)):
            continue
        if id(rec) not in best or ORDER.index(reason) < ORDER.index(best[id(rec)][0]):
            item = Addressed(
                csp=review.review.csp, recommendation=rec, printed=match.printed, why=match.why
            )
            best[id(rec)] = (reason, item)
    return _grouped(best.values())


def _grouped(chosen: Iterable[tuple[Reason, Addressed]]) -> tuple[Told, ...]:
    groups: dict[Reason, list[Addressed]] = {reason: [] for reason in ORDER}
    for reason, item in chosen:
        groups[reason].append(item)
    return tuple(
        Told(reason=reason, says=SAYS[reason], recommendations=tuple(items))
        for reason, items in groups.items()
        if items
    )


def _areas(
    agency: str, found: Iterable[tuple[Review, Context, Recommendation, AgencyMatch]]
) -> set[str]:
    """Give the partnerships in whose area the body works: by the register, or by being named there."""
    named = {c.area.id for _, c, _, match in found if c.area and match.agency == agency}
    return named | {area.id for area in partnerships().all if _lies_in(agency, area)}


def _matches(rec: Recommendation, context: Context, register: Register) -> Iterable[AgencyMatch]:
    """Give who each addressee is; where one text names several bodies, each of them."""
    for addressee in rec.addressees:
        match = match_agency(addressee.printed, context, register=register)
        if not match.several:
            yield match
        for name in match.several:
            yield match_agency(name, context, register=register)


def _type_of(agency: str, register: Register, matches: Iterable[AgencyMatch]) -> str | None:
    if body := register.bodies.get(agency):
        return body.type
    return next((match.type for match in matches if match.agency == agency), None)


def _reason(
    match: AgencyMatch, agency: str, kind: str | None, before: frozenset[str]
) -> Reason | None:
    if match.agency == agency:
        return "own"
    if match.agency in before or match.agency_now == agency:
        return "predecessor"
    if match.type == "collective":
        return "collective"
    if kind is None or match.type != kind:
        return None
    return "type" if match.agency else "unresolved"


def _lies_in(agency: str, area: Partnership) -> bool:
    """Whether `agency` is the partnership, or the force, board or council of its area."""
    if agency in (
        area.id,
        area.police,
        area.icb,
        area.council,
        area.health_board,
        area.ambulance,
    ):
        return True
    return bool(area.council) and agency.startswith(f"{area.council}-")


def _covers(match: AgencyMatch, kind: str | None, context: Context, areas: set[str]) -> bool:
    """Whether a group of bodies may hold a body of type `kind` in one of `areas`."""
    if context.area is None or context.area.id not in areas:
        return False
    folded = f" {key(match.printed)} "
    for covers in kinds().collective.covers:
        if any(f" {word} " in folded for word in covers.words):
            return kind in covers.types
    return True
