"""The part of a review that a document is."""

import pytest

from learnt.extract.roles import role_of
from learnt.records import Block
from tests.extract.factories import document, heading, para, table

REVIEW = "Domestic Homicide Review"
PLAN = (
    "Recommendation", "Scope", "Action to take", "Lead agency", "Key milestones", "Target date",
    "Date of completion and outcome",
)  # fmt: skip
LONG = "The review considered the contact that agencies had with both parties. " * 8


@pytest.mark.parametrize(
    ("role", "name", "blocks", "reason"),
    [
        ("overview", "a.pdf", [heading(REVIEW), para("Overview Report")], "both lines"),
        ("overview", "a.pdf", [heading(REVIEW), para("‘Robin’")], "the kind alone"),
        ("summary", "a.pdf", [heading(REVIEW), para("Executive Summary")], "the telling line"),
        ("summary", "overview.pdf", [para("Executive Summary")], "print outweighs a name"),
        ("overview", "a.pdf", [heading("Overview Report"), para(LONG), para(LONG), para(LONG),
                               heading("Executive summary")], "a chapter is no title"),
        ("action-plan", "a.pdf", [heading("Eastmoor"), table(PLAN, ("Record keys",) * 7)],
         "a table fills it"),
        ("letter", "a.pdf", [para("Dear Ms Lark,"), para("Thank you for submitting the report.")],
         "an address"),
        ("summary", "a.pdf", [heading("Crynodeb Gweithredol")], "Welsh"),
        ("action-plan", "a.pdf", [heading("Cynllun Gweithredu")], "Welsh"),
        ("action-plan", "DHR_action-plan.pdf", [para("Eastmoor")], "the name alone"),
        ("other", "a.pdf", [para("Minutes of the allotment society")], "nothing told"),
        ("other", "a.pdf", [], "an empty document"),
    ],
)  # fmt: skip
def test_roles(role: str, name: str, blocks: list[Block], reason: str) -> None:
    assert role_of(document(*blocks, name=name)) == role, reason
