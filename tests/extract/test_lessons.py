"""Lessons: headed, labelled, listed and plain; what is none; what follows from them."""

import pytest

from learnt.extract.lesson_labels import (
    is_introduction,
    lesson_column,
    lesson_label,
    named_recommendations,
)
from learnt.extract.lessons import find_lessons
from learnt.records import Block, Recommendation
from tests.extract.factories import document, heading, item, para, table

KEYS = "A spare key was held by a neighbour, and no service asked who held it."
POST = "Letters were sent to an address that was known to be shared."
ASK_ONE = "The housing provider should record who holds each key to a property."
ASK_TWO = "All agencies should ask how it is safe to write to a person."
RECOMMENDATIONS = (
    Recommendation(id="r1", ref="1", text=ASK_ONE),
    Recommendation(id="r2", ref="2", text=ASK_TWO),
)


def _lessons(*blocks: Block) -> list[tuple[str, str, tuple[str, ...]]]:
    found = find_lessons([document(*blocks)], RECOMMENDATIONS)
    return [(lesson.ref, lesson.text, lesson.recommendations) for lesson in found]


@pytest.mark.parametrize(
    ("text", "ref", "rest"),
    [
        ("Lesson 1: Keys matter.", "1", "Keys matter."),
        ("Learning point 3", "3", ""),
        ("Key finding 2 – Keys matter.", "2", "Keys matter."),
        ("Finding 4", "4", ""),
        ("Finding 1.2 The record was lost", "1.2", "The record was lost"),
        ("Lesson A: Listen", "A", "Listen"),
        ("Key learning: Listen", "", "Listen"),
        ("Lesson Two", "Two", ""),
        ("Gwers 2: Mae allweddi'n bwysig.", "2", "Mae allweddi'n bwysig."),
        ("Learning: Keys matter.", "", "Keys matter."),
    ],
)
def test_reads_labels(text: str, ref: str, rest: str) -> None:
    label = lesson_label(para(text))
    assert label is not None
    assert (label.ref, label.rest) == (ref, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Lesson 2 was shared with all practices.",
        "Lessons 1 to 4 concern the police.",
        "Learning disability nurses were not told.",
        "Findings of the inquest are awaited.",
        "Lessons to be learned",
        "Finding a refuge took two weeks.",
        "Findings",
        "Recommendation 2: Keys should be recorded.",
    ],
)
def test_mentions_are_no_labels(text: str) -> None:
    assert lesson_label(para(text)) is None


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("Keys matter (Recommendation 3).", ["3"]),
        ("Keys matter; see recommendations 3 and 4.", ["3", "4"]),
        ("This leads to Recommendations 2, 3 and 10.4a.", ["2", "3", "10.4a"]),
        ("See recommendations 3 to 5.", ["3", "4", "5"]),
        ("No recommendation is made.", []),
        ("The recommendations of 2014 reviews were met.", []),
    ],
)
def test_reads_which_recommendations_are_named(text: str, refs: list[str]) -> None:
    assert named_recommendations(text) == refs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This section sets out the lessons.", True),
        ("The panel identified the following learning from this review.", True),
        ("The lessons are set out below by agency.", True),
        ("The lessons learned are:", True),
        ("Letters may be read by the person who is feared.", False),
        ("The following day she was told to come back later.", False),
    ],
)
def test_introductions_are_told(text: str, expected: bool) -> None:
    assert is_introduction(text) is expected


def test_a_heading_alone_takes_the_text_below() -> None:
    found = _lessons(
        heading("Lessons to be learned"),
        para("The panel identified the following learning from this review."),
        heading("Lesson 1", 2), para(KEYS),
        heading("Lesson 2", 2), para(POST),
    )  # fmt: skip
    assert found == [("1", KEYS, ()), ("2", POST, ())]


@pytest.mark.parametrize("title", ["Lessons identified", "LEARNING", "Learning from this review"])
def test_bullets_of_a_section_are_lessons_and_its_introduction_is_not(title: str) -> None:
    found = _lessons(
        heading(title),
        para("The panel identified the following learning from this review."),
        item(KEYS), item(POST),
        heading("Conclusions"), item("Nobody but the perpetrator is to blame for the death."),
    )  # fmt: skip
    assert [text for _, text, _ in found] == [KEYS, POST]


def test_numbered_and_plain_paragraphs_of_a_section_are_lessons() -> None:
    numbered = _lessons(heading("Lessons learned"), para(KEYS, "7.1"), para(POST, "7.2"))
    plain = _lessons(heading("Lessons learned"), para(KEYS), para(POST))
    assert [text for _, text, _ in numbered] == [KEYS, POST]
    assert [text for _, text, _ in plain] == [KEYS, POST]


