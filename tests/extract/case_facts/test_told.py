"""The death, the court, the abuse and the home, with near misses beside the hits."""

import pytest

from learnt.records import Value
from tests.extract.case_facts.told import found, incident, perpetrator, values, victim

CASE = "Petra, the victim, was killed by her husband, Odo.\n\n"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Odo was convicted of murder.", "Murder"),
        ("Odo pleaded guilty to manslaughter.", "Manslaughter"),
        (
            "Odo was found guilty of manslaughter on the grounds of diminished responsibility.",
            "Manslaughter w/ diminished responsibility",
        ),
        ("The jury found Odo not guilty of murder but guilty of manslaughter.", "Manslaughter"),
        ("Odo was acquitted.", "Not guilty"),
        ("Odo was found unfit to plead.", "Unfit to plead"),
        # a plea, a charge and another man's verdict are none
        ("Odo pleaded not guilty to murder.", None),
        ("Odo was charged with murder.", None),
        ("A cousin of Odo's was charged with theft, and was acquitted.", None),
        ("Odo had previously been convicted of manslaughter.", None),
    ],
)
def test_verdicts(text: str, verdict: str | None) -> None:
    assert perpetrator(CASE + text).get("court_verdict") == verdict


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Odo was sentenced to life with a minimum term of 22 years.", 22),
        ("Odo must serve at least eighteen years.", 18),
        ("Odo was given a minimum term of 17 years and 6 months.", 17.5),
        ("Odo was sentenced to nine years in prison.", None),
        ("Odo's cousin is serving a life sentence with a minimum term of 17 years.", None),
    ],
)
def test_minimum_terms(text: str, years: float | None) -> None:
    assert perpetrator(CASE + text).get("minimum_term_years") == years


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("Odo was charged with murder.", "charged", True),
        ("No charges were brought against Odo.", "charged", False),
        ("Odo was convicted of murder.", "charged", None),
        ("A hospital order was made for Odo.", "hospital_order", True),
        (
            "The judge declined to make a hospital order, and Odo was jailed.",
            "hospital_order",
            False,
        ),
        ("Odo had no previous convictions.", "prev_offence_history", False),
        ("Odo had eleven previous convictions.", "prev_offence_history", True),
        ("A brother of Odo's had 4 convictions for theft.", "prev_offence_history", None),
    ],
)
def test_the_perpetrator_before_the_court(text: str, variable: str, value: Value | None) -> None:
    assert perpetrator(CASE + text).get(variable) == value


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("Odo subjected Petra to coercive control.", "coercive_control", True),
        ("There was no evidence of coercive control.", "coercive_control", False),
        ("Coercive control is a form of abuse.", "coercive_control", None),
        ("Odo controlled all of Petra's money.", "economic_abuse", True),
        ("Odo had punched Petra.", "physical_abuse", True),
        ("Odo had punched a colleague.", "physical_abuse", None),
        ("Odo sexually assaulted Petra.", "sexual_abuse", True),
        ("Odo stalked Petra for weeks.", "stalking", True),
        ("Staff were trained in stalking.", "stalking", None),
        ("Petra had separated from Odo.", "separation", True),
        ("The couple had not separated.", "separation", False),
        ("It is not known whether the couple had separated.", "separation", None),
        ("Three children were in the house when Petra was killed.", "children_present", True),
        ("No children were present when Petra died.", "children_present", False),
        (
            "Petra was not known to any domestic abuse service.",
            "known_to_domestic_abuse_services",
            False,
        ),
    ],
)
def test_what_is_told_of_the_case(text: str, variable: str, value: Value | None) -> None:
    assert incident(CASE + text).get(variable) == value


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Odo stabbed Petra with a kitchen knife. Petra died.", "sharp instrument"),
        ("Petra was killed with a hammer.", "blunt instrument"),
        ("Petra died of manual strangulation.", "manual strangulation"),
        ("Odo had threatened to stab Petra.", None),
        ("Most victims are killed with a knife, research shows.", None),
    ],
)
def test_methods(text: str, method: str | None) -> None:
    assert incident(CASE + text).get("cause_of_death") == method


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("Petra had two adult sons.", "children_under_18", False),
        ("Petra had no children.", "parent", False),
        ("Petra had two children, aged 4 and 7.", "children_under_18", True),
        ("Petra rented a flat from a private landlord.", "tenure", "private-rented"),
        ("Petra held a secure tenancy of a council flat.", "tenure", "social-rented"),
        ("The perpetrator's parents own a farm.", "tenure", None),
        ("Petra was fourteen weeks pregnant.", "victim_vuln_pregnancy", True),
        ("Odo's new girlfriend was pregnant.", "victim_vuln_pregnancy", None),
        ("Petra had no care or support needs.", "care_needs", False),
    ],
)
def test_what_is_told_of_the_victim(text: str, variable: str, value: Value | None) -> None:
    assert victim(CASE + text).get(variable) == value


def test_in_a_suicide_the_abuser_killed_nobody() -> None:
    text = "Petra took her own life. Odo, her husband, had assaulted Petra on several occasions."
    told = values("Petra was the victim and Odo the perpetrator.\n\n" + text)
    assert told[("incidents", 0, "death_type")] == "suicide"
    assert told[("victims", 1, "victim_suicide")] is True
    assert told[("perpetrators", 1, "role")] == "abused"


def test_who_was_acquitted_is_no_killer() -> None:
    text = "Odo was tried for the murder of his wife, Petra, and was acquitted."
    assert "role" not in perpetrator(text)
    assert "intimate_partner_violence" not in incident(text)


def test_who_was_only_charged_is_no_killer() -> None:
    assert "role" not in perpetrator("Odo, the alleged perpetrator, was charged with murder.")


def test_each_fact_bears_its_words() -> None:
    for fact in found(CASE + "Odo was convicted of murder.").facts:
        assert fact.evidence
        assert fact.evidence[0].document == "overview.pdf"
        assert fact.evidence[0].quote
        assert 0 < fact.confidence <= 1
        assert fact.rule
