"""The history of a review: who did what, and taking one decision of many back."""

import json

import pytest
from django.test import Client

from learnt.web.accounts.models import User
from learnt.web.catalogue.models import Recommendation
from learnt.web.curation.models import Decision, NameDecision
from learnt.web.curation.takedown import remove_words
from tests.web.factories import HERE, intake, person, published

pytestmark = pytest.mark.django_db

ONE = "/desk/reviews/fallowmere-2030-1/"
ASK = f"{ONE}recommendations/rec-1-1/"


def shown(client: Client) -> str:
    return " ".join(client.get(f"{ONE}history/").content.decode().split())


def test_everything_is_told_with_who_did_it(client: Client, publisher: User) -> None:
    intake(1)
    client.post(f"{ASK}accept/")
    client.post(f"{ONE}name/", {"words": "Fallowmere", "answer": "no"})
    client.post(f"{ONE}publish/")
    client.post(f"{ONE}restrict/", {"restricted": "yes", "note": "until the trial"})
    told = shown(client)
    for what in (
        "Accepted: recommendation 1",
        "Fallowmere: is no person of the case",
        "State: proposed → published",
        "State: published → withdrawn",
        "Reporting restriction: none → True",
    ):
        assert what in told
    assert told.count(publisher.email) >= 5


def test_one_decision_of_many_is_taken_back(client: Client, publisher: User) -> None:
    stored = published(1)
    for text in ("First text.", "Second text."):
        client.post(f"{ASK}correct/", {"ref": "1", "text": text, "addressees": ""})
    client.post(f"{ASK}accept/")
    last = stored.decisions.filter(action="correct").latest("pk")
    client.force_login(person("editor", HERE, name="another"))
    client.post(f"{ONE}undo/", {"decision": str(last.pk)})
    assert Recommendation.objects.get(ref="1").text == "First text."
    assert "Taken back: Corrected: recommendation 1" in shown(client)
    assert stored.decisions.filter(undone_at=None).count() == 2


def test_a_decision_of_another_review_is_not_taken_back(client: Client, publisher: User) -> None:
    intake(1)
    other = intake(2, csp="Another Place Community Safety Partnership")
    made = Decision.objects.create(intake=other, action="accept", record="rec-2-1")
    client.post(f"{ONE}undo/", {"decision": str(made.pk)})
    made.refresh_from_db()
    assert made.undone_at is None
    assert client.post(f"{ONE}undo/", {"decision": "x"}).status_code == 404


def test_names_leave_their_history_with_a_takedown(client: Client, publisher: User) -> None:
    stored = published(1)
    client.post(f"{ONE}name/", {"words": "Rose", "answer": "person"})
    client.post(f"{ONE}name/", {"words": "Rose", "answer": "no"})
    assert NameDecision.history.count() == 2
    remove_words(stored, "rose", publisher, "asked")
    kept = json.dumps(list(NameDecision.history.values("words", "role")))
    assert "Rose" not in kept
    assert "Rose" not in shown(client)
