"""What is said of a table, case by case: why the case is here, the table, the words."""

from msgspec.structs import replace

from learnt.records.finding import Tally
from tests.publish.factories import asks, mean, tally


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
        "of one person there is no share",
        tally("joint.perpetrator_vulnerabilities", {"Alcohol": 1, "Housing": 0}, form="tags", whole=1),
        "Vulnerabilities of the people who abused or killed: alcohol (1 of 1 person)."
        " Small numbers, here and below: read the counts rather than the percentages.",
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
