import pytest

from learnt.extract.lesson_labels import is_introduction, lesson_label, named_recommendations
from learnt.extract.lessons import find_lessons
from learnt.records import Block, Lesson, Recommendation
from tests.extract.factories import document, heading, item, para, table

ASK = "The council should give every tenant the number of the helpline when a lease is signed."
OTHER = "The surgery should offer time alone to each patient who comes with a relative."
FIRST = "Staff did not know whom to ask when a neighbour told them of shouting at night."
SECOND = "A relative who always answers for the patient may be the person who is feared."
RECOMMENDED = (
    Recommendation(id="x1", ref="1", text=ASK),
    Recommendation(id="x2", ref="2", text=OTHER),
)


def lessons(*blocks: Block) -> list[Lesson]:
    return find_lessons([document(*blocks)], RECOMMENDED)


def texts(*blocks: Block) -> list[str]:
    return [lesson.text for lesson in lessons(*blocks)]


@pytest.mark.parametrize(
    ("printed", "ref", "rest"),
    [
        ("Lesson 2: Ask again.", "2", "Ask again."),
        ("Learning point 3", "3", ""),
        ("Key finding 4 – Records", "4", "Records"),
        ("Finding 1.2 The record was lost", "1.2", "The record was lost"),
        ("Lesson A: Listen", "A", "Listen"),
        ("Key learning: Listen", "", "Listen"),
        ("Gwers 1: Gwrandewch", "1", "Gwrandewch"),
    ],
)
def test_labels_are_read(printed: str, ref: str, rest: str) -> None:
    label = lesson_label(para(printed))
    assert label is not None
    assert (label.ref, label.rest) == (ref, rest)


@pytest.mark.parametrize(
    "printed",
    [
        "Lesson 2 was shared with the board.",  # a mention
        "Lessons to be learned",  # a section's name
        "Learning disability services",
        "Finding a refuge took two weeks.",
        "Findings",
    ],
)
def test_mentions_are_no_labels(printed: str) -> None:
    assert lesson_label(para(printed)) is None


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


def test_labelled_lessons_lead_to_what_follows() -> None:
    found = lessons(
        heading("Analysis"),
        heading("Lesson 1", level=2),
        para(FIRST),
        para(f"Recommendation 1: {ASK}"),
        heading("Lesson 2", level=2),
        para(SECOND),
        para(f"Recommendation 2: {OTHER}"),
        heading("Conclusions"),
    )
    assert [(x.ref, x.text, x.recommendations) for x in found] == [
        ("1", FIRST, ("x1",)),
        ("2", SECOND, ("x2",)),
    ]


def test_lessons_name_their_recommendations() -> None:
    found = lessons(para(f"Lesson 1: {FIRST} (Recommendations 1 and 2)"))
    assert found[0].recommendations == ("x1", "x2")
    assert named_recommendations("see recommendations 2 to 4") == ["2", "3", "4"]
    assert named_recommendations("the recommendations of 2014 reviews") == []


@pytest.mark.parametrize("name", ["Lessons to be learned", "7 Learning", "Key findings"])
def test_lists_under_a_heading_are_lessons(name: str) -> None:
    blocks = (heading(name), para("The learning is set out below."), item(FIRST), item(SECOND))
    assert texts(*blocks, heading("Conclusions"), item("Not a lesson but a remark.")) == [
        FIRST,
        SECOND,
    ]


def test_numbered_paragraphs_are_lessons() -> None:
    found = lessons(
        heading("Lessons identified"), para(FIRST, number="8.1"), para(SECOND, number="8.2")
    )
    assert [(x.ref, x.text) for x in found] == [("8.1", FIRST), ("8.2", SECOND)]


def test_rows_and_paragraphs_are_lessons() -> None:
    rows = table(("No.", "Lesson"), ("1", FIRST), ("2", SECOND))
    assert texts(heading("Lessons learned"), rows) == [FIRST, SECOND]
    assert texts(heading("Lessons learned"), para(FIRST), para(SECOND)) == [FIRST, SECOND]


def test_recommendations_are_no_lessons() -> None:
    found = texts(
        heading("Lessons learned"), item(FIRST), item(ASK), para(f"Recommendation 2: {OTHER}")
    )
    assert found == [FIRST]


def test_a_lesson_in_two_documents_is_one() -> None:
    overview = document(heading("Lessons learned"), item(FIRST), item(SECOND))
    summary = document(heading("Lessons learned"), item(FIRST), name="summary.pdf")
    assert len(find_lessons([overview, summary], ())) == 2


def test_other_reviews_lessons_are_left() -> None:
    assert texts(heading("Lessons from previous reviews"), item(FIRST)) == []
