"""Pages for what goes wrong: plain, with the way out, and without the database where that is gone."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.http import HttpResponse
from django.test import Client

from tests.web.factories import PASSWORD, person

EXIT = "govuk-js-exit-this-page-button"


@pytest.fixture
def no_database() -> Iterator[None]:
    """Let every question to the database fail, as where its server is away."""
    failing = OperationalError("the database is away")
    with patch.object(BaseDatabaseWrapper, "cursor", side_effect=failing):
        yield


def body_of(answer: HttpResponse, status: int, title: str) -> str:
    """Check what every page of an error has; give the page."""
    body = answer.content.decode()
    assert answer.status_code == status
    assert f">{title}</h1>" in body
    assert body.count("<h1") == 1
    assert EXIT in body
    assert "/about/safe-browsing/" in body
    assert "0808 2000 247" in body
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    return body


@pytest.mark.usefixtures("no_database")
@pytest.mark.parametrize(
    ("address", "status", "title"),
    [
        ("/none/", 404, "Page not found"),
        ("/reviews/", 500, "Sorry, the library cannot show this page now"),
        ("/search/?q=police", 500, "Sorry, the library cannot show this page now"),
        ("/api/v1/reviews", 500, "Sorry, the library cannot show this page now"),
    ],
)
def test_a_stranger_without_a_database(address: str, status: int, title: str) -> None:
    client = Client(raise_request_exception=False)
    body_of(client.get(address), status, title)  # type: ignore[arg-type]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/none/", "/", "/desk/", "/account/"])
def test_somebody_signed_in_without_a_database(address: str) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(person("editor"))
    failing = OperationalError("the database is away")
    with patch.object(BaseDatabaseWrapper, "cursor", side_effect=failing):
        answer = client.get(address)
    body = body_of(answer, 500, "Sorry, the library cannot show this page now")  # type: ignore[arg-type]
    assert "Sign in" not in body, "nobody looked whether they are"
    assert "the database is away" not in body


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("data", "status", "title"),
    [
        ({"username": "x\0y", "password": "z"}, 200, "Sign in"),
        ({f"f{n}": "1" for n in range(2_100)}, 400, "The address or form could not be understood"),
    ],
)
def test_odd_forms(data: dict[str, str], status: int, title: str) -> None:
    answer = Client(raise_request_exception=False).post("/account/sign-in/", data)
    body_of(answer, status, title)  # type: ignore[arg-type]


@pytest.mark.django_db
def test_a_host_that_is_not_ours() -> None:
    answer = Client(raise_request_exception=False).get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert EXIT in answer.content.decode()


@pytest.mark.django_db
def test_a_form_from_elsewhere() -> None:
    client = Client(enforce_csrf_checks=True)
    body_of(client.post("/problem/", {"what": "x"}), 403, "The form was not taken")  # type: ignore[arg-type]


@pytest.mark.django_db
def test_what_a_person_may_not_do() -> None:
    client = Client()
    client.force_login(person("reader"))
    body = body_of(client.get("/desk/upload/"), 403, "You may not do this")  # type: ignore[arg-type]
    assert "Sign out" in body


@pytest.mark.django_db
def test_too_many_attempts() -> None:
    email = person("reader").email
    client = Client()
    for _ in range(11):
        answer = client.post("/account/sign-in/", {"username": email, "password": "wrong"})
    body_of(answer, 429, "Too many attempts")  # type: ignore[arg-type]
    right = client.post("/account/sign-in/", {"username": email, "password": PASSWORD})
    assert right.status_code == 429, "the right password does not help from the same address"


@pytest.mark.django_db
def test_the_address_of_a_button_is_told_in_a_page() -> None:
    client = Client()
    client.force_login(person("publisher"))
    answer = client.get("/desk/compare/")
    body_of(answer, 405, "There is no page at this address")  # type: ignore[arg-type]
    assert answer["Allow"] == "POST"


@pytest.mark.django_db
def test_after_signing_in_nobody_lands_on_a_button() -> None:
    client = Client()
    assert client.post("/desk/compare/")["Location"].endswith("?next=/desk/")
    assert client.get("/desk/upload/")["Location"].endswith("?next=/desk/upload/")


@pytest.mark.django_db
def test_an_invitation_that_cannot_be_used_says_what_to_do() -> None:
    answer = Client().get("/account/invitation/none/")
    body_of(answer, 404, "This invitation cannot be used")  # type: ignore[arg-type]


@pytest.mark.django_db
def test_signing_in_wrongly_is_told_once_under_the_own_name() -> None:
    answer = Client().post("/account/sign-in/", {"username": "x@example.org", "password": "y"})
    body = answer.content.decode()
    assert body.count("The e-mail address or the password is wrong") == 1
    assert "testserver" not in body, "the site has a name of its own"
