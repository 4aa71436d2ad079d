from collections.abc import Sequence

import msgspec

from learnt.extract.grouping import group_documents
from learnt.records import Block, Document
from tests.extract.factories import document, heading, para, table

ASKS = (
    "The partnership should review how requests for help are recorded by each agency.",
    "The trust should ensure that every member of staff is trained to ask about safety.",
    "The council should develop a protocol for sharing information with housing providers.",
)
OTHER_ASKS = (
    "The constabulary should remind its officers of the power to arrest without complaint.",
    "The board should seek assurance that carers are offered an assessment of their own.",
    "The surgery should introduce a flag on records of patients at risk of harm at home.",
)


def file(name: str, *blocks: Block, language: str = "en") -> Document:
    made = document(*blocks, name=name, language=language)
    return msgspec.structs.replace(made, sha256=f"{hash((name, blocks)) & 0xFFFFFFFF:064x}")


def title(person: str, part: str, place: str = "Eastmoor", year: str = "2020") -> list[Block]:
    died = f" in June {year}" if year else ""
    return [
        heading(f"{place} Community Safety Partnership"),
        heading("Domestic Homicide Review"),
        heading(part),
        para(f"Report into the death of ‘{person}’{died}"),
    ]


def overview(
    person: str, asks: Sequence[str] = ASKS, name: str = "a.pdf", year: str = "2020"
) -> Document:
    body = [heading("Recommendations"), *[para(ask) for ask in asks]]
    return file(name, *title(person, "Overview Report", year=year), *body)


def names(documents: Sequence[Document]) -> list[list[str]]:
    return [[d.name for d in group] for group in group_documents(documents)]


def test_parts_of_a_review_find_each_other() -> None:
    summary = file("b.pdf", *title("Rowan", "Executive Summary"), para(ASKS[0]), para(ASKS[1]))
    rows = [("Recommendation", "Action", "Lead agency", "Target date")]
    rows += [(ask, "Write it", "Eastmoor Council", "May 2023") for ask in ASKS]
    plan = file("c.pdf", heading("Action plan"), para("Eastmoor CSP"), table(*rows))
    letter = file("d.pdf", *title("Rowan", "Quality assurance letter", year=""), para("Dear Chair"))
    assert names([overview("Rowan"), summary, plan, letter]) == [
        ["a.pdf", "b.pdf", "c.pdf", "d.pdf"]
    ]


def test_reviews_of_one_partnership_and_year_stay_apart() -> None:
    assert names([overview("Rowan"), overview("Wren", OTHER_ASKS, "b.pdf")]) == [
        ["a.pdf"],
        ["b.pdf"],
    ]


def test_one_person_in_two_years_is_two_reviews() -> None:
    later = overview("Rowan", OTHER_ASKS, "b.pdf", year="2022")
    assert names([overview("Rowan"), later]) == [["a.pdf"], ["b.pdf"]]


def test_same_words_for_two_people_are_two_reviews() -> None:
    """An author who writes the same recommendations twice has written two reviews."""
    assert names([overview("Rowan"), overview("Wren", ASKS, "b.pdf")]) == [["a.pdf"], ["b.pdf"]]


def test_a_copy_stands_with_its_file() -> None:
    first = overview("Rowan", [*ASKS, *OTHER_ASKS])
    second = overview("Rowan", [*ASKS, *OTHER_ASKS], "copy.docx")
    assert names([first, overview("Wren", OTHER_ASKS, "b.pdf"), second]) == [
        ["a.pdf", "copy.docx"],
        ["b.pdf"],
    ]


def test_welsh_stands_beside_english() -> None:
    welsh = file(
        "cy.pdf",
        heading("Adolygiad Dynladdiad Domestig"),
        heading("Crynodeb Gweithredol"),
        para("‘Rowan’"),
        para("Eastmoor Community Safety Partnership"),
        language="cy",
    )
    assert names([overview("Rowan"), welsh]) == [["a.pdf", "cy.pdf"]]


def test_a_letter_that_fits_two_reviews_is_left_alone() -> None:
    letter = file("d.pdf", *title("Rowan", "Quality assurance letter", year=""), para("Dear Chair"))
    later = overview("Rowan", OTHER_ASKS, "b.pdf", year="2022")
    assert names([overview("Rowan"), later, letter]) == [["a.pdf"], ["b.pdf"], ["d.pdf"]]


def test_a_letter_about_a_code_goes_with_the_only_review_that_fits() -> None:
    """A code that many reviews share tells enough beside the partnership, and nothing without it."""
    near = file("b.pdf", *title("Adult A", "Quality assurance letter", year=""))
    far = file("c.pdf", *title("Adult A", "Quality assurance letter", "Westmere", year=""))
    assert names([overview("Adult A"), near, far]) == [["a.pdf", "b.pdf"], ["c.pdf"]]


def test_a_letter_about_a_code_that_two_reviews_share_is_left_alone() -> None:
    letter = file("d.pdf", *title("Adult A", "Quality assurance letter", year=""))
    later = overview("Adult A", OTHER_ASKS, "b.pdf", year="2022")
    assert names([overview("Adult A"), later, letter]) == [["a.pdf"], ["b.pdf"], ["d.pdf"]]


def test_papers_without_title_pages_stay_apart() -> None:
    papers = [file(f"{n}.txt", para(f"Notes number {n} of the meeting")) for n in range(4)]
    assert len(group_documents(papers)) == 4
    assert group_documents([]) == []
