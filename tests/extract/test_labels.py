import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.extract.labels import (
    named_label,
    natural_key,
    number_ref,
    short_label,
    split_trailing_ref,
)


@pytest.mark.parametrize(
    ("text", "ref", "rest"),
    [
        ("Recommendation 1: The Trust should act", "1", "The Trust should act"),  # run-in
        ("Recommendation 12", "12", ""),  # a line of its own
        ("Recommendation 12 That officers are told", "12", "That officers are told"),  # no colon
        ("Recommendation 10.4a: To review", "10.4a", "To review"),  # dotted with a letter
        ("Recommendation One: Act", "One", "Act"),  # a number in words
        ("Recommendation No. 7", "7", ""),
        ("National Recommendation 2 – Training", "2", "Training"),  # a level before, a title after
        ("Eastmoor Constabulary Recommendation 2: Review", "2", "Review"),  # a body before
        ("Rec. 4 To do", "4", "To do"),
        ("Recommendation: act", "", "act"),  # no number
        ("Argymhelliad 3: Dylai'r", "3", "Dylai'r"),  # Welsh
    ],
)
def test_named_label_gives_reference_and_rest(text: str, ref: str, rest: str) -> None:
    label = named_label(text)
    assert label is not None
    assert (label.ref, label.rest) == (ref, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Recommendation 3 was closed in May",  # a mention
        "Recommendations 1 to 4 are for the police",  # several
        "The panel made a recommendation that staff are trained",  # a sentence
        "Recommendation for the Home Office",  # a heading of a group
        "Recommendation that the Trust acts",
    ],
)
def test_mentions_are_no_labels(text: str) -> None:
    assert named_label(text) is None


@pytest.mark.parametrize(
    ("text", "ref"),
    [("R12 It is recommended", "R12"), ("MA3: All agencies", "MA3"), ("R 4 - Act", "R 4")],
)
def test_short_label_reads_letters_and_number(text: str, ref: str) -> None:
    label = short_label(text)
    assert label is not None
    assert label.ref == ref


@pytest.mark.parametrize("text", ["A1 road traffic was heavy", "GP3 said so", "R rated"])
def test_short_label_leaves_codes_in_sentences(text: str) -> None:
    assert short_label(text) is None


@pytest.mark.parametrize(
    ("number", "ref"),
    [("10.4a.", "10.4a"), ("7.2.2.", "7.2.2"), ("(3)", "3"), ("•", ""), ("R1", "R1"), ("(a)", "")],
)
def test_number_ref_takes_numbers_only(number: str, ref: str) -> None:
    assert number_ref(number) == ref


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clear the path. (018/14)", ("Clear the path.", "018/14")),
        ("Clear the path (006/15)", ("Clear the path", "006/15")),
        (
            "as in the Toolkit (April 2022)",
            ("as in the Toolkit (April 2022)", ""),
        ),  # a title's year
        ("under the Act (2021)", ("under the Act (2021)", "")),
    ],
)
def test_trailing_reference_is_cut_off(text: str, expected: tuple[str, str]) -> None:
    assert split_trailing_ref(text) == expected


@given(st.lists(st.integers(1, 400), min_size=2, max_size=20))
def test_natural_order_counts_as_a_reader_does(numbers: list[int]) -> None:
    refs = [f"R{number}" for number in numbers]
    assert [int(ref[1:]) for ref in sorted(refs, key=natural_key)] == sorted(numbers)
