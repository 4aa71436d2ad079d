"""From records to findings: counts, shares, rates, trends and means, each with its base.

`analyse` is pure: the same material and selection give the same `Analysis`. It protects nothing;
`learnt.analyse.disclosure` does that. What tables there are, and what each means, is in
`rules/measures.toml`; a table's id is `section.measure` (`homicides.sex_of_victim`).

How to read a table: in `categories`, `ordered` and `years` each case is in one group, and the groups
add up to `total` less `not_recorded`. In `tags` each row stands alone, with its own denominator and
number not recorded. In `single` the findings are numbers of different kinds (mean, median), `numerator`
being how many cases they are worked out from. A finding with a share has its `value` in percent,
rounded half up to whole numbers.
"""

from msgspec.structs import replace

from learnt.analyse.area_rates import count_rates
from learnt.analyse.cases import Chosen, choose
from learnt.analyse.comparators import Comparators, own_comparators, parse_comparators
from learnt.analyse.comparing import compare, line_gap
from learnt.analyse.crosses import count_crosses
from learnt.analyse.gathering import name_of_area, what_is_counted
from learnt.analyse.people import count_people
from learnt.analyse.populations import Populations, parse_populations
from learnt.analyse.problems import BadTable, BadTally, MixedShares
from learnt.analyse.quality import find_quality
from learnt.analyse.recommendations import count_asks
from learnt.analyse.repeats import count_repeats
from learnt.analyse.trend import count_reviews, count_trend, years_of
from learnt.records.case import AskEntry, Material
from learnt.records.finding import Analysis, Selection, Tally

__all__ = [
    "BadTable",
    "BadTally",
    "Comparators",
    "MixedShares",
    "Populations",
    "analyse",
    "compare",
    "own_comparators",
    "parse_comparators",
    "parse_populations",
]


def analyse(
    material: Material,
    selection: Selection | None = None,
    *,
    populations: Populations | None = None,
    comparators: Comparators | None = None,
) -> Analysis:
    """Give all findings on the selected part of the material.

    No selection selects all; without populations there are no rates; without comparators the
    project's own are taken (`Comparators()` is none at all). Raises `BadTally` or `MixedShares` where
    a table would not add up, which is a defect.
    """
    selection = selection or Selection()
    known = own_comparators() if comparators is None else comparators
    every = selection.denominator == "all"
    chosen = choose(material, selection)
    people = count_people(chosen.cases, every)
    name = name_of_area(material, selection)
    years = years_of(chosen.cases, selection)
    rates = count_rates(chosen.cases, selection, name, populations, years)
    crosses = count_crosses(chosen.cases, selection.crosses, every)
    asked, gaps = _count_asks(material, chosen, bool(selection.area or selection.filters), every)
    counted = Analysis(
        selection=selection,
        name=name,
        tallies=(
            what_is_counted(chosen, material),
            *count_reviews(chosen, every),
            *count_trend(chosen, selection, every),
            *people.tallies,
            *rates.tallies,
            *crosses.tallies,
            *asked,
        ),
        gaps=(*people.gaps, *rates.gaps, *crosses.gaps, *gaps),
        source=material.source,
        date=material.date,
        versions=material.versions,
    )
    gap = line_gap(counted, known)
    return replace(
        counted,
        comparisons=compare(counted, known),
        quality=find_quality(material, chosen, counted.tallies),
        gaps=(*counted.gaps, *([gap] if gap else [])),
    )


def _count_asks(
    material: Material, chosen: Chosen, area: bool, every: bool
) -> tuple[list[Tally], tuple[str, ...]]:
    if material.asks is None:
        return [], ("Recommendations: there are none in this source to count.",)
    here, there = {one.id for one in chosen.reviews}, {one.id for one in chosen.rest}
    mine: list[AskEntry] = [one for one in material.asks if one.review in here]
    rest: list[AskEntry] = [one for one in material.asks if one.review in there]
    repeats = count_repeats(mine, rest, material.reviews or (), area, every)
    tallies = count_asks(mine, "recommendations", "recommendations", every)
    beside = count_asks(rest, "rest", "recommendations of other areas", every) if area else []
    gaps = [] if mine else ["Recommendations: there are none in this selection."]
    if mine and repeats is None:
        gaps.append("Recommendations: no repeats are marked in this source.")
    return [*tallies, *([repeats] if repeats else []), *beside], tuple(gaps)
