"""The page for people who write programs: its examples run, and it fetches nothing from elsewhere."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from learnt.web.api.describing import EXAMPLES, schema
from learnt.web.curation.publishing import after_many
from tests.web.factories import published

pytestmark = pytest.mark.django_db


def page() -> str:
    return Client().get(reverse("api:docs")).content.decode()


def test_the_examples_run() -> None:
    for number in (1, 2):
        published(number)
    after_many()
    addresses = [html.unescape(one) for one in re.findall(r'href="(/api/v1/[^"]+)"', page())]
    assert len(addresses) == 1 + sum(len(some) for some in EXAMPLES.values())
    for address in addresses:
        answer = Client().get(address)
        assert answer.status_code == 200, address
        assert answer.json().get("total", 1) > 0, address  # it shows something


def test_without_data_nothing_leads_astray() -> None:
    shown = page()
    assert "/reviews/{review}" in shown
    for address in re.findall(r'href="(/api/v1/[^"]+)"', shown):
        assert Client().get(html.unescape(address)).status_code == 200


def test_the_page_needs_nothing_from_elsewhere() -> None:
    assert not re.findall(r'(?:src|rel="stylesheet" href)="(?:https?:)?//', page())


def test_values_are_shown_as_code() -> None:
    assert "<code>single-agency</code>, <code>multi-agency</code>" in page()
    assert "`" not in page()


def test_each_operation_has_an_example() -> None:
    told = schema()
    ids = {asked["operationId"] for methods in told["paths"].values() for asked in methods.values()}
    assert ids == set(EXAMPLES)
    assert all(f'id="{one}"' in page() for one in ids)


def test_the_description_is_openapi() -> None:
    told = Client().get("/api/v1/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert all(set(methods) == {"get"} for methods in told["paths"].values())
    named = re.findall(r"#/components/schemas/(\w+)", str(told))
    assert set(named) <= set(told["components"]["schemas"])
