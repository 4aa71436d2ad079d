"""Alerts: one's own, sent once, of public things alone, ended by a link that does nothing else."""

import re
from typing import Any

import pytest
from click.testing import CliRunner
from django.core import mail, signing
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client

from learnt.cli.library_alerts import alerts as command
from learnt.web.accounts.models import User
from learnt.web.curation.publishing import publish, withdraw
from learnt.web.feeds.alerts import asking
from learnt.web.feeds.alerts.sending import send_all
from learnt.web.feeds.models import Alert
from tests.web.factories import intake, person, published
from tests.web.search.shelf import full_text

pytestmark = pytest.mark.django_db
PAGE = "/account/alerts/"


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def alert(query: str = "q=call+handlers") -> Alert:
    user = person()
    assert asking.add(user, query)
    return user.alerts.get()


def sent() -> list[int]:
    return [one.entries for one in send_all()]


def test_a_search_becomes_an_alert() -> None:
    user = person()
    client = signed_in(user)
    shown = client.get(f"{PAGE}?q=training&type=police&page=3&sort=date").content.decode()
    assert "“training”; Type of agency: police" in shown
    assert not Alert.objects.exists()  # looking changes nothing
    (query,) = re.findall(r'name="query" value="([^"]*)"', shown)
    client.post(PAGE, {"query": query.replace("&amp;", "&")})
    client.post(PAGE, {"query": "type=police&q=training"})  # the same, in another order
    assert [one.query for one in user.alerts.all()] == ["q=training&type=police"]


@full_text
def test_a_word_that_stands_nowhere_is_pointed_out() -> None:
    published(1)
    client = signed_in(person())
    assert "“traning” yet" in client.get(f"{PAGE}?q=traning").content.decode()
    assert "” yet" not in client.get(f"{PAGE}?q=handlers").content.decode()


def test_an_alert_is_removed_by_its_owner_alone() -> None:
    one = alert()
    assert signed_in(person()).post(f"{PAGE}{one.pk}/remove/").status_code == 404
    assert signed_in(person("administrator")).post(f"{PAGE}{one.pk}/remove/").status_code == 404
    assert signed_in(one.user).get(f"{PAGE}{one.pk}/remove/").status_code == 405
    assert signed_in(one.user).post(f"{PAGE}{one.pk}/remove/").status_code == 302
    assert not Alert.objects.exists()


def test_alerts_of_others_are_not_shown() -> None:
    alert("q=somebody+elses")
    assert "elses" not in signed_in(person()).get(PAGE).content.decode()


def test_there_is_an_end_to_alerts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "MOST", 2)
    user = person()
    assert [asking.add(user, f"q={word}") for word in "abca"] == [True, True, False, True]


def test_what_is_new_is_sent_once() -> None:
    published(1)
    one = alert()
    assert sent() == []  # what was there before is not new
    published(2)
    assert sent() == [1]
    assert sent() == []
    (message,) = mail.outbox
    assert message.to == [one.user.email]
    assert "1 new recommendation" in message.subject
    assert "Fallowmere Police should train its call handlers." in message.body
    assert "/reviews/fallowmere-2030-2/#rec-2-1" in message.body
    assert "fallowmere-2030-1" not in message.body
    one.refresh_from_db()
    assert one.last_sent_at


def test_what_does_not_match_is_not_sent() -> None:
    alert("q=housing")
    published(1)
    assert sent() == [0]
    assert not mail.outbox


def test_only_what_is_public_is_sent() -> None:
    alert()
    intake(1)
    withdraw(published(2))
    restricted = intake(3)
    restricted.restricted = True
    restricted.save()
    publish(restricted)
    published(4)
    assert sent() == [1]
    assert not [number for number in (1, 2, 3) if f"2030-{number}" in mail.outbox[0].body]


def test_reviews_can_be_asked_for() -> None:
    alert("show=reviews")
    published(1)
    assert sent() == [1]
    assert "1 new review for everything" in mail.outbox[0].subject


def test_who_has_left_is_sent_nothing() -> None:
    one = alert()
    one.user.is_active = False
    one.user.save()
    published(1)
    assert sent() == []
    assert not mail.outbox


def test_what_could_not_be_sent_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: EmailBackend, messages: Any) -> int:
        raise ConnectionRefusedError

    alert()
    published(1)
    with monkeypatch.context() as broken:
        broken.setattr(EmailBackend, "send_messages", fail)
        assert [(one.entries, one.trouble) for one in send_all()] == [(0, "ConnectionRefusedError")]
    assert sent() == [1]


def test_a_link_ends_one_alert_without_signing_in() -> None:
    one, other = alert(), alert("q=other")
    published(1)
    sent()
    found = re.search(r"To stop this alert: \S+?(/account/\S+)", str(mail.outbox[0].body))
    assert found
    assert found[1] in mail.outbox[0].extra_headers["List-Unsubscribe"]
    client = Client(enforce_csrf_checks=True)
    assert "Stop this alert" in client.get(found[1]).content.decode()
    assert Alert.objects.count() == 2  # looking changes nothing
    assert client.post(found[1]).status_code == 403  # a form of another site
    token = client.cookies["csrftoken"].value
    client.post(found[1], {"csrfmiddlewaretoken": token})
    assert list(Alert.objects.all()) == [other]
    assert "is stopped" in Client().get(found[1]).content.decode()
    assert Client().get(PAGE).status_code == 302  # the link has let nobody in
    assert one.user != other.user


@pytest.mark.parametrize(
    "token",
    [
        "none",
        "MQ:1tAAAA:forged",
        signing.dumps(1, salt="another purpose"),
        signing.dumps("1", salt=asking.SALT),
    ],
    ids=["none", "forged", "for another purpose", "of no alert"],
)
def test_other_links_end_nothing(token: str) -> None:
    alert()
    assert Client().get(f"{PAGE}stop/{token}/").status_code == 404
    assert Client().post(f"{PAGE}stop/{token}/").status_code == 404
    assert Alert.objects.count() == 1


def test_words_cannot_bend_an_e_mail() -> None:
    alert("q=call%0d%0aBcc:%20x@example.org")
    published(1, csp="Fallowmere Community Safety Partnership")
    alert("q=%22call+handlers%22%0a")
    published(2)
    sent()
    assert all("\n" not in message.subject for message in mail.outbox)
    assert all(message.bcc == [] for message in mail.outbox)


def test_the_command_tells_how_many() -> None:
    from django.conf import settings

    (settings.HOME / "library.sqlite3").touch()
    alert()
    published(1)
    result = CliRunner().invoke(command, [], obj=settings.HOME)
    assert (result.exit_code, result.output) == (0, "1 sent, 0 failed\n")
