"""What was said again: found over all published reviews, and kept true when one changes or goes."""

import pytest

from learnt.web.catalogue.models import Recommendation, RepeatGroup
from learnt.web.catalogue.repeats import refresh_repeats
from learnt.web.curation.models import Decision, Intake
from learnt.web.curation.publishing import publish, withdraw
from tests.web.search.shelf import keys, shelf

pytestmark = pytest.mark.django_db
ASK = "The police force should train its call handlers in the risk of strangulation."
AGAIN = "Call handlers of the police force should be trained in the risk of strangulation."
OTHER = "The council should publish a leaflet on forced marriage for parents."
REPEATED = {"repeats": ("yes",)}


@pytest.fixture
def three() -> list[Intake]:
    found = [
        shelf(1, ASK, OTHER, published="2030-01"),
        shelf(2, AGAIN, csp="Tarnbrook Community Safety Partnership", published="2031-01"),
        shelf(3, ASK, csp="Wexcombe Community Safety Partnership", published="2033-01"),
    ]
    assert refresh_repeats() == 1
    return found


def test_a_group_is_found_and_counted(three: list[Intake]) -> None:
    group = RepeatGroup.objects.get()
    assert (group.size, group.reviews, group.first_year, group.last_year) == (3, 3, 2030, 2033)
    assert sorted(keys(chosen=REPEATED)) == ["rec-1-1", "rec-2-1", "rec-3-1"]


def test_finding_again_keeps_the_key(three: list[Intake]) -> None:
    before = RepeatGroup.objects.get().key
    refresh_repeats()
    assert RepeatGroup.objects.get().key == before


def test_publishing_again_keeps_the_group(three: list[Intake]) -> None:
    publish(three[0])
    assert RepeatGroup.objects.get().size == 3
    assert "rec-1-1" in keys(chosen=REPEATED)


def test_a_corrected_text_leaves_the_group(three: list[Intake]) -> None:
    Decision.objects.create(
        intake=three[0], record="rec-1-1", action="correct", value={"text": OTHER}
    )
    publish(three[0])
    assert RepeatGroup.objects.get().size == 2
    assert "rec-1-1" not in keys(chosen=REPEATED)


def test_what_is_withdrawn_is_neither_counted_nor_quoted(three: list[Intake]) -> None:
    withdraw(three[0])
    group = RepeatGroup.objects.get()
    assert (group.size, group.reviews, group.first_year) == (2, 2, 2031)
    withdraw(three[1])
    assert not RepeatGroup.objects.exists()
    assert not Recommendation.objects.exclude(repeat_group="").exists()
    assert keys(chosen=REPEATED) == []


def test_nothing_published_gives_no_groups() -> None:
    assert refresh_repeats() == 0
