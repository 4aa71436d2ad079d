"""Counts beside the filters: of what the other filters leave."""

import pytest

from learnt.web.catalogue.search.asked import Asked
from learnt.web.catalogue.search.filters import Filter
from learnt.web.catalogue.search.find import search
from learnt.web.curation.publishing import withdraw
from tests.web.search.shelf import keys, shelf

pytestmark = pytest.mark.django_db
TRAIN, AUDIT = "Staff should be trained in risk.", "Managers should audit the records of risk."


@pytest.fixture(autouse=True)
def shelved() -> None:
    shelf(1, TRAIN, AUDIT, kind="dhr", year_of_death=2030, body="Fallowmere Police")
    shelf(2, TRAIN, kind="dardr", year_of_death=2031)
    shelf(3, TRAIN, kind="dardr", year_of_death=2030, csp="Tarnbrook Community Safety Partnership")


def counts(name: str, asked: Asked) -> dict[str, int]:
    """Give the counts of one filter's values."""
    return {choice.value: choice.count for choice in filter_of(name, asked).choices}


def filter_of(name: str, asked: Asked) -> Filter:
    """Give one filter."""
    return next(one for one in search(asked).filters if one.facet.name == name)


def test_counts_without_filters_are_of_all_that_was_found() -> None:
    assert counts("kind", Asked("risk")) == {"dhr": 2, "dardr": 2}
    assert counts("died", Asked("risk")) == {"2031": 1, "2030": 3}
    assert counts("kind", Asked("audit")) == {"dhr": 1}


def test_a_filter_counts_under_the_others_and_not_under_itself() -> None:
    asked = Asked("risk", chosen={"died": ("2030",)})
    assert counts("kind", asked) == {"dhr": 2, "dardr": 1}
    assert counts("died", asked) == {"2031": 1, "2030": 3}  # what another year would give
    both = Asked("risk", chosen={"died": ("2030",), "kind": ("dardr",)})
    assert counts("died", both) == {"2031": 1, "2030": 1}
    assert counts("kind", both) == {"dhr": 2, "dardr": 1}


def test_values_of_one_filter_add_up_and_filters_narrow() -> None:
    assert len(keys("risk", chosen={"died": ("2030", "2031")})) == 4
    assert keys("risk", chosen={"died": ("2030",), "kind": ("dardr",)}) == ["rec-3-1"]
    assert keys("risk", chosen={"kind": ("susr",)}) == []


@pytest.mark.parametrize(
    "name", ["theme", "agency", "type", "partnership", "kind", "died", "checked"]
)
def test_each_count_is_what_choosing_the_value_gives(name: str) -> None:
    filtered = Asked("risk", chosen={"died": ("2030",)})
    shown = counts(name, filtered)
    assert shown
    for value, count in shown.items():
        assert len(keys("risk", chosen={**filtered.chosen, name: (value,)})) == count


def test_the_values_of_withdrawn_reviews_are_not_named() -> None:
    from learnt.web.curation.models import Intake

    withdraw(Intake.objects.get(slug="review-3"))
    partnership = "tarnbrook-community-safety-partnership"
    asked = Asked(chosen={"partnership": (partnership,)})
    labels = {choice.label for choice in filter_of("partnership", asked).choices}
    assert "Tarnbrook Community Safety Partnership" not in labels
    assert partnership in labels  # only as it was typed
    assert not search(asked).total


def test_reviews_are_filtered_by_what_they_hold() -> None:
    asked = Asked(show="reviews", chosen={"type": ("police",)})
    assert search(asked).total == 1
    assert counts("kind", Asked(show="reviews")) == {"dhr": 1, "dardr": 2}


def test_a_long_filter_shows_its_first_values_and_all_on_demand() -> None:
    for number in range(10, 25):
        shelf(
            number,
            TRAIN,
            csp=f"Borough {'abcdefghijklmnopqrstuvwxyz'[number - 10] * 4} Partnership",
        )
    short = filter_of("partnership", Asked("risk"))
    assert len(short.choices) == 10
    assert short.hidden == 7
    assert not filter_of("partnership", Asked("risk", more="partnership")).hidden
