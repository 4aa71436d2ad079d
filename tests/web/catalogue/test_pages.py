"""The reading pages: what stands on them, and what never does."""

import csv
import io
import json
import re
from xml.etree import ElementTree

import pytest
from django.test import Client

from learnt.web.catalogue.models import Problem
from learnt.web.curation.publishing import publish, withdraw
from tests.web.factories import intake, published

pytestmark = pytest.mark.django_db

SLUG = "fallowmere-2030-1"
PAGES = [
    "/",
    "/reviews/",
    f"/reviews/{SLUG}/",
    f"/reviews/{SLUG}.csv",
    f"/reviews/{SLUG}.json",
    "/agencies/",
    "/themes/",
    "/themes/training/",
    "/partnerships/",
    "/partnerships/fallowmere-community-safety-partnership/",
    "/repeats/",
    "/problem/",
    "/robots.txt",
    "/sitemap.xml",
    *(
        f"/about/{name}/"
        for name in ("methods", "data", "accessibility", "privacy", "takedown", "safe-browsing")
    ),
]


def text_of(client: Client, address: str) -> str:
    """Give a page's words, without marks and runs of blanks."""
    page = client.get(address).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_and_may_not_be_posted_to(client: Client, address: str) -> None:
    published()
    assert client.get(address).status_code == 200
    assert client.head(address).status_code == 200
    assert client.delete(address).status_code == 405


@pytest.mark.parametrize(
    "address",
    [
        "/reviews/none/",
        "/reviews/none.csv",
        "/agencies/none/",
        "/themes/none/",
        "/partnerships/none/",
        "/regions/none/",
        "/repeats/none/",
        "/about/none/",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999999999999999", "٣", ""])
def test_any_page_number_shows_a_page(client: Client, page: str) -> None:
    published()
    assert client.get("/reviews/", {"page": page}).status_code == 200


def test_the_review_says_who_read_it_and_whom_it_addresses(client: Client) -> None:
    published()
    text = text_of(client, f"/reviews/{SLUG}/")
    assert "3, of which 0 checked by a person" in text
    assert "Not yet checked" in text
    assert "Fallowmere Police" in text
    assert "Page of the report 21" in text
    assert "Cite this page" in text


def test_what_is_unpublished_counts_nowhere(client: Client) -> None:
    published(1)
    intake(2)
    assert "1 review " in text_of(client, "/")
    assert "1 published review." in text_of(client, "/reviews/")


def test_an_agency_has_its_own_and_those_to_all_agencies_apart(client: Client) -> None:
    published()
    listed = client.get("/agencies/").content.decode()
    found = re.search(r'href="(/agencies/[^"]*police[^"]*/)"', listed)
    assert found
    text = text_of(client, found.group(1))
    assert "Addressed to it (2)" in text
    assert "Addressed to all agencies in its area (1)" in text


def test_a_review_that_was_taken_off_is_gone(client: Client) -> None:
    withdraw(published())
    assert client.get(f"/reviews/{SLUG}/").status_code == 410
    assert client.get(f"/reviews/{SLUG}.json").status_code == 404


def test_the_table_opens_in_a_spreadsheet_and_tells_its_versions(client: Client) -> None:
    published()
    body = client.get(f"/reviews/{SLUG}.csv").content
    assert body.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
    assert [row["ref"] for row in rows] == ["1", "2", "3"]
    assert rows[2]["addressed_to"] == "Fallowmere County Council | Fallowmere Police"
    assert rows[0]["codebook_version"] == "1.1"


def test_the_record_is_the_public_one(client: Client) -> None:
    published()
    record = json.loads(client.get(f"/reviews/{SLUG}.json").content)
    assert record["schema"] == "learnt.public/1"
    assert record["made_with"]["learnt_version"] == "0.1.0"


def test_the_sitemap_lists_what_is_public_and_nothing_else(client: Client) -> None:
    published(1)
    intake(2)
    withdraw(published(3, csp="Tarnbrook Community Safety Partnership"))
    body = client.get("/sitemap.xml").content
    places = [
        one.text or "" for one in ElementTree.fromstring(body).iter() if one.tag[-3:] == "loc"
    ]
    assert sum("/reviews/fallowmere" in place for place in places) == 1
    assert not any("tarnbrook" in place for place in places)
    paths = [place.removeprefix("http://127.0.0.1:8000") for place in places]
    assert len(paths) > 12
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


def test_a_problem_goes_into_the_queue(client: Client) -> None:
    sent = {"page": "/reviews/", "what": "A date is wrong.", "contact": ""}
    answer = client.post("/problem/", sent, follow=True)
    assert "Thank you" in answer.content.decode()
    assert Problem.objects.get().what == "A date is wrong."


def test_an_empty_problem_is_told_in_words(client: Client) -> None:
    answer = client.post("/problem/", {"page": "/"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "There is a problem" in text
    assert text.count("Enter what is wrong") == 2
    assert not Problem.objects.exists()


@pytest.mark.parametrize(
    "page",
    [
        "/",
        "/reviews/",
        f"/reviews/{SLUG}/",
        "/search/?q=police",
        "/search/?q=fallowmere&show=reviews",
        "/search/similar/rec-1-1/",
        "/agencies/fallowmere-police/",
        "/themes/training/",
        "/partnerships/fallowmere-community-safety-partnership/",
    ],
)
@pytest.mark.parametrize("invented", [True, False])
def test_each_page_says_what_is_fictional(client: Client, page: str, invented: bool) -> None:
    for number in (1, 2):
        stored = intake(number)
        stored.versions = stored.versions | {"fictional": invented}
        stored.save()
        assert publish(stored).published
    shown = client.get(page)
    assert shown.status_code == 200
    assert ("fictional" in shown.content.decode().casefold()) is invented
