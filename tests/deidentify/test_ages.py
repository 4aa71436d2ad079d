"""Ages become bands; the ages of rules and laws stay."""

import pytest

from learnt.deidentify.ages import band_of, find_ages
from learnt.deidentify.changes import apply_changes

CASES = [
    ("She was aged 34 when it began.", "She was in her thirties when it began."),
    ("a 34-year-old woman", "a woman in her thirties"),
    ("an 8 year old boy told", "a boy under 10 told"),
    ("his daughter (aged 7)", "his daughter (under 10)"),
    ("her children, aged 4, 7 and 12, lived", "her children, under 10 and aged 10 to 17, lived"),
    ("her 6-month-old baby", "her baby under 10"),
    ("who was 34 years old", "who was in their thirties"),
    ("Aged 85, he", "In their eighties, he"),
    ("the 34-year-old was", "the person in their thirties was"),
    ("he was aged thirty-four", "he was in his thirties"),
    ("her 40th birthday", "her birthday"),
    ("from the age of 14 she", "from when aged 10 to 17 she"),
]
NEAR = [
    "people aged 16 or over",
    "young people aged 16 to 18",
    "women aged 18-24",
    "all children aged 11",
    "16 and 17-year-olds",
    "under the age of 18",
    "from the age of 16",
    "the over 65s",
    "a two-year-old policy",
    "The protocol was five years old.",
    "aged 16+",
    "within 12 months",
    "the age of criminal responsibility",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ages_become_bands(text: str, expected: str) -> None:
    assert apply_changes(text, find_ages(text)) == expected
    assert find_ages(expected) == []


@pytest.mark.parametrize("text", NEAR)
def test_ages_of_rules_stay(text: str) -> None:
    assert find_ages(text) == []


def test_bands_do_not_overlap() -> None:
    bands = [band_of(age) for age in range(120)]
    assert sorted(set(bands), key=bands.index) == list(dict.fromkeys(bands))
    assert bands[9] != bands[10]
    assert bands[29] != bands[30] == bands[39]
