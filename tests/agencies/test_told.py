"""For an agency: its recommendations, its predecessors', its type's, and the collective ones apart."""

from learnt.agencies.register import built_in
from learnt.agencies.told import Told, recommendations_to
from tests.agencies.factory import review_of

REGISTER = built_in()
REVIEWS = [
    review_of("Norfolk", "Norfolk Constabulary", "Suffolk Police", "All agencies", "All health agencies"),
    review_of("Loxley", "the Force", "All agencies", "NPS", "CRC"),
    review_of("South Norfolk", "the Constabulary and Probation", "Probation Service"),
]  # fmt: skip


def printed(told: tuple[Told, ...]) -> dict[str, list[str]]:
    return {group.reason: [one.printed for one in group.recommendations] for group in told}


def test_a_force_gets_its_own_and_apart_what_may_concern_it() -> None:
    told = recommendations_to("norfolk-police", REVIEWS, register=REGISTER)
    assert printed(told) == {
        "own": ["Norfolk Constabulary", "the Constabulary"],
        "unresolved": ["the Force"],  # of an area that is not known
        "type": ["Suffolk Police"],
        "collective": ["All agencies"],  # of its area, and not the health agencies
    }
    assert all(group.says for group in told)


def test_a_body_gets_what_its_predecessors_were_told() -> None:
    told = recommendations_to("probation-service", REVIEWS, register=REGISTER)
    assert printed(told)["own"] == ["Probation", "Probation Service"]
    assert printed(told)["predecessor"] == ["NPS"]
    assert printed(told)["unresolved"] == ["CRC"]


def test_a_health_body_is_one_of_all_health_agencies() -> None:
    told = recommendations_to("norfolk-and-waveney-icb", REVIEWS, register=REGISTER)
    assert printed(told) == {"collective": ["All agencies", "All health agencies"]}


def test_a_recommendation_stands_in_one_group() -> None:
    review = review_of("Norfolk", "Norfolk Constabulary | Suffolk Constabulary")
    told = recommendations_to("norfolk-police", [review], register=REGISTER)
    assert printed(told) == {"own": ["Norfolk Constabulary"]}


def test_nobody_is_told_nothing() -> None:
    assert recommendations_to("loxley-police", [], register=REGISTER) == ()
