"""A review with its addressees told, and the list of those for a person."""

from learnt.agencies import find_unresolved, resolve
from learnt.agencies.register import built_in
from tests.agencies.factory import review_of

REGISTER = built_in()


def test_names_stay_as_printed_and_the_rest_is_told() -> None:
    review = resolve(review_of("Norfolk", "the Constabulary", "NPS", "Haven"), register=REGISTER)
    told = [rec.addressees[0] for rec in review.recommendations]
    assert [one.printed for one in told] == ["the Constabulary", "NPS", "Haven"]
    assert [one.agency for one in told] == ["norfolk-police", "national-probation-service", None]
    assert [one.type for one in told] == ["police", "probation", None]
    assert [one.agency_now for one in told] == ["norfolk-police", "probation-service", None]


def test_a_second_run_changes_nothing() -> None:
    once = resolve(review_of("Norfolk", "Police", "All agencies"), register=REGISTER)
    assert resolve(once, register=REGISTER) == once


def test_a_review_without_addressees_is_left_alone() -> None:
    review = review_of("Norfolk")
    bare = type(review)(review=review.review)
    assert resolve(bare, register=REGISTER) == bare


def test_the_unresolved_are_listed_once_with_their_places() -> None:
    reviews = [
        review_of("Norfolk", "Haven", "All agencies", "Norfolk Constabulary"),
        review_of("Loxley", "Medical Centre", "Haven", "Police and Probation"),
    ]
    rows = find_unresolved(reviews, register=REGISTER)
    assert [row.printed for row in rows] == ["Haven", "Medical Centre", "Police and Probation"]
    assert rows[0].places == ("Norfolk 1", "Loxley 2")
    assert all(row.reason for row in rows)
