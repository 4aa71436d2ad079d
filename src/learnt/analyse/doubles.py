"""Deaths that may stand in a register twice: told, never merged.

An area's own register beside a release of DHRD holds deaths that both have, under ids of their own.
Nothing but what was recorded of them tells that they are the same: the partnership, the month of
death, the age and the sex of the person who died.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from learnt.agencies import find_partnership
from learnt.records.case import Incident, Origin, Register, Value, Victim
from learnt.words import fold

MONTH = len("2020-03")


class _Death(NamedTuple):
    """A person who died, as far as it tells them from others."""

    incident: str
    origin: Origin
    years: Value | None
    band: Value | None


Key = tuple[str, str, str]
"""The partnership, the month of death, the sex."""


def likely_doubles(register: Register) -> tuple[tuple[str, str], ...]:
    """Give pairs of incidents that may be the same, by their ids, in the register's order.

    Of rows of two kinds (DHRD and a register) it is enough that the band of age is the same, where
    the years are not recorded in both; of two rows of one kind the years must be. A death whose
    month, partnership or sex is not recorded is nobody's double.
    """
    places = {one.id: number for number, one in enumerate(register.incidents)}
    alike: dict[Key, list[_Death]] = defaultdict(list)
    for key, death in _deaths(register):
        alike[key].append(death)
    pairs = {
        (one.incident, other.incident)
        for deaths in alike.values()
        for one, other in combinations(deaths, 2)
        if one.incident != other.incident and _may_be_one(one, other)
    }
    told = {tuple(sorted(pair, key=lambda name: places[name])) for pair in pairs}
    order = sorted(told, key=lambda pair: [places[name] for name in pair])
    return tuple((first, second) for first, second in order)


def _deaths(register: Register) -> Iterable[tuple[Key, _Death]]:
    incidents = {one.id: one for one in register.incidents}
    for victim in register.victims:
        incident = incidents.get(victim.incident)
        key = _key(incident, victim) if incident else None
        if incident and key:
            told = victim.values
            years, band = told.get("age_years"), told.get("age_at_death")
            yield key, _Death(incident.id, incident.origin, years, band)


def _key(incident: Incident, victim: Victim) -> Key | None:
    month = str(incident.values.get("death_date", ""))[:MONTH]
    place = str(incident.values.get("csp") or incident.values.get("partnership") or "")
    sex = str(victim.values.get("sex_of_victim", ""))
    if len(month) < MONTH or not place or not sex:
        return None
    known = find_partnership(place)
    return known.id if known else fold(place), month, fold(sex)


def _may_be_one(one: _Death, other: _Death) -> bool:
    if one.years is not None and other.years is not None:
        return one.years == other.years
    return one.origin != other.origin and one.band is not None and one.band == other.band
