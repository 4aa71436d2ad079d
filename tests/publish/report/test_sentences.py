"""Sentences from tallies: a table of tallies and what is said of them, near misses beside."""

import pytest
from msgspec.structs import replace
from scipy.stats import chi2

from learnt.publish.report.sentences import sentences
from learnt.publish.report.trend import differ, trend
from learnt.records.finding import Finding, Tally, Unit
from tests.publish.factories import HOMICIDES, Counts, tally
from tests.publish.report.sentence_cases import CASES, SEX


def said(table: Tally) -> str:
    return " ".join(one.text for one in sentences(table))


@pytest.mark.parametrize(
    ("table", "words"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_sentences(table: Tally, words: str) -> None:
    assert said(table) == words


def test_a_base_of_all_cases_is_not_called_recorded() -> None:
    table = tally(SEX, {"Female": 9, "Male": 4}, whole=15)
    table = replace(table, total=15, not_recorded=2)
    assert said(table) == (
        "9 of the 15 people who died by homicide were women (60%) and 4 were men (27%);"
        " not recorded for 2."
    )


def test_of_a_table_withheld_only_the_reason_is_said() -> None:
    table = Tally(id="a.b", section="a", measure="b", title="T", of=HOMICIDES, form="categories",
                  withheld="Too few people.", total=3)  # fmt: skip
    assert said(table) == "Too few people."


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ([1, 2, 1, 3, 2, 3, 3], "few"),  # the rise in a small area is told of none
        ([0, 0, 20], "few"),  # too few years
        ([10, 10, 10, 10], "none"),
        ([5, 6, 4, 7, 5, 6], "none"),
        ([2, 5, 9, 14, 20], "rise"),
        ([20, 14, 9, 5, 2], "fall"),
        ([30, 1, 1, 30], "uneven"),  # the years differ, and neither up nor down
        ([1, 1, 1, 29, 53, 46, 70, 86, 88, 54, 36, 38, 15], "uneven"),  # up, then down again
        ([9, 9, 1, 1, 1, 1, 6, 9], "uneven"),
        ([5, 6, 4, 9, 5, 6], "none"),
    ],
)
def test_a_trend_is_told_only_beyond_chance(counts: list[int], verdict: str) -> None:
    assert trend(counts) == verdict


@pytest.mark.parametrize("free", [3, 5, 9, 18])
def test_the_bound_of_what_chance_gives_is_that_of_chi_squared(free: int) -> None:
    """One year apart from the others by ever more, until the years differ."""
    mean = 100
    bound = chi2.ppf(0.95, free)
    for apart in range(60):
        counts = [mean] * (free - 1) + [mean + apart, mean - apart]
        found = 2 * apart**2 / mean
        if abs(found - bound) > 0.1:
            assert differ(counts) is bool(found > bound), (free, apart)


YEARS: Counts = {"2011": 10, "2012": 9, "2013": 11, "2014": 12}


def test_years() -> None:
    table = tally("trend.deaths", YEARS, of="deaths", form="years", unit="incidents")
    assert said(table).startswith("From 2011 to 2014 there were 42 deaths; the most in one year")
    assert "no rise or fall is told" in said(table)


def test_no_trend_is_told_of_merged_or_hidden_years() -> None:
    for odd in ({"2011–2013": 30, "2014": 12}, {"2011": 30, "2012": "linked", "2013": 12}):
        counts: Counts = dict(odd)  # type: ignore[arg-type]  # the literal's values are such counts
        table = tally("trend.deaths", counts, of="deaths", form="years", whole=50)
        assert "most in one year" not in said(table)
        assert "rise" not in said(table)
        assert "later years" not in said(table)


def rates(*values: tuple[str, float, float, float]) -> Tally:
    found = tuple(
        Finding(measure="area_rate", group=name, numerator=3, value=value, low=low, high=high,
                unit="per 100,000", population=100_000)
        for name, value, low, high in values
    )  # fmt: skip
    return Tally(id="homicides.area_rate", section="homicides", measure="area_rate", title="Rate",
                 of="deaths", form="single", unit="per 100,000", findings=found, total=9)  # fmt: skip


def test_a_fact_recorded_only_where_it_is_so_has_no_share() -> None:
    one = tally("homicides.homicide_suicide", {"Homicide followed by suicide": 5}, form="tags",
                whole=5, missing=30, of="deaths by homicide",
                title="Homicide followed by suicide")  # fmt: skip
    found = replace(one, findings=(replace(one.findings[0], share=None, value=None),))
    assert said(found) == (
        "Homicide followed by suicide: recorded for 5 of the 35 deaths by homicide; of the others"
        " nothing is recorded, so no share is given."
    )


