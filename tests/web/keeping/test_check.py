"""What does not fit in the library is told, with what to do."""

import pytest

from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.keeping.check import faults
from learnt.web.keeping.status import lines
from tests.web.factories import intake, published

pytestmark = pytest.mark.django_db


def test_all_is_well() -> None:
    published(1)
    intake(2)
    assert list(faults()) == []


def test_a_record_changed_past_the_gate() -> None:
    published()
    row = Review.objects.get()
    row.record = row.record.replace("call handlers", "call takers")
    row.save()
    assert "past the gate" in next(iter(faults()))


def test_pages_that_differ_from_the_record() -> None:
    published()
    Recommendation.objects.filter(ref="1").update(text="Another text.")
    assert "differ from its record" in next(iter(faults()))


def test_what_is_public_and_should_not_be() -> None:
    stored = published()
    stored.restricted = True
    stored.save()
    assert "restricted" in next(iter(faults()))


def test_what_should_be_public_and_is_not() -> None:
    published()
    Review.objects.all().delete()
    assert "not in the catalogue" in next(iter(faults()))


def test_the_status_counts() -> None:
    published(1)
    intake(2)
    told = list(lines())
    assert "reviews: 2" in told
    assert "  published: 1" in told
    assert "public recommendations: 3, checked by a person: 0" in told
