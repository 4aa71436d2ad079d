"""Whatever stands in an address, the answer is a page, not a fault, and costs little."""

from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.web.factories import intake, person, published
from tests.web.insight.factories import overview
from tests.web.register.factories import case
from tests.web.test_access import TABLE

pytestmark = pytest.mark.django_db

NAMES = (
    *("q", "page", "state", "sort", "show", "type", "words", "group", "more"),
    *("theme", "agency", "region", "year", "next", "per_page"),
)
ODD = {
    "long": "a" * 20_000,
    "many digits": "9" * 5_000,
    "below nought": "-1",
    "other digits": "²٣",
    "no letters": "\0\x01\x7f",
    "query language": "' OR 1=1 --",
    "index language": 'NEAR("a" "b", 5) * ^ : exact:',
    "pattern": "%_\\%",
    "markup": "<script>alert(1)</script>",
    "elsewhere": "https://elsewhere.example/",
}
MOST_QUERIES = 60
DEARER = {"curation:merge": 120}
"""Shows what merging would do by doing it and taking it back; publishers open it now and then."""


@pytest.fixture
def client() -> Client:
    published(1)
    intake(2)
    case(1)
    overview()
    client = Client()
    client.force_login(person("administrator"))
    return client


@pytest.mark.parametrize("odd", ODD)
def test_odd_parameters_are_passed_over(client: Client, odd: str) -> None:
    wrong = []
    asked = "&".join(f"{name}={quote(ODD[odd])}" for name in NAMES)
    for name, (address, wanted) in TABLE.items():
        plain = address.partition("?")[0]
        with CaptureQueriesContext(connection) as done:
            answer = client.get(f"{plain}?{asked}")
        if answer.status_code not in (wanted["administrator"], 302, 400, 422):
            wrong.append(f"{name}: {answer.status_code}")
        if len(done) > DEARER.get(name, MOST_QUERIES):
            wrong.append(f"{name}: {len(done)} queries")
        if "elsewhere.example" in answer.get("Location", ""):
            wrong.append(f"{name}: leads elsewhere")
        if not answer.streaming and b"<script>alert" in answer.content:
            wrong.append(f"{name}: markup")
    assert not wrong
