"""An outsider reads every file of a public report and counts back; `benchmarks/results-attack.md` has 200 registers."""

from pathlib import Path

import pytest

from tests.analyse.disclosure.outsider.attacking import attack
from tests.analyse.disclosure.outsider.cells import Inconsistent, Row, Told, fitting
from tests.analyse.disclosure.outsider.counting_back import count_back
from tests.analyse.disclosure.outsider.shapes import material_of
from tests.analyse.disclosure.outsider.unknowns import Contradiction

COUNTED = Told(
    rows={
        "deaths": Row(count=13),
        "people who died": Row(count=13),
        "people who abused or killed": Row(count=13),
    }
)


def linked(group: str, mark: str = "linked", missing: int = 0) -> Told:
    return Told(rows={group: Row(mark=mark)}, total=13, missing=missing)


@pytest.mark.parametrize("seed", [1015, 1018])
def test_no_number_that_is_not_told_is_known(seed: int, tmp_path: Path) -> None:
    found = attack(material_of(seed, tmp_path), word=seed == 1015)
    assert sum(map(len, found.left.values())) > 100
    assert (found.narrow(), found.small, found.untold, found.wrong) == ([], [], [], [])


def test_the_outsider_finds_what_marks_and_common_sense_give_back() -> None:
    """Of 11 recorded "not shown" means 7 or more; parents of young children are among 8 parents."""
    told = {
        "reviews.counted": COUNTED,
        "joint.parent": Told(rows={"Parents": Row(count=8, of=13, missing=0)}, total=13, missing=0),
        "joint.children_under_18": linked("Children under 18", missing=2),
    }
    assert count_back(told, {}, 3) == {("joint.children_under_18", "Children under 18"): (7, 8)}


def test_the_outsider_finds_what_the_difference_of_two_tables_gives_back() -> None:
    sexes = {
        "joint": {"Female": Row(count=8), "Male": Row(count=5)},
        "homicides": {"Female": Row(count=6), "Male": Row(count=1)},
    }
    told = {f"{one}.sex_of_victim": Told(rows=rows, missing=0) for one, rows in sexes.items()}
    told["reviews.counted"], told["joint.sex_of_victim"].total = COUNTED, 13
    told["homicides.sex_of_victim"].total = 7
    told["suicides.sex_of_victim"] = Told(whole=True)
    told["suicides.method"] = Told(rows={"fire": Row(count=6)}, total=6)
    told["trend.suicides"] = Told(rows={"2019": Row(count=6)})
    asked = {"suicides.sex_of_victim": ["Female", "Male"]}
    found = count_back(told, asked, 3)
    assert found["suicides.sex_of_victim", "Male"][1] == 4
    told["trend.homicides"] = Told(rows={"2019": Row(count=7)})
    told["suicides.parent"] = Told(rows={"Parents": Row(count=5, of=6, missing=0)}, total=6)
    assert count_back(told, asked, 3)["suicides.sex_of_victim", "Male"] == (4, 4)


def test_the_outsider_finds_what_a_median_gives_back() -> None:
    """Of 13 people 7 are 41 or older and the median is 68: nobody is from 41 to 60."""
    ages = {"40 and under": Row(count=6, of=13), "41 and over": Row(count=7, of=13)}
    averages = {"mean": Row(count=13, value=54), "median": Row(count=13, value=68)}
    told = {
        "reviews.counted": COUNTED,
        "joint.age_of_victim": Told(rows=ages, total=13, missing=0),
        "joint.mean_age_of_victim": Told(rows=averages, total=13, missing=0),
    }
    asked = {"joint.age_of_victim": ["41–50", "51–60", "61 and over"]}
    found = count_back(told, asked, 3)
    assert [found["joint.age_of_victim", one] for one in ("41–50", "51–60", "61–120")] == [
        (0, 0),
        (0, 0),
        (7, 7),
    ]


@pytest.mark.parametrize(
    ("row", "most", "pairs"),
    [
        (Row(percent=42, interval=(19, 68)), 15, [(5, 12)]),  # the interval tells of how many
        (Row(percent=33), 8, [(1, 3), (2, 6)]),  # the share alone does not
        (Row(count=3, percent=75), 20, [(3, 4)]),
    ],
)
def test_a_share_and_its_interval_tell_counts(
    row: Row, most: int, pairs: list[tuple[int, int]]
) -> None:
    assert list(fitting(row, most)) == pairs


def test_files_that_contradict_one_another_are_seen() -> None:
    row = Row(count=5)
    with pytest.raises(Inconsistent):
        row.learn("the page", count=6)


def test_an_attacker_who_believes_what_is_not_so_is_seen() -> None:
    told = {
        "reviews.counted": COUNTED,
        "joint.parent": Told(rows={"Parents": Row(count=3, of=13, missing=0)}, total=13, missing=0),
        "joint.children_under_18": Told(
            rows={"Children under 18": Row(count=5, of=13, missing=0)}, total=13, missing=0
        ),
        "joint.method": Told(rows={"fire": Row(mark="small")}, total=13, missing=0),
    }
    with pytest.raises(Contradiction):
        count_back(told, {}, 3)
