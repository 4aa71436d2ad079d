import pytest

from learnt.agencies import is_body

BODIES = [
    "Eastmoor Constabulary",
    "NORTHFORD COUNCIL",
    "Police and Probation",
    "All agencies",
    "Police",
    "GP practice",
    "Oakfield Medical Practice",
    "Children’s Social Care:",
    "The Home Office",
    "The Trust",
    "Circle 33 Housing Trust Ltd",
    "Office of the Police and Crime Commissioner for Eastmoor",
    "Community Safety Partnership",
    "Housing Services",
]
TOPICS = [
    "Training",
    "Risk assessment",
    "Good practice",
    "Access to services",
    "Working in Partnership",
    "Information Sharing",
    "Single Agency Recommendations",
    "Recommendations for the Police",
    "Role of the Police",
    "Use of Force",
    "Lead agency",
    "Terms of Reference",
    "Mental health",
    "DASH",
    "The police should review their policy",
    "",
    "National",
]


@pytest.mark.parametrize("text", BODIES)
def test_names_are_bodies(text: str) -> None:
    assert is_body(text)


@pytest.mark.parametrize("text", TOPICS)
def test_matters_are_no_bodies(text: str) -> None:
    assert not is_body(text)
