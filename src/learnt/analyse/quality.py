"""What must be said about the data: what is not recorded, what contradicts itself, what DHRD means."""

from collections.abc import Callable, Iterable, Sequence

from learnt.analyse.cases import Case, Chosen, month_of, recorded, truth
from learnt.analyse.doubles import likely_doubles
from learnt.analyse.rows import rows_of
from learnt.analyse.themes import GROUPINGS, counterpart, themes
from learnt.records.case import Material, Register, Value
from learnt.records.finding import Quality, Tally

COUNTED = ("joint", "reviews")
"""Sections that have each variable once."""
TWICE = " Some deaths may be in both, and are then counted twice."
"""Said of mixed origins where some deaths agree; without a number, as the public is told it."""


def find_quality(
    material: Material, chosen: Chosen, tallies: Sequence[Tally]
) -> tuple[Quality, ...]:
    """Give what the data lacks and what was found odd in it, each in a sentence."""
    cases = chosen.cases
    pairs = _pairs(cases)
    found = [
        *_origins(cases, pairs),
        *_missing_rows(cases),
        *_reviews(material, chosen),
        *_contradictions(cases),
        *_doubles(pairs),
        *_not_recorded(tallies),
    ]
    return tuple(found)


def _pairs(cases: Sequence[Case]) -> tuple[tuple[str, str], ...]:
    told = Register(
        incidents=tuple(case.incident for case in cases),
        victims=tuple(victim for case in cases for victim in case.victims),
    )
    return likely_doubles(told)


def _doubles(pairs: Sequence[tuple[str, str]]) -> list[Quality]:
    """Say how many deaths may be counted twice, with their ids: for internal eyes."""
    return _told(
        "doubles",
        "",  # a double is never alone
        "{} deaths agree with another in partnership, month, age and sex: they may be the same, and"
        " all are counted.",
        dict.fromkeys(one for pair in pairs for one in pair),
    )


