"""Nothing public knows the register: no module of the public side imports it, no page tells of it."""

import pytest
from django.test import Client

from learnt.web.catalogue.models import Review
from learnt.web.register.models import Link
from tests.house.sources import modules
from tests.house.test_imports import imports
from tests.web.factories import published
from tests.web.register.factories import case
from tests.web.test_access import TABLE

PUBLIC = ("catalogue", "api", "feeds", "dataset")
PRIVATE = "learnt.web.register"


def test_the_public_side_imports_nothing_of_the_register() -> None:
    public = [one for one in modules() if one.startswith(tuple(f"learnt.web.{p}" for p in PUBLIC))]
    assert len(public) > 30
    wrong = [one for one in public if any(two.startswith(PRIVATE) for two in imports(one))]
    assert not wrong


@pytest.mark.django_db
def test_a_case_shows_on_no_public_page_of_its_review() -> None:
    stored = published(1)
    client = Client()
    pages = [
        address
        for address, wanted in TABLE.values()
        if wanted["stranger"] == 200 and "?" not in address
    ]
    before = {address: _body(client, address) for address in pages}
    one = case(1, cause_of_death="a cause of its own")
    Link.objects.create(incident=one, intake=stored)
    for address in pages:
        after = _body(client, address)
        assert "CASE-1" not in after, address
        assert "a cause of its own" not in after, address
        assert ("VICTIM-1" in after) == ("VICTIM-1" in before[address]), address
    assert Review.objects.count() == 1


def _body(client: Client, address: str) -> str:
    answer = client.get(address)
    content = b"".join(answer) if answer.streaming else answer.content
    return content.decode(errors="replace")
