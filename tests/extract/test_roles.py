import pytest

from learnt.extract.roles import role_of
from learnt.records import Block
from tests.extract.factories import document, heading, para, table

KIND = heading("Domestic Homicide Review")
PLAN = table(
    ("Recommendation", "Action to take", "Lead agency", "Target date"),
    ("Review the protocol for sharing", "Write it", "Eastmoor Council", "May 2023"),
)


@pytest.mark.parametrize(
    ("blocks", "role"),
    [
        ((KIND, heading("Overview Report")), "overview"),
        ((KIND, heading("Executive Summary")), "summary"),
        ((KIND, heading("Action Plan"), PLAN), "action-plan"),
        ((heading("Domestic Homicide Review Action Plan"), PLAN), "action-plan"),
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
        ((KIND, para("x" * 400), para("x" * 400), heading("Action plan"), PLAN), "overview"),
    ],
)
def test_first_lines_tell_the_role(blocks: tuple[Block, ...], role: str) -> None:
    assert role_of(document(*blocks, name="file.pdf")) == role


def test_file_name_tells_where_nothing_else_does() -> None:
    assert role_of(document(para("Eastmoor"), name="Executive_Summary-final.pdf")) == "summary"
