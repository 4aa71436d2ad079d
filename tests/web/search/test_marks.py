"""Marked words and snippets; whatever the text holds, it is escaped."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.web.catalogue.search.marks import AFTER, BEFORE, SHORT, Wanted, mark, snippet, wanted
from learnt.web.catalogue.search.meaning import understand
from learnt.web.catalogue.search.query import parse


def what(typed: str) -> Wanted:
    query = parse(typed)
    return wanted(
        query, understand(query.text, lambda tokens: dict.fromkeys(tokens, 1), lambda _: ())
    )


def marked(text: str, typed: str) -> list[str]:
    return re.findall(r'<mark class="learnt-mark">(.*?)</mark>', mark(text, what(typed)))


@pytest.mark.parametrize(
    ("text", "typed", "words"),
    [
        ("Train all staff; training helps.", "trained", ["Train", "training"]),
        ("Ask the GP.", "family doctor", ["GP"]),  # another word of the same meaning
        ("The woman’s voice", "woman", ["woman"]),
        ("Use Clare’s Law.", '"clare\'s law"', ["Clare’s Law"]),
        ("risk and assessment", '"risk assessment"', []),  # a phrase is marked as a whole only
        ("risk assessment", "risk assessment", ["risk assessment"]),  # neighbours share a mark
        ("The ﬁle is kept.", "file", ["ﬁle"]),  # a ligature, marked as it is printed
        ("Nothing of it.", "zeppelin", []),
        ("The police and the housing service", "police -housing", ["police"]),
    ],
)
def test_what_is_marked(text: str, typed: str, words: list[str]) -> None:
    assert marked(text, typed) == words


def test_the_text_is_escaped() -> None:
    html = mark('<script>alert("train")</script> & train', what("train script"))
    assert "<script" not in html
    assert "&lt;" in html
    assert "&amp;" in html


@given(st.text(max_size=300), st.text(max_size=40))
def test_nothing_is_lost_or_added(text: str, typed: str) -> None:
    html = str(mark(text, what(typed)))
    plain = re.sub(r'<mark class="learnt-mark">|</mark>', "", html)
    for sign, entity in (
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("'", "&#x27;"),
        ("&", "&amp;"),
    ):
        plain = plain.replace(entity, sign)
    assert plain == text


def test_a_long_text_is_cut_around_the_first_marked_word() -> None:
    text = "first " * 200 + "police " + "last " * 300
    short = str(snippet(text, what("police")))
    assert short.startswith("… first")
    assert short.endswith("last …")
    assert ">police<" in short
    assert len(short) < BEFORE + AFTER + 100 < SHORT + 100


def test_a_short_text_is_whole() -> None:
    assert str(snippet("All of it.", what("police"))) == "All of it."
