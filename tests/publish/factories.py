"""An invented analysis by hand: small enough to check by eye, with each form of table and trap."""

from math import sqrt

from learnt.records.finding import (
    Analysis,
    Comparison,
    Finding,
    Form,
    Quality,
    Selection,
    ShareOfPeople,
    Tally,
    Unit,
    Withheld,
)

Counts = dict[str, int | Withheld]

HOMICIDES = "people who died by homicide"
SUICIDES = "people who died by suicide"


def share(part: int, whole: int) -> ShareOfPeople:
    """Give a share with Wilson's interval, worked out here apart from the program."""
    p, z = part / whole, 1.959963984540054
    middle = (p + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * sqrt(p * (1 - p) / whole + z * z / (4 * whole**2)) / (1 + z * z / whole)
    return ShareOfPeople(value=p, low=max(0.0, middle - half), high=min(1.0, middle + half))


def finding(measure: str, group: str, part: "int | Withheld", whole: int, missing: int) -> Finding:
    if isinstance(part, str):
        return Finding(measure=measure, group=group, withheld=part)
    return Finding(
        measure=measure,
        group=group,
        numerator=part,
        denominator=whole,
        not_recorded=missing,
        value=100 * part / whole if whole else None,
        unit="percent",
        share=share(part, whole) if whole else None,
        ids=tuple(f"{measure}-{group}-{place}" for place in range(part)),
    )


def tally(
    name: str,
    counts: Counts,
    *,
    of: str = HOMICIDES,
    form: Form = "categories",
    title: str = "",
    unit: Unit = "people",
    missing: int = 0,
    whole: int | None = None,
    tagged: bool = False,
) -> Tally:
    """Make a table of counts; `whole` is the number recorded, else the sum of the counts."""
    section, measure = name.split(".")
    recorded = sum(one for one in counts.values() if isinstance(one, int))
    recorded = whole if whole is not None else recorded
    return Tally(
        id=name,
        section=section,
        measure=measure,
        title=title or measure.replace("_", " ").capitalize(),
        of=of,
        form=form,
        unit=unit,
        findings=tuple(
            finding(measure, group, part, recorded, missing) for group, part in counts.items()
        ),
        total=recorded + missing,
        not_recorded=missing,
        definition=f"How {measure} is counted.",
        tagged=tagged,
    )


def mean(name: str, value: float, low: float, high: float, cases: int) -> Tally:
    section, measure = name.split(".")
    found = Finding(
        measure=measure,
        group="mean",
        numerator=cases,
        denominator=cases,
        value=value,
        unit="years",
        low=low,
        high=high,
    )
    return Tally(
        id=name,
        section=section,
        measure=measure,
        title="Mean age",
        of=HOMICIDES,
        form="single",
        unit="years",
        findings=(found,),
        total=cases,
        not_recorded=0,
    )


def asks(name: str, counts: Counts, whole: int) -> Tally:
    return tally(
        name, counts, of="recommendations", form="tags", unit="recommendations", whole=whole
    )


BANDS: Counts = {
    "20 and under": 1,
    "21–30": 2,
    "31–40": 3,
    "41–50": 3,
    "51–60": 3,
    "61 and over": 3,
}
YEARS: Counts = {str(year): deaths for year, deaths in enumerate([1, 2, 1, 3, 2, 3, 3], start=2011)}
THEMES: Counts = {"Training": 38, "Policy": 32, "Risk": 20, "Records": 9}
REST: Counts = {"Training": 500, "Policy": 900, "Risk": 540, "Records": 250}
AREAS: Counts = {"Fordham": 6, "Merrow": 4, "Great Tolling": 3, "Ashby Vale": 2}
ETHNICITY: Counts = {"White - British": 8, "Any other White background": 5, "Asian": 1, "Other": 1}
RELATIONSHIP: Counts = {"husband": 5, "partner": 4, "son": 2, "ex-partner": 2, "wife": 1}


def tallies() -> tuple[Tally, ...]:
    return (
        tally("reviews.status", {"published": 12, "with quality assurance": 6, "in progress": 2},
              of="deaths", unit="incidents"),
        tally("trend.deaths", YEARS, of="deaths", form="years", unit="incidents"),
        tally("trend.homicides", {**YEARS, "2016": 1}, of="deaths by homicide", form="years",
              unit="incidents"),
        tally("homicides.area", AREAS, of="deaths by homicide", unit="incidents"),
        tally("homicides.sex_of_victim", {"Female": 13, "Male": 2}),
        tally("homicides.victim_ethnicity", ETHNICITY),
        tally("homicides.age_of_victim", BANDS, form="ordered"),
        mean("homicides.mean_age_of_victim", 44.666666, 35.25, 54.1, 15),
        tally("homicides.relationship_to_victim", RELATIONSHIP, missing=1,
              of="people who abused or killed, in deaths by homicide"),
        tally("homicides.parent", {"A parent": 10}, form="tags", whole=15),
        tally("suicides.sex_of_victim", {"Female": 3, "Male": 2}, of=SUICIDES),
        tally("joint.victim_vulnerabilities", {"Alcohol": 403, "Housing": 16}, form="tags",
              of="people who died", whole=647, tagged=True),
        asks("recommendations.theme", THEMES, 153),
        asks("rest.theme", REST, 2100),
    )  # fmt: skip


def national(year: str, deaths: int) -> Comparison:
    return Comparison(
        tally="trend.homicides",
        group=year,
        comparator=str(deaths),
        value=deaths,
        unit="people",
        base="homicides recorded by the police",
        coverage="England and Wales",
        source="a statistical office",
        differs="Counted by year to March.",
    )


def an_analysis(*, public: bool = False) -> Analysis:
    """Give the invented analysis of Fordhamshire, internal unless asked for otherwise."""
    return Analysis(
        selection=Selection(area="Fordhamshire", first=2011, last=2017),
        name="Fordhamshire",
        tallies=tallies(),
        comparisons=(
            Comparison(
                tally="homicides.sex_of_victim",
                group="Female",
                comparator="80%",
                value=80,
                unit="percent",
                base="127 people in analysed reviews",
                period="12 months from October 2019",
                coverage="England and Wales",
                source="Home Office: Key findings",
                licence="Open Government Licence v3.0",
            ),
            Comparison(
                tally="homicides.area",
                group="Fordham",
                declined="no published figure has the same base",
            ),
            *(national(year, 90 + place) for place, year in enumerate(("2013", "2014", "2016"))),
        ),
        quality=(
            Quality(code="overlap", says="Two rows hold an age that overlaps a band.", ids=("x",)),
        ),
        gaps=("Deaths by homicide: nothing is recorded of: Tenure.",),
        public=public,
        source="an invented register",
        date="2026-11-21",
        versions={"learnt": "0.1.0"},
    )
