"""Which groups of a table keep their names, and what stands for the others."""

import pytest

from learnt.analyse.disclosure.categories import name_groups, protect_categories
from tests.analyse.disclosure.making import RULES

OTHER = "Other groups"
TOLD = [
    # nothing small: as it is
    ({"A": 20, "B": 6}, {"A": 20, "B": 6}),
    # small ones together are enough
    ({"A": 20, "B": 6, "C": 3, "D": 2}, {"A": 20, "B": 6, OTHER: 5}),
    # small ones together are too few: the next joins them
    ({"A": 20, "B": 6, "C": 3}, {"A": 20, OTHER: 9}),
    # of equals the last by name joins
    ({"A": 6, "B": 6, "C": 1}, {"A": 6, OTHER: 7}),
    # the data's own group for the rest takes the small ones in
    ({"A": 20, "Other": 7, "C": 2}, {"A": 20, OTHER: 9}),
    # and stays as it is where nothing is small
    ({"A": 20, "Other": 7}, {"A": 20, "Other": 7}),
    # by size, whatever the order was
    ({"B": 6, "A": 20}, {"A": 20, "B": 6}),
]


@pytest.mark.parametrize(("counts", "expected"), TOLD)
def test_small_groups_are_put_together(counts: dict[str, int], expected: dict[str, int]) -> None:
    found = protect_categories(counts, False, RULES)
    assert found.complete()
    sums = {cell.group: sum(counts[one] for one in cell.members) for cell in found.cells}
    assert list(sums.items()) == list(expected.items())


@pytest.mark.parametrize("rest", [{}, {"B": 1}, {"B": 4}, {"B": 2, "C": 2}])
def test_a_group_that_holds_nearly_all_is_withheld_with_the_rest(rest: dict[str, int]) -> None:
    """Whether nobody or four stand outside, the table looks the same."""
    found = protect_categories({"A": 20 - sum(rest.values()), **rest}, False, RULES)
    assert [(cell.group, cell.mark) for cell in found.cells] == [("A", "linked"), (OTHER, "small")]


def test_a_closed_list_of_two_keeps_its_names() -> None:
    found = protect_categories({"no": 1, "yes": 14}, True, RULES)
    assert [(cell.group, cell.mark) for cell in found.cells] == [("yes", "linked"), ("no", "small")]


@pytest.mark.parametrize(
    "counts",
    [
        {"A": 5, "B": 4},  # fewer than ten recorded
        {"A": 4, "B": 4, "C": 4},  # nothing large enough to name
        {},
    ],
)
def test_a_table_of_few_is_withheld_whole(counts: dict[str, int]) -> None:
    assert protect_categories(counts, False, RULES).whole == "few"


def test_nobody_in_a_closed_list_is_small() -> None:
    assert protect_categories({"none": 0, "one": 10, "more": 9}, True, RULES).whole == "few"


PARTS = [
    # nobody in a part is fine: no person is described
    ([{"A": 9, "B": 7}, {"A": 8, "B": 6, "C": 5}], ("A", "B", "C")),
    # small in one part: in neither part
    ([{"A": 30, "B": 9, "C": 9}, {"A": 20, "B": 1, "C": 5}], ("A",)),
    # one part has a single group left: none can be told
    ([{"A": 30, "B": 9}, {"A": 12, "B": 2}], None),
]


@pytest.mark.parametrize(("parts", "expected"), PARTS)
def test_parts_share_the_groups_that_all_can_tell(
    parts: list[dict[str, int]], expected: tuple[str, ...] | None
) -> None:
    found = name_groups(parts, RULES)
    assert (found and tuple(sorted(found))) == expected
