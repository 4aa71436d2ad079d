"""A label in a name's place leaves the sentence whole."""

import re

import pytest

from learnt.deidentify.changes import Change, apply_changes, settle
from learnt.deidentify.grammar import put_label
from learnt.deidentify.labels import check_labels, label_of

VICTIM = label_of("victim", check_labels(None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("letters such as those sent to Vell", "letters such as those sent to the person who died"),
        ("Vell’s GP saw her.", "The deceased’s GP saw her."),
        ("the GP of Vell's sister", "the GP of the deceased’s sister"),
        ("He left. Vell stayed", "He left. The person who died stayed"),
        ("• Vell stayed", "• The person who died stayed"),
        # Nothing is left of a bracket that held but the name.
        ("the victim (Vell) had", "the victim had"),
        ("saw (Vell and another)", "saw (the person who died and another)"),
        ("known as ‘Vell’ in", "known as the person who died in"),
        ("the calls that Vell made", "the calls that the person who died made"),
        # No article is doubled.
        ("the Vell case was", "the deceased’s case was"),
        ("The Vell case was", "The deceased’s case was"),
    ],
)
def test_labels_fit_the_sentence(text: str, expected: str) -> None:
    span = re.search("Vell", text)
    assert span is not None
    change = put_label(text, *span.span(), VICTIM, "person", "test")
    assert apply_changes(text, [change]) == expected


def test_a_name_on_s_takes_its_apostrophe_along() -> None:
    text = "Vells’ mother"
    change = put_label(text, 0, 5, VICTIM, "person", "test")
    assert apply_changes(text, [change]) == "The deceased’s mother"


def test_of_changes_that_overlap_the_first_given_stays() -> None:
    first = Change(4, 8, "x", "person", "a")
    assert settle([first, Change(6, 9, "y", "date", "b"), Change(0, 4, "z", "age", "c")]) == [
        Change(0, 4, "z", "age", "c"),
        first,
    ]
