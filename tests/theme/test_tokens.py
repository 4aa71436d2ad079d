"""Phrases: what they mean, where they are found, and which cannot be read."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.errors import BadRule
from learnt.theme.tokens import Finder, Phrase, parse_phrase, tokenise

SETS = {"staff": ["officer*", "nurses"]}


def found(phrase: str, text: str) -> list[str]:
    tokens = tokenise(text)
    finder = Finder([Phrase(parse_phrase(phrase, SETS), 7)], frozenset({"on"}))
    return [
        text[tokens[start].start : tokens[end - 1].end] for _, start, end in finder.find(tokens)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "where"),
    [
        ("risk assessment", "A Risk Assessment is made", ["Risk Assessment"]),
        ("risk assessment", "risk and assessment", []),
        ("train*", "Training retrains the trainer", ["Training", "trainer"]),
        ("policy|plan", "a plan or a policy", ["plan", "policy"]),
        ("refer (on) to", "refer on to, refer to, refer it to", ["refer on to", "refer to"]),
        ("share ... information", "share all of the information", ["share all of the information"]),
        ("share ... information", "share a b c d e f information", []),
        ("share ... information", "We share. The information is", []),
        ("share ... information", "share views on information", []),  # `on` ends the gap
        ("remind {staff}", "remind officers, remind nurses, remind me", None),
        (
            "multi-agency",
            "multi agency, multi-agency, multiagency",
            ["multi agency", "multi-agency"],
        ),
        ("re-refer*", "re-referred and rereferred, not referred", ["re-referred", "rereferred"]),
        ("victim's", "the victim’s account", ["victim’s"]),
    ],
)
def test_phrases(phrase: str, text: str, where: list[str] | None) -> None:
    assert found(phrase, text) == (["remind officers", "remind nurses"] if where is None else where)


@pytest.mark.parametrize(
    "phrase", ["", "...", "a ...", "(a) b", "a (b)", "a*b", "{nobody} a", "a, b"]
)
def test_phrases_that_cannot_be_read(phrase: str) -> None:
    with pytest.raises(BadRule):
        parse_phrase(phrase, SETS)


@given(st.text(max_size=80))
def test_tokens_stand_in_order_and_hold_no_blank(text: str) -> None:
    tokens = tokenise(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert not any(part.isspace() for token in tokens for part in token.word)


def test_a_finder_forgets_words_and_still_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("learnt.theme.tokens.MOST_PAIRS", 2)
    assert found("plan", "one two three four plan") == ["plan"]
