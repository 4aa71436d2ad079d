"""Tidying and folding, also by their plain definitions on any text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.words import alike, capital, fold, fold_quotes, guard, tidy, unguard

TIDIED = [
    ("two  blanks\tand\nlines ", "two blanks and lines"),
    ("a\u00a0hard\u202fblank", "a hard blank"),
    ("soft\u00adhyphen", "softhyphen"),
    ("of\ufb01ce", "office"),  # a ligature of typesetting
    ("self\u2011harm", "self-harm"),  # a hyphen that does not break
    ("cafe\u0301", "caf\u00e9"),  # a letter and its accent are one
    ("“curly” – kept", "“curly” – kept"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), TIDIED)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


FOLDED = [
    ("Clare’s  Law", "clare's law"),
    ("Clare`s Law", "clare's law"),  # plain text's sign for an apostrophe
    ("“Right” – Now", '"right" - now'),
    ("STRASSE", "strasse"),
    ("Straße", "strasse"),
    ("12% (of £5)", "12% (of £5)"),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


def test_fold_quotes_keeps_case() -> None:
    assert fold_quotes("Clare’s Law — Now") == "Clare's Law - Now"


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_is_tidied_once_for_all(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once == once.strip()
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_plain_text_loses_blanks_only(text: str) -> None:
    """The short way for ASCII gives what the long way gives with a letter beyond it."""
    assert tidy(text + " é") == f"{tidy(text)} é".strip()
    assert fold(text + " é") == f"{fold(text)} é".strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("White - British", "white british"),
        ("White: British", "white_british"),
        ("in-progress", "In progress "),
        ("Yorkshire & Humber", "Yorkshire and Humber"),
        ("Heterosexual / Straight", "heterosexual/straight"),
        ("victim’s home", "Victim's home"),
        ("–", ""),  # the dash of an empty cell
    ],
)
def test_spellings_of_one_value_are_alike(one: str, other: str) -> None:
    assert alike(one) == alike(other)


@pytest.mark.parametrize(("one", "other"), [("ex-wife", "wife"), ("65+", "65"), ("n/a", "na")])
def test_other_values_are_not_alike(one: str, other: str) -> None:
    assert alike(one) != alike(other)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@home", "\tx", "\r=1", "'=1", "''-x"])
def test_what_would_run_is_guarded_and_comes_back(text: str) -> None:
    assert guard(text) == f"'{text}"
    assert unguard(guard(text)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held: no NHS trust", "Held: no NHS trust"),  # only the first letter changes
        ("éclair", "Éclair"),
        ("1 row", "1 row"),
        ("", ""),
    ],
)
def test_a_capital_begins_a_text(text: str, expected: str) -> None:
    assert capital(text) == expected


@pytest.mark.parametrize("text", ["", "'quoted'", "1-2", "it's", "x=1"])
def test_what_does_not_run_stays(text: str) -> None:
    assert guard(text) == text == unguard(text)


@given(st.text(alphabet="'=+-@\t\r x", max_size=6))
def test_a_guard_can_always_be_taken_away(text: str) -> None:
    assert unguard(guard(text)) == text
