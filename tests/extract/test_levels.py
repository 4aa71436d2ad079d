import pytest

from learnt.extract.levels import level_of_addressees, scope_of
from learnt.extract.outline import level_of, section_of


@pytest.mark.parametrize(
    ("addressees", "level"),
    [
        (("Home Office",), "national"),
        (("Ministry of Justice", "Sentencing Council"), "national"),
        (("Eastmoor Constabulary",), "single-agency"),
        (("Crown Prosecution Service (East)",), "single-agency"),  # a region of a national body
        (("Safer Eastmoor Partnership",), "multi-agency"),
        (("Safer Eastmoor",), "multi-agency"),  # how many partnerships call themselves
        (("Safer Neighbourhood Team",), "single-agency"),  # a team of the police
        (("Safer Eastmoor Homes Ltd",), "single-agency"),
        (("All agencies",), "multi-agency"),
        (("Eastmoor Constabulary", "Tollbridge County Council"), "multi-agency"),
        ((), None),
    ],
)
def test_level_follows_the_addressees(addressees: tuple[str, ...], level: str | None) -> None:
    assert level_of_addressees(addressees) == level


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        ("Single agency recommendations", "single-agency"),
        ("Multi-agency recommendations", "multi-agency"),
        ("National recommendations", "national"),
        ("Recommendations", ""),
    ],
)
def test_heading_prints_the_level(heading: str, level: str) -> None:
    assert level_of(heading) == level


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("10. Recommendations", "recommendations"),
        ("Recommendations to the operator", "recommendations"),
        ("Lessons learnt and recommendations", "recommendations"),
        ("Lessons to be learnt", "lessons"),
        ("Appendix C: Action plan", "action-plan"),
        ("Government response to recommendation 4", "response"),
        ("Recommendations from previous reviews", "previous"),
        ("Glossary of terms", "appendix"),
        ("The weeks before the death", ""),
    ],
)
def test_heading_names_its_section(heading: str, section: str) -> None:
    assert section_of(heading) == section


def test_widest_printed_scope_counts() -> None:
    assert scope_of("Local and national") == "national"
    assert scope_of("Locally") == "local"
    assert scope_of("To be agreed") is None
