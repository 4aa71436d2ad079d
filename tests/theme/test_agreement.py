"""Agreement of two coders, against figures worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.theme.agreement import cohen_kappa, compare, count_groups
from learnt.theme.sheet import CodedRow

ORDER = ("risk", "policy", "training")


def rows(coder: str, coded: dict[str, str]) -> list[CodedRow]:
    """Give rows from `{"r1": "risk policy"}`: the first theme is the main one, "" is none."""
    return [
        CodedRow(ident, coder, theme, bool(theme) and place == 0)
        for ident, themes in coded.items()
        for place, theme in enumerate(themes.split() or [""])
    ]


@pytest.mark.parametrize(
    ("first", "second", "both", "of", "kappa"),
    [
        # Cohen's measure by hand: observed 0.7, by chance 0.25 + 0.25 = 0.5 (50 of 100 each)
        (50, 50, 35, 100, 0.4),
        (25, 30, 20, 50, 0.4),  # observed 0.7, chance 0.3 + 0.2
        (10, 10, 10, 20, 1.0),
        (10, 10, 0, 20, -1.0),
        (20, 20, 20, 20, None),  # each gave it always: nothing is left to agree beyond chance
    ],
)
def test_kappa(first: int, second: int, both: int, of: int, kappa: float | None) -> None:
    assert cohen_kappa(first, second, both, of) == (kappa and pytest.approx(kappa))


def test_only_what_both_coded_counts() -> None:
    found = compare(
        rows("A", {"r1": "risk", "r2": "policy", "r3": "risk"}),
        rows("B", {"r1": "risk", "r2": "", "r4": "risk"}),
        ORDER,
    )
    assert (found.recommendations, found.only_first, found.only_second) == (2, 1, 1)
    assert [(one.theme, one.first, one.second, one.both) for one in found.themes] == [
        ("risk", 1, 1, 1),
        ("policy", 1, 0, 0),
    ]
    assert found.micro_f1 == pytest.approx(2 / 3)
    assert found.macro_f1 == 0.5


def test_main_themes_and_what_is_confused() -> None:
    a = rows("A", {"r1": "risk policy", "r2": "risk", "r3": "risk", "r4": "policy", "r5": "risk"})
    b = rows("B", {"r1": "policy risk", "r2": "policy", "r3": "risk", "r4": "policy", "r5": ""})
    found = compare(a, b, ORDER)
    assert (found.same_main, found.mains) == (2, 4)
    assert found.confusion == (("risk", "policy", 2),)


def test_coders_who_share_nothing_agree_on_nothing() -> None:
    found = compare(rows("A", {"r1": "risk"}), rows("B", {"r2": "risk"}), ORDER)
    assert (found.recommendations, found.themes, found.micro_f1) == (0, (), 0.0)
    assert found.mean_kappa is None


def test_groups_join_themes_and_leave_out_those_without_a_counterpart() -> None:
    groups = {"risk": "pathways", "policy": "pathways", "training": ""}
    a = rows("A", {"r1": "risk", "r2": "training"})
    b = rows("B", {"r1": "policy", "r2": "training"})
    found = compare(a, b, ["pathways"], groups.__getitem__)
    assert [(one.theme, one.both) for one in found.themes] == [("pathways", 1)]
    assert (found.same_main, found.mains) == (1, 1)


def test_a_recommendation_counts_once_in_a_group() -> None:
    groups = {"risk": "pathways", "policy": "pathways", "training": ""}
    coded = rows("A", {"r1": "risk policy", "r2": "training", "r3": "policy", "r4": ""})
    assert count_groups(coded, groups.__getitem__) == [("pathways", 2, 2), ("", 1, 1)]


CODED = st.dictionaries(
    st.sampled_from([f"r{n}" for n in range(6)]),
    st.sets(st.sampled_from(ORDER)).map(lambda given: " ".join(sorted(given))),
)


@given(CODED)
def test_a_coder_agrees_with_itself(coded: dict[str, str]) -> None:
    found = compare(rows("A", coded), rows("B", coded), ORDER)
    assert all(one.f1 == 1 and one.kappa in (1, None) for one in found.themes)
    assert found.same_main == found.mains
    assert found.confusion == ()


@given(CODED, CODED)
def test_agreement_is_the_same_the_other_way_round(a: dict[str, str], b: dict[str, str]) -> None:
    one = compare(rows("A", a), rows("B", b), ORDER)
    two = compare(rows("B", b), rows("A", a), ORDER)
    assert (one.micro_f1, one.mean_kappa) == (two.micro_f1, two.mean_kappa)
    assert 0 <= one.micro_f1 <= 1
