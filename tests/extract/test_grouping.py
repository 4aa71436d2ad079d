import hashlib
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.extract.fingerprints import take_fingerprint
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
    digest = hashlib.sha256(repr((name, blocks)).encode()).hexdigest()
    return msgspec.structs.replace(made, sha256=digest)


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


NOTES = (
    "She had spoken of her fears to a neighbour on the evening before, and to no one else.",
    "The two of them had met through work and moved into a flat above the bakery together.",
    "An officer wrote that he was calm when spoken to and that no offence had been disclosed.",
    "Her manager noticed that she no longer came to the lunches which she had once arranged.",
)


def test_long_sentences_in_common_tell_where_no_person_is_named() -> None:
    """A summary that names nobody on its first page retells its overview, not another's."""
    told = [para(text) for text in NOTES]
    mine = file("a.pdf", *title("Rowan", "Overview Report"), *told, *[para(a) for a in ASKS])
    other = overview("Wren", OTHER_ASKS, "b.pdf")
    front = [heading("Eastmoor Community Safety Partnership"), heading("Executive Summary")]
    summary = file("c.pdf", *front, *told)
    assert names([mine, other, summary]) == [["a.pdf", "c.pdf"], ["b.pdf"]]


def test_what_two_reviews_say_alike_is_evidence_for_neither() -> None:
    """Boilerplate and a request that every review of an author makes join nothing."""
    said = [para(text) for text in (*NOTES, *ASKS)]
    reviews = [file(f"{p}.pdf", *title(p, "Overview Report"), *said) for p in ("Rowan", "Wren")]
    front = [heading("Westmere Community Safety Partnership"), heading("Executive Summary")]
    assert len(names([*reviews, file("c.pdf", *front, *said)])) == 3


def plain(name: str, *words: str) -> Document:
    """A document whose title page says only what part of a review it is."""
    return file(name, *[heading(word) for word in words], para(f"This is {words[0]} in {name}"))


@pytest.mark.parametrize(
    ("first", "second", "together", "why"),
    [
        ("Wren - Eastmoor - 2018_a - DHR.pdf", "Wren - Eastmoor - 2018_a - Summary.pdf", True, "the library's names"),
        ("DHR-Rowan-Overview-Final-v2.pdf", "DHR Rowan exec summary v1.docx", True, "versions are no matter"),
        ("DHR Rowan 2019 overview.pdf", "DHR Rowan 2021 summary.pdf", False, "another year"),
        ("overview.pdf", "summary.pdf", False, "such names say nothing"),
        ("scan0001.pdf", "scan0002.pdf", False, "nor do these"),
        ("Rowan overview.pdf", "Wren summary.pdf", False, "different words"),
    ],
)  # fmt: skip
def test_names_of_files_tell(first: str, second: str, together: bool, why: str) -> None:
    """Where title pages hold the partnership and no person, the files' names may decide."""
    place = "Eastmoor Community Safety Partnership"
    pair = [plain(first, "Overview Report", place), plain(second, "Executive Summary", place)]
    assert (len(names(pair)) == 1) is together, why


def test_a_name_that_every_file_bears_tells_nothing() -> None:
    files = [plain(f"Eastmoor {n} overview.pdf", "Overview Report") for n in ("a", "b", "c")]
    assert len(names([*files, plain("Eastmoor summary.pdf", "Executive Summary")])) == 4


def test_a_folder_of_one_review_is_a_hint() -> None:
    place = "Eastmoor Community Safety Partnership"
    parts = [plain("a.pdf", "Overview Report", place), plain("b.pdf", "Action plan", place)]
    stranger = plain("c.pdf", "Overview Report", place)
    inside = group_documents([*parts, stranger], ["12", "12", "13"])
    assert [[d.name for d in group] for group in inside] == [["a.pdf", "b.pdf"], ["c.pdf"]]
    apart = group_documents([*parts, stranger], ["12", "13", "13"])
    assert [[d.name for d in group] for group in apart] == [["a.pdf"], ["b.pdf", "c.pdf"]]


def test_a_folder_of_many_reviews_is_none() -> None:
    """Overviews in one folder, summaries in another."""
    reviews = [overview("Rowan"), overview("Wren", OTHER_ASKS, "b.pdf")]
    summary = file("c.pdf", *title("Rowan", "Executive Summary"), para(ASKS[0]), para(ASKS[1]))
    found = group_documents([*reviews, summary], ["full", "full", "short"])
    assert [[d.name for d in group] for group in found] == [["a.pdf", "c.pdf"], ["b.pdf"]]


