"""Deaths per 100,000 people by area: over the period, and a year."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.agencies.partnerships import one_place, partnerships
from learnt.analyse.cases import Case, district_names
from learnt.analyse.counting import Frame, single
from learnt.analyse.measures import measures, sections
from learnt.analyse.people import by_variable, cases_in, population
from learnt.analyse.populations import Population, Populations
from learnt.analyse.rates import rate
from learnt.analyse.rows import rows_of
from learnt.records.finding import Finding, Selection, Tally

RATED = ("homicides", "suicides", "joint")
OVERALL = "all areas"
SHOWN = 12
"""Areas without a population that are named; of the others the number is told."""

NO_POPULATIONS = "Rates: there are no populations, so no rate is given."


@dataclass(frozen=True)
class Place:
    """An area with its population and, in one section, its deaths."""

    name: str
    people: Population
    deaths: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rates:
    """The tables of rates, and what is missing for more."""

    tallies: tuple[Tally, ...] = ()
    gaps: tuple[str, ...] = ()


def count_rates(
    cases: Sequence[Case],
    selection: Selection,
    name: str,
    known: Populations | None,
    years: Sequence[int],
) -> Rates:
    """Give the rates of each section by area and for all areas together, which are called `name`."""
    if not cases or not years:
        return Rates()
    if known is None or not known.rows:
        return Rates(gaps=(NO_POPULATIONS,))
    middle = years[len(years) // 2]
    areas = {
        one.group: one.ids
        for one in by_variable(
            Frame(measures()["area"], "joint", ""), rows_of("incidents", cases)
        ).findings
    }
    people = {area: known.of(area, middle) for area in _all_areas(areas, selection, known)}
    without = [area for area, found in people.items() if found is None]
    unlisted = _unlisted(cases, selection, people)
    whole = known.of(_whole_name(cases, selection, name), middle)
    unused = _unused(known, {*people, whole.area if whole else ""})
    whole = whole or (None if unlisted else _sum(people, middle))
    if name in people or (whole and whole.area in people):
        whole = None
    placed = {one for ids in areas.values() for one in ids}
    tallies = []
    for section in RATED:
        mine = cases_in(section, cases)
        if mine:
            ids = {case.id for case in mine}
            places = [
                Place(area, found, tuple(one for one in areas.get(area, ()) if one in ids))
                for area, found in people.items()
                if found and ids & placed
            ]
            if whole:
                places.append(Place(whole.area, whole, tuple(ids)))
            tallies += _tables(section, mine, places, years)
    missing = sorted({*without, *unlisted}) if not whole and name not in people else without
    nowhere = len(cases) - len(placed)
    return Rates(tuple(tallies), _gaps(missing, unused, nowhere if tallies else 0))


def _gaps(missing: list[str], unused: list[str], nowhere: int) -> tuple[str, ...]:
    told = []
    if nowhere:
        one = nowhere == 1
        said = "1 death has" if one else f"{nowhere:,} deaths have"
        count = "counts" if one else "count"
        told.append(f"Rates: {said} no area recorded, and {count} in no area's rate.")
    if missing:
        more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
        told.append(f"Rates: no population is given for {', '.join(missing[:SHOWN])}{more}.")
    if 0 < len(unused) <= SHOWN:
        told.append(
            f"Rates: there is no rate for {', '.join(unused)}, of which a population is given:"
            " no death is recorded there, and it is not the area of this report."
        )
    return tuple(told)


def _whole_name(cases: Sequence[Case], selection: Selection, name: str) -> str:
    """Give what the whole is called: the area chosen, else the one partnership of all the deaths."""
    csps = {str(case.incident.values.get("csp") or "") for case in cases}
    return name if selection.area or len(csps) != 1 else next(iter(csps)) or name


def _unused(known: Populations, used: set[str]) -> list[str]:
    """Give the areas with a population that no rate is of: a name may be written otherwise."""
    names = set(map(one_place, filter(None, used)))
    return sorted({one.area for one in known.rows if one_place(one.area) not in names})


def _unlisted(
    cases: Sequence[Case], selection: Selection, people: dict[str, Population | None]
) -> list[str]:
    """Give the districts of the area that no population is given for: their sum would be too small."""
    csps = {str(case.incident.values.get("csp") or "") for case in cases}
    names = [selection.area] if selection.area else sorted(csps - {""})
    listed = {one_place(name) for name in people}
    wanted = [
        one for name in names if one_place(name) not in listed for one in district_names(name)
    ]
    return [one for one in wanted if one_place(one) not in listed]


def _all_areas(
    counted: dict[str, tuple[str, ...]], selection: Selection, known: Populations
) -> list[str]:
    """Give the areas with deaths, and the districts without any that populations are given for."""
    if selection.area:
        names = district_names(selection.area)
    else:
        names = [name for one in partnerships().all for name in one.districts]
    open_places = set(map(one_place, names)) - set(map(one_place, counted))
    more = {one_place(one.area): one.area for one in known.rows}
    return [*counted, *sorted(more[place] for place in open_places & set(more))]


def _sum(people: dict[str, Population | None], middle: int) -> Population | None:
    """Give the population of all areas together, if there are several and none is missing."""
    found = [one for one in people.values() if one]
    if len(found) < len(people) or len(found) == 1:
        return None
    years = sorted({one.year for one in found})
    summed = "sum of the areas" + (f", of {years[0]} to {years[-1]}" if len(years) > 1 else "")
    sources = "; ".join(filter(None, dict.fromkeys([summed, *(one.source for one in found)])))
    year = min(years, key=lambda one: abs(one - middle))
    return Population(OVERALL, sum(one.population for one in found), year, sources)


def _tables(
    section: str, cases: Sequence[Case], places: list[Place], years: Sequence[int]
) -> list[Tally]:
    period = f"{years[0]}–{years[-1]}" if len(years) > 1 else str(years[0])
    found = []
    for name, spread in (("area_rate", 1), ("area_rate_a_year", len(years))):
        if name == "area_rate" or spread > 1:
            measure = measures()[name]
            frame = Frame(measure, section, population(sections()[section], measure, cases))
            findings = [_finding(name, place, spread, period) for place in places]
            found.append(single(frame, findings, len(cases), 0))
    return [one for one in found if one.findings]


def _finding(measure: str, place: Place, years: int, period: str) -> Finding:
    value, low, high = rate(len(place.deaths), place.people.population, years)
    source = f", {place.people.source}" if place.people.source else ""
    return Finding(
        measure=measure,
        group=place.name,
        numerator=len(place.deaths),
        value=value,
        unit="per 100,000",
        low=low,
        high=high,
        population=place.people.population,
        period=period,
        ids=place.deaths,
        note=f"population of {place.people.year}{source}",
    )
