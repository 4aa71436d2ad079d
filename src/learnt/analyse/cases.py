"""The cases of a report: incidents with their people, chosen by area and year."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from msgspec.structs import replace

from learnt.agencies import find_partnership
from learnt.analyse.measures import not_recorded
from learnt.analyse.narrowing import case_fits, review_fits
from learnt.records.case import Incident, Material, Perpetrator, ReviewEntry, Value, Victim
from learnt.records.finding import Selection
from learnt.words import alike, fold

DeathType = Literal["homicide", "suicide", "other", "untagged", ""]
"""`untagged`: a row of DHRD that is not tagged as suicide; empty: not recorded."""

_JOINT = re.compile(r",| and | & ")

HOMICIDE_SUICIDE = "homicide_suicide"
PLACES = ("area", "csp", "region", "partnership")


@dataclass(frozen=True)
class Case:
    """An incident with its people and its review."""

    incident: Incident
    victims: tuple[Victim, ...]
    perpetrators: tuple[Perpetrator, ...]
    review: ReviewEntry | None
    death_type: DeathType

    @property
    def id(self) -> str:
        """The id of the incident."""
        return self.incident.id

    @property
    def tagged(self) -> bool:
        """Whether FALSE means not tagged here."""
        return self.incident.origin == "dhrd"

    @property
    def year(self) -> int | None:
        """The year of death."""
        return year_of(self.incident.values.get("death_date"))


@dataclass(frozen=True)
class Chosen:
    """What a selection leaves: the cases, the reviews inside and outside of the area."""

    cases: tuple[Case, ...]
    reviews: tuple[ReviewEntry, ...]
    rest: tuple[ReviewEntry, ...]
    undated: tuple[str, ...] = field(default=())
    """Incidents of the area that a choice of years leaves out since their year is not recorded."""
    undated_reviews: tuple[str, ...] = field(default=())
    """The same of reviews without an incident."""


def recorded(values: dict[str, Value], name: str) -> Value | None:
    """Give the value of a variable, None where it is not recorded."""
    value = values.get(name)
    if isinstance(value, str) and alike(value) in not_recorded():
        return None
    return value


def truth(values: dict[str, Value], name: str) -> bool | None:
    """Give a variable that is true or false, None where it is not recorded."""
    value = values.get(name)
    return value if isinstance(value, bool) else None


def year_of(value: object) -> int | None:
    """Give the year of a date of the register."""
    text = str(value or "")[:4]
    return int(text) if text.isdigit() and len(text) == len("2020") else None


def month_of(value: object) -> int | None:
    """Give the month of a date as a number that counts from year 0, None for a bare year."""
    year, month = year_of(value), str(value or "")[5:7]
    return None if year is None or not month.isdigit() else year * 12 + int(month) - 1


def choose(material: Material, selection: Selection) -> Chosen:
    """Give the cases and reviews of the area and years of a selection.

    A place fits where the area, partnership or region is called so, or is the same partnership or
    one of its districts by the register of partnerships. A review counts as being where its incident is.
    """
    cases = _cases(material)
    by_id = {case.id: case for case in cases}
    inside = {case.id for case in cases if _case_fits(case, selection)}
    mine = [case for case in cases if case.id in inside]
    undated = [case.id for case in mine if _has_years(selection) and case.year is None]
    reviews: list[ReviewEntry] = []
    rest: list[ReviewEntry] = []
    lost: list[str] = []
    for review in material.reviews or ():
        case = by_id.get(review.incident)
        within = case.id in inside if case else _review_fits(review, selection)
        year = (case.year if case else None) or review.year_of_death
        if _year_fits(year, selection):
            (reviews if within else rest).append(review)
        elif within and year is None:
            lost.append(review.id)
    kept = tuple(case for case in mine if _year_fits(case.year, selection))
    return Chosen(kept, tuple(reviews), tuple(rest), tuple(undated), tuple(lost))


def _cases(material: Material) -> list[Case]:
    register = material.register
    victims: dict[str, list[Victim]] = defaultdict(list)
    perpetrators: dict[str, list[Perpetrator]] = defaultdict(list)
    for victim in register.victims:
        victims[victim.incident].append(victim)
    for perpetrator in register.perpetrators:
        perpetrators[perpetrator.incident].append(perpetrator)
    reviews = {one.incident: one for one in material.reviews or () if one.incident}
    kept = any(truth(one.values, HOMICIDE_SUICIDE) is False for one in register.incidents)
    cases = []
    for incident in register.incidents:
        kind = death_type(incident, victims.get(incident.id, ()))
        cases.append(
            Case(
                _no_homicide(incident) if kept and kind == "suicide" else incident,
                tuple(victims.get(incident.id, ())),
                tuple(perpetrators.get(incident.id, ())),
                reviews.get(incident.id),
                kind,
            )
        )
    return cases


def _no_homicide(incident: Incident) -> Incident:
    """Fill in that a suicide is no homicide followed by one: registers that keep a no leave it out."""
    if incident.origin == "dhrd" or recorded(incident.values, HOMICIDE_SUICIDE) is not None:
        return incident
    return replace(incident, values={**incident.values, HOMICIDE_SUICIDE: False})


def death_type(incident: Incident, victims: Iterable[Victim]) -> DeathType:
    """Give how the people of an incident died, as recorded, else by the tag for suicide.

    Without the tag a row of DHRD is `untagged`; a register's own FALSE is a homicide.
    """
    known = fold(str(recorded(incident.values, "death_type") or ""))
    if known in ("homicide", "suicide"):
        return known  # type: ignore[return-value]  # the two literals just compared
    if known:
        return "other"
    tags = {truth(victim.values, "victim_suicide") for victim in victims}
    if True in tags:
        return "suicide"
    if False in tags:
        return "untagged" if incident.origin == "dhrd" else "homicide"
    return ""


def _has_years(selection: Selection) -> bool:
    return selection.first is not None or selection.last is not None


def _year_fits(year: int | None, selection: Selection) -> bool:
    if not _has_years(selection):
        return True
    if year is None:
        return False
    first = selection.first if selection.first is not None else year
    last = selection.last if selection.last is not None else year
    return first <= year <= last


def _case_fits(case: Case, selection: Selection) -> bool:
    people: tuple[Victim | Perpetrator, ...] = (*case.victims, *case.perpetrators)
    if not case_fits(case.incident, people, case.review, selection.filters):
        return False
    area = selection.area
    places = [str(case.incident.values.get(name) or "") for name in PLACES]
    review = case.review
    more = [review.csp, review.partnership, review.region] if review else []
    return not area or any(lies_in(place, area) for place in places + more)


def _review_fits(review: ReviewEntry, selection: Selection) -> bool:
    names, area = (review.csp, review.partnership, review.region), selection.area
    if not review_fits(review, selection.filters):
        return False
    return not area or any(lies_in(name, area) for name in names)


@lru_cache(4096)
def lies_in(name: str, area: str) -> bool:
    """Whether a place is the area, or one of its parts.

    The area may be several partnerships ("Kent and Medway"), and a county holds its districts.
    """
    if not name or not area:
        return False
    return any(same_place(name, part) or _is_district(name, part) for part in parts_of(area))


@lru_cache(4096)
def same_place(name: str, area: str) -> bool:
    """Whether two names mean one place: the same words, or the same partnership."""
    if fold(name) == fold(area):
        return True
    partnership = find_partnership(area)
    if not partnership:
        return False
    return name == partnership.id or find_partnership(name) is partnership


@lru_cache(256)
def parts_of(area: str) -> tuple[str, ...]:
    """Give the partnerships that an area's name joins, else the area alone."""
    parts = [part.strip() for part in _JOINT.split(area)]
    joined = not find_partnership(area) and all(find_partnership(part) for part in parts)
    return (area, *parts) if joined and len(parts) > 1 else (area,)


def district_names(area: str) -> list[str]:
    """Give the districts of an area."""
    found = [find_partnership(part) for part in parts_of(area)]
    return [name for one in found if one for name in one.districts]


@lru_cache(256)
def districts_of(area: str) -> frozenset[str]:
    """Give the districts of an area, folded."""
    return frozenset(map(fold, district_names(area)))


def _is_district(name: str, area: str) -> bool:
    return fold(name) in districts_of(area)