def test_a_letter_does_not_chain_two_reviews() -> None:
    """One that speaks of both goes to neither, and pulls neither to the other."""
    both = [*title("Rowan", "Quality assurance letter", year=""), para("We also saw ‘Wren’")]
    found = names([overview("Rowan"), overview("Wren", OTHER_ASKS, "b.pdf"), file("d.pdf", *both)])
    assert ["a.pdf", "b.pdf"] not in [group[:2] for group in found]


def test_a_letter_goes_to_the_review_that_has_none() -> None:
    """Two reviews fit, but the other has its own letter already."""
    first, second = overview("Rowan"), overview("Rowan", OTHER_ASKS, "b.pdf", year="2022")
    told = title("Rowan", "Quality assurance letter", year="2022")
    mine = file("c.pdf", *told, para("Dear Chair"))
    other = file("d.pdf", *title("Rowan", "Quality assurance letter", year=""), para("Dear Sir"))
    assert names([first, second, mine, other]) == [["a.pdf", "d.pdf"], ["b.pdf", "c.pdf"]]


def test_a_reference_with_and_without_its_year_is_one() -> None:
    def part(name: str, ref: str, words: str) -> Document:
        place = para("Eastmoor Community Safety Partnership")
        return file(name, heading(ref), heading(words), place, para("It ended in May 2020."))

    mine = [part("a.pdf", "DHR 2019/07", "Overview Report"), part("b.pdf", "DHR 7", "Action plan")]
    assert names(mine) == [["a.pdf", "b.pdf"]]
    assert len(names([mine[0], part("b.pdf", "DHR 8", "Action plan")])) == 2


def test_bodies_are_no_persons() -> None:
    """What stands after "regarding" or at a line's end may be a council."""
    blocks = [*title("Rowan", "Overview Report"), para("Letter regarding Eastmoor County Council")]
    assert take_fingerprint(file("a.pdf", *blocks)).persons == {"rowan"}


def test_hashes_are_the_same_in_every_run() -> None:
    """Python's own hash of a text is salted anew in each process."""
    found = take_fingerprint(file("a.pdf", para("One two three four five six seven eight.")))
    assert found.texts == {15287762112648588324}


@given(st.permutations(range(5)))
def test_order_changes_no_group(order: list[int]) -> None:
    letter = file("e.pdf", *title("Wren", "Quality assurance letter", year=""), para("Dear Chair"))
    summary = file("c.pdf", *title("Rowan", "Executive Summary"), para(ASKS[0]), para(ASKS[1]))
    plan = file("d.pdf", *title("Wren", "Action plan"), para(OTHER_ASKS[0]), para(OTHER_ASKS[1]))
    all_of_them = [overview("Rowan"), overview("Wren", OTHER_ASKS, "b.pdf"), summary, plan, letter]
    found = {frozenset(group) for group in names([all_of_them[place] for place in order])}
    assert found == {frozenset(("a.pdf", "c.pdf")), frozenset(("b.pdf", "d.pdf", "e.pdf"))}


STANDARD = (
    "Thank you for sending us the report, which the panel read at its meeting in spring.",
    "The panel found the report to be clear, and was grateful for the work behind it.",
    "The panel was sorry for the loss that the family has had to bear since the death.",
    "Please tell us when the report has been published, and where it may be found then.",
    "We would ask that a copy of this letter is published beside the report as well.",
)


def test_letters_of_one_office_are_no_copies_of_each_other() -> None:
    """They differ in a name; longer documents that differ so little are one report."""
    said = [para(text) for text in STANDARD]
    plain_letter = file("a.pdf", *said, para("The panel thanks the chair for the care shown."))
    other = file("b.pdf", *said, para("The panel thanks the author for the care that was shown."))
    assert names([plain_letter, other]) == [["a.pdf"], ["b.pdf"]]
    assert names([plain_letter, file("c.docx", *plain_letter.blocks)]) == [["a.pdf", "c.docx"]]


def test_a_short_paper_that_says_what_kind_of_review_it_is_may_be_any_part() -> None:
    """Its first lines do not say that it is a summary; its sentences are those of the overview."""
    long = [para(f"Paragraph {n} says what nobody else has said before it.") for n in range(70)]
    told = [para(text) for text in (*NOTES, *ASKS)]
    whole = file("a.pdf", *title("Rowan", "Overview Report"), *told, *long)
    short = file("b.pdf", heading("Domestic Homicide Review"), heading("‘Rowan’"), *told)
    assert names([whole, short]) == [["a.pdf", "b.pdf"]]
    assert len(names([whole, file("c.pdf", *title("Wren", "Review"), *told)])) == 2