def test_a_column_of_lessons() -> None:
    found = _lessons(heading("Learning"), table(("No.", "Lesson"), ("1", KEYS), ("2", POST)))
    assert [(ref, text) for ref, text, _ in found] == [("1", KEYS), ("2", POST)]


@pytest.mark.parametrize(
    ("heads", "column"),
    [
        (("Key finding", "Lesson", "Recommendation"), 1),  # the plainest of two
        (("Learning point", "Findings", "Agency"), 0),
        (("No.", "Key findings", "Action"), 1),  # findings where no column says lessons
        (("No.", "Agency", "Action"), -1),
        (("Lessons for other areas to read", "Date"), -1),
    ],
)
def test_which_column_holds_lessons(heads: tuple[str, ...], column: int) -> None:
    assert lesson_column(heads) == column


def test_recommendations_between_lessons_follow_from_the_one_before() -> None:
    found = _lessons(
        heading("Lessons and recommendations"),
        heading("Finding 1", 2), para(KEYS), para(f"Recommendation 1: {ASK_ONE}"),
        heading("Finding 2", 2), para(POST), para(f"Recommendation 2: {ASK_TWO}"),
    )  # fmt: skip
    assert found == [("1", KEYS, ("r1",)), ("2", POST, ("r2",))]


def test_a_list_of_its_own_does_not_follow_from_the_last_lesson() -> None:
    found = _lessons(
        heading("Lessons"),
        heading("Lesson 1", 2), para(KEYS), heading("Lesson 2", 2), para(POST),
        heading("Panel recommendations"),
        para(f"Recommendation 1: {ASK_ONE}"), para(f"Recommendation 2: {ASK_TWO}"),
    )  # fmt: skip
    assert [follows for _, _, follows in found] == [(), ()]


def test_a_recommendation_named_in_a_lesson_is_linked() -> None:
    found = _lessons(heading("Lessons"), item(f"{KEYS} (Recommendation 1)"), item(POST))
    assert [follows for _, _, follows in found] == [("r1",), ()]


def test_recommendations_and_contents_are_no_lessons() -> None:
    assert not _lessons(
        heading("Contents"), para("Lesson 1: Keys 12"),
        heading("Recommendations"), item(ASK_ONE), item(ASK_TWO),
    )  # fmt: skip


def test_recommendations_among_lessons_are_none() -> None:
    found = _lessons(
        heading("Lessons"), item(KEYS), item(ASK_ONE), para(f"Recommendation 2: {ASK_TWO}")
    )
    assert [text for _, text, _ in found] == [KEYS]


def test_lessons_of_other_reviews_are_left() -> None:
    assert _lessons(heading("Lessons from previous reviews"), item(KEYS)) == []


def test_a_lesson_printed_twice_counts_once_and_tells_its_place() -> None:
    overview = document(heading("Lessons"), item(KEYS, page=9), item(POST, page=9))
    summary = document(heading("Lessons"), item(KEYS), name="summary.pdf")
    found = find_lessons([overview, summary], ())
    assert [lesson.text for lesson in found] == [KEYS, POST]
    assert (found[0].evidence[0].document, found[0].evidence[0].page) == ("overview.pdf", 9)
    assert len({lesson.id for lesson in found}) == 2


def test_no_document_has_no_lesson() -> None:
    assert find_lessons([], ()) == []


def test_small_headings_bring_in_lessons() -> None:
    found = _lessons(
        heading("Analysis"),
        para("The surgery saw her eleven times in that year and wrote of headaches."),
        para("Learning points:", bold=True),
        item(KEYS),
        item(POST),
        para("The housing provider was told of damage to a door in the spring."),
        item("a repair was asked for in the week before Easter"),
    )
    assert [text for _, text, _ in found] == [KEYS, POST]


def test_a_box_of_learning_is_a_lesson() -> None:
    assert _lessons(heading("Analysis"), heading("Learning point", level=3), para(KEYS)) == [
        ("", KEYS, ())
    ]


def test_lessons_beside_recommendations_in_a_table() -> None:
    rows = table(("Learning", "Recommendation"), (KEYS, ASK_ONE), (POST, ASK_TWO))
    found = _lessons(heading("Conclusions"), rows)
    assert found == [("", KEYS, ("r1",)), ("", POST, ("r2",))]
    agencies = table(("Agency", "Findings"), ("Surgery", KEYS), ("Council", POST))
    assert _lessons(heading("Analysis"), agencies) == []
