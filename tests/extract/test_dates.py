from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.extract.dates import find_dates, parse_date

PRINTED = [
    ("14 June 2023", "2023-06-14"),
    ("14th June 2023", "2023-06-14"),
    ("14th of June, 2023", "2023-06-14"),
    ("Wednesday 14 June 2023", "2023-06-14"),
    ("June 14, 2023", "2023-06-14"),
    ("June 2023", "2023-06"),
    ("Jun-23", "2023-06"),
    ("Sept 2023", "2023-09"),
    ("14/06/2023", "2023-06-14"),
    ("14.06.23", "2023-06-14"),
    ("14-06-2023", "2023-06-14"),
    ("06/2023", "2023-06"),
    ("2023-06", "2023-06"),
    ("2023-06-14", "2023-06-14"),
    ("2023", "2023"),
    ("Summer 2023", "2023"),
    ("Spring 2023", "2023"),
    ("30.06.24", "2024-06-30"),
    ("Q2 2023", "2023"),
    ("end of March 2024", "2024-03"),
    ("by the end of 2024", "2024"),
    ("14 Mehefin 2023", "2023-06-14"),
    ("Completed March 2023. All staff trained.", "2023-03"),
    ("29 February 2024", "2024-02-29"),
    # near misses
    ("31 June 2023", None),
    ("29/02/2023", None),
    ("13/13/2023", None),
    ("Immediate", None),
    ("Ongoing", None),
    ("Complete", None),
    ("June", None),
    ("May consider", None),
    ("DHR/2019/03", None),
    ("RO-2014-103", None),
    ("Domestic Abuse Act 2021", None),
    ("within 12 months", None),
    ("2023/24", None),
    # a financial year's quarter is no quarter of the calendar's year
    ("Q2 2024/25", None),
    ("Within 6 months of publication", None),
    ("8.2.23.1", None),
    ("", None),
]


@pytest.mark.parametrize(("printed", "expected"), PRINTED)
def test_dates_keep_their_precision(printed: str, expected: str | None) -> None:
    assert parse_date(printed) == expected


def test_several_dates_keep_their_places() -> None:
    text = "from 3 May 2019 to June 2020, and in 2021"
    assert [(text[a:b], iso) for a, b, iso in find_dates(text)] == [
        ("3 May 2019", "2019-05-03"),
        ("June 2020", "2020-06"),
        ("2021", "2021"),
    ]


@given(
    st.dates(date(1970, 1, 1), date(2069, 12, 31)),
    st.sampled_from(["%d %B %Y", "%d/%m/%Y", "%d.%m.%y"]),
)
def test_written_dates_come_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == (day + timedelta(0)).isoformat()


@given(st.text(alphabet="0123456789 /.-'ofthJuneMay’", max_size=40))
def test_any_text_gives_real_dates(text: str) -> None:
    for start, end, iso in find_dates(text):
        assert start < end
        assert len(iso) in (4, 7, 10)
