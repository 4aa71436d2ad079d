"""What was typed, taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.web.catalogue.search.query import LONGEST, Query, parse


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("police training", Query("police training")),
        ('"risk assessment" police', Query("police", ("risk assessment",))),
        ("“risk assessment”", Query("", ("risk assessment",))),  # curly quotes, as a phone types
        ("police -housing", Query("police", (), ("housing",))),
        ('-"call handler" police', Query("police", (), ("call handler",))),
        ("multi-agency", Query("multi-agency")),  # a hyphen within a word excludes nothing
        ("police - training", Query("police training")),  # a dash alone excludes nothing
        ('police "not closed', Query("police", ("not closed",))),
        ('""', Query()),
        ("", Query()),
        ("   ", Query()),
    ],
)
def test_words_phrases_and_exclusions(typed: str, query: Query) -> None:
    assert parse(typed) == query


@given(st.text(max_size=2 * LONGEST))
def test_every_input_has_a_meaning(typed: str) -> None:
    query = parse(typed)
    assert len(query.text) <= LONGEST * 3  # a letter may fold to three
    assert all(any(sign.isalnum() for sign in term) for term in (*query.phrases, *query.without))
