"""Programs that keep answers, and programs that ask too often."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db.models import F
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from learnt.web.api import limit
from learnt.web.curation.publishing import withdraw
from learnt.web.dataset.models import Edition
from tests.web.factories import published

pytestmark = pytest.mark.django_db
PATH = "/api/v1/recommendations"


def test_an_answer_that_is_known_is_not_sent_again() -> None:
    published(1)
    first = Client().get(PATH)
    again = Client().get(PATH, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    dated = Client().get(PATH, headers={"If-Modified-Since": first["Last-Modified"]})
    assert dated.status_code == 304


def test_a_change_is_sent() -> None:
    published(1)
    first = Client().get(PATH)
    published(2)
    assert Client().get(PATH, headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_what_was_taken_off_does_not_live_on_in_a_cache() -> None:
    published(1)
    stored = published(2)
    first = Client().get(PATH)
    withdraw(stored)
    assert Client().get(PATH, headers={"If-None-Match": first["ETag"]}).status_code == 200
    Edition.objects.update(at=F("at") + timedelta(seconds=2))  # dates in headers are whole seconds
    dated = Client().get(PATH, headers={"If-Modified-Since": first["Last-Modified"]})
    assert dated.status_code == 200


def test_taking_off_dates_the_catalogue_anew() -> None:
    stored = published(1)
    before = Edition.objects.get()
    withdraw(stored)
    after = Edition.objects.get()
    assert after.number > before.number
    assert after.at > before.at


def test_the_head_is_that_of_the_answer() -> None:
    published(1)
    assert Client().head(PATH)["ETag"] == Client().get(PATH)["ETag"]
    assert Client().head(PATH).content == b""


def test_who_asks_too_often_waits(settings: Settings) -> None:
    settings.API_RATE = 3
    codes = [Client().get(PATH).status_code for _ in range(5)]
    if codes.count(200) != 3:  # the minute ended in between
        codes = [Client().get(PATH).status_code for _ in range(5)]
    assert codes[-1] == 429
    refused = Client().get(PATH)
    assert 1 <= int(refused["Retry-After"]) <= limit.WINDOW
    assert "Wait" in refused.json()["detail"]
    assert Client().get(PATH, REMOTE_ADDR="192.0.2.9").status_code == 200
    assert Client().get("/api/v1/").status_code == 200  # the page for people


def test_no_address_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[object] = []

    def add(key: str, value: int, timeout: float) -> None:
        kept.extend((key, value))
        assert 0 < timeout <= limit.WINDOW

    monkeypatch.setattr(cache, "add", add)
    Client().get(PATH, REMOTE_ADDR="192.0.2.9")
    assert kept
    assert "192" not in str(kept).replace(str(kept[0])[4:], "")
    assert "192.0.2.9" not in str(kept)


@pytest.mark.parametrize(
    ("remote", "forwarded", "proxy", "who"),
    [
        ("192.0.2.1", "", False, "192.0.2.1"),
        ("192.0.2.1", "203.0.113.5", False, "192.0.2.1"),  # anybody can send that header
        ("10.0.0.1", "198.51.100.1, 203.0.113.5", True, "203.0.113.5"),  # what our proxy saw
        ("10.0.0.1", "", True, "10.0.0.1"),
        ("2001:db8:1:2:3::4", "", False, "2001:db8:1:2::/64"),
        ("", "", False, ""),
    ],
)
def test_who_asks(remote: str, forwarded: str, proxy: bool, who: str, settings: Settings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if proxy else None
    request = RequestFactory().get(PATH, REMOTE_ADDR=remote, HTTP_X_FORWARDED_FOR=forwarded)
    assert limit.address_of(request) == who
