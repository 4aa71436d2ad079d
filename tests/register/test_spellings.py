"""Cells as people fill them: what is read, what is read with a remark, what is left out, what is refused."""

from typing import Any

import pytest

from learnt.register import schema
from learnt.register.cells import BadCell, fit, parse
from learnt.register.dates import BadDate, read_date
from learnt.register.quantities import read_years

AGE = ("victims", "age_years")
TERM = ("perpetrators", "minimum_term_years")
ETHNICITY = ("victims", "victim_ethnicity")


def parsed(where: tuple[str, str], cell: Any) -> tuple[Any, bool]:
    """Give the value of a cell, and whether something is said of it."""
    found = parse(schema().table(where[0]).column(where[1]), cell)
    return found.value, bool(found.remark)


@pytest.mark.parametrize(
    ("where", "cell", "wanted"),
    [
        (AGE, "34 years", 34),
        (AGE, "34yrs", 34),
        (AGE, "aged 34", 34),
        (AGE, "34 y/o", 34),
        (AGE, "34 years 11 months", 34),  # completed years
        (AGE, "18 months", 1),
        (AGE, "6 weeks", 0),
        (("victims", "age_at_death"), "Under 20", "0-19"),
        (("victims", "age_at_death"), "20 and under", "0-20"),
        (("victims", "age_at_death"), "over 60", "61+"),
        (("victims", "age_at_death"), "61 and over", "61+"),
        (("victims", "age_at_death"), "65+", "65+"),
        (TERM, "Life, 18 years minimum", 18),
        (TERM, "Life (min 18 yrs)", 18),
        (TERM, "Life – min. term of 21 years", 21),
        (TERM, "18y 6m", 18.5),
        (TERM, "18 years and 6 months", 18.5),
        (TERM, "30 months", 2.5),
        (TERM, "18,5", 18.5),
        (("victims", "parent"), "Y", True),
        (("victims", "parent"), "yes ", True),
        (("victims", "parent"), "✓", True),
        (("incidents", "heard_at_marac"), "?", None),
        (("incidents", "heard_at_marac"), "Not recorded", None),
        (("incidents", "known_to_domestic_abuse_services"), "Known", True),
        (("perpetrators", "charged"), "Not charged", False),
        (ETHNICITY, "White British", "White - British"),
        (
            ETHNICITY,
            "White: English, Welsh, Scottish, Northern Irish or British",
            "White - British",
        ),
        (ETHNICITY, "Asian or Asian British - Indian", "Asian British - Indian"),
        (ETHNICITY, "Black, Black British, Caribbean or African: African", "Black - African"),
        (ETHNICITY, "Mixed White and Asian", "Mixed - White and Asian"),
        (ETHNICITY, "Pakistani", "Asian British - Pakistani"),
        (ETHNICITY, "W1", "White - British"),
        (ETHNICITY, "British Chinese", "Asian British - Chinese"),
        (ETHNICITY, "Pakistani British", "Asian British - Pakistani"),
        (ETHNICITY, "Roma Gypsy/Traveller", "White - Gypsy/Traveller"),
        (("incidents", "cause_of_death"), "Hanging", "hanging"),
        (("incidents", "cause_of_death"), "Strangulation", "strangulation"),  # not said with what
        (("incidents", "cause_of_death"), "Blunt force trauma", "blunt force trauma"),
        (("incidents", "place_of_death"), "Perpetrators address", "perpetrator's home"),
        (("incidents", "place_of_death"), "Home address of the victim", "victim's home"),
        (("incidents", "place_of_death"), "Mutual friend's home", "friend's home"),
        (("incidents", "place_of_death"), "Son’s home", "relative's home"),
        (("incidents", "place_of_death"), "Outside (local area)", "outside"),
        (("victims", "tenure"), "Private ownership", "owned"),
        (("victims", "tenure"), "Privately rented", "private-rented"),
        (
            ("perpetrators", "court_verdict"),
            "Convicted of manslaughter due to diminished responsibility",
            "Manslaughter w/ diminished responsibility",
        ),
        (ETHNICITY, "White", "White, background not stated"),
        (ETHNICITY, "N/K", None),
        (("victims", "relationship_to_perpetrator"), "Wife", "Spouse (incl civil partner)"),
        (("victims", "relationship_to_perpetrator"), "Ex-partner", "Ex-partner"),
        (("victims", "relationship_to_perpetrator"), "Father", "Parent"),
        (("perpetrators", "relationship_to_victim"), "Former wife", "ex-wife"),
        (("perpetrators", "relationship_to_victim"), "Father", "father"),
        (("perpetrators", "court_verdict"), "Guilty - Murder", "Murder"),
        (("incidents", "cause_of_death"), "Stabbing", "sharp instrument"),
        (("incidents", "place_of_death"), "Victims home", "victim's home"),
        (("incidents", "place_of_death"), "Victim’s home", "victim's home"),
        (("incidents", "death_type"), "Murder", "homicide"),
        (("incidents", "review_status"), "Submitted to Home Office", "with-quality-assurance"),
        (("incidents", "region"), "Yorkshire & the Humber", "Yorkshire and Humber"),
        (("victims", "tenure"), "Council tenant", "social-rented"),
        (("incidents", "review_kind"), "DHR", "dhr"),
        (("actions", "status"), "Complete", "reported-done"),  # who checks it verifies it
        (("responses", "answer"), "Partially accepted", "partly"),
        (("recommendations", "level"), "Multi agency", "multi-agency"),
    ],
)
def test_other_spellings_are_read(where: tuple[str, str], cell: Any, wanted: Any) -> None:
    assert parsed(where, cell) == (wanted, False)


