"""Compounds that keep their hyphen, and words that were only cut."""

import pytest

from learnt.read.compounds import keeps_hyphen

ROWS = [
    ("self", "harm", True),
    ("self", "ish", False),  # a word that the opening only happens to begin
    ("self", "less", False),
    ("decision", "making", True),
    ("deci", "sion", False),
    ("follow", "up", True),  # a dictionary has "followup"
    ("follow", "ing", False),
    ("multi", "agency", True),
    ("multi", "ple", False),
    ("multi-dis", "ciplinary", False),  # the first hyphen was there before
    ("non", "payment", True),  # a dictionary has "nonpayment"
    ("non", "sense", False),
    ("co", "producing", True),
    ("co", "ordinated", True),
    ("co", "hort", False),
    ("face", "to-face", True),
    ("face-to", "face", True),
    ("drop", "in", True),
    ("with", "in", False),
    ("safe", "guarding", False),  # both parts are words, and the whole is one with an ending
    ("under", "standing", False),
    ("post", "traumatic", True),
    ("post", "poned", False),
    ("nor", "folk", False),  # both parts are words, and the whole is a name
    ("well", "being", False),
    ("person", "centred", True),
    ("recom", "mnedation", False),  # misspelt: no part is a word
]


@pytest.mark.parametrize(("left", "right", "kept"), ROWS)
def test_hyphen_of_a_compound(left: str, right: str, kept: bool) -> None:
    assert keeps_hyphen(left, right, frozenset()) is kept


def test_words_of_the_document_count_as_words() -> None:
    assert not keeps_hyphen("zibble", "based", frozenset())
    assert keeps_hyphen("zibble", "based", {"zibble"})
