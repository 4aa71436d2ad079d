import pytest

from learnt.extract.plan_match import Matcher, ref_key, split_reference
from tests.extract.factories import recommendation

TRAIN = "The Trust should train its staff in asking about abuse at home."
SHARE = "The Partnership should agree how its members share what they know."

REFERENCES = [
    ("Recommendation 3: Train staff", ("3", "Train staff")),
    ("R3", ("R3", "")),
    ("Rec 4", ("4", "")),
    ("1.1", ("1.1", "")),
    ("3. Train staff", ("3", "Train staff")),
    ("Train staff", ("", "Train staff")),
    ("Train 3 staff", ("", "Train 3 staff")),
]


@pytest.mark.parametrize(("cell", "expected"), REFERENCES)
def test_reference_is_cut_off(cell: str, expected: tuple[str, str]) -> None:
    assert split_reference(cell) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("R3", "Recommendation 03."), ("Rec 4", "4"), ("10.4a", "10.4a)")]
)
def test_references_fold(one: str, other: str) -> None:
    assert ref_key(one) == ref_key(other)


def test_references_differ() -> None:
    assert len({ref_key(ref) for ref in ("1", "10", "1.0", "1a", "MA1")}) == 5


MATCHES = [
    ("R1", "", "r1"),
    ("", "Rec 2", "r2"),
    (f"1. {TRAIN}", "", "r1"),
    # the words count for more than a number of the plan's own
    (f"5. {SHARE}", "", "r2"),
    (SHARE, "1", "r2"),
    ("Recommendation 2", "7", "r2"),
    # a typing error, another apostrophe
    (TRAIN.replace("asking", "askng"), "", "r1"),
    # an action's own number under the recommendation's
    ("", "2.3", "r2"),
    # near misses
    ("The Council should publish its policy on lettings within the year.", "", None),
    ("9", "", None),
    ("", "", None),
]


@pytest.mark.parametrize(("text", "ref", "expected"), MATCHES)
def test_cells_find_their_recommendation(text: str, ref: str, expected: str | None) -> None:
    matcher = Matcher((recommendation("1", TRAIN), recommendation("2", SHARE)))
    assert matcher.find(text, ref) == expected


def test_same_number_of_another_body_is_not_taken() -> None:
    recs = (
        recommendation("1", TRAIN, "Marsh NHS Trust", identity="trust"),
        recommendation("1", SHARE, "Marsh Police", identity="police"),
    )
    matcher = Matcher(recs)
    assert matcher.find("1") is None
    assert matcher.find("1", group="Marsh Police") == "police"
    assert matcher.find("1", lead="Marsh NHS Trust") == "trust"
    assert matcher.find("1", group="Fen Council") is None
    assert matcher.find("1. The Council should train its wardens about abuse.") is None
    assert matcher.find(f"1. {SHARE}", group="Marsh NHS Trust") == "police"


def test_same_words_for_two_bodies_go_to_the_one_named() -> None:
    recs = (
        recommendation("", TRAIN, "Marsh NHS Trust", identity="trust"),
        recommendation("", TRAIN, "Marsh Police", identity="police"),
    )
    assert Matcher(recs).find(TRAIN, lead="Marsh Police") == "police"
