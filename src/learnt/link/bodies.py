"""Whether two recommendations are addressed to the same body, one of its type, or its neighbours."""

from collections.abc import Iterable
from functools import cache

from msgspec import UNSET

from learnt.agencies import match_agency
from learnt.link.entries import Entry
from learnt.link.settings import link_rules
from learnt.records import Addressee

SAME, SECTOR, UNKNOWN, OTHER = 1.0, 0.6, 0.4, 0.0
COLLECTIVE = "collective"
TELLS_NOTHING = frozenset({"other"})
"""Types that two bodies may share without being alike."""


class Addressed:
    """To whom a recommendation goes: the bodies that have the duty today, and their types."""

    def __init__(self, entry: Entry) -> None:
        known = [_resolved(addressee) for addressee in entry.addressees]
        self.bodies = _told(one.agency_now or one.agency for one in known)
        self.types = _told(one.type for one in known) - TELLS_NOTHING


def _told(names: Iterable[object]) -> frozenset[str]:
    return frozenset(name for name in names if isinstance(name, str) and name)


def _resolved(addressee: Addressee) -> Addressee:
    """Give the addressee with its body and type, by its name alone where nobody looked before."""
    return addressee if addressee.agency is not UNSET else _by_name(addressee.printed)


@cache
def _by_name(printed: str) -> Addressee:
    match = match_agency(printed)
    return Addressee(
        printed=printed, agency=match.agency, type=match.type, agency_now=match.agency_now
    )


def nearness(first: Addressed, second: Addressed) -> float:
    """Give 1 for the same body or type, less for the same sector or where it is not known, else 0."""
    if first.bodies & second.bodies or first.types & second.types:
        return SAME
    if not first.types or not second.types:
        return UNKNOWN
    for sector in link_rules().sectors.values():
        if first.types.intersection(sector) and second.types.intersection(sector):
            return SECTOR
    return UNKNOWN if COLLECTIVE in first.types | second.types else OTHER
