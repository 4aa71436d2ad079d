"""What a report is about: its name, and how much is counted in it."""

from learnt.analyse.cases import Chosen
from learnt.analyse.counting import Frame, single
from learnt.analyse.measures import measures
from learnt.records.case import Material
from learnt.records.finding import Finding, Selection, Tally, Unit

COUNTRY = "England and Wales"
ALL, LIBRARY = "all reviews in the register", "all reviews in the library"


def name_of_area(material: Material, selection: Selection) -> str:
    """Give what the report is about in words."""
    narrowed = ", ".join(f"{name} {value}" for name, value in selection.filters)
    if selection.area:
        return f"{selection.area} ({narrowed})" if narrowed else selection.area
    if narrowed:
        return f"reviews with {narrowed}"
    incidents = material.register.incidents
    whole = bool(incidents) and all(one.origin == "dhrd" for one in incidents)
    return COUNTRY if whole else ALL if incidents else LIBRARY


def what_is_counted(chosen: Chosen, material: Material) -> Tally:
    """Give how many deaths, people, reviews and recommendations are counted."""
    here = {one.id for one in chosen.reviews}
    people: dict[str, tuple[Unit, tuple[str, ...]]] = {
        "deaths": ("incidents", tuple(case.id for case in chosen.cases)),
        "people who died": (
            "people",
            tuple(one.id for case in chosen.cases for one in case.victims),
        ),
        "people who abused or killed": (
            "people",
            tuple(one.id for case in chosen.cases for one in case.perpetrators),
        ),
    }
    ids = people if material.register.incidents else {}
    if material.reviews is not None:
        ids["reviews"] = ("reviews", tuple(one.id for one in chosen.reviews))
    if material.asks is not None:
        asks = tuple(one.id for one in material.asks if one.review in here)
        ids["recommendations"] = ("recommendations", asks)
    frame = Frame(measures()["counted"], "reviews", "this selection")
    findings = [
        Finding(
            measure="counted",
            group=name,
            numerator=len(found),
            value=len(found),
            unit=unit,
            ids=found,
        )
        for name, (unit, found) in ids.items()
    ]
    return single(frame, findings, len(chosen.cases), 0)
