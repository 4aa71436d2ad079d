"""What a count is made from: who gets which part of the register, and what a recommendation tells."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from learnt.records.case import Material, Value
from learnt.web.catalogue.models import Recommendation, Review, ThemeOf
from learnt.web.register.material import material_in, whole_material
from learnt.web.register.models import Entry, Incident, Link
from tests.web.factories import intake, person, published
from tests.web.register.factories import HERE, case

pytestmark = pytest.mark.django_db


def ids(material: Material) -> list[str]:
    return [one.id for one in material.register.incidents]


@pytest.fixture
def cases() -> None:
    case(1)
    case(2, partnership="elsewhere")
    case(3, partnership="")


GIVEN: list[tuple[str, Callable[[], Material], list[str]]] = [
    ("a stranger", lambda: material_in(()), []),
    ("somebody without a role", lambda: material_in(person().partnerships("reader")), []),
    ("a reader", lambda: material_in(person("reader", HERE).partnerships("reader")), ["CASE-1"]),
    (
        "a reader of all",
        lambda: material_in(person("reader").partnerships("reader")),
        ["CASE-1", "CASE-2", "CASE-3"],
    ),
    (
        "a reader as publisher",
        lambda: material_in(person("reader", HERE).partnerships("publisher")),
        [],
    ),
    ("who runs the library", whole_material, ["CASE-1", "CASE-2", "CASE-3"]),
]


@pytest.mark.parametrize(("who", "asked", "wanted"), GIVEN, ids=[row[0] for row in GIVEN])
def test_the_register_is_given_as_far_as_permitted(
    cases: None, who: str, asked: Callable[[], Material], wanted: list[str]
) -> None:
    found = asked()
    assert ids(found) == wanted
    numbers = {one.removeprefix("CASE-") for one in wanted}
    assert {one.incident for one in found.register.victims} == {f"CASE-{n}" for n in numbers}
    assert {one.id for one in found.register.perpetrators} == {f"PERSON-{n}" for n in numbers}


def test_only_what_is_published_is_counted() -> None:
    published(1)
    intake(2)
    found = whole_material()
    assert found.reviews
    assert found.asks
    assert [one.id for one in found.reviews] == ["fallowmere-2030-1"]
    assert {one.review for one in found.asks} == {"fallowmere-2030-1"}


def asked(values: dict[str, Value], key: str = "OWN-1") -> None:
    """Store a recommendation that came with the register, of the first case."""
    case(1, review_status="published", review_kind="dhr")
    told: dict[str, Value] = {"incident_id": "CASE-1", "text": "Train all staff."}
    incident = Incident.objects.get(key="CASE-1")
    Entry.objects.create(incident=incident, table="recommendations", key=key, values=told | values)


def test_recommendations_of_the_register_count_where_the_library_has_no_review() -> None:
    published(1)
    asked({"themes": "Training"})
    found = whole_material()
    assert [one.incident for one in found.reviews or ()] == ["", "CASE-1"]
    (own,) = [one for one in found.asks or () if one.review == "CASE-1"]
    assert own.themes == ("training",)
    assert not [one for one in material_in(()).asks or () if one.id == "OWN-1"]


@pytest.mark.parametrize("is_published", [True, False], ids=["published", "held back"])
def test_recommendations_of_the_register_do_not_count_beside_a_review_of_the_library(
    is_published: bool,
) -> None:
    stored = published(1) if is_published else intake(1)
    asked({})
    Link.objects.create(incident=Incident.objects.get(key="CASE-1"), intake=stored)
    found = whole_material()
    assert len(found.reviews or ()) == is_published
    assert "OWN-1" not in {one.id for one in found.asks or ()}


def test_an_own_export_that_was_taken_in_counts_once() -> None:
    published(1)
    key = Recommendation.objects.order_by("id")[0].key
    asked({}, key=key)
    found = [one.id for one in whole_material().asks or ()]
    assert found.count(key) == 1


def test_a_review_tells_its_own_date_and_its_case() -> None:
    stored = published(1, published="2032-05")
    Link.objects.create(incident=case(1), intake=stored)
    told = whole_material().reviews
    assert told
    assert (told[0].published, told[0].year_of_death, told[0].kind) == ("2032-05", 2030, "dhr")
    assert told[0].incident == "CASE-1"
    for other in (
        material_in(()),
        material_in(person("reader", "elsewhere").partnerships("reader")),
    ):
        assert other.reviews
        assert other.reviews[0].incident == ""


def test_a_review_without_a_date_gets_none_from_the_library() -> None:
    published(1, published=None)
    told = whole_material().reviews
    assert told
    assert told[0].published == ""
    assert Review.objects.get().added_at


def test_a_recommendation_tells_what_counting_needs() -> None:
    published(1)
    row = Recommendation.objects.get(key="rec-1-3")
    row.repeat_group, row.checked = "group-1", "person"
    row.save()
    ThemeOf.objects.filter(recommendation=row).delete()
    for axis, theme in (("change", "training"), ("subject", "children"), ("change", "policy")):
        ThemeOf.objects.create(recommendation=row, axis=axis, theme=theme)
    asks = whole_material().asks
    assert asks
    told = {one.id: one for one in asks}["rec-1-3"]
    assert [name for _, name in told.agencies] == ["Fallowmere County Council", "Fallowmere Police"]
    assert told.themes == ("training", "policy")
    assert told.subjects == ("children",)
    assert told.smart is not None
    assert told.smart["time"] is True
    assert (told.repeat, told.checked, told.level) == ("group-1", True, "single-agency")


def test_smart_that_was_not_looked_at_is_none() -> None:
    published(1)
    Recommendation.objects.update(smart={})
    assert {one.smart for one in whole_material().asks or ()} == {None}


def test_the_number_of_queries_does_not_grow() -> None:
    published(1)
    with CaptureQueriesContext(connection) as few:
        whole_material()
    for number in range(2, 6):
        published(number)
        case(number)
    with CaptureQueriesContext(connection) as many:
        whole_material()
    assert len(many) == len(few)