@pytest.mark.parametrize(
    ("where", "cell", "wanted"),
    [
        (AGE, "c. 40", 40),
        (AGE, "approx 40 years", 40),
        (AGE, "40?", 40),
        (TERM, "18 years 183 days", 18.5),
        (("incidents", "heard_at_marac"), "Yes - see file", True),
        (("incidents", "heard_at_marac"), "No (referral refused)", False),
        (("victims", "children_under_18"), 2, True),  # how many
        (("incidents", "death_date"), "14/03/11", "2011-03-14"),
        (("incidents", "death_date"), "Mar-11", "2011-03"),
        (("incidents", "death_date"), "Summer 2014", "2014"),
        # left out, not refused: they tell less than the column asks
        (AGE, "late 30s", None),
        (AGE, "mid-40's", None),
        (AGE, "over 65", None),
        (TERM, "Life imprisonment", None),
        (TERM, "Whole life order", None),
        (("perpetrators", "role"), "Suspect", None),
        (("perpetrators", "role"), "accused", None),
        (("incidents", "review_status"), "Completed", None),
        (("actions", "status"), "Overdue", None),
        (("recommendations", "level"), "Local", None),
        (("incidents", "place_of_death"), "Home", "victim's home"),  # or both lived there
        (("victims", "tenure"), "Rented", None),
        (("perpetrators", "court_verdict"), "Suicide", None),  # homicide_suicide tells it
        (("perpetrators", "court_verdict"), "Guilty", None),
        (("incidents", "known_to_domestic_abuse_services"), "Not known", None),  # it may mean no
    ],
)
def test_what_is_lost_is_told(where: tuple[str, str], cell: Any, wanted: Any) -> None:
    assert parsed(where, cell) == (wanted, True)


@pytest.mark.parametrize(
    ("where", "cell", "says"),
    [
        (AGE, "34 or 35", "a band such as"),
        (AGE, "forty", "whole years"),
        (AGE, "34+", "whole years"),
        (AGE, "-5 years", "whole years"),
        (TERM, "18 years, reduced to 16", "write years"),
        (TERM, "10-12", "write years"),
        (TERM, "20 years + 5 years on licence", "write years"),
        (TERM, "1,200", "write years"),
        (("incidents", "heard_at_marac"), "None", "nothing if not recorded"),
        (("incidents", "heard_at_marac"), "Yes/No", "TRUE"),
        (("incidents", "heard_at_marac"), "No - not known", "TRUE"),
        (("incidents", "heard_at_marac"), "no record", "TRUE"),
        (("incidents", "heard_at_marac"), "x", "TRUE"),
        (("victims", "parent"), 2, "TRUE"),
        (("victims", "children_under_18"), "2 or 3", "TRUE"),
        (("perpetrators", "role"), "witness", "write one of these"),
        (("incidents", "death_type"), "Murder-suicide", "TRUE under homicide_suicide"),
        (("incidents", "death_date"), "2011/12", "write 2011, or 2011-12"),
        (("incidents", "death_date"), "40616", "2011-03-14"),
    ],
)
def test_what_may_mean_two_things_is_refused_with_advice(
    where: tuple[str, str], cell: Any, says: str
) -> None:
    with pytest.raises(BadCell, match=says):
        parsed(where, cell)


@pytest.mark.parametrize(
    ("where", "cell"),
    [
        (ETHNICITY, "White African"),  # a heading of one group before a spelling of another
        (ETHNICITY, "British"),  # a nationality
        (ETHNICITY, "Lithuanian"),
        (ETHNICITY, "White European"),
        (("incidents", "cause_of_death"), "Dismembering"),  # what was done to the body afterwards
        (("incidents", "place_of_death"), "Friend of the family"),
        (ETHNICITY, "Roma"),  # a group of its own since the census of 2021
        (("incidents", "place_of_death"), "Family home"),  # whose
        (("perpetrators", "relationship_to_victim"), "intimate partner"),  # now or before
        (("victims", "tenure"), "homeless hostel"),
    ],
)
def test_what_no_list_has_stays_as_it_is(where: tuple[str, str], cell: str) -> None:
    assert parsed(where, cell) == (cell, False)
    assert cell not in schema().table(where[0]).column(where[1]).values


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("14-Mar-2011", "2011-03-14"),
        ("Monday 14 March 2011", "2011-03-14"),
        ("14th of March 2011", "2011-03-14"),
        ("March 14, 2011", "2011-03-14"),
        ("24.12.17", "2017-12-24"),
        ("c. March 2014", "2014-03"),
        ("2014?", "2014"),
    ],
)
def test_dates_in_other_forms(text: str, wanted: str) -> None:
    assert read_date(text).date == wanted


@pytest.mark.parametrize(
    "text",
    [
        "14-03-20",  # which part is the year
        "14/03/75",  # which century
        "2014/15",  # a business year
        "03/14/2011",  # no fourteenth month
        "between 1 and 3 March 2014",
        "40616",
        "summer",
        "?",
    ],
)
def test_dates_that_could_be_two_things_are_refused(text: str) -> None:
    with pytest.raises(BadDate):
        read_date(text)


def test_a_year_and_its_month_are_no_business_year() -> None:
    assert read_date("2011-12").date == "2011-12"
    assert read_date("2011/10").date == "2011-10"


@pytest.mark.parametrize("text", ["", "years", "18 6 months", "18 months 2 years", "34 35"])
def test_numbers_need_their_units(text: str) -> None:
    assert read_years("term", text) is None


def test_a_form_refuses_what_a_file_leaves_out() -> None:
    role = schema().table("perpetrators").column("role")
    with pytest.raises(BadCell, match="abused, killed or both"):
        fit(role, "suspect")
    assert fit(schema().table("victims").column("age_years"), "34 years") == 34
