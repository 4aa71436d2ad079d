import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.agencies import find_bodies

SENTENCES = [
    ("That Eastmoor Constabulary should review its policy.", ["Eastmoor Constabulary"]),
    ("It is recommended that the ICB works more closely with schools.", ["ICB"]),
    ("NHS England should establish a programme.", ["NHS England"]),
    ("It is recommended that the Probation Service reinforces this.", ["Probation Service"]),
    ("All agencies should ensure that records are kept.", ["All agencies"]),
    ("That children’s social care holds a workshop.", ["children’s social care"]),
    ("GPs should ask.", ["GPs"]),
    ("Eastmoor Constabulary and the CPS should meet.", ["Eastmoor Constabulary", "CPS"]),
    (
        "The Safeguarding Adults Board, the CSP and Children’s Social Care should",
        ["Safeguarding Adults Board", "CSP", "Children’s Social Care"],
    ),
    # an owner's "'s" closes the name
    (
        "Eastmoor NHS Trust and Westmoor County Council's managers should",
        ["Eastmoor NHS Trust", "Westmoor County Council"],
    ),
    # near misses: a law, a place, a person, a training
    ("The Domestic Abuse Act 2021 changed this in Northford and Westmoor.", []),
    ("Jordan told Sam that the training was useful.", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_bodies_are_found_in_sentences(text: str, expected: list[str]) -> None:
    assert [words for _, _, words in find_bodies(text)] == expected


@given(st.text(alphabet="Tthe CPSoliceandcounil ,'’&()İß\n", max_size=80))
def test_spans_match_their_words(text: str) -> None:
    assert all(text[a:b] == words for a, b, words in find_bodies(text))
