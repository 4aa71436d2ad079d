"""Behind the same public numbers there are always three registers that differ in a withheld row."""

import pytest

from tests.analyse.disclosure.registers import register
from tests.analyse.disclosure.worlds import by_closed_rules, possible

LABELLED = ("role",)
"""Measures whose groups are not called as the values of the register: no change reaches them."""


@pytest.mark.parametrize("seed", [9, 12])
def test_a_withheld_row_may_have_three_numbers(seed: int) -> None:
    found = list(possible(register(seed), by_closed_rules))
    assert found
    few = [
        (table, group, numbers)
        for table, group, numbers in found
        if len(numbers) < 3 and not table.endswith(LABELLED)
    ]
    assert not few
