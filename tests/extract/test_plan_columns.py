import pytest

from learnt.extract.plan_columns import is_action_plan
from learnt.extract.plan_roles import plan_role
from tests.extract.factories import merged, table

ROLES = [
    ("Recommendation", "recommendation"),
    ("Overview recommendations", "recommendation"),
    ("Rec No.", "ref"),
    ("Ref", "ref"),
    ("Scope of recommendation i.e. local, regional or national", "scope"),
    ("Action to take", "action"),
    ("Actions required", "action"),
    ("What will be done", "action"),
    ("How will this be achieved?", "action"),
    ("Lead\nAgency", "lead"),
    ("Responsible officer", "lead"),
    ("Owner", "lead"),
    ("By whom", "lead"),
    ("Key milestones achieved in enacting the recommendation", "milestones"),
    ("Success criteria", "milestones"),
    ("Target Date:", "target"),
    ("Timescale", "target"),
    ("By when?", "target"),
    ("Due date", "target"),
    ("Date of completion and outcome", "completion"),
    ("Date completed", "completion"),
    ("Progress", "status"),
    ("RAG", "status"),
    ("Expected outcome", "outcome"),
    ("4. Lead agency", "lead"),
    # a narrow column breaks words
    ("Recommenda tion", "recommendation"),
    # near misses
    ("The Trust should train its staff", ""),
    ("Marsh Police", ""),
    ("June 2024", ""),
    ("", ""),
]


@pytest.mark.parametrize(("head", "role"), ROLES)
def test_heads_name_their_roles(head: str, role: str) -> None:
    assert plan_role(head.replace("\n", " ")) == role


def test_head_of_two_rows_is_one() -> None:
    plan = merged(
        ("Rec", "Action", "Lead", "Target", "Progress", "Progress"),
        ("", "", "agency", "date", "Date completed", "Outcome"),
        ("1", "Write", "Marsh Trust", "2024", "2025", "Written"),
    )
    columns = is_action_plan(plan)
    assert columns is not None
    assert columns.heads == {0, 1}
    assert columns.roles["lead"] == 2
    assert columns.roles["outcome"] == 5


def test_first_entry_is_no_second_head() -> None:
    plan = table(("Rec", "Action", "Lead", "Target date"), ("1", "Write", "Marsh Trust", "2024"))
    columns = is_action_plan(plan)
    assert columns is not None
    assert columns.heads == {0}


def test_titles_over_the_head_stay_to_be_read() -> None:
    plan = table(
        ("Recommendation 1: The Trust should train.",),
        ("Action", "Lead", "Target date"),
        ("Write", "A", "2024"),
    )
    columns = is_action_plan(plan)
    assert columns is not None
    assert columns.heads == {1}


@pytest.mark.parametrize(
    "head",
    [
        ("No.", "Recommendation", "Agency"),  # a list
        ("Date", "Event", "Source"),  # a chronology
        ("Agency", "Action"),  # who did what: nothing of when or what came of it
        ("Name", "Role", "Organisation"),  # a panel
    ],
)
def test_other_tables_are_none(head: tuple[str, ...]) -> None:
    assert is_action_plan(table(head, tuple("x" for _ in head))) is None