def _several(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"


def _told(code: str, one: str, many: str, ids: Iterable[str]) -> list[Quality]:
    """Give a sentence where there is anything to say; `{}` stands for how many."""
    found = tuple(ids)
    if not found:
        return []
    says = one if len(found) == 1 else many.format(len(found))
    return [Quality(code=code, says=says, ids=found)]


def _origins(cases: Sequence[Case], pairs: Sequence[tuple[str, str]]) -> list[Quality]:
    tagged = [case.id for case in cases if case.tagged]
    found: list[Quality] = []
    if tagged:
        found.append(
            Quality(
                code="tags",
                says=(
                    f"{_several(len(tagged), 'death comes', 'deaths come')} from the Domestic"
                    " Homicide Review Dataset (Cook and Cook 2026), made from the tags of the Home"
                    " Office library: TRUE means tagged, FALSE not tagged, which is not absent."
                ),
            )
        )
    if tagged and len(tagged) < len(cases):
        found.append(
            Quality(
                code="mixed-origins",
                says=(
                    "Tags of the dataset and entries of a register are counted together: not"
                    " tagged in the one and no in the other are not the same."
                    f"{TWICE if pairs else ''}"
                ),
            )
        )
    found += _told(
        "untagged",
        "1 death is not tagged as suicide and is counted with the homicides.",
        "{} deaths are not tagged as suicide and are counted with the homicides.",
        (case.id for case in cases if case.death_type == "untagged"),
    )
    found += _told(
        "other-death",
        "1 death is recorded as neither homicide nor suicide: it is in the joint tables only.",
        "{} deaths are recorded as neither homicide nor suicide: they are in the joint tables only.",
        (case.id for case in cases if case.death_type == "other"),
    )
    return found + _told(
        "death-type",
        "Of 1 death it is not recorded whether it was homicide or suicide: it is in the joint tables only.",
        "Of {} deaths it is not recorded whether they were homicide or suicide: they are in the joint"
        " tables only.",
        (case.id for case in cases if not case.death_type),
    )


def _missing_rows(cases: Sequence[Case]) -> list[Quality]:
    several = [case for case in cases if truth(case.incident.values, "multiple_victims")]
    return [
        *_told(
            "no-victim-row",
            "1 death has no row for a person who died, and is in no table of the people who died.",
            "{} deaths have no row for a person who died, and are in no table of the people who died.",
            (case.id for case in cases if not case.victims),
        ),
        *_told(
            "no-perpetrator-row",
            "1 death has no row for a person who abused or killed.",
            "{} deaths have no row for a person who abused or killed.",
            (case.id for case in cases if not case.perpetrators),
        ),
        *_told(
            "several-victims",
            "In 1 event more than one person died; it counts once in tables of deaths.",
            "In {} events more than one person died; each counts once in tables of deaths.",
            (case.id for case in cases if case in several or len(case.victims) > 1),
        ),
    ]


def _reviews(material: Material, chosen: Chosen) -> list[Quality]:
    found = _told(
        "no-year",
        "1 death of the area has no year and is left out of the chosen years.",
        "{} deaths of the area have no year and are left out of the chosen years.",
        chosen.undated,
    )
    found += _told(
        "no-year",
        "1 review of the area has no year of death and is left out of the chosen years.",
        "{} reviews of the area have no year of death and are left out of the chosen years.",
        chosen.undated_reviews,
    )
    found += _told(
        "fictional",
        "1 death is invented, to try things out.",
        "{} deaths are invented, to try things out.",
        (case.id for case in chosen.cases if truth(case.incident.values, "fictional")),
    )
    if material.reviews is None:
        return found
    linked = {one.incident for one in material.reviews if one.incident}
    if chosen.cases:
        found += _told(
            "no-review",
            "1 death has no review among those counted here.",
            "{} deaths have no review among those counted here.",
            (case.id for case in chosen.cases if case.id not in linked),
        )
        found += _told(
            "no-incident",
            "1 review is linked to no death of the register.",
            "{} reviews are linked to no death of the register.",
            (one.id for one in chosen.reviews if not one.incident),
        )
    return [
        *found,
        *_asks(material, chosen),
        *_told(
            "fictional",
            "1 review is invented, to try things out.",
            "{} reviews are invented, to try things out.",
            (one.id for one in chosen.reviews if one.fictional),
        ),
    ]


def _is_unlisted(theme: str) -> bool:
    return theme not in themes() and not any(counterpart(theme, one) for one in GROUPINGS)


def _asks(material: Material, chosen: Chosen) -> list[Quality]:
    """Say which recommendations belong to no review, and which reviews have none."""
    asked = {one.review for one in material.asks or ()}
    return [
        *_told(
            "recommendation-nowhere",
            "1 recommendation names no death and no document, and is not counted.",
            "{} recommendations name no death and no document, and are not counted.",
            (one.id for one in material.asks or () if not one.review),
        ),
        *_told(
            "no-recommendation",
            "1 review has no recommendation here.",
            "{} reviews have no recommendation here.",
            (one.id for one in chosen.reviews if one.id not in asked) if asked else (),
        ),
        *_told(
            "theme-unlisted",
            "1 recommendation has a theme that Learnt's codebook does not have: it counts under its "
            "own name, and in no published grouping.",
            "{} recommendations have a theme that Learnt's codebook does not have: they count under "
            "their own names, and in no published grouping.",
            (one.id for one in material.asks or () if any(map(_is_unlisted, one.themes))),
        ),
    ]


def _contradictions(cases: Sequence[Case]) -> list[Quality]:
    return [
        *_told(
            "verdict-not-charged",
            "1 person has a verdict and is marked not charged; the verdict is counted.",
            "{} people have a verdict and are marked not charged; the verdict is counted.",
            _people(
                cases,
                lambda values: (
                    truth(values, "charged") is False
                    and recorded(values, "court_verdict") is not None
                ),
            ),
        ),
        *_told(
            "verdict-after-suicide",
            "1 person has a verdict though the homicide was followed by suicide; the verdict is "
            "counted.",
            "{} people have a verdict though the homicide was followed by suicide; the verdict is "
            "counted.",
            _tried_after_suicide(cases),
        ),
        *_told(
            "children-no-parent",
            "1 person has children under 18 and is marked as no parent.",
            "{} people have children under 18 and are marked as no parent.",
            _people(
                cases,
                lambda values: (
                    truth(values, "children_under_18") is True and truth(values, "parent") is False
                ),
            ),
        ),
        *_told(
            "published-before-death",
            "1 review is published before the death; no time to publication is counted for it.",
            "{} reviews are published before the death; no time to publication is counted for them.",
            (case.id for case in cases if _is_early(case)),
        ),
    ]


def _tried_after_suicide(cases: Sequence[Case]) -> list[str]:
    """Give the people of whose death after the homicide a verdict is recorded: nobody could be tried."""
    found = []
    for case in cases:
        people = case.perpetrators
        tried = [one.id for one in people if recorded(one.values, "court_verdict") is not None]
        ended = truth(case.incident.values, "homicide_suicide") and not case.tagged
        found += tried if ended and len(tried) == len(people) else []
    return found


def _people(cases: Sequence[Case], odd: Callable[[dict[str, Value]], bool]) -> list[str]:
    rows = [*rows_of("victims", cases), *rows_of("perpetrators", cases)]
    return [row.id for row in rows if odd(row.values)]


def _is_early(case: Case) -> bool:
    published = case.incident.values.get("published_on") or (
        case.review.published if case.review else ""
    )
    start, end = month_of(case.incident.values.get("death_date")), month_of(published)
    return start is not None and end is not None and end < start


def _not_recorded(tallies: Sequence[Tally]) -> list[Quality]:
    """Give a sentence for each variable that is not recorded for everybody."""
    return [
        Quality(
            code="not-recorded",
            says=f"{table.title}: not recorded for {table.not_recorded} of {table.total} {table.of}.",
        )
        for table in tallies
        if table.section in COUNTED and table.not_recorded and table.form != "cross"
    ]
