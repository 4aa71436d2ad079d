"""The ways in which one body is printed lead to one body."""

import pytest

from learnt.agencies import match_agency
from learnt.agencies.register import built_in
from tests.agencies.factory import review_of

REGISTER = built_in()

# the review's partnership, names of one body
ONE_BODY = [
    (
        "Kent",
        [
            "Office of the Police and Crime Commissioner for Kent",
            "Kent OPCC",
            "PCC",
            "Police and Crime Commissioner (Kent)",
        ],
    ),
    (
        "Leeds",
        [
            "Leeds City Council Adult Social Care",
            "Adults and Health, Leeds City Council",
            "Leeds City Council (Adult Social Care)",
            "Adult Social Services",
        ],
    ),
    (
        "Hackney",
        [
            "London Borough of Hackney",
            "LB Hackney",
            "LBH",
            "Hackney Council",
            "the Council",
            "Local Authority",
        ],
    ),
    (
        "Sheffield",
        [
            "South Yorkshire Police",
            "SYP",
            "S. Yorks Police",
            "South Yorkshire Police (SYP)",
            "Police",
            "the Force",
        ],
    ),
    (
        "Norfolk",
        ["Norfolk and Suffolk NHS Foundation Trust", "Norfolk & Suffolk Foundation Trust", "NSFT"],
    ),
    (
        "Gwynedd",
        [
            "Betsi Cadwaladr University Health Board",
            "BCUHB",
            "Bwrdd Iechyd Prifysgol Betsi Cadwaladr",
        ],
    ),
    ("Gwynedd", ["Gwynedd Council", "Cyngor Gwynedd", "Cyngor Sir Gwynedd"]),
    ("Gwynedd", ["North Wales Police", "Heddlu Gogledd Cymru", "Yr Heddlu"]),
    (
        "Loxley",
        ["CPS North Marches", "Crown Prosecution Service (North Marches)", "North Marches CPS"],
    ),
    (
        "Essex",
        ["Essex Safeguarding Adults Board", "ESAB", "Essex SAB", "Safeguarding Adults Board"],
    ),
    (
        "Leeds",
        ["Safer Leeds", "Leeds CSP", "Community Safety Partnership", "Safer Leeds Executive"],
    ),
    ("Leeds", ["Leeds MARAC", "MARAC", "Leeds Multi-Agency Risk Assessment Conference (MARAC)"]),
    ("Loxley", ["Loxley Housing Association Ltd", "Loxley HA"]),
    (
        "Loxley",
        [
            "Loxley County Council's Education Department",
            "Education Service, Loxley County Council",
            "Loxley CC Education",
        ],
    ),
    ("Loxley", ["NHS Loxley CCG", "Loxley Clinical Commissioning Group"]),
    ("Loxley", ["Loxley Youth Offending Team", "Loxley Youth Justice Service", "Loxley YOS"]),
    ("Loxley", ["Loxley Magistrates' Court", "Loxley Magistrates Courts"]),
]


@pytest.mark.parametrize(("area", "names"), ONE_BODY, ids=lambda value: str(value)[:20])
def test_names_of_one_body_meet(area: str, names: list[str]) -> None:
    told = {name: match_agency(name, review_of(area), register=REGISTER).agency for name in names}
    assert len(set(told.values())) == 1, told
    assert None not in told.values(), told


# each is another body than the other
TWO_BODIES = [
    ("Norfolk County Council", "South Norfolk Council"),
    ("Loxley Safeguarding Adults Board", "Loxley Safeguarding Children Partnership"),
    ("Loxley County Council, Adult Social Care", "Loxley County Council, Children's Social Care"),
    ("Loxley County Council", "Loxley County Council, Education Department"),
    ("Loxley ICB", "Loxley CCG"),
    ("National Probation Service", "Probation Service"),
    ("Norfolk Constabulary", "Norfolk OPCC"),
    ("Ashmere Hospital", "Ashmere NHS Trust"),  # a trust may hold more than the one hospital
    ("Meadowgate Housing", "Meadowgate Housing Association"),  # nobody knows that they are one
    ("Refuge", "Loxley Refuge"),
    ("Women's Aid", "Loxley Women's Aid"),
]


@pytest.mark.parametrize(("one", "other"), TWO_BODIES)
def test_two_bodies_stay_apart(one: str, other: str) -> None:
    first = match_agency(one, register=REGISTER).agency
    second = match_agency(other, register=REGISTER).agency
    assert first
    assert second
    assert first != second
