"""A review that says it is invented is marked so, whatever its format keeps of that."""

import pytest

from learnt.records import Block, Document
from learnt.web.curation.intake import HEAD, versions

NOTE = "Fictional: every person, place, event and local body in this document is invented."


def document(*lines: str, title: str = "") -> Document:
    blocks = tuple(Block(kind="paragraph", text=line) for line in lines)
    return Document(
        name="a.txt", sha256="0" * 64, media_type="text/plain", title=title, blocks=blocks
    )


@pytest.mark.parametrize(
    ("lines", "marked", "reason"),
    [
        (("Overview report", NOTE), True, "a text file has no properties, only the line"),
        (("*Fictional*",), True, "the word alone, as Markdown prints it"),
        (("Fictional names are used throughout.",), False, "a real review with pseudonyms"),
        (("All names here are fictional:", "Anna"), False, "the line is about names"),
        (("Report",), False, "says nothing"),
        (("line",) * HEAD + (NOTE,), False, "deep in the text it may be a quotation"),
    ],
)
def test_what_stands_at_the_head(lines: tuple[str, ...], marked: bool, reason: str) -> None:
    assert versions([document(*lines)])["fictional"] is marked, reason


def test_one_document_of_several_is_enough() -> None:
    assert versions([document("Plan"), document("Plan", title="Fictional: plan")])["fictional"]
