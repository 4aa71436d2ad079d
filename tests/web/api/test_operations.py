"""What the API answers, to strangers: published things, in pages, with what made them."""

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.text import slugify

from learnt import __version__
from learnt.web.catalogue.models import Addressee, Recommendation
from learnt.web.curation.publishing import after_many, publish, withdraw
from tests.web.factories import intake, published

pytestmark = pytest.mark.django_db
ROOT = "/api/v1"


def ask(path: str, status: int = 200) -> dict[str, Any]:
    """Give what the API answers to a stranger."""
    answer = Client().get(f"{ROOT}{path}")
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"].startswith("application/json")
    told: dict[str, Any] = answer.json()
    return told


def keys(query: str) -> list[str]:
    return [item["id"] for item in ask(f"/recommendations?{query}")["results"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=call+handlers", ["rec-1-1"]),
        ("q=call+handlers&sort=date", ["rec-1-1"]),
        ("type=collective", ["rec-1-2"]),
        ("agency=fallowmere-police", ["rec-1-1", "rec-1-3"]),
        ("theme=training", ["rec-1-1"]),
        ("theme=training&theme=policy", ["rec-1-1", "rec-1-2"]),  # one of a filter's values
        ("theme=training&agency=nobody", []),  # but all filters
        ("partnership=fallowmere-community-safety-partnership&level=national", []),
        ("kind=dardr", []),
        ("died=2030&published=2032&kind=dhr", ["rec-1-1", "rec-1-2", "rec-1-3"]),
        ("checked=person", []),
        ("repeats=yes", []),
        ("none=such", ["rec-1-1", "rec-1-2", "rec-1-3"]),  # unknown parameters are passed over
        ("show=reviews", ["rec-1-1", "rec-1-2", "rec-1-3"]),  # always recommendations
    ],
)
def test_filters_are_those_of_search(query: str, found: list[str]) -> None:
    published(1)
    assert sorted(keys(query)) == found


def test_a_recommendation_is_told_whole() -> None:
    published(1)
    item = ask("/recommendations/rec-1-3")["recommendation"]
    assert item["text"] == "The council should audit fifty case files by June 2032."
    assert [body["printed"] for body in item["addressees"]] == [
        "Fallowmere County Council",
        "Fallowmere Police",
    ]
    assert item["review"] == "fallowmere-2030-1"
    assert item["page"] == 23
    assert item["address"].endswith("/reviews/fallowmere-2030-1/#rec-1-3")


def test_each_answer_says_what_made_it() -> None:
    published(1)
    for path in ("/recommendations", "/reviews", "/agencies", "/themes", "/partnerships"):
        about = ask(path)["about"]
        assert about["software"] == __version__
        assert about["rules"]
        assert about["codebook"]
        assert about["data_of"]


def test_pages_neither_repeat_nor_miss() -> None:
    for number in range(1, 4):
        published(number)
    path, seen, pages = "/recommendations?per_page=2", [], 0
    while path:
        told = ask(path)
        seen += [item["id"] for item in told["results"]]
        pages += 1
        path = (told["links"]["next"] or "").partition(ROOT)[2]
    assert len(seen) == len(set(seen)) == told["total"] == 9
    assert pages == told["pages"] == 5
    assert told["links"]["prev"].endswith("per_page=2&page=4")


def test_neighbours_stand_in_the_header() -> None:
    published(1)
    answer = Client().get(f"{ROOT}/recommendations?per_page=1&page=2&kind=dhr")
    assert 'rel="next"' in answer["Link"]
    assert 'rel="prev"' in answer["Link"]
    assert "Link" not in Client().get(f"{ROOT}/recommendations")


def test_beyond_the_end_is_nothing() -> None:
    published(1)
    told = ask("/recommendations?page=9")
    assert told["results"] == []
    assert told["total"] == 3
    assert told["links"]["prev"].endswith("page=1")


@pytest.mark.parametrize("query", ["page=0", "page=x", "per_page=101", "per_page=-1", "page=501"])
def test_a_page_that_cannot_be_is_refused(query: str) -> None:
    assert ask(f"/recommendations?{query}", 422)["detail"]


