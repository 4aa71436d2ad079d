"""Each form of setting out recommendations: documents and what must be found in them."""

import pytest

from learnt.extract import extract_review
from learnt.records import Block
from tests.extract.factories import document, heading, item, para, table

ASK = "It is recommended that the Trust reviews how it records who was spoken to."
OTHER = "Eastmoor Constabulary should audit its records of repeat calls every year."
THIRD = "To develop a shared pathway for older people who are abused by relatives."
BACK = "The panel heard that records of earlier visits were kept apart from each other."

Found = list[tuple[str, str]]


def found(*blocks: Block) -> Found:
    return [(r.ref, r.text) for r in extract_review([document(*blocks)]).recommendations]


REC = heading("Recommendations")
TITLE = para("Overview report")

CASES: dict[str, tuple[tuple[Block, ...], Found]] = {
    "label runs into the words": (
        (REC, para(f"Recommendation 1: {ASK}"), para(BACK), para(f"Recommendation 2: {OTHER}")),
        [("1", ASK), ("2", OTHER)],
    ),
    "label is a heading of its own": (
        (REC, heading("Recommendation 1", 2), para(ASK), para(BACK), heading("Recommendation 2", 2), para(OTHER)),
        [("1", ASK), ("2", OTHER)],
    ),
    "label has a title": (
        (REC, heading("Recommendation 1 – Records", 2), para(ASK), heading("Recommendation 2: Audit", 2), para(OTHER)),
        [("1", ASK), ("2", OTHER)],
    ),
    "label is Word's automatic number": (
        (REC, para(ASK, number="Recommendation 1:"), para(OTHER, number="Recommendation 2:")),
        [("1", ASK), ("2", OTHER)],
    ),
    "sub-points stay with their recommendation": (
        (
            REC,
            para("Recommendation 1: The Trust should:"),
            item("train its staff; and", "(a)"),
            item("audit its records.", "(b)"),
            para(BACK),
        ),
        [("1", "The Trust should:\n(a) train its staff; and\n(b) audit its records.")],
    ),
    "indented paragraphs of one recommendation": (
        (
            REC,
            para(BACK * 3),
            heading("Recommendation 1", 2),
            para(ASK, indent=30),
            para("This programme should begin with the wards.", indent=30),
            heading("Response to recommendation 1", 2),
            para("The government supports this and the Trust should act on it."),
            heading("Recommendation 2", 2),
            para(OTHER, indent=30),
        ),
        [("1", ASK + "\nThis programme should begin with the wards."), ("2", OTHER)],
    ),
    "dotted numbers with background between": (
        (
            heading("Recommendations", number="10."),
            para("The panel makes the following recommendations.", "10.1"),
            para(BACK, "10.2"),
            para(ASK, "10.3"),
            para(BACK, "10.4"),
            para(OTHER, "10.5"),
            para("Staff were open with the panel.", "10.6"),
        ),
        [("10.3", ASK), ("10.5", OTHER)],
    ),
    "letters after the number are references": (
        (REC, para(ASK, "10.4a"), para(OTHER, "10.4b"), para(THIRD, "10.4c")),
        [("10.4a", ASK), ("10.4b", OTHER), ("10.4c", THIRD)],
    ),
    "an observation in a whole list counts": (
        (REC, item(ASK, "1."), item("Staff now have access to the shared system.", "2."), item(OTHER, "3.")),
        [("1", ASK), ("2", "Staff now have access to the shared system."), ("3", OTHER)],
    ),
    "bullets under agencies": (
        (
            REC, heading("Eastmoor Constabulary", 2), item(ASK), item(THIRD),
            heading("Tollbridge County Council", 2), item(OTHER),
        ),
        [("", ASK), ("", THIRD), ("", OTHER)],
    ),
    "questions to the board are none": (
        (
            REC, heading("Eastmoor Constabulary", 2), item(ASK), item(THIRD),
            heading("Questions for the Board", 2), item("How will the Board know that practice has changed?"),
        ),
        [("", ASK), ("", THIRD)],
    ),
    "numbers begin again for each agency": (
        (
            REC, heading("Eastmoor Constabulary", 2), item(ASK, "1."), item(THIRD, "2."),
            heading("Tollbridge County Council", 2), item(OTHER, "1."),
        ),
        [("1", ASK), ("2", THIRD), ("1", OTHER)],
    ),
    "table in the usual order": (
        (REC, table(("No.", "Recommendation", "Agency"), ("1", ASK, "Police"), ("2", OTHER, "Police"))),
        [("1", ASK), ("2", OTHER)],
    ),
    "table in another order": (
        (REC, table(("Lead agency", "Recommendation", "Ref"), ("Police", ASK, "R1"), ("Police", OTHER, "R2"))),
        [("R1", ASK), ("R2", OTHER)],
    ),
    "table without a head": (
        (REC, table(("1", ASK), ("2", OTHER), ("3", THIRD), header=False)),
        [("1", ASK), ("2", OTHER), ("3", THIRD)],
    ),
    "action plan is the only place": (
        (
            heading("Action plan"),
            table(
                ("Recommendation", "Scope", "Action to take", "Lead agency", "Target date"),
                (f"1. {ASK}", "Local", "Write the form", "The Trust", "May 2024"),
                (f"2. {OTHER}", "Local", "Plan the audit", "Police", "June 2024"),
            ),
        ),
        [("1", ASK), ("2", OTHER)],
    ),
    "list and action plan are one": (
        (
            REC,
            para(f"Recommendation 1: {ASK}"),
            para(f"Recommendation 2: {OTHER}"),
            heading("Action plan"),
            table(
                ("Recommendation", "Action", "Lead"),
                (f"1 {ASK}", "Form", "Trust"),
                (f"2 {OTHER}", "Audit", "Police"),
            ),
        ),
        [("1", ASK), ("2", OTHER)],
    ),
    "boxes in the analysis come again in the list": (
        (
            heading("Analysis"),
            para(BACK),
            para("Recommendation 1", bold=True, frame=1),
            para(ASK, frame=1),
            para(BACK),
            REC,
            para(f"Recommendation 1: {ASK}"),
        ),
        [("1", ASK)],
    ),
    "prose in the analysis": (
        (heading("Analysis"), para(f"{BACK} {ASK}"), para(BACK)),
        [("", ASK)],
    ),
    "replies and closures are none": (
        (
            heading("Recommendations", number="7."),
            heading("Recommendations to the operator", 2, "7.2"),
            para("On 3 May 2019 the Commission recommended that the operator lower the speed. (012/19)", "7.2.1"),
            para("On 9 May 2019 the operator replied that it should be done by June.", "7.2.2"),
            para("On 1 June 2019 the Commission approved the closure of the recommendation.", "7.2.3"),
        ),
        [("012/19", "On 3 May 2019 the Commission recommended that the operator lower the speed.")],
    ),
    "mentions are none": (
        (
            heading("Analysis"),
            para("The panel considered whether a recommendation was needed and decided against it."),
            para("Recommendation 4 of the earlier review was closed in 2016."),
            REC,
            para(f"Recommendation 1: {ASK}"),
        ),
        [("1", ASK)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_form_gives_its_recommendations(name: str) -> None:
    blocks, expected = CASES[name]
    assert found(TITLE, *blocks) == expected


def test_addressee_comes_from_heading_cell_bracket_and_words() -> None:
    review = extract_review(
        [
            document(
                REC,
                heading("Eastmoor Constabulary", 2),
                item(THIRD),
                heading("Single agency", 2),
                para(f"Recommendation 7: {THIRD} (Tollbridge County Council)"),
                para("Recommendation 8: That Saltby Housing Association should review its alerts."),
            )
        ]
    )
    assert [[a.printed for a in r.addressees] for r in review.recommendations] == [
        ["Eastmoor Constabulary"],
        ["Tollbridge County Council"],
        ["Saltby Housing Association"],
    ]


def test_loose_prose_beside_a_list_is_set_aside() -> None:
    review = extract_review(
        [
            document(
                heading("Analysis"),
                para("It is recommended that the college opens its doors to all."),
                REC,
                para(f"Recommendation 1: {ASK}"),
                para(f"Recommendation 2: {OTHER}"),
            )
        ]
    )
    assert [r.ref for r in review.recommendations] == ["1", "2"]
    assert [u.text for u in review.unplaced] == [
        "It is recommended that the college opens its doors to all."
    ]


def test_gap_in_the_references_is_told() -> None:
    review = extract_review(
        [document(REC, para(f"Recommendation 1: {ASK}"), para(f"Recommendation 3: {OTHER}"))]
    )
    assert [w.code for w in review.warnings] == ["gap"]
