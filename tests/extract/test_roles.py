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
KIND = heading(REVIEW)
SHORT_PLAN = table(
    ("Recommendation", "Action to take", "Lead agency", "Target date"),
    ("Review the protocol for sharing", "Write it", "Eastmoor Council", "May 2023"),
)


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
        ("letter", "a.pdf", [para("Home Office"), heading(REVIEW), para("Robin"),
                             para("Thank you for submitting the report to the panel.")],
         "what such letters open with"),
        ("overview", "a.pdf", [heading(REVIEW), para("Thank you for your help."), para(LONG)],
         "thanks for something else"),
        ("summary", "a.pdf", [heading("Crynodeb Gweithredol")], "Welsh"),
        ("action-plan", "a.pdf", [heading("Cynllun Gweithredu")], "Welsh"),
        ("action-plan", "DHR_action-plan.pdf", [para("Eastmoor")], "the name alone"),
        ("other", "a.pdf", [para("Minutes of the allotment society")], "nothing told"),
        ("other", "a.pdf", [], "an empty document"),
    ],
)  # fmt: skip
def test_roles(role: str, name: str, blocks: list[Block], reason: str) -> None:
    assert role_of(document(*blocks, name=name)) == role, reason


@pytest.mark.parametrize(
    ("blocks", "role"),
    [
        ((KIND, heading("Overview Report")), "overview"),
        ((KIND, heading("Executive Summary")), "summary"),
        ((KIND, heading("Action Plan"), SHORT_PLAN), "action-plan"),
        ((heading("Domestic Homicide Review Action Plan"), SHORT_PLAN), "action-plan"),
        ((para("Home Office"), para("Dear Chair"), para("Thank you.")), "letter"),
        ((KIND, heading("Introduction")), "overview"),
        ((heading("Minutes"), para("Those present were named.")), "other"),
        # near misses: a chapter of a report is no document of its own
        ((KIND, heading("Overview Report"), heading("Executive summary")), "overview"),
        (
            (KIND, para("Eastmoor"), para("May 2023"), heading("Executive summary", page=2)),
            "overview",
        ),
        ((KIND, heading("Contents"), para("Executive summary")), "overview"),
        ((KIND, para("x" * 400), para("x" * 400), heading("Action plan"), SHORT_PLAN), "overview"),
    ],
)
def test_first_lines_tell_the_role(blocks: tuple[Block, ...], role: str) -> None:
    assert role_of(document(*blocks, name="file.pdf")) == role


def test_file_name_tells_where_nothing_else_does() -> None:
    assert role_of(document(para("Eastmoor"), name="Executive_Summary-final.pdf")) == "summary"
