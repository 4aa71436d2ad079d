"""The decisions on all tables of an analysis, by closed rules, in a fixed order."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from learnt.analyse.disclosure.categories import protect_categories
from learnt.analyse.disclosure.crosses import protect_cross
from learnt.analyse.disclosure.families import protect_alone, protect_parts
from learnt.analyse.disclosure.holders import keep_holders
from learnt.analyse.disclosure.kinds import coarsen, keep_tags
from learnt.analyse.disclosure.means import protect_means
from learnt.analyse.disclosure.outcomes import Outcome
from learnt.analyse.disclosure.plain import keep_plain
from learnt.analyse.disclosure.settings import Settings
from learnt.analyse.disclosure.sides import protect_sides
from learnt.analyse.disclosure.tables import counts_of, is_average
from learnt.records.finding import Tally

Decided = dict[str, Outcome]


def decide(tallies: Sequence[Tally], forced: Collection[str], rules: Settings) -> Decided:
    """Give the decision on each table that is protected, by its id. `forced` ones are withheld whole.

    First whether homicides and suicides may stand apart at all; then each measure for all deaths
    together, then for its parts; then tables that are made from others, averages and cross tables.
    """
    decided = decide_populations(tallies, rules)
    mine = [one for one in tallies if one.personal and one.id not in decided]
    for family in _families(mine).values():
        decided |= _decide_family(family, decided, forced, rules)
    keep_tags(tallies, decided, rules)
    keep_plain(tallies, decided, rules)
    coarsen(tallies, decided, rules)
    keep_holders(tallies, decided, rules)
    for family in _families([one for one in mine if is_average(one)]).values():
        whole, parts = _split(family, rules)
        decided |= protect_means(whole, parts, tallies, decided, rules)
    for one in mine:
        if one.form == "cross":
            decided[one.id] = protect_cross(one, tallies, decided, rules)
    return decided | {name: Outcome(whole="audited") for name in forced}


def decide_populations(tallies: Sequence[Tally], rules: Settings) -> Decided:
    """Give the decision on the kind of death, and on all tables of its parts where it is not told.

    A part's size is a number about people: where homicides, suicides or others are too few, nothing is
    counted of them apart, not even by area or year, since each such table tells its total.
    """
    kinds = next((one for one in tallies if one.id == rules.kind_of_death), None)
    decided: Decided = {}
    if kinds is not None:
        counts = counts_of(kinds)
        decided[kinds.id] = protect_categories(counts, kinds.closed, rules)
        told = decided[kinds.id]
        if told.complete() and not told.merged():
            return decided
    for one in tallies:
        if one.section in rules.parts or one.id in rules.of_a_part:
            decided[one.id] = Outcome(whole="populations", unnamed=True)
    return decided


def _families(tallies: Sequence[Tally]) -> dict[str, list[Tally]]:
    found: dict[str, list[Tally]] = defaultdict(list)
    for one in tallies:
        found[one.measure].append(one)
    return found


def _split(family: Sequence[Tally], rules: Settings) -> tuple[Tally | None, list[Tally]]:
    whole = next((one for one in family if one.section == rules.whole), None)
    return whole, [one for one in family if one.section in rules.parts]


def _decide_family(
    family: Sequence[Tally], before: Mapping[str, Outcome], forced: Collection[str], rules: Settings
) -> Decided:
    whole, parts = _split([one for one in family if _counts_cases(one)], rules)
    decided = {}
    for one in family:
        if _counts_cases(one) and (whole is None or one not in parts):
            found = protect_sides(one, protect_alone(one, rules), rules)
            decided[one.id] = Outcome(whole="audited") if one.id in forced else found
    if whole and parts:
        found_parts = protect_parts(whole, decided[whole.id], parts, rules)
        hidden = any(one.id in forced for one in (whole, *parts))
        for one, outcome in zip(parts, found_parts, strict=True):
            decided[one.id] = Outcome(whole="apart") if hidden else outcome
    return {name: one for name, one in decided.items() if name not in before}


def _counts_cases(tally: Tally) -> bool:
    return tally.form != "cross" and not is_average(tally)
