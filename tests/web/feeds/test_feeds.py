"""The feeds: what is new and what is gone, for readers of feeds and for nobody's eyes before."""

import html
import re
from xml.etree import ElementTree

import pytest
from django.test import Client

from learnt.web.catalogue.models import Review
from learnt.web.curation.publishing import publish, withdraw
from tests.web.factories import intake, published
from tests.web.search.shelf import full_text, shelf

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
HERE = "fallowmere-community-safety-partnership"
ALL = [
    "/feeds/all.atom",
    "/feeds/search.atom?q=training",
    "/feeds/search.atom",
    "/feeds/search.atom?show=reviews",
    "/feeds/agencies/fallowmere-police.atom",
    "/feeds/themes/training.atom",
    f"/feeds/partnerships/{HERE}.atom",
]


def read(address: str) -> ElementTree.Element:
    """Give a feed as a stranger gets it."""
    answer = Client().get(address)
    assert answer.status_code == 200, address
    assert answer["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)


def ids(address: str) -> list[str]:
    found = [entry.findtext(f"{ATOM}id") or "" for entry in read(address).iter(f"{ATOM}entry")]
    return [one.rpartition("/reviews/")[2] for one in found]


@pytest.mark.parametrize("address", ALL)
def test_a_feed_has_what_atom_asks_for(address: str) -> None:
    published(1)
    feed = read(address)
    for part in [feed, *feed.iter(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            assert part.findtext(f"{ATOM}{name}"), name
    assert list(feed.iter(f"{ATOM}entry"))
    own = [one.get("href") for one in feed.findall(f"{ATOM}link") if one.get("rel") == "self"]
    assert own == [feed.findtext(f"{ATOM}id")]
    assert address in str(own[0])
    assert feed.findtext(f"{ATOM}author/{ATOM}name")


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/feeds/all.atom", ["fallowmere-2030-1/"]),
        ("/feeds/search.atom?q=call+handlers", ["fallowmere-2030-1/#rec-1-1"]),
        ("/feeds/search.atom?q=none-such", []),
        ("/feeds/search.atom?show=reviews", ["fallowmere-2030-1/"]),
        ("/feeds/search.atom?type=collective&page=7", ["fallowmere-2030-1/#rec-1-2"]),
        (
            "/feeds/agencies/fallowmere-police.atom",
            ["fallowmere-2030-1/#rec-1-1", "fallowmere-2030-1/#rec-1-3"],
        ),
        ("/feeds/themes/training.atom", ["fallowmere-2030-1/#rec-1-1"]),
        (f"/feeds/partnerships/{HERE}.atom", ["fallowmere-2030-1/"]),
    ],
)
def test_a_feed_holds_what_its_page_holds(address: str, found: list[str]) -> None:
    published(1)
    assert ids(address) == found


def test_what_was_added_last_stands_first() -> None:
    published(1, published="2033-01")  # published later, but added before
    published(2)
    order = [one.partition("/")[0] for one in ids("/feeds/search.atom?q=call+handlers")]
    assert order == ["fallowmere-2030-2", "fallowmere-2030-1"]


@full_text
def test_what_holds_only_some_of_the_words_is_no_news() -> None:
    shelf(1, "Train call handlers in stalking, control and risk.", "Train cooks in risk.")
    assert ids("/feeds/search.atom?q=stalking+control+handlers+risk") == ["review-1/#rec-1-1"]


@pytest.mark.parametrize("address", ALL[:4])
def test_what_is_not_published_is_in_no_feed(address: str) -> None:
    before = read(address)
    intake(1)
    restricted = intake(2)
    restricted.restricted = True
    restricted.save()
    publish(restricted)
    after = read(address)
    assert ElementTree.tostring(after) == ElementTree.tostring(before)


@pytest.mark.parametrize("address", ["/feeds/agencies/x.atom", f"/feeds/partnerships/{HERE}.atom"])
def test_what_a_stranger_may_not_know_of_has_no_feed(address: str) -> None:
    intake(1)
    assert Client().get(address).status_code == 404
    assert Client().get("/feeds/themes/none.atom").status_code == 404


def test_what_was_taken_off_leaves_a_tombstone() -> None:
    stored = published(1)
    (entry,) = read("/feeds/all.atom").iter(f"{ATOM}entry")
    withdraw(stored)
    feed = read("/feeds/all.atom")
    (stone,) = feed.findall(DELETED)
    assert stone.get("ref") == entry.findtext(f"{ATOM}id")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*", stone.get("when") or "")
    assert not list(feed.iter(f"{ATOM}entry"))
    publish(stored)
    assert not read("/feeds/all.atom").findall(DELETED)


def test_odd_signs_do_not_break_a_feed() -> None:
    shelf(1, "Use <b>bold</b> words & say why ]]> to staff.")
    Review.objects.update(title="A \x0b title")
    (entry,) = read("/feeds/search.atom").iter(f"{ATOM}entry")
    summary = entry.findtext(f"{ATOM}summary") or ""
    assert "<b>" not in summary
    assert "<b>bold</b>" in html.unescape(summary)
    assert "A  title" in (entry.findtext(f"{ATOM}title") or "")


def test_a_feed_that_is_known_is_not_sent_again() -> None:
    published(1)
    for address in ALL:
        tag = Client().get(address)["ETag"]
        assert Client().get(address, headers={"If-None-Match": tag}).status_code == 304
    stored = published(2)
    assert Client().get(ALL[0], headers={"If-None-Match": tag}).status_code == 200
    tag = Client().get(ALL[0])["ETag"]
    withdraw(stored)
    assert Client().get(ALL[0], headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        ("/reviews/", "/feeds/all.atom"),
        ("/search/?q=training&type=police", "/feeds/search.atom?q=training&type=police"),
        ("/agencies/fallowmere-police/", "/feeds/agencies/fallowmere-police.atom"),
        ("/themes/training/", "/feeds/themes/training.atom"),
        (f"/partnerships/{HERE}/", f"/feeds/partnerships/{HERE}.atom"),
    ],
)
def test_pages_name_their_feed(page: str, feed: str) -> None:
    published(1)
    shown = html.unescape(Client().get(page).content.decode())
    head, _, body = shown.partition("</head>")
    assert 'rel="alternate" type="application/atom+xml"' in head
    assert f'href="{feed}"' in head
    assert f'href="{feed}"' in body
