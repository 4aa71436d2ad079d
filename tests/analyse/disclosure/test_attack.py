"""The public output of 200 random small registers leaves every withheld row three values or more."""

import pytest

from learnt.analyse.disclosure import audit
from tests.analyse.disclosure.attacker import attack
from tests.analyse.disclosure.registers import analysis, protected


@pytest.mark.parametrize("start", range(0, 200, 10))
def test_an_attacker_is_left_with_three_values(start: int) -> None:
    for seed in range(start, start + 10):
        public = protected(seed)
        narrow = {name: one for name, one in attack(public).items() if len(one) < 3}
        assert not narrow, (seed, narrow)


@pytest.mark.parametrize("seed", range(0, 200, 10))
def test_the_auditor_passes_what_was_protected(seed: int) -> None:
    assert audit(protected(seed)) == ()


@pytest.mark.parametrize("seed", range(1, 200, 20))
def test_all_cases_as_denominator_give_nothing_back(seed: int) -> None:
    public = protected(seed, denominator="all")
    assert not [name for name, one in attack(public).items() if len(one) < 3]


def test_the_attacker_finds_what_is_not_protected() -> None:
    """An attacker who finds nothing anywhere would prove nothing: the internal tables give all away."""
    found = attack(analysis(7))
    assert not found  # nothing is withheld there
    assert audit(analysis(7))
