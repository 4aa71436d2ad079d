"""One slip in a word that tells a kind is put right; other words stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.agencies import match_agency
from learnt.agencies.register import built_in
from learnt.agencies.spelling import mend_spelling


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("loxley constabularly", "loxley constabulary"),  # a letter too many
        ("loxley constablary", "loxley constabulary"),  # one missing
        ("safegaurding adult board", "safeguarding adult board"),  # two swapped
        ("adult socail care", "adult social care"),
        ("loxley constabulary", "loxley constabulary"),
        ("loxley", "loxley"),
        ("polcie", "police"),  # of a short word only two swapped
        ("policy team", "policy team"),  # a word of its own
        ("plice", "plice"),  # too short to tell
        ("refugee council", "refugee council"),
    ],
)
def test_a_slip_is_mended(printed: str, mended: str) -> None:
    assert mend_spelling(printed) == mended


def test_a_mended_name_says_so() -> None:
    match = match_agency("Loxley Constabularly", register=built_in())
    assert match.agency == "loxley-police"
    assert "read as" in match.why
    assert match.printed == "Loxley Constabularly"


@given(st.text(alphabet="abcdefghij ", max_size=40))
def test_mending_keeps_the_number_of_words(text: str) -> None:
    assert len(mend_spelling(text).split()) == len(text.split())
