import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.read.labels import is_bullet, is_item_label, split_label, split_runs


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("8.2 The panel heard", "8.2"),
        ("8.2. The panel heard", "8.2."),
        ("7.2.2. The panel heard", "7.2.2."),
        ("10.4a That the trust", "10.4a"),
        ("1. Introduction", "1."),
        ("12) Share information", "12)"),
        ("(3) Share information", "(3)"),
        ("(a) Share information", "(a)"),
        ("a) Share information", "a)"),
        ("(iv) Share information", "(iv)"),
        ("ii. Share information", "ii."),
        ("[4] Share information", "[4]"),
        ("• Share information", "•"),
        ("•Share information", "•"),
        ("\uf0b7 Share information", "•"),
        ("– Share information", "–"),
        ("- Share information", "-"),
        ("o Share information", "o"),
        ("1.1.Introduction", "1.1."),
    ],
)
def test_labels_are_split_off(line: str, label: str) -> None:
    found, rest = split_label(line)
    assert found == label
    assert rest
    assert not rest.startswith(label)


@pytest.mark.parametrize(
    "line",
    [
        "2019 was the year of the move",  # a year
        "12 months after the event",  # a span of time
        "5 per cent of victims",
        "5.2 per cent of victims",
        "3.5 million pounds",
        "10.30 am on that day",
        "12.03.2019 The victim called",  # a date
        "3 June 2019: a call",
        "1.5 hours later",
        "A. Smith told the panel",  # initials
        "T. Green and others",
        "I told the panel",
        "a neighbour called",
        "999 calls were made",
        "24-hour care was offered",
        "-5 degrees",
        "Recommendation 3: Share it",  # the word stays with the text
        "PS2 suggested that",  # a school
        "(see chapter 3) The panel",
        "",
    ],
)
def test_words_that_look_like_labels_stay(line: str) -> None:
    assert split_label(line) == ("", line)


@pytest.mark.parametrize(
    ("why", "lines", "labels"),
    [
        ("neighbours count on", ["1 Share it", "2 Train staff"], ["1", "2"]),
        ("a list sorted as words", ["1 A x", "10 B", "2 C", "3 D", "4 E", "5 F", "6 G", "7 H", "8 I", "9 J"],
         ["1", "10", "2", "3", "4", "5", "6", "7", "8", "9"]),
        ("letters in series", ["A. Police", "B. Health"], ["A.", "B."]),
        ("references of a kind", ["R1 Share it", "Text.", "R2 Train"], ["R1", "", "R2"]),
        ("one figure alone is none", ["3 Officers came", "Text."], ["", ""]),
        ("figures without order", ["3 Officers came", "14 Calls were made"], ["", ""]),
        ("initials without order", ["A. Smith", "T. Green"], ["", ""]),
        ("measures in order", ["2 years later", "3 years later"], ["", ""]),
    ],
)  # fmt: skip
def test_weak_labels_need_their_series(why: str, lines: list[str], labels: list[str]) -> None:
    assert [label for label, _ in split_runs(lines)] == labels, why


@given(st.text())
def test_splitting_loses_no_word(line: str) -> None:
    label, rest = split_label(line)
    assert "".join(rest.split()) in "".join(line.split())
    if not label:
        assert rest == line.strip()


@pytest.mark.parametrize(
    ("label", "bullet", "item"),
    [("•", True, True), ("-", True, True), ("o", True, True), ("(a)", False, True), ("3.", False, True),
     ("iv)", False, True), ("8.2", False, False), ("Recommendation 3:", False, False), ("", False, True)],
)  # fmt: skip
def test_kinds_of_labels(label: str, bullet: bool, item: bool) -> None:
    assert (is_bullet(label), is_item_label(label)) == (bullet, item)
