"""Homicides and suicides apart, beside all deaths together."""

from collections.abc import Sequence

from learnt.analyse.disclosure.decide import decide
from learnt.analyse.disclosure.outcomes import Outcome
from learnt.records.finding import Tally
from tests.analyse.disclosure.making import RULES, table

KINDS = table("joint.death_type", {"homicide": 40, "suicide": 20}, personal=False)


def told(outcome: Outcome) -> list[str]:
    return [cell.group for cell in outcome.cells if not cell.mark]


def decided(*tables: Tally, kinds: Tally = KINDS, forced: Sequence[str] = ()) -> dict[str, Outcome]:
    return decide((kinds, *tables), forced, RULES)


def sexes(section: str, women: int, men: int) -> Tally:
    return table(f"{section}.sex_of_victim", {"Female": women, "Male": men})


def test_parts_are_told_where_all_can_be() -> None:
    found = decided(sexes("joint", 45, 15), sexes("homicides", 31, 9), sexes("suicides", 14, 6))
    assert all(
        found[f"{one}.sex_of_victim"].complete() for one in ("joint", "homicides", "suicides")
    )


def test_both_parts_go_where_one_is_small() -> None:
    found = decided(sexes("joint", 45, 15), sexes("homicides", 27, 13), sexes("suicides", 18, 2))
    assert told(found["joint.sex_of_victim"]) == ["Female", "Male"]
    assert found["homicides.sex_of_victim"].whole == "apart"
    assert found["suicides.sex_of_victim"].whole == "apart"


def test_parts_go_where_what_they_leave_over_is_small() -> None:
    """60 deaths, 58 of a known kind: the other two would come back from the difference."""
    kinds = table("joint.death_type", {"homicide": 38, "suicide": 20}, total=60, not_recorded=2)
    found = decided(
        sexes("joint", 45, 15), sexes("homicides", 29, 9), sexes("suicides", 14, 6), kinds=kinds
    )
    assert found["homicides.sex_of_victim"].whole == "apart"


WIDE = table("joint.death_type", {"homicide": 40, "suicide": 20}, total=70, not_recorded=10)


def test_one_part_is_told_where_enough_deaths_are_of_neither_kind() -> None:
    """Of 10 deaths of no recorded kind 2 are of men: told are homicides, and 30 not told apart are left."""
    tables = sexes("joint", 50, 20), sexes("homicides", 28, 12), sexes("suicides", 14, 6)
    found = decided(*tables, kinds=WIDE)
    assert told(found["homicides.sex_of_victim"]) == ["Female", "Male"]
    assert found["suicides.sex_of_victim"].whole == "alone"


def test_no_part_is_told_alone_where_too_few_are_of_neither_kind() -> None:
    """Of 64 deaths 4 are of neither kind: the suicides would be known but for four."""
    tables = sexes("joint", 46, 18), sexes("homicides", 28, 12), sexes("suicides", 17, 3)
    found = decided(*tables)
    assert [found[f"{one}.sex_of_victim"].whole for one in ("homicides", "suicides")] == [
        "apart",
        "apart",
    ]


def test_no_part_is_told_alone_where_the_others_together_are_small() -> None:
    """Three men are left over of suicides and of no recorded kind: they would come back."""
    tables = sexes("joint", 50, 20), sexes("homicides", 23, 17), sexes("suicides", 18, 2)
    found = decided(*tables, kinds=WIDE)
    assert found["homicides.sex_of_victim"].whole == "apart"
    assert found["suicides.sex_of_victim"].whole == "apart"


def test_a_row_is_told_of_one_part_where_enough_deaths_are_of_neither_kind() -> None:
    def rows(section: str, total: int, count: int) -> Tally:
        return table(f"{section}.victim_vulnerabilities", {"Alcohol": count}, "tags", total=total)

    found = decided(rows("joint", 70, 30), rows("homicides", 40, 15), rows("suicides", 20, 14))
    assert told(found["homicides.victim_vulnerabilities"]) == ["Alcohol"]
    assert found["suicides.victim_vulnerabilities"].whole == "alone"


def test_nothing_stands_apart_where_a_kind_of_death_is_small() -> None:
    kinds = table("joint.death_type", {"homicide": 57, "suicide": 3}, personal=False)
    areas = table("suicides.area", {"Ashmere": 2, "Coldwick": 1}, personal=False)
    years = table("trend.suicides", {"2019": 3}, "years", personal=False)
    deaths = table("trend.deaths", {"2019": 60}, "years", personal=False)
    found = decided(
        sexes("joint", 45, 15), sexes("homicides", 42, 15), areas, years, deaths, kinds=kinds
    )
    for name in ("homicides.sex_of_victim", "suicides.area", "trend.suicides"):
        assert (found[name].whole, found[name].unnamed) == ("populations", True)
    assert "trend.deaths" not in found
    assert told(found["joint.sex_of_victim"]) == ["Female", "Male"]


def test_bands_of_parts_are_cut_within_those_of_the_whole() -> None:
    def ages(section: str, *counts: int) -> Tally:
        bands = ("16–24", "25–34", "35–44", "45+")
        return table(f"{section}.age_of_victim", dict(zip(bands, counts, strict=True)), "ordered")

    found = decided(
        ages("joint", 12, 15, 14, 19),
        ages("homicides", 10, 8, 12, 10),
        ages("suicides", 2, 7, 2, 9),
    )
    assert len(found["joint.age_of_victim"].cells) == 4
    assert told(found["homicides.age_of_victim"]) == ["16–34", "35+"]
    assert told(found["suicides.age_of_victim"]) == ["16–34", "35+"]


def test_a_row_is_told_in_both_parts_or_in_neither() -> None:
    def rows(section: str, total: int, first: int, second: int) -> Tally:
        counts = {"Alcohol": first, "Housing": second}
        return table(f"{section}.victim_vulnerabilities", counts, "tags", total=total)

    found = decided(
        rows("joint", 60, 25, 22), rows("homicides", 40, 15, 20), rows("suicides", 20, 10, 2)
    )
    assert told(found["joint.victim_vulnerabilities"]) == ["Alcohol", "Housing"]
    for part in ("homicides", "suicides"):
        cells = found[f"{part}.victim_vulnerabilities"].cells
        assert [(cell.group, cell.mark) for cell in cells] == [
            ("Alcohol", ""),
            ("Housing", "linked"),
        ]


def test_what_no_suicide_can_have_is_told_of_homicides() -> None:
    """No court follows a suicide: that nobody is left over is the definition, not a finding."""
    whole = table("joint.homicide_suicide", {"Homicide followed by suicide": 9}, "tags", total=60)
    part = table(
        "homicides.homicide_suicide", {"Homicide followed by suicide": 9}, "tags", total=40
    )
    assert decided(whole, part)["homicides.homicide_suicide"].complete()


def test_what_the_auditor_found_takes_the_parts_along() -> None:
    tables = sexes("joint", 45, 15), sexes("homicides", 31, 9), sexes("suicides", 14, 6)
    found = decided(*tables, forced=["joint.sex_of_victim"])
    assert found["joint.sex_of_victim"].whole == "audited"
    assert found["homicides.sex_of_victim"].whole == "apart"
