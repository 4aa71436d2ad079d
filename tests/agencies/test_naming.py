"""A name for every id, also for those that were made of a printed name."""

import pytest

from learnt.agencies.naming import agency_name
from learnt.agencies.register import Alias, Register, built_in


@pytest.mark.parametrize(
    ("agency", "name"),
    [
        ("norfolk-police", "Norfolk Constabulary"),
        ("norfolk-community-safety-partnership", "Norfolk County Community Safety Partnership"),
        ("norfolk-council-childrens-social-care", "Norfolk County Council, children's social care"),
        ("loxley-council", "Loxley Council"),
        ("loxley-council-noise-team", "Loxley Council, noise team"),
        ("loxley-and-arden-icb", "Loxley and Arden ICB"),
        ("loxley-councillors-group", "Loxley Councillors Group"),  # not a part of a council
        ("", ""),
    ],
)
def test_an_id_has_a_name(agency: str, name: str) -> None:
    assert agency_name(agency, built_in()) == name


def test_a_body_that_a_person_told_has_its_printed_name() -> None:
    told = {"haven": Alias("Haven", "haven-loxley", "housing", "a report")}
    assert agency_name("haven-loxley", Register({}, {}, told)) == "Haven"
