"""What a public analysis may never hold, on random small registers."""

import msgspec
import pytest

from learnt.analyse.disclosure import preview, protect
from learnt.records.finding import Tally
from tests.analyse.disclosure.registers import analysis, protected

SEEDS = range(60)


def untouched(tally: Tally) -> Tally:
    findings = tuple(msgspec.structs.replace(one, ids=()) for one in tally.findings)
    return msgspec.structs.replace(tally, findings=findings)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_small_number_of_people_is_told(seed: int) -> None:
    for tally in protected(seed).tallies:
        for one in tally.findings if tally.personal else ():
            assert one.withheld or (one.numerator or 0) >= 5, (tally.id, one)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_withheld_row_keeps_nothing(seed: int) -> None:
    for tally in protected(seed).tallies:
        for one in tally.findings:
            if one.withheld:
                left = (one.numerator, one.denominator, one.not_recorded, one.value, one.share)
                assert left == (None,) * 5, (tally.id, one)
                assert (one.low, one.high, one.population, one.note) == (None, None, None, "")


@pytest.mark.parametrize("seed", SEEDS)
def test_no_id_and_no_account_is_public(seed: int) -> None:
    found = protected(seed)
    assert found.public
    assert not found.protections
    assert not any(one.ids for tally in found.tallies for one in tally.findings)
    assert not any(tally.merged for tally in found.tallies)


@pytest.mark.parametrize("seed", SEEDS)
def test_tables_that_are_not_of_people_stay(seed: int) -> None:
    before, after = analysis(seed), {one.id: one for one in protected(seed).tallies}
    for old in before.tallies:
        new = after[old.id]
        apart = old.section in ("homicides", "suicides") or old.id.startswith("trend.")
        if not old.personal and not apart and old.measure != "death_type":
            assert new == untouched(old)


def test_the_same_analysis_gives_the_same_public_one() -> None:
    assert preview(analysis(3)) == preview(msgspec.structs.replace(analysis(3)))


def test_a_public_analysis_stays_as_it_is() -> None:
    public = protect(analysis(4))
    assert protect(public) is public


def test_what_was_done_is_told_apart() -> None:
    found = preview(analysis(5))
    done = {(one.tally, one.did) for one in found.protections}
    for tally in found.public.tallies:
        if tally.withheld and analysis(5).tally(tally.id):
            assert (tally.id, "withheld") in done
