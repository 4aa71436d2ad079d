"""Hyphens at line ends: the document's own words decide."""

import pytest

from learnt.read.pdf.vocabulary import Vocabulary
from tests.read.pdf.paper import drawn, ink_words, lines, printed, read


@pytest.mark.parametrize(
    ("known", "first", "second", "joined"),
    [
        ("a recommendation", "recommen-", "dation", "recommendation"),
        ("an under-used path", "under-", "used", "under-used"),
        # Printed neither way: joined where that is a word, else kept between two words.
        ("", "safe-", "guarding", "safeguarding"),
        ("long term plan", "long-", "term", "long-term"),
        # More often one way than the other.
        ("co-operate cooperate cooperate", "co-", "operate", "cooperate"),
        # A capital or a figure never joins.
        ("", "Covid-", "19", "Covid-19"),
        ("", "Anglo-", "Saxon", "Anglo-Saxon"),
        ("", "multi-", "agency,", "multi-agency,"),
        ("", "self-", "harm.", "self-harm."),
        ("", "self-", "ish", "selfish"),
        # What the document prints wins over both.
        ("multiagency", "multi-", "agency", "multiagency"),
        ("", "Lincoln-", "shire", "Lincolnshire"),
        # Addresses keep each sign.
        ("", "www.longham.test/plans/reduc-", "tion", "www.longham.test/plans/reduc-tion"),
        ("", "health/social-", "care", "health/social-care"),
        ("", "and/recommen-", "dation", "and/recommendation"),
        ("multi-agency", "multi-", "agency,", "multi-agency,"),
        # A soft hyphen is never part of the word.
        ("", "recommen\u00ad", "dation", "recommendation"),
    ],
)
def test_hyphen_at_line_end(known: str, first: str, second: str, joined: str) -> None:
    vocabulary = Vocabulary(ink_words(0, 100, known))
    assert vocabulary.join(first, second) == joined


def test_half_words_are_no_words() -> None:
    """The second half of a cut word begins a line; it must not count as a word of its own."""
    vocabulary = Vocabulary(ink_words(0, 100, "a plan for plan- ning and more"))
    assert vocabulary.join("plan-", "ning") == "planning"


def test_engine_that_cuts_words_joins_what_is_unknown() -> None:
    words = "recommendation safeguarding under standing recommen- dation safe- guarding"
    assert Vocabulary(ink_words(0, 100, words)).join("under-", "standing") == "understanding"
    assert Vocabulary(ink_words(0, 100, "long and term")).join("long-", "term") == "long-term"


def test_engine_that_cuts_nothing_keeps_what_is_unknown() -> None:
    words = "multi-agency follow-up multi- agency follow- up"
    assert Vocabulary(ink_words(0, 100, words)).join("non-", "molestation") == "non-molestation"


def test_compounds_tell_that_an_engine_cuts_nothing() -> None:
    words = "self- harm decision- making"
    assert Vocabulary(ink_words(0, 100, words)).join("on-", "line") == "on-line"
    assert Vocabulary(ink_words(0, 100, "self- harm")).join("on-", "line") == "online"


def test_engine_that_cuts_words_leaves_compounds() -> None:
    words = "recommendation safeguarding recommen- dation safe- guarding"
    assert Vocabulary(ink_words(0, 100, words)).join("self-", "harm") == "self-harm"


def test_hyphens_on_the_page_are_undone() -> None:
    body = [
        "The panel made a recommendation about under-used rooms, and the next recommen-",
        "dation was about visits to people in rooms that are not often seen or are under-",
        "used by the people who live there.",
    ]
    (text,) = printed(read(drawn(lambda canvas: lines(canvas, 72, 100, body))))
    assert "the next recommendation was about" in text
    assert "are under-used by" in text
