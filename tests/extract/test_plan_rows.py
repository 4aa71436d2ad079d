import pytest

from learnt.extract.plan_rows import PlanRow, goes_on, is_group_title, join_cells

ABOVE = {"recommendation": "1. The Trust should train", "action": "Write", "target": "May 2024"}
ROWS = [
    ({"action": "to all wards"}, True, "goes on in lower case"),
    ({"completion": "in use"}, True, "nothing begins in it"),
    ({"lead": "Marsh Trust"}, True, "a second body, no action of its own"),
    ({"action": "• Meet"}, True, "a further point of the same cell"),
    ({"recommendation": "its staff", "action": "Meet"}, True, "its recommendation goes on"),
    ({"recommendation": "Staff", "action": ""}, True, "the one above is labelled and not finished"),
    ({"action": "Meet", "lead": "B"}, False, "an action of its own"),
    ({"action": "meet", "target": "June 2025"}, False, "a date of its own"),
    ({"recommendation": "2. The Board should"}, False, "another recommendation begins"),
    ({"ref": "2", "action": "and"}, False, "another reference"),
]


@pytest.mark.parametrize(("cells", "expected", "why"), ROWS)
def test_rest_of_a_cut_row_is_known(cells: dict[str, str], expected: bool, why: str) -> None:
    assert goes_on(cells, PlanRow(dict(ABOVE), [])) is expected, why


JOINED = [
    ("Write to", "all wards", "action", "Write to all wards"),
    ("Write", "Meet", "action", "Write\nMeet"),
    ("Marsh", "Trust", "lead", "Marsh Trust"),
    ("Marsh Police", "Marsh NHS Trust", "lead", "Marsh Police\nMarsh NHS Trust"),
    ("March", "2024", "target", "March 2024"),
    ("", "Write", "action", "Write"),
    ("Write", "", "action", "Write"),
]


@pytest.mark.parametrize(("above", "rest", "role", "expected"), JOINED)
def test_rests_join_their_cells(above: str, rest: str, role: str, expected: str) -> None:
    assert join_cells(above, rest, role) == expected


def test_group_titles_are_bodies() -> None:
    assert is_group_title("Marsh Police:")
    assert is_group_title("Marsh Police (continued)")
    assert not is_group_title("Training of staff")
    assert not is_group_title("1. The Trust should train its staff")
