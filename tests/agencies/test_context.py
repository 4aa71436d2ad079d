"""A review's own fuller names tell its bare ones."""

import pytest

from learnt.agencies import context_of, match_agency
from learnt.agencies.register import built_in
from tests.agencies.factory import review_of

REGISTER = built_in()
NAMED = (
    "Loxleyshire Constabulary",
    "Ashmere Valley NHS Foundation Trust (AVFT)",
    "Loxleyshire County Council, Adult Social Care",
)


@pytest.mark.parametrize(
    ("printed", "agency"),
    [
        ("the Constabulary", "loxleyshire-police"),
        ("the Force", "loxleyshire-police"),
        ("the Trust", "ashmere-valley-nhs-trust"),
        ("AVFT", "ashmere-valley-nhs-trust"),
        ("Adult Social Care", "loxleyshire-council-adult-social-care"),
        ("Children's Services", "loxleyshire-council-childrens-social-care"),  # the same council's
        ("AVT", None),  # nearly the short name
        ("ICB", None),
        ("Medical Centre", None),  # never the only one of an area
    ],
)
def test_the_only_one_named_in_full_is_meant(printed: str, agency: str | None) -> None:
    match = match_agency(printed, review_of("Loxley", *NAMED), register=REGISTER)
    assert match.agency == agency, match.why


def test_two_of_a_kind_leave_the_bare_name_open() -> None:
    review = review_of("Loxley", "Loxleyshire Constabulary", "Ardenshire Police")
    match = match_agency("the Constabulary", review, register=REGISTER)
    assert match.agency is None
    assert "more than one" in match.why


def test_a_force_of_another_county_leaves_the_bare_name_open() -> None:
    review = review_of("Norfolk", "Suffolk Constabulary")
    assert match_agency("the Constabulary", review, register=REGISTER).agency is None


def test_the_panel_and_the_plan_tell_names_too() -> None:
    panel = review_of("Loxley", panel=("A. Person, Ardenshire Police",))
    assert match_agency("the Force", panel, register=REGISTER).agency == "ardenshire-police"
    plan = review_of("Loxley", leads=("Ardenshire Police",))
    assert match_agency("the Force", plan, register=REGISTER).agency == "ardenshire-police"


def test_a_short_name_told_in_the_text_is_known() -> None:
    review = review_of("Loxley", text="The Pottergate Housing Trust (PHT) should act.")
    assert match_agency("PHT", review, register=REGISTER).agency == "pottergate-housing-trust"
    assert match_agency("PHTS", review, register=REGISTER).agency is None


@pytest.mark.parametrize(
    ("named", "agency"),
    [
        (("National Probation Service",), "national-probation-service"),
        (("National Probation Service", "Essex CRC"), None),  # either
        ((), None),
    ],
)
def test_a_loose_name_is_the_body_of_its_time(named: tuple[str, ...], agency: str | None) -> None:
    review = review_of("Loxley", *named, published="2018")
    match = match_agency("Probation Service", review, register=REGISTER)
    assert (match.agency, match.agency_now) == (agency, "probation-service")


@pytest.mark.parametrize(
    ("area", "printed", "agency"),
    [
        ("Sheffield", "SYP", "south-yorkshire-police"),
        ("Sheffield", "SCC", "sheffield-council"),
        ("Norfolk", "NCC", "norfolk-council"),
        ("Norfolk", "SYP", None),  # of another area
        ("Sheffield", "IMR", None),  # no body
        ("Loxley", "LCC", None),
    ],
)
def test_initials_of_the_areas_bodies_are_read(area: str, printed: str, agency: str | None) -> None:
    assert match_agency(printed, review_of(area), register=REGISTER).agency == agency


def test_a_short_name_is_not_stretched() -> None:
    review = review_of("Norfolk", "Cambridgeshire Community Services (NHCP)")
    told = match_agency("NHCP", review, register=REGISTER)
    assert told.agency == "cambridgeshire-community-service-nhs-trust"
    assert match_agency("HCP", review, register=REGISTER).agency is None  # near, not the same


def test_initials_of_a_body_named_in_full_are_read() -> None:
    review = review_of("Loxley", "Ashmere Valley NHS Foundation Trust")
    for short in ("AVNFT", "AVFT"):
        match = match_agency(short, review, register=REGISTER)
        assert match.agency == "ashmere-valley-nhs-trust"
    assert match_agency("ATV", review, register=REGISTER).agency is None


def test_a_context_can_be_made_once() -> None:
    review = review_of("Loxley", *NAMED)
    context = context_of(review, REGISTER)
    assert match_agency("the Force", context, register=REGISTER) == match_agency(
        "the Force", review, register=REGISTER
    )
