import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.link.stems import _snowball, find_words, stem, stems_of
from learnt.words import fold

ENDINGS = ("ational", "ization", "fulness", "iveness", "ingly", "ements", "ically", "ousness")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("trained", "training"),
        ("policies", "policy"),
        ("women", "woman"),  # the stemmer alone keeps these apart
        ("children", "child"),
        ("referral", "refer"),
        ("identification", "identify"),
        ("suicidal", "suicide"),
        ("midwives", "midwifery"),
        ("GPs", "GP"),
        ("DVPOs", "DVPO"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stems_of(one) == stems_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("police", "policy"),  # near in spelling, not in meaning
        ("mother", "father"),
        ("prosecution", "perpetrator"),
        ("carer", "career"),
    ],
)
def test_different_words_keep_their_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("A&E staff", ("a&e", "staff")),
        ("24/7 cover", ("24/7", "cover")),
        ("the victim's GP", ("the", "victim", "gp")),
        ("parents’ views", ("parent", "view")),
        ("so-called 'honour'-based", ("so", "call", "honour", "base")),
        ("", ()),
    ],
)
def test_words_are_told_apart(text: str, stems: tuple[str, ...]) -> None:
    assert stems_of(text) == stems


@given(st.text(max_size=60))
def test_offsets_point_at_the_words(text: str) -> None:
    folded = fold(text)
    for word in find_words(folded):
        assert stem(folded[word.start : word.end]) == word.stem


def test_threads_do_not_mix_their_words_up() -> None:
    # A server's threads share the stemmer; a stem that is mixed up would be kept, too.
    words = [f"{start}{end}" for start in "bcdfglmnprst" for end in ENDINGS] * 8
    alone = [_snowball(word) for word in words]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            together = list(threads.map(_snowball, words))
    finally:
        sys.setswitchinterval(before)
    assert together == alone
