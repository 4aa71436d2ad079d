import pytest

from learnt.extract import extract_review
from learnt.records import Block
from tests.extract.factories import document, heading, para

LINES = [
    ("1", "It is recommended that the form is reviewed. Eastmoor Constabulary"),
    ("2", "That ward staff train as Domestic Abuse Champions Saltby and Wren NHS Foundation Trust"),
    ("3", "That letters are checked before they go out Saltby and Wren NHS Foundation Trust"),
    (
        "4",
        "It is recommended that the post is reviewed. Harrow Aid Service | Eastmoor Constabulary",
    ),
    ("10", "That the code is published (see the Guide) Home Office | Ministry of Justice"),
]


def test_lines_that_lost_their_cells_are_cut() -> None:
    page = document(
        para("Extracted recommendations"),
        para("5 recommendations pulled from the report"),
        para("# Recommendation Addressed to"),
        *(para(text, number) for number, text in LINES),
        name="page.txt",
    )
    found = extract_review([page]).recommendations
    assert [(r.ref, r.text, [a.printed for a in r.addressees]) for r in found] == [
        ("1", "It is recommended that the form is reviewed.", ["Eastmoor Constabulary"]),
        # two names in capitals run together: the one that ends several lines is the body
        (
            "2",
            "That ward staff train as Domestic Abuse Champions",
            ["Saltby and Wren NHS Foundation Trust"],
        ),
        (
            "3",
            "That letters are checked before they go out",
            ["Saltby and Wren NHS Foundation Trust"],
        ),
        (
            "4",
            "It is recommended that the post is reviewed.",
            ["Harrow Aid Service", "Eastmoor Constabulary"],
        ),
        (
            "10",
            "That the code is published (see the Guide)",
            ["Home Office", "Ministry of Justice"],
        ),
    ]


def test_pages_without_the_listing_are_left_alone() -> None:
    page = document(para("# Recommendation Addressed to"), para("It rained. Home Office", "1"))
    assert extract_review([page]).recommendations == ()


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (para("# Recommendation Addressed to"), 5),
        (heading("Recommendation Addressed to"), 5),  # the `#` made it a heading in Markdown
        (para("Recommendation addressed to the Home Office"), 0),  # a sentence's beginning
    ],
)
def test_the_head_of_the_lost_table_opens_its_lines(head: Block, found: int) -> None:
    lines = [para(text, number) for number, text in LINES]
    page = document(para("5 recommendations pulled from the report"), head, *lines)
    rules = [e.rule for r in extract_review([page]).recommendations for e in r.evidence]
    assert rules.count("library-line") == found
