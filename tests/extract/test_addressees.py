import pytest

from learnt.extract.addressees import cut_bracket, from_fused, from_head
from learnt.extract.memory import Memory
from learnt.extract.outline import build_outline
from learnt.extract.subjects import subjects_of
from tests.extract.factories import document, para


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That Eastmoor Constabulary should audit its records.", ("Eastmoor Constabulary",)),
        (
            "It is recommended that the Probation Service reinforces the rule.",
            ("Probation Service",),
        ),
        ("The Home Office must publish the guide.", ("Home Office",)),
        # two bodies act together
        (
            "Tollbridge County Council and Eastmoor Constabulary should agree a form.",
            ("Tollbridge County Council", "Eastmoor Constabulary"),
        ),
        # people, not bodies, are the subject
        ("It is recommended that staff are trained in listening.", ()),
        # a body that is spoken of, not told to act
        ("It is recommended that reports sent by Eastmoor Constabulary are clearer.", ()),
    ],
)
def test_words_tell_who_is_to_act(text: str, expected: tuple[str, ...]) -> None:
    assert subjects_of(text) == expected


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        ("Train all staff. (Tollbridge County Council)", "Tollbridge County Council"),
        ("Train all staff (Action: Home Office).", "Home Office"),
        ("Use the Toolkit (April 2022)", ""),
        ("Check who did not attend (Did Not Attend)", ""),
    ],
)
def test_bracket_is_cut_when_it_names_a_body(text: str, bracket: str) -> None:
    assert cut_bracket(text)[1] == bracket


def test_name_at_the_head_is_read() -> None:
    assert from_head("Eastmoor Constabulary: Review the form.") == (
        "Eastmoor Constabulary",
        "Review the form.",
    )
    assert from_head("Training: review the form.") is None


def memory_of(*texts: str) -> Memory:
    return Memory(build_outline(document(*(para(text) for text in texts))))


def test_two_bodies_are_parted_where_the_report_names_each_alone() -> None:
    memory = memory_of(
        "Eastmoor Constabulary attended.",
        "Eastmoor Constabulary took a statement, and Haven was told.",
        "Haven and Eastmoor Constabulary should agree a form.",
    )
    assert subjects_of("Haven and Eastmoor Constabulary should agree a form.", memory) == (
        "Haven",
        "Eastmoor Constabulary",
    )


def test_one_body_with_and_in_its_name_stays_one() -> None:
    memory = memory_of(
        "Wold and Marsh Constabulary attended.", "Wold and Marsh Constabulary should agree a form."
    )
    assert subjects_of("Wold and Marsh Constabulary should agree a form.", memory) == (
        "Wold and Marsh Constabulary",
    )


def test_a_name_never_written_in_lower_case_is_a_body() -> None:
    memory = memory_of("Framework met her twice.", "The framework of the review was agreed.")
    text = "The panel recommends that Framework review its form."
    assert subjects_of(text, memory) == ()  # this report uses the word as a word too
    alone = memory_of("Framework met her twice.")
    assert subjects_of(text, alone) == ("Framework",)


def test_bracket_may_hold_brackets() -> None:
    assert cut_bracket("Train staff. (Crown Prosecution Service (East); Home Office)") == (
        "Train staff.",
        "Crown Prosecution Service (East); Home Office",
    )


def test_name_that_lost_its_line_is_cut_off() -> None:
    memory = memory_of("The officers acted.", "It was late.")
    for text, expected in (
        (
            "Eastmoor Constabulary It is recommended that records are kept.",
            ("Eastmoor Constabulary", "It is recommended that records are kept."),
        ),
        (
            "Eastmoor Constabulary Eastmoor Constabulary should keep records.",
            ("Eastmoor Constabulary", "Eastmoor Constabulary should keep records."),
        ),
        ("Eastmoor Constabulary should keep records.", None),  # the subject, not a heading
    ):
        assert from_fused(text, memory) == expected
