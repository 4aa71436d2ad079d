"""Recommendations: each once, or in several rows; the area beside the rest; repeats."""

from learnt.analyse import analyse
from learnt.records.case import AskEntry, ReviewEntry
from learnt.records.finding import Analysis, Selection, ShareOfMentions, ShareOfPeople
from tests.analyse.making import counts, library, row, table

REVIEWS = [
    ReviewEntry(id="N1", csp="Norfolk", published="2018-03"),
    ReviewEntry(id="N2", csp="Norfolk", published="2020-03"),
    ReviewEntry(id="K1", csp="Kent", published="2019-03"),
]
ASKS = [
    AskEntry(
        id="a",
        review="N1",
        themes=("training", "risk"),
        main_theme="training",
        agencies=(("", "Some Body"), ("", "Some Body")),
        agency_types=("police",),
        level="single-agency",
        smart={"owner": True, "action": True, "measure": False, "time": False},
        repeat="g",
        checked=True,
    ),
    AskEntry(
        id="b",
        review="N2",
        themes=("training",),
        main_theme="training",
        subjects=("children",),
        agency_types=("police", "housing"),
        level="national",
        repeat="g",
    ),
    AskEntry(id="c", review="N2"),
    AskEntry(id="d", review="K1", themes=("policy",), main_theme="policy", repeat="g"),
]
TRAINING = "Training and workforce development"
RISK = "Risk assessment and safety planning"


def norfolk() -> Analysis:
    """Norfolk beside the rest."""
    return analyse(library(REVIEWS, ASKS), Selection(area="Norfolk"))


def test_main_themes_count_each_once() -> None:
    found = table(norfolk(), "recommendations.main_theme")
    assert {one.group: one.numerator for one in found.findings} == {TRAINING: 2}
    assert (found.total, found.not_recorded) == (3, 1)


def test_a_recommendation_stands_in_each_of_its_themes() -> None:
    risk = row(norfolk(), "recommendations.theme", RISK)
    assert (risk.numerator, risk.denominator, risk.not_recorded) == (1, 2, 1)
    assert isinstance(risk.share, ShareOfPeople)


def test_mentions_have_mentions_below_the_line() -> None:
    risk = row(norfolk(), "recommendations.theme_mentions", RISK)
    assert (risk.numerator, risk.denominator) == (1, 3)
    assert isinstance(risk.share, ShareOfMentions)


def test_subjects_apart_from_kinds_of_change() -> None:
    assert row(norfolk(), "recommendations.subject", "Children and young people").numerator == 1
    themes = counts(norfolk(), "recommendations.theme")
    assert "Children and young people" not in themes
    assert themes["Other assessments"] == 0  # no theme of the codebook is left out


def test_the_rest_of_the_library_beside_the_area() -> None:
    assert counts(norfolk(), "rest.main_theme") == {"Policy, procedure and guidance": 1}
    assert analyse(library(REVIEWS, ASKS)).tally("rest.main_theme") is None


def test_published_groupings() -> None:
    assert counts(norfolk(), "recommendations.home_office_area")["training"] == 2
    assert counts(norfolk(), "recommendations.library_theme")["identification of risk"] == 1
    assert counts(norfolk(), "recommendations.overview_theme") == {
        "training": 2,
        "pathways": 1,
        "policy": 0,
    }


def test_an_agency_named_twice_counts_once() -> None:
    assert counts(norfolk(), "recommendations.agency") == {"Some Body": 1}
    assert counts(norfolk(), "recommendations.agency_type") == {"police": 2, "housing": 1}
    assert table(norfolk(), "recommendations.agency_type").not_recorded == 1


def test_smart_is_told_of_those_looked_at() -> None:
    found = row(norfolk(), "recommendations.smart", "owner")
    assert (found.numerator, found.denominator, found.not_recorded) == (1, 1, 2)


def test_repeats_here_before_and_elsewhere() -> None:
    assert counts(norfolk(), "recommendations.repeats") == {
        "asked in another review of the area": 2,
        "asked in an earlier review of the area": 1,
        "asked in a review elsewhere": 2,
    }


def test_a_repeat_within_one_review_is_none() -> None:
    asks = [AskEntry(id="a", review="N1", repeat="g"), AskEntry(id="b", review="N1", repeat="g")]
    found = analyse(library(REVIEWS, asks))
    assert set(counts(found, "recommendations.repeats").values()) == {0}


def test_no_marks_of_repeats_is_a_gap() -> None:
    found = analyse(library(REVIEWS, [AskEntry(id="a", review="N1")]))
    assert found.tally("recommendations.repeats") is None
    assert any("no repeats are marked" in gap for gap in found.gaps)


def test_recommendations_in_a_review() -> None:
    found = norfolk()
    assert row(found, "recommendations.per_review", "mean").value == 1.5
    assert counts(found, "recommendations.review_size")["1–5"] == 2


def test_checked_by_a_person() -> None:
    assert row(norfolk(), "recommendations.checked", "checked by a person").numerator == 1


def test_a_review_without_recommendations_is_told() -> None:
    more = [*REVIEWS, ReviewEntry(id="N3", csp="Norfolk")]
    found = analyse(library(more, ASKS), Selection(area="Norfolk"))
    assert [one.ids for one in found.quality if one.code == "no-recommendation"] == [("N3",)]


def test_a_source_without_recommendations_is_a_gap() -> None:
    from learnt.records.case import Material

    assert any("Recommendations" in gap for gap in analyse(Material()).gaps)
