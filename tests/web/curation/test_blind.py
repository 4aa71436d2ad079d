"""Coding blind: nothing of the first coding is seen before the end, then both are compared."""

import pytest
from django.test import Client

from learnt.theme.codebook import own_codebook
from learnt.web.accounts.models import User
from learnt.web.curation import blind, deciding
from learnt.web.curation.models import BlindCoding, Intake
from tests.web.factories import HERE, intake, person

pytestmark = pytest.mark.django_db

CODE = "/desk/reviews/fallowmere-2030-1/code/"
THEMES = [theme.id for theme in own_codebook().theme]
ONE, TWO = THEMES[:2]


@pytest.fixture
def stored() -> Intake:
    """Give a review whose first coder gave every recommendation the first theme."""
    made = intake(1)
    first = person("editor", HERE, name="first")
    for ref in "123":
        value = {"themes": [ONE], "main": ONE}
        deciding.decide(made, first, "themes", f"rec-1-{ref}", value)
    return made


@pytest.fixture
def second(client: Client, stored: Intake) -> User:
    user = person("editor", HERE, name="second")
    client.force_login(user)
    return user


def test_the_first_coding_is_not_shown_before_the_end(client: Client, second: User) -> None:
    for number in (1, 2, 3):
        shown = client.get(CODE)
        assert shown.context["item"].id == f"rec-1-{number}"
        assert b"checked>" not in shown.content
        assert b" selected>" not in shown.content.replace(b'value="" selected>', b"")
        assert b"Mean kappa" not in shown.content
        told = {"record": f"rec-1-{number}", "themes": [ONE], "main": ONE}
        assert client.post(CODE, told).status_code == 302
    assert b"Mean kappa" in client.get(CODE).content


def test_the_agreement_is_that_of_both(client: Client, second: User, stored: Intake) -> None:
    given = {"1": [ONE], "2": [TWO], "3": []}
    for ref, themes in given.items():
        told = {"record": f"rec-1-{ref}", "themes": themes, "main": themes[0] if themes else ""}
        client.post(CODE, told)
    found = blind.agreement(stored, second)
    assert (found.recommendations, found.mains, found.same_main) == (3, 2, 1)
    assert found.confusion == ((ONE, TWO, 1),)
    counts = {one.theme: (one.first, one.second, one.both) for one in found.themes}
    assert counts == {ONE: (3, 1, 1), TWO: (0, 1, 0)}
    shown = client.get(CODE).content.decode()
    assert "the same in 1 of 2" in shown


def test_what_was_given_stays(client: Client, second: User) -> None:
    told = {"record": "rec-1-1", "themes": [ONE], "main": ""}
    client.post(CODE, told)
    client.post(CODE, told | {"themes": [TWO]})
    assert [row.theme for row in BlindCoding.objects.all()] == [ONE]


def test_a_main_theme_must_be_one_of_the_themes(client: Client, second: User) -> None:
    answer = client.post(CODE, {"record": "rec-1-2", "themes": [ONE], "main": TWO})
    assert answer.status_code == 422
    assert answer.context["item"].id == "rec-1-2"
    assert b"The main theme must be one of the themes" in answer.content
    assert not BlindCoding.objects.exists()


@pytest.mark.parametrize("record", ["", "rec-9-9", "x" * 500])
def test_what_is_not_there_is_not_coded(client: Client, second: User, record: str) -> None:
    assert client.post(CODE, {"record": record, "themes": [ONE], "main": ""}).status_code == 302
    assert not BlindCoding.objects.exists()


def test_who_coded_openly_cannot_code_blind(client: Client, stored: Intake) -> None:
    first = User.objects.get(email__startswith="first")
    client.force_login(first)
    assert b"cannot code this review blind" in client.get(CODE).content
    client.post(CODE, {"record": "rec-1-1", "themes": [ONE], "main": ""})
    assert not BlindCoding.objects.exists()


def test_one_coder_does_not_see_anothers(client: Client, second: User, stored: Intake) -> None:
    client.post(CODE, {"record": "rec-1-1", "themes": [ONE], "main": ""})
    third = person("editor", HERE, name="third")
    assert len(blind.standing(stored, third).left) == 3
    assert blind.agreement(stored, third).recommendations == 0