def test_the_rate_of_the_whole_is_not_among_its_parts() -> None:
    table = rates(
        ("Fordham", 3.0, 1.1, 6.5), ("Merrow", 1.3, 0.2, 4.7), ("Loxshire", 2.1, 1.0, 4.0)
    )
    whole = replace(table.findings[2], numerator=table.total, population=900_000)
    words = said(replace(table, findings=(*table.findings[:2], whole)))
    assert "lowest in Merrow" in words
    assert words.endswith("For Loxshire it was 2.10 per 100,000 (95% interval 1.00 to 4.00).")


def test_what_is_counted_without_a_register_is_said() -> None:
    found = Finding(measure="counted", group="reviews", numerator=6, value=6, unit="reviews")
    table = Tally(id="reviews.counted", section="reviews", measure="counted", title="What is counted",
                  of="this selection", form="single", findings=(found,), total=0)  # fmt: skip
    assert said(table) == "This report counts 6 reviews."
    rows = [
        found,
        Finding(measure="counted", group="deaths", numerator=0, value=0, unit="incidents"),
    ]
    rows += [Finding(measure="counted", group="people who died", numerator=0, value=0)]
    assert (
        said(replace(table, findings=tuple(rows))) == "This report counts 6 reviews, but no deaths."
    )
    none = replace(table, findings=tuple(rows[1:]))
    assert said(none) == "This report counts no deaths."
    empty = replace(table, findings=())
    assert said(empty) == (
        "There are no cases and no reviews in this selection: nothing is counted."
    )


def test_people_are_described_and_cases_counted() -> None:
    """A release may have fewer people who died than deaths: that must not read as a mistake."""
    numbers: tuple[tuple[str, int, Unit], ...] = (
        ("deaths", 9, "incidents"),
        ("people who died", 8, "people"),
    )
    rows = [
        Finding(measure="counted", group=name, numerator=count, value=count, unit=unit)
        for name, count, unit in numbers
    ]
    table = Tally(id="reviews.counted", section="reviews", measure="counted", title="What is counted",
                  of="this selection", form="single", findings=tuple(rows), total=9)  # fmt: skip
    assert said(table) == "This report counts 9 deaths; the data describe 8 people who died."
    people = replace(table, findings=tuple(rows[1:]))
    assert said(people) == "The data describe 8 people who died."


def test_facts_recorded_only_where_they_are_so_share_one_remark() -> None:
    table = tally("joint.victim_mental_health_kinds", {"Anxiety": 15, "Depression": 14}, form="tags",
                  of="people who died")  # fmt: skip
    bare = tuple(replace(one, share=None, value=None) for one in table.findings)
    assert said(replace(table, findings=bare)) == (
        "Kinds of mental ill-health of the people who died: anxiety (15); depression (14); of the"
        " others nothing is recorded, so no share is given."
    )


def test_people_abroad_of_a_comma_are_closed_by_one() -> None:
    table = tally("homicides.sex_of_perpetrator", {"Male": 9, "Female": 3}, missing=1,
                  of="people who abused or killed, in deaths by homicide")  # fmt: skip
    assert said(table) == (
        "9 of the 12 people who abused or killed, in deaths by homicide, for whom the sex is recorded,"
        " were men (75%) and 3 were women (25%); not recorded for 1."
    )


def test_a_rate_is_higher_only_where_intervals_part() -> None:
    alike = said(rates(("Fordham", 3.0, 1.1, 6.5), ("Merrow", 1.3, 0.2, 4.7)))
    apart = said(rates(("Fordham", 30.0, 20.1, 40.5), ("Merrow", 1.3, 0.2, 4.7)))
    assert "3.00 per 100,000 (95% interval 1.10 to 6.50)" in alike
    assert "The intervals overlap" in alike
    assert "do not overlap: the first rate is higher" in apart


FORBIDDEN = ["because", "caused", "due to", "led to", "killer", "murderer", "perpetrator"]


def test_no_cause_and_no_verdict_in_our_own_words() -> None:
    from learnt.publish.report import compose
    from learnt.publish.report.composed import Paragraph
    from tests.publish.factories import an_analysis

    for block in compose(an_analysis()).blocks():
        for sentence in block.sentences if isinstance(block, Paragraph) else ():
            assert not [word for word in FORBIDDEN if word in sentence.text.lower()], sentence.text
