"""Fills in who the addressees of a review are, and lists those for a person to look at."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from learnt.agencies.context import context_of
from learnt.agencies.matching import AgencyMatch, match_agency
from learnt.agencies.own import load_register
from learnt.agencies.register import Register
from learnt.records import Addressee, Recommendation, Review

ANSWERED = frozenset({"collective"})
"""Types of which no single body is expected."""


class Unresolved(msgspec.Struct, frozen=True, kw_only=True):
    """A printed name whose body could not be told: what is known, why not, and where it stands."""

    printed: str
    type: str | None
    reason: str
    places: tuple[str, ...]


def resolve(review: Review, *, register: Register | None = None) -> Review:
    """Give `review` with agency, type and agency_now of each addressee; the names stay as printed.

    Run again it gives the same; what an earlier run filled in is told anew.
    """
    register = register or load_register()
    context = context_of(review, register)
    matches: dict[str, AgencyMatch] = {}

    def told(addressee: Addressee) -> Addressee:
        printed = addressee.printed
        match = matches.get(printed)
        if match is None:
            match = matches[printed] = match_agency(printed, context, register=register)
        return Addressee(
            printed=printed, agency=match.agency, type=match.type, agency_now=match.agency_now
        )

    def with_agencies(rec: Recommendation) -> Recommendation:
        if not rec.addressees:
            return rec
        return msgspec.structs.replace(rec, addressees=tuple(map(told, rec.addressees)))

    filled = tuple(map(with_agencies, review.recommendations))
    return msgspec.structs.replace(review, recommendations=filled)


def find_unresolved(
    reviews: Iterable[Review], *, register: Register | None = None, path: Path | None = None
) -> list[Unresolved]:
    """Give the names whose body could not be told, the most frequent first, each name once a reason.

    Groups of bodies ("All agencies") are answered by being such and are not listed.
    """
    register = register or load_register(path)
    found: dict[tuple[str, str | None, str], list[str]] = {}
    for review in reviews:
        context = context_of(review, register)
        for rec in review.recommendations:
            for addressee in rec.addressees:
                match = match_agency(addressee.printed, context, register=register)
                if match.resolved or (match.type in ANSWERED and not match.several):
                    continue
                where = f"{review.review.csp or review.review.title or '?'} {rec.ref or rec.id}"
                found.setdefault((match.printed, match.type, match.why), []).append(where)
    rows = [
        Unresolved(printed=printed, type=kind, reason=why, places=tuple(places))
        for (printed, kind, why), places in found.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.places), row.printed.casefold()))
