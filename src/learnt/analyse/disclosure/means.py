"""Means and medians: of enough values, and with no withheld band of the same people beside them."""

from collections.abc import Mapping, Sequence

from learnt.analyse.disclosure.ages import told_of_ages
from learnt.analyse.disclosure.outcomes import Cell, Outcome
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.measures import measures
from learnt.records.finding import Tally

MEAN = Outcome(whole="mean")


def protect_means(
    whole: Tally | None,
    parts: Sequence[Tally],
    tallies: Sequence[Tally],
    decided: Mapping[str, Outcome],
    rules: Settings,
) -> dict[str, Outcome]:
    """Give the decisions on the averages of one measure: of all deaths, and of its parts.

    The parts are told only where the whole and every part can be, and what the parts leave over is
    nobody or enough values, for the mean of the last part is the difference of the others.
    """
    every = [*([whole] if whole else []), *parts]
    fine = {one.id: _fine(one, decided, rules) for one in every}
    together = all(fine.values())
    if whole and parts:
        left = _values(whole) - sum(map(_values, parts))
        together = together and (left == 0 or left >= rules.values_for_mean)
    told = {}
    for one in every:
        alone = one is whole or whole is None
        rows = _rows(one, rules) if fine[one.id] and (alone or together) else MEAN
        told[one.id] = _beside_bands(one, rows, tallies, decided, rules, median=alone)
    return told


def _beside_bands(
    one: Tally,
    rows: Outcome,
    tallies: Sequence[Tally],
    decided: Mapping[str, Outcome],
    rules: Settings,
    *,
    median: bool,
) -> Outcome:
    """Give the decision with no figure that would give back a band that is put together with others.

    Two medians over the same bands, of the whole and of a part, bind one another: the part goes without (`median`).
    """
    for bands in tallies:
        merged = decided.get(bands.id)
        beside = bands.id in _beside(one) and bands.form == "ordered"
        if beside and rows.cells and merged is not None and merged.merged():
            rows = told_of_ages(one, rows, bands, merged, rules, median=median) or MEAN
    return rows


def _beside(tally: Tally) -> list[str]:
    known = measures().get(tally.measure)
    return [f"{tally.section}.{name}" for name in known.related] if known else []


def _values(tally: Tally) -> int:
    return max((one.numerator or 0 for one in tally.findings), default=0)


def _fine(tally: Tally, decided: Mapping[str, Outcome], rules: Settings) -> bool:
    bands = [decided[name] for name in _beside(tally) if name in decided]
    return _values(tally) >= rules.values_for_mean and all(one.complete() for one in bands)


def _rows(tally: Tally, rules: Settings) -> Outcome:
    never = set(rules.extremes)
    if _values(tally) < rules.values_for_quartiles:
        never |= set(rules.quartiles)
    told = [one.group for one in tally.findings if one.group.casefold() not in never]
    if not told:
        return MEAN
    return Outcome(cells=tuple(Cell(group=name, members=(name,)) for name in told))
