"""Deaths and reviews by year, reviews by status, and the time from death to publication."""

from collections.abc import Sequence

from learnt.analyse.averaged import number_of
from learnt.analyse.averages import quartiles
from learnt.analyse.cases import Case, Chosen, month_of, recorded, year_of
from learnt.analyse.counting import Frame, categories, single
from learnt.analyse.measures import measures
from learnt.analyse.people import cases_in
from learnt.records.case import ReviewEntry
from learnt.records.finding import Finding, Selection, Tally
from learnt.words import fold

PUBLISHED = "published"
FOR_QUARTILES = 4
"""With fewer values the quartiles would lie between single ones."""


def years_of(cases: Sequence[Case], selection: Selection) -> list[int]:
    """Give all years of the period: those selected, else from the first death to the last."""
    found = [case.year for case in cases if case.year is not None]
    if not found:
        return []
    first = selection.first if selection.first is not None else min(found)
    last = selection.last if selection.last is not None else max(found)
    return list(range(first, last + 1))


def count_trend(chosen: Chosen, selection: Selection, every: bool) -> list[Tally]:
    """Give deaths by year (all, homicides, suicides) and reviews by year of publication."""
    years = years_of(chosen.cases, selection)
    parts = {
        "deaths": list(chosen.cases),
        "homicides": cases_in("homicides", chosen.cases),
        "suicides": cases_in("suicides", chosen.cases),
    }
    words = {"deaths": "deaths", "homicides": "deaths by homicide", "suicides": "deaths by suicide"}
    if any(case.death_type == "untagged" for case in chosen.cases):
        words["homicides"] = "deaths by homicide (or not tagged as suicide)"
    told = [
        _by_year(Frame(measures()[name], "trend", words[name], every), _years(cases), years)
        for name, cases in parts.items()
        if cases and years
    ]
    told += _reviews_by_year("published", _published(chosen), every)
    if not chosen.cases:
        died = [(one.id, one.year_of_death) for one in chosen.reviews]
        told += _reviews_by_year("reviewed", died, every)
    return told


def _reviews_by_year(name: str, found: list[tuple[str, int | None]], every: bool) -> list[Tally]:
    known = [year for _, year in found if year]
    if not known:
        return []
    frame = Frame(measures()[name], "trend", "reviews", every)
    return [_by_year(frame, found, list(range(min(known), max(known) + 1)))]


def _years(cases: Sequence[Case]) -> list[tuple[str, int | None]]:
    return [(case.id, case.year) for case in cases]


def _by_year(frame: Frame, found: list[tuple[str, int | None]], years: list[int]) -> Tally:
    cases = [(case, str(year) if year else None) for case, year in found]
    return categories(frame, cases, [str(year) for year in years], closed=True)


def _published(chosen: Chosen) -> list[tuple[str, int | None]]:
    """Give each review once with its year: those of the library, else the register's.

    A review of which the register says that it is not published yet has no year that could be missing.
    """
    waiting = {case.id for case in chosen.cases if _status(case) not in (None, PUBLISHED)}
    found = [
        (one.id, year_of(one.published))
        for one in chosen.reviews
        if one.published or one.incident not in waiting
    ]
    linked = {one.incident for one in chosen.reviews if one.incident}
    for case in chosen.cases:
        if case.id not in linked and case.incident.values.get("published_on"):
            found.append((case.id, year_of(case.incident.values["published_on"])))
    return found


def count_reviews(chosen: Chosen, every: bool) -> list[Tally]:
    """Give the reviews by status, kind and partnership, and the time to publication."""
    told = []
    if chosen.cases:
        frame = Frame(measures()["status"], "reviews", "deaths", every)
        told.append(categories(frame, [(case.id, _status(case)) for case in chosen.cases]))
        told.append(_months(chosen, every))
    kinds = [(one.id, str(one.kind) if one.kind else None) for one in chosen.reviews]
    if not chosen.reviews:
        kinds = [
            (case.id, str(kind))
            for case in chosen.cases
            if (kind := recorded(case.incident.values, "review_kind"))
        ]
    places = [(one.id, one.csp or None) for one in chosen.reviews]
    for name, cases in (("kind", kinds), ("partnership", places)):
        told.append(categories(Frame(measures()[name], "reviews", "reviews", every), cases))
    return [table for table in told if table.findings]


def _status(case: Case) -> str | None:
    said = recorded(case.incident.values, "review_status")
    if said is not None:
        return fold(str(said)).replace("-", " ")
    return PUBLISHED if publication(case.incident.values.get("published_on"), case.review) else None


def publication(registered: object, review: ReviewEntry | None) -> str:
    """Give the date of publication: the register's, else the library's."""
    return str(registered or "") or (review.published if review else "")


def _months(chosen: Chosen, every: bool) -> Tally:
    frame = Frame(
        measures()["time_to_publication"], "reviews", "deaths with a published review", every
    )
    found, total = [], 0
    for case in chosen.cases:
        values = case.incident.values
        published = publication(values.get("published_on"), case.review)
        total += bool(published)
        start, end = month_of(values.get("death_date")), month_of(published)
        if start is not None and end is not None and end >= start:
            found.append((case.id, float(end - start)))
    findings: list[Finding] = []
    if found:
        ids = tuple(case for case, _ in found)
        low, middle, high = quartiles([value for _, value in found])
        told = {"lower quartile": low, "median": middle, "upper quartile": high}
        if len(found) < FOR_QUARTILES:
            told = {"median": middle}
        findings = [number_of(frame, name, value, ids, total) for name, value in told.items()]
    return single(frame, findings, total, total - len(found))