def test_a_review_is_told_with_its_recommendations() -> None:
    published(1)
    told = ask("/reviews/fallowmere-2030-1")["review"]
    assert [item["ref"] for item in told["items"]] == ["1", "2", "3"]
    assert told["recommendations"] == 3
    assert ask("/reviews?kind=dhr")["total"] == 1
    assert ask("/reviews?kind=susr")["total"] == 0
    assert ask("/reviews?region=nowhere")["total"] == 0


def test_a_region_is_known_by_both_its_names() -> None:
    published(1, csp="Norfolk Community Safety Partnership")
    (review,) = ask("/reviews")["results"]
    assert review["region"]
    for name in (review["region"], review["region"].lower().replace(" ", "-")):
        assert ask(f"/reviews?region={name}")["total"] == 1, name
        assert ask(f"/recommendations?region={slugify(name)}")["total"] == 3


@pytest.mark.parametrize(
    "path",
    [
        "/reviews/%00",
        "/reviews?partnership=%00",
        "/recommendations/%00",
        "/recommendations?q=%00",
        "/agencies?words=a%00b",
    ],
)
def test_a_sign_that_stores_refuse_is_refused(path: str) -> None:
    assert ask(path, 400)["detail"]


@pytest.mark.parametrize(
    "query", ["q=%22", "q=-", "q=%25_%27", "q=" + "a" * 5000, "theme=%F0%9F%98%80", "q=%ff%fe"]
)
def test_odd_questions_have_an_answer(query: str) -> None:
    published(1)
    assert "results" in ask(f"/recommendations?{query}")


def test_agencies_are_counted() -> None:
    published(1)
    police = next(one for one in ask("/agencies")["results"] if one["id"] == "fallowmere-police")
    assert (police["recommendations"], police["reviews"]) == (2, 1)
    assert ask("/agencies?words=council")["total"] == 1


def test_more_agencies_need_no_more_questions() -> None:
    published(1)
    item = Recommendation.objects.get(ref="1")
    asked = []
    for number in range(3):
        named = {"agency": f"tarnbrook-{number}", "agency_name": f"Tarnbrook {number}"}
        Addressee.objects.create(recommendation=item, order=9 + number, printed="T", **named)
        cache.clear()
        with CaptureQueriesContext(connection) as questions:
            names = {one["name"] for one in ask("/agencies")["results"]}
        assert f"Tarnbrook {number}" in names
        asked.append(len(questions))
    assert asked[0] == asked[2]


def test_themes_and_partnerships_are_counted() -> None:
    published(1)
    themes = {one["id"]: one for one in ask("/themes")["results"]}
    assert themes["training"]["recommendations"] == 1
    assert ask("/partnerships")["results"][0]["recommendations"] == 3


def test_what_is_said_again_has_its_members() -> None:
    for number in (1, 2):
        published(number)
    after_many()
    group = ask("/repeats")["results"][0]
    items = ask(group["api"].partition(ROOT)[2])["repeat"]["items"]
    assert len(items) == group["size"] >= 2
    assert {item["repeat_group"] for item in items} == {group["key"]}


LISTS = ("/recommendations", "/reviews", "/agencies", "/themes", "/partnerships", "/repeats")


def test_what_is_not_published_is_nowhere() -> None:
    empty = [Client().get(f"{ROOT}{path}").json() for path in LISTS]
    intake(1)
    assert [Client().get(f"{ROOT}{path}").json() for path in LISTS] == empty
    assert ask("/reviews/fallowmere-2030-1", 404) == ask("/reviews/never-was", 404)
    assert ask("/recommendations/rec-1-1", 404) == ask("/recommendations/never-was", 404)


def test_what_was_taken_off_is_gone() -> None:
    withdraw(published(1))
    assert "rec-1" not in str([ask(path) for path in LISTS])
    assert "taken off" in ask("/reviews/fallowmere-2030-1", 410)["detail"]
    assert ask("/recommendations/rec-1-1", 404)


def test_what_is_restricted_is_nowhere() -> None:
    stored = intake(1)
    stored.restricted = True
    stored.save()
    assert not publish(stored).published
    assert ask("/reviews")["total"] == 0


@pytest.mark.parametrize("path", ["/none", "/reviews/", "/recommendations/a/b", "/themes/training"])
def test_what_is_not_there_is_told_in_json(path: str) -> None:
    assert ask(path, 404)["detail"] == "Not Found"
