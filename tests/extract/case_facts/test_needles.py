"""Needles: a pattern is skipped only where it cannot match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.extract.case_facts.needles import Family, Form, needles_of

CASES = [
    ("killed by", {"killed by"}, "plain words are their own needle"),
    (r"\bkilled\b by (?:her|his)", {"killed by "}, "an edge of a word has no width"),
    ("x?abcd", {"abcd"}, "what may be absent is no needle"),
    ("abcd*", {"abc"}, "nor is a letter that may be absent"),
    ("(?:abc){0,3}de", {"de"}, "nor a group that may be absent"),
    (r"\w+'s (?:husband|wife)", {"husband", "wife"}, "one of several words"),
    (r"husband|\d+", set(), "a branch without a word leaves none"),
    (r"(?=victim)\w+", set(), "what is only looked at is not read"),
    (r"(?P<n>victim|V)\d", {"victim", "v"}, "a named group, folded"),
    (r"(?i:The )victim", {"victim"}, "a group with a flag"),
    (r"a\.b", {"a.b"}, "an escaped sign is a letter"),
    (r"(ab)\1", set(), "a reference is not read, so nothing is claimed"),
    ("[abc]+", set(), "a set of letters is no word"),
]


@pytest.mark.parametrize(("pattern", "needles", "reason"), CASES)
def test_needles(pattern: str, needles: set[str], reason: str) -> None:
    assert needles_of(pattern) == needles, reason


PARTS = [
    "a",
    "b",
    "é",
    " ",
    r"\b",
    "c?",
    "d*",
    "[ab]",
    r"\w",
    "(?:ab|c)",
    "(?:a|b)?",
    "(?=a)",
    "b{2}",
]


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map("".join),
    st.text(alphabet="abcdABCéÉ ", max_size=12),
)
def test_a_form_finds_what_its_pattern_finds(pattern: str, text: str) -> None:
    wanted = [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]
    form = Form(pattern, re.IGNORECASE)
    assert [m.span() for m in form.finditer(text)] == wanted
    assert [m.span() for m, _ in Family([(form, 1)]).matches(text)] == wanted
    assert (form.search(text) is not None) == bool(wanted)


def test_a_family_keeps_the_order_of_its_patterns() -> None:
    family = Family((Form(p), p) for p in ("wife", "x", r"\w+", "husband"))
    assert [meant for _, meant in family.on("her husband or wife")] == ["wife", r"\w+", "husband"]
