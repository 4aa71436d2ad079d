"""Sentences from tallies: a table of tallies and what is said of them, near misses beside."""

import pytest
from msgspec.structs import replace

from learnt.publish.report.sentences import sentences
from learnt.publish.report.trend import trend
from learnt.records.finding import Finding, Tally, Unit
from tests.publish.factories import HOMICIDES, Counts, asks, mean, tally


def said(table: Tally) -> str:
    return " ".join(one.text for one in sentences(table))


def named_elsewhere(table: Tally) -> Tally:
    *others, last = table.findings
    return replace(table, findings=(*others, replace(last, named_elsewhere=True)))


SEX = "homicides.sex_of_victim"
CASES: list[tuple[str, Tally, str]] = [
    (
        "the sentence of the hand-made report",
        tally(SEX, {"Female": 13, "Male": 2}),
        "13 of the 15 people who died by homicide were women (87%) and 2 were men (13%).",
    ),
    (
        "one is singular",
        tally(SEX, {"Female": 14, "Male": 1}),
        "14 of the 15 people who died by homicide were women (93%) and 1 was a man (7%).",
    ),
    (
        "all of them",
        tally(SEX, {"Female": 15}),
        "All 15 people who died by homicide were women.",
    ),
    (
        "a single person, and a warning",
        tally(SEX, {"Female": 1}),
        "The one person who died by homicide was a woman."
        " Small numbers, here and below: read the counts rather than the percentages.",
    ),
    (
        "not recorded stands beside, and is not in the base",
        tally(SEX, {"Female": 9, "Male": 4}, missing=2),
        "9 of the 13 people who died by homicide for whom the sex is recorded were women (69%) and 4"
        " were men (31%); not recorded for 2.",
    ),
    (
        "a group of none is not said",
        tally(SEX, {"Female": 15, "Male": 0}),
        "All 15 people who died by homicide were women.",
    ),
    (
        "a small number withheld",
        tally(SEX, {"Female": 13, "Male": "small"}, whole=17),
        "13 of the 17 people who died by homicide were women (76%) and fewer than 5 were men.",
    ),
    (
        "a linked number is not said to be small",
        tally(SEX, {"Female": "linked", "Male": 13}, whole=27),
        "13 of the 27 people who died by homicide were men (48%) and how many were women is not"
        " shown.",
    ),
    (
        "nothing recorded for anybody",
        tally(SEX, {"Female": 0, "Male": 0}, missing=15),
        "The sex is not recorded for any of the 15 people who died by homicide.",
    ),
    (
        "the most common and those that follow",
        tally("homicides.method", {"stabbing": 6, "shooting": 5, "burning": 3, "drowning": 1}),
        "The most common method was stabbing: 6 of the 15 people who died by homicide (40%);"
        " then shooting (5, 33%) and burning (3, 20%).",
    ),
    (
        "several are the most common",
        tally("homicides.method", {"stabbing": 5, "shooting": 5, "burning": 3, "drowning": 2}),
        "No single method was the most common: stabbing and shooting were each recorded for 5 of"
        " the 15 people who died by homicide (33%).",
    ),
    (
        "of groups alike in size, all are named or none",
        tally("homicides.method", {"a": 9, "b": 3, "c": 2, "d": 2}),
        "The most common method was a: 9 of the 16 people who died by homicide (56%); then b"
        " (3, 19%).",
    ),
    (
        "no group is the most common where a larger one may be hidden",
        tally("homicides.method", {"a": 6, "b": 5, "c": "linked", "d": 7}, whole=40),
        "The method was d for 7 of the 40 people who died by homicide (18%), a for 6 (15%) and b"
        " for 5 (13%).",
    ),
    (
        "tags are tagged in n of N, never a share of people",
        tally("joint.victim_vulnerabilities", {"Alcohol": 403, "Housing": 9}, form="tags",
              whole=647, tagged=True),
        "Vulnerabilities of the people who died: alcohol, tagged in 403 of 647; housing, tagged in 9"
        " of 647.",
    ),
    (
        "a single tag",
        tally("homicides.children_present", {"Children present": 152}, form="tags", whole=554,
              tagged=True, of="deaths by homicide"),
        "Children present: tagged in 152 of 554 deaths by homicide.",
    ),
    (
        "a measure that nobody wrote words for",
        tally("homicides.weather", {"Rain": 4, "Sun": 11}, title="Weather of the day"),
        "Weather of the day: the group was Sun for 11 of the 15 people who died by homicide (73%)"
        " and Rain for 4 (27%).",
    ),
    (
        "a fact that holds or not",
        tally("homicides.parent", {"A parent": 10}, form="tags", whole=14, missing=1),
        "10 of the 14 people who died by homicide for whom this is recorded were parents (71%);"
        " not recorded for 1.",
    ),
    (
        "a fact of nobody",
        tally("homicides.parent", {"A parent": 0}, form="tags", whole=14),
        "None of the 14 people who died by homicide were parents.",
    ),
    (
        "a fact that is not so of the only one",
        tally("homicides.parent", {"A parent": 0}, form="tags", whole=1, title="Parents"),
        "Parents: recorded as not so for the one person who died by homicide.",
    ),
    (
        "a share of few among many is marked, there alone",
        tally("homicides.hospital_order", {"Hospital order": 1}, form="tags", whole=3, missing=33,
              of="people who abused or killed"),
        "1 of the 3 people who abused or killed for whom this is recorded was given a hospital order"
        " (33%); not recorded for 33. Small numbers: read the count rather than the percentage.",
    ),
    (
        "a tag has no share to be marked",
        tally("homicides.children_present", {"Children present": 2}, form="tags", whole=6,
              tagged=True, of="deaths"),
        "Children present: tagged in 2 of 6 deaths.",
    ),
    (
        "an event of several deaths counts once",
        tally("joint.multiple_victims", {"Several people died": 1}, form="tags", whole=40, of="deaths"),
        "1 of the 40 deaths stands for an event in which more than one person died (3%).",
    ),
    (
        "a fact of few, withheld",
        tally("homicides.parent", {"A parent": "small"}, form="tags", whole=14, missing=1),
        "Fewer than 5 of the 14 people who died by homicide for whom this is recorded were parents;"
        " not recorded for 1.",
    ),
    (
        "a fact of few with a sentence of its own, withheld",
        tally("joint.heard_at_marac", {"Heard at MARAC": "small"}, form="tags", whole=14, of="deaths"),
        "In fewer than 5 of the 14 deaths, the case had been heard at a multi-agency risk assessment"
        " conference (MARAC).",
    ),
    (
        "a fact that is withheld beside others is not said to be small",
        tally("joint.heard_at_marac", {"Heard at MARAC": "linked"}, form="tags", whole=14, of="deaths",
              title="Heard at MARAC"),
        "Heard at MARAC: not shown.",
    ),
    (
        "a tag of few, withheld",
        tally("homicides.children_present", {"Children present": "small"}, form="tags", whole=554,
              tagged=True, of="deaths by homicide"),
        "Children present: fewer than 5 of the 554 deaths by homicide.",
    ),
    (
        "a fact of both",
        tally("joint.heard_at_marac", {"Heard at MARAC": 2}, form="tags", whole=2, of="deaths"),
        "In both deaths, the case had been heard at a multi-agency risk assessment conference"
        " (MARAC).",
    ),
    (
        "a fact of all",
        tally("homicides.parent", {"A parent": 14}, form="tags", whole=14),
        "All 14 people who died by homicide were parents.",
    ),
    (
        "what was put together is never the most common",
        tally("homicides.method", {"a": 7, "b": 5, "c": 5, "Other groups": 23}),
        "The method was a for 7 of the 40 people who died by homicide (18%), b for 5 (13%) and in"
        " other groups for 23 (58%).",
    ),
    (
        "what was put together is smaller than the most common",
        tally("homicides.method", {"a": 20, "b": 5, "c": 5, "Other groups": 10}),
        "The most common method was a: 20 of the 40 people who died by homicide (50%); then b (5, 13%)"
        " and c (5, 13%).",
    ),
    (
        "a group that was put together may be the second largest, where another table names it",
        named_elsewhere(tally("homicides.method", {"a": 20, "b": 5, "c": 5, "Other groups": 10})),
        "The most common method was a: 20 of the 40 people who died by homicide (50%).",
    ),
    (
        "none that was put together can be the second largest",
        named_elsewhere(tally("homicides.method", {"a": 20, "b": 9, "c": 5, "Other groups": 8})),
        "The most common method was a: 20 of the 42 people who died by homicide (48%); then b (9, 21%).",
    ),
    (
        "each another one",
        tally("homicides.method", {"a": 1, "b": 1, "c": 1, "d": 1}),
        "No method was recorded more than once among the 4 people who died by homicide: a, b, c and"
        " d. Small numbers, here and below: read the counts rather than the percentages.",
    ),
    (
        "more alike than can be named",
        tally("homicides.method", dict.fromkeys("abcdefg", 2)),
        "No single method was the most common: several were each recorded for 2 of the 14 people"
        " who died by homicide (14%).",
    ),
    (
        "a place without any",
        tally("homicides.area", {"A": 9, "B": 6, "C": 0}, of="deaths by homicide"),
        "9 of the 15 deaths by homicide were in A (60%) and 6 were in B (40%). There were none in C.",
    ),
    (
        "the places with the most",
        tally("homicides.area", {"A": 6, "B": 3, "C": 3, "D": 2}, of="deaths by homicide"),
        "Of the 14 deaths by homicide, the most were in A (6, 43%); then B (3, 21%) and C (3, 21%).",
    ),
    (
        "regions have an article",
        tally("joint.region", {"North West": 6, "Wales": 3, "East": 0}, of="deaths"),
        "6 of the 9 deaths were in the North West (67%) and 3 were in Wales (33%). There were none in"
        " the East of England. Small numbers, here and below: read the counts rather than the"
        " percentages.",
    ),
    (
        "places put together are no place of that name",
        tally("homicides.area", {"A": 9, "Other groups": 6}, of="deaths by homicide"),
        "9 of the 15 deaths by homicide were in A (60%) and 6 were in other groups (40%).",
    ),
    (
        "deaths are things: for which, not for whom",
        tally("homicides.place_of_death", {"outside": 9, "other": 3}, missing=1,
              of="deaths by homicide"),
        "The place of death was outside for 9 of the 12 deaths by homicide for which it is recorded"
        " (75%) and another place for 3 (25%); not recorded for 1.",
    ),
    (
        "one case has no share",
        tally("joint.heard_at_marac", {"Heard at MARAC": 1}, form="tags", whole=1, of="deaths"),
        "In the one death, the case had been heard at a multi-agency risk assessment conference"
        " (MARAC).",
    ),
    (
        "for how many recommendations no theme was found",
        tally("recommendations.theme", {"Training": 8, "Policy": 2}, form="tags", whole=15,
              missing=4, of="recommendations", unit="recommendations"),
        "Themes: training (8 of 15 recommendations, 53%); policy (2, 13%); not recorded for 4.",
    ),
    (
        "several of what the people who died were",
        tally("homicides.relationship_to_perpetrator", {"Parent": 3, "Spouse (incl civil partner)": 1},
              whole=12),
        "3 of the 12 people who died by homicide were parents (25%) and 1 was a spouse or civil"
        " partner (8%).",
    ),
    (
        "no row is called the most often where a hidden one may be larger",
        tally("joint.victim_vulnerabilities", {"Alcohol": 9, "Housing": "linked", "Pregnancy": 5},
              form="tags", whole=40),
        "Vulnerabilities of the people who died, among others: alcohol (9 of 40 people, 23%);"
        " pregnancy (5, 13%).",
    ),
    (
        "themes",
        asks("recommendations.theme", {"Training": 38, "Policy": 32, "Risk": 0}, 153),
        "Themes: training (38 of 153 recommendations, 25%); policy (32, 21%).",
    ),
    (
        "the mean with its interval and base",
        mean("homicides.mean_age_of_victim", 44.6666, 35.25, 54.1, 15),
        "Age: mean 44.7 years (95% interval 35.3 to 54.1), from 15 people who died by homicide.",
    ),
    (
        "mentions are no people",
        tally("joint.victim_vulnerability_mentions", {"a": 6, "b": 4}, unit="mentions"),
        "The vulnerability mentioned was a for 6 of the 10 mentions (60%) and b for 4 (40%).",
    ),
]  # fmt: skip


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
        ([30, 1, 1, 30], "none"),  # uneven, but neither up nor down
    ],
)
def test_a_trend_is_told_only_beyond_chance(counts: list[int], verdict: str) -> None:
    assert trend(counts) == verdict


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
