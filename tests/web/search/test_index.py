"""The index follows the catalogue, whoever changes it."""

import pytest

from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.catalogue.search import fts
from learnt.web.catalogue.search.index import rebuild
from learnt.web.catalogue.search.models import FacetValue, SearchRow
from tests.web.search.shelf import full_text, keys, shelf

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelved() -> None:
    shelf(1, "Staff should be trained in strangulation.", "Records should be audited.")


def held(word: str) -> int:
    return fts.frequencies([word]).get(word, 0)


@full_text
def test_words_leave_with_a_row_that_is_deleted_past_shelving() -> None:
    assert held("strangulation") == 1
    Recommendation.objects.get(key="rec-1-1").delete()
    assert held("strangulation") == 0
    assert held("audited") == 1
    Review.objects.all().delete()
    assert held("audited") == 0
    assert not SearchRow.objects.exists()


@full_text
def test_rebuilding_takes_out_words_that_no_row_has() -> None:
    numbers = list(SearchRow.objects.values_list("pk", flat=True))
    SearchRow.objects.filter(pk__in=numbers)._raw_delete("default")
    assert held("strangulation") == 1
    rebuild()
    assert held("strangulation") == 1
    assert keys("strangulation") == ["rec-1-1"]
    assert len(set(SearchRow.objects.values_list("pk", flat=True)) & set(numbers)) == 0


def test_rebuilding_forgets_filter_values_that_no_row_has() -> None:
    FacetValue.objects.create(facet="region", value="atlantis", label="Atlantis")
    FacetValue.objects.filter(facet="kind").update(label="Wrong")
    rebuild()
    assert not FacetValue.objects.filter(value="atlantis").exists()
    assert FacetValue.objects.get(facet="kind").label == "Domestic homicide review"


def test_progress_is_told() -> None:
    told: list[int] = []
    assert rebuild(told.append) == 1
    assert told == [1]
