"""Two printings of one name give one key; two names do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.agencies.names import brackets, is_abbreviation, key, place_key, slug, without_brackets

SAME = [
    ("Loxley & Arden Police", "Loxley and Arden Police"),
    ("Children’s Social Care", "Childrens Social Care"),
    ("Children's Social Care", "CHILDREN'S SOCIAL CARE"),
    ("Ashmere NHS Foundation Trust", "The Ashmere NHS Trust"),
    ("Ashmere Hospitals NHS FT", "Ashmere Hospital NHS Trust"),
    ("NHS Loxley Integrated Care Board", "NHS Loxley ICB"),
    ("Meadowgate Homes Ltd.", "Meadowgate Homes Limited"),
    ("Loxley Women’s Aid (LWA)", "Loxley Womens Aid"),
    ("Loxley Domestic Violence and Abuse Service", "Loxley Domestic Abuse Services"),
    ("Ministry of Housing, Communities & Local Government", "Ministry for Housing Communities and Local Government"),
    ("St. Brannock’s Surgery", "St Brannock's Surgery"),
    ("Multi–Agency Forum", "Multi-Agency Forum"),
]  # fmt: skip
DIFFERENT = [
    ("Loxley Council", "Loxton Council"),
    ("Loxley NHS Trust", "Loxley Housing Trust"),
    ("Loxley Safeguarding Adults Board", "Loxley Safeguarding Children Board"),
    ("Loxley ICB", "Loxley CCG"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_printings_give_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_names_give_two_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("Loxley", "loxley"),
        ("County of Loxley", "loxley"),
        ("London Borough of Loxley", "loxley"),
        ("Loxley City Council", "loxley"),
        ("NHS Loxley", "loxley"),
        ("South Loxley", "south loxley"),  # another place than Loxley
        ("County Council", ""),  # tiers alone are no place
    ],
)
def test_a_place_stands_without_its_tier(printed: str, place: str) -> None:
    assert place_key(printed) == place


def test_brackets_are_handed_back() -> None:
    assert brackets("Ashmere Trust (AT) [lead]") == ("AT", "lead")
    assert without_brackets("Ashmere Trust (AT)") == "Ashmere Trust"


@pytest.mark.parametrize(
    ("text", "right"),
    [("NSFT", True), ("NCH&C", True), ("SWASFT", True), ("Lead", False), ("North", False)],
)
def test_abbreviations_are_capitals(text: str, right: bool) -> None:
    assert is_abbreviation(text) is right


@given(st.text(max_size=60))
def test_a_key_is_its_own_key_and_never_fails(text: str) -> None:
    assert key(text) == key(text.strip())
    assert slug(text) == slug(slug(text))
