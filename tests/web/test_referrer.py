"""What a browser tells other sites, and how it sends our forms."""

import pytest
from django.test import Client

from tests.web.factories import person, published

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/reviews/fallowmere-2030-1/", "/search/?q=police"])
def test_pages_to_read_tell_nobody(client: Client, address: str) -> None:
    published(1)
    assert client.get(address)["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("address", ["/problem/", "/account/sign-in/"])
def test_pages_with_a_form_tell_only_us(client: Client, address: str) -> None:
    assert client.get(address)["Referrer-Policy"] == "same-origin"


def test_the_form_in_the_footer_counts(client: Client) -> None:
    client.force_login(person("editor"))
    assert client.get("/")["Referrer-Policy"] == "same-origin"


def test_a_form_that_is_refused_says_so_in_our_words() -> None:
    client = Client(enforce_csrf_checks=True)
    refused = client.post("/problem/", {"what": "Anything."}, headers={"Origin": "null"})
    assert refused.status_code == 403
    assert "The form was not taken" in refused.content.decode()
