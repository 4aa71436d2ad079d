"""Days become years; months stay only where they date a paper or a deadline."""

import pytest

from learnt.deidentify.changes import apply_changes
from learnt.deidentify.dates import Years, find_dates

KNOWN = Years(death=2019, paper=2021)

CASES = [
    ("On 14 March 2019 she called.", "In 2019 she called."),
    ("on Saturday 14th of March 2019, at home", "in 2019, at home"),
    ("at 23:45 on 14 March 2019 she", "in 2019 she"),
    ("in March 2019", "in 2019"),
    ("14/03/2019: called", "2019: called"),
    ("called 2019-03-14.", "called 2019."),
    ("from 1 January 2015 to 14 March 2018", "from 2015 to 2018"),
    # A range of days in one year is that year.
    ("between 3 and 14 June 2018 it", "in 2018 it"),
    ("Between 3 March 2018 and 14 June 2018 it", "In 2018 it"),
    # "before 2018" would say something else.
    ("before 14 March 2018", "before a date in 2018"),
    ("On 14 March, the police came", "On one day, the police came"),
    ("born on 3 May 1985", "born in the 1980s"),
    ("the 14 March 2018 incident", "the 2018 incident"),
    # A deadline keeps its month: without it nobody can act in time.
    ("to be done by 31 March 2024", "to be done by March 2024"),
    ("target 01/04/2025", "target April 2025"),
    # ... unless it is one of the case, in or before the year of the death.
    ("he had left by 31 March 2018", "he had left by a date in 2018"),
    # The month of a case's event outside the year of the death goes too.
    ("She moved in March 2018.", "She moved in 2018."),
]
NEAR = [
    "Toolkit (April 2022) was used",
    "the statutory guidance was published in December 2016",
    "you may 2 go",
    "In May she moved",
    "sections 10.4a and 11.10",
    "paragraph 3.2.19",
    "reference 018/14, open 24/7",
    "in 2019/20",
    "a call to 0300 123 1234",
    "by the end of March 2025",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_days_become_years(text: str, expected: str) -> None:
    assert apply_changes(text, find_dates(text, KNOWN)) == expected


@pytest.mark.parametrize("text", NEAR)
def test_what_is_no_day_of_the_case_stays(text: str) -> None:
    assert find_dates(text, KNOWN) == []


def test_months_of_a_paper_go_in_the_year_of_the_death() -> None:
    text = "published in December 2019"
    assert apply_changes(text, find_dates(text, KNOWN)) == "published in 2019"


def test_a_column_of_deadlines_keeps_months() -> None:
    text = "30 June 2022"
    assert apply_changes(text, find_dates(text, KNOWN, due=True)) == "June 2022"
    assert apply_changes(text, find_dates(text, KNOWN)) == "2022"


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_was_made_is_left_alone(text: str, expected: str) -> None:
    assert find_dates(expected, KNOWN) == []
