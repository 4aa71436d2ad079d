import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.fictional.typeset.syllables import SOFT_HYPHEN, soften


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("considered", ["con", "sidered"]),
        ("information", ["infor", "mation"]),  # not "in-": two letters would stand alone
        ("family", ["family"]),  # too short
        ("MARACSAFETY", ["MARACSAFETY"]),  # capitals stay whole
    ],
)
def test_words_break_between_consonants(word: str, parts: list[str]) -> None:
    assert soften(word).split(SOFT_HYPHEN) == parts


@given(st.text(alphabet=st.characters(exclude_characters=SOFT_HYPHEN)))
def test_nothing_but_soft_hyphens_is_added(text: str) -> None:
    assert soften(text).replace(SOFT_HYPHEN, "") == text
