"""What is asked, hedged, denied or general is no fact."""

import pytest

from tests.extract.case_facts.told import found, incident, perpetrator, victim

CASE = "Petra, the victim, was killed by her husband, Odo.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "It is not known whether Petra had depression.",
        "Petra may have had depression.",
        "Had Petra depression?",
        "Petra's mother had depression.",
        "Women who have depression are at higher risk.",
        "Research shows that many victims suffer from depression.",
        "The panel should consider whether Petra had depression.",
        "There was no evidence that Petra had depression.",
        "The neighbour suffered from depression.",
    ],
)
def test_what_is_not_said_of_the_victim_is_no_fact(text: str) -> None:
    assert "victim_mh_depression" not in victim(CASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "Petra had a long history of depression.",
        "Petra was diagnosed with anxiety and depression in 2014.",
        "The GP had diagnosed Petra with depression.",
        "Petra suffered from depression, but had never harmed herself.",
    ],
)
def test_what_is_said_of_the_victim_is_a_fact(text: str) -> None:
    told = victim(CASE + text)
    assert told["victim_mh_depression"] is True
    assert told["victim_mental_health_issues"] is True


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Petra's case was heard at MARAC in 2015.", True),
        ("Petra's case was not heard at MARAC.", False),
        ("A neighbour's case was heard at MARAC in 2009.", None),
        ("Had the case been heard at MARAC, the risk might have been seen.", None),
        ("The officer asked whether the case had been heard at MARAC.", None),
    ],
)
def test_marac_is_told_of_the_case(text: str, value: bool | None) -> None:
    assert incident(CASE + text).get("heard_at_marac") is value


@pytest.mark.parametrize(
    "heading", ["# Recommendations", "# Terms of reference", "# Glossary", "# Training"]
)
def test_some_sections_tell_nothing_of_the_case(heading: str) -> None:
    assert not incident(f"{heading}\n\nPetra's case was heard at MARAC in 2015.")


def test_conflicting_statements_are_a_doubt() -> None:
    text = CASE + "Petra's case was heard at MARAC.\n\nPetra's case was not heard at MARAC."
    told = found(text)
    assert "heard_at_marac" not in {fact.variable for fact in told.facts}
    doubt = next(d for d in told.doubts if d.variable == "heard_at_marac")
    assert {fact.value for fact in doubt.values} == {True, False}
    assert all(fact.evidence for fact in doubt.values)


def test_a_doubt_is_not_settled_by_what_follows_from_others() -> None:
    assert "role" not in perpetrator("Odo was arrested on suspicion of murder.")
