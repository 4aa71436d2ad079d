"""The scores themselves: a right answer scores full, each kind of error is counted as what it is."""

import msgspec
import pytest
from benchmarks.accuracy import score
from benchmarks.match import pair_texts
from benchmarks.measures import pairing

from learnt.records import (
    Action,
    Addressee,
    Document,
    Lesson,
    Metadata,
    Recommendation,
    Review,
)

TEXT = "That Marlshire Constabulary reviews how it records risk in the first hour of an incident."


def recommendation(**changes: object) -> Recommendation:
    base = Recommendation(
        id="r1",
        ref="1",
        text=TEXT,
        addressees=(Addressee("Marlshire Constabulary"),),
        level="single-agency",
        confidence=0.95,
    )
    return msgspec.structs.replace(base, **changes)


def review(*found: Recommendation) -> Review:
    return Review(
        review=Metadata(csp="Marlshire", kind="dhr", year_of_death=2019, published="2022-05"),
        recommendations=found,
        actions=(Action(id="a1", recommendation="r1", action="Audit.", lead="Police"),),
        lessons=(
            Lesson(id="l1", ref="", text="Risk was not recorded when it was first heard of."),
        ),
    )


def test_the_truth_scores_full() -> None:
    result = score(review(recommendation()), review(recommendation()))
    assert {
        name: tally.share for name, tally in result.tallies.items() if tally.of
    } == dict.fromkeys((name for name, tally in result.tallies.items() if tally.of), 1.0)
    assert not result.misses


@pytest.mark.parametrize(
    ("changes", "measure"),
    [
        ({"text": TEXT[:-1] + "s."}, "text exact"),  # near enough to be found
        ({"ref": "2"}, "reference"),
        ({"addressees": ()}, "addressees"),
        ({"level": "national"}, "level"),
        ({"text": "Something else was asked for in another place."}, "recall"),
        ({"text": "Something else was asked for in another place."}, "precision"),
        ({"text": "Something else was asked for in another place."}, "sure and right"),
        ({"ref": "2"}, "sure and wholly right"),
    ],
)
def test_an_error_lowers_its_measure(changes: dict[str, object], measure: str) -> None:
    result = score(review(recommendation()), review(recommendation(**changes)))
    assert result.tallies[measure].share == 0.0


def test_quotes_and_blanks_are_no_error() -> None:
    true = recommendation(text="The  panel’s “duty” is met by the partnership each year.")
    got = recommendation(text='The panel\'s "duty" is met by the partnership each year.')
    assert score(review(true), review(got)).tallies["text exact"].share == 1.0


def test_one_wrong_cell_makes_a_row_wrong() -> None:
    true = review(recommendation())
    wrong = msgspec.structs.replace(true.actions[0], lead="Housing")
    got = msgspec.structs.replace(true, actions=(wrong,))
    assert score(true, got).tallies["action rows"].share == 0.0


def test_equal_texts_pair_in_order() -> None:
    assert pair_texts(["a b", "x", "a b"], ["a b", "a b", "x"]) == [
        (0, 0, 1.0),
        (1, 2, 1.0),
        (2, 1, 1.0),
    ]


def test_pairs_of_documents_are_counted() -> None:
    one, two, three = (
        Document(name=f"{n}.pdf", sha256=str(n), media_type="application/pdf") for n in range(3)
    )
    result = pairing.measure([[one, two], [three]], [[one, three], [two]])
    assert result.tallies["pair recall"].share == 0.0
    assert result.tallies["pair precision"].share == 0.0
    assert pairing.measure([[one, two]], [[one, two]]).tallies["pair recall"].share == 1.0
