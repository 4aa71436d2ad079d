"""The fatal act, the court and the abuse in many manners of telling, with near misses beside them."""

import pytest

from learnt.records import Value
from tests.extract.case_facts.told import incident, perpetrator, victim

CASE = "Petra, the victim, was killed by her husband, Odo.\n\n"


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        (
            "On 30 March 2021 Odo smothered Petra in her bed.",
            "location_of_death",
            "residential_location",
        ),
        ("On 30 March 2021 Odo smothered Petra in her bed.", "death_date", "2021-03-30"),
        (
            "Odo punched and stamped on Petra in the hallway, and she died.",
            "cause_of_death",
            "beating",
        ),
        ("Odo shot Petra in a car park.", "place_of_death", "outside"),
        (
            "Odo lived with Petra in a flat. He stabbed Petra in the flat.",
            "place_of_death",
            "shared home",
        ),
        ("Odo had hit Petra, raped her and taken her wages.", "sexual_abuse", True),
        ("Odo had hit Petra, raped her and taken her wages.", "economic_abuse", True),
        ("Odo pulled Petra's hair and pushed her.", "physical_abuse", True),
        ("Odo would not let Petra see her sister.", "coercive_control", True),
        ("Odo fitted a tracker to Petra's car.", "stalking", True),
        ("Petra had called the police about Odo.", "previous_domestic_abuse_recorded", True),
        ("Nor was Petra known to any domestic abuse service.", "known_to_domestic_abuse_services", False),
        ("Petra was found dead at her address in Elmbury.", "location_of_death", "residential_location"),
        ("A post-mortem established that Petra was strangled by hand.", "cause_of_death", "manual strangulation"),
        ("Police recorded four domestic incidents at the couple's home.", "previous_domestic_abuse_recorded", True),
        # a town's name, where somebody lived, and an address of nobody are no place of the death
        ("Petra, who lived in Sorrel Market, was found dead on 1 May 2021.", "place_of_death", None),
        ("Petra, who lived in a flat, was found dead on 1 May 2021.", "location_of_death", None),
        ("Petra was found dead at an address in Elmbury.", "location_of_death", None),
        ("Odo drowned Petra in the bath.", "location_of_death", None),
        ("Police recorded four domestic incidents at the house next door.", "previous_domestic_abuse_recorded", None),
        ("Odo stabbed Petra to death. This happened at their shared home.", "place_of_death", "shared home"),
        ("Petra was shot; she was found at the home of Petra and Odo.", "place_of_death", "shared home"),
        ("The deaths were treated as a homicide followed by the suicide of Odo.", "homicide_suicide", True),
        ("Odo then died by suicide.", "homicide_suicide", True),
        ("Petra feared a homicide followed by a suicide.", "homicide_suicide", None),
        ("Odo met Petra in 2010. This happened at the home of her aunt.", "place_of_death", None),
        # earlier harm and threats are not the death; what others did is not theirs
        ("Odo had previously strangled Petra on two occasions.", "cause_of_death", None),
        ("A former partner had raped Petra.", "sexual_abuse", None),
        ("Whether Odo took Petra's wages is not known.", "economic_abuse", None),
        ("The case of another household was heard at MARAC.", "heard_at_marac", None),
        ("Police attended the house next door to reports of violence.", "previous_domestic_abuse_recorded", None),
    ],
)  # fmt: skip
def test_the_incident(text: str, variable: str, value: Value | None) -> None:
    assert incident(CASE + text).get(variable) == value


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("Odo was charged with murder. He pleaded guilty at court.", "court_verdict", "Murder"),
        ("The jury took two hours to find Odo guilty of murder.", "court_verdict", "Murder"),
        ("A verdict of guilty of murder was returned.", "court_verdict", "Murder"),
        ("Odo was given life, to serve no less than 18 years.", "minimum_term_years", 18),
        ("Odo is a driver and was 56 when he killed her.", "age_years", 56),
        ("Odo (82) had cared for her since 2009.", "age_years", 82),
        # a plea to something else, and the years of a marriage
        (
            "Odo was charged with murder. He pleaded guilty to affray in 2003.",
            "court_verdict",
            None,
        ),
        ("Odo was married to Petra for at least 18 years.", "minimum_term_years", None),
        ("Odo was 20 when he met her, in 1990.", "age_years", None),
    ],
)
def test_the_perpetrator(text: str, variable: str, value: Value | None) -> None:
    assert perpetrator(CASE + text).get(variable) == value


@pytest.mark.parametrize(
    ("text", "variable", "value"),
    [
        ("Petra had two sons, who were 9 and 13.", "children_under_18", True),
        ("Petra had three adult children.", "children_under_18", False),
        ("They rented the flat from a housing association.", "tenure", "social-rented"),
        ("Petra's sister rented a flat from the council.", "tenure", None),
        ("Petra's niece, aged 8, was staying.", "children_under_18", None),
    ],
)
def test_the_victim(text: str, variable: str, value: Value | None) -> None:
    assert victim(CASE + text).get(variable) == value
