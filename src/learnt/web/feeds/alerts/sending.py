"""Sends what is new: an e-mail for each alert that has something."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone

from learnt.web.feeds import telling
from learnt.web.feeds.alerts.asking import asked_of, stop_address
from learnt.web.feeds.models import Alert
from learnt.web.feeds.newest import MOST, Item, last_added, newest

LONGEST = 400
"""Letters of an entry in an e-mail; its page has it whole."""


class Sent(NamedTuple):
    """What became of an alert: how many entries were sent, or why it could not be sent."""

    alert: Alert
    entries: int
    trouble: str = ""


def send_all() -> Iterator[Sent]:
    """Send all alerts that have something new; one that fails is tried again at the next call.

    Everything comes from the public catalogue: what is not published is never in an e-mail.
    """
    until = last_added()
    if until is None:
        return
    waiting = Alert.objects.filter(user__is_active=True, seen_until__lt=until)
    for alert in waiting.select_related("user").iterator():
        yield _send(alert, until)


def _send(alert: Alert, until: datetime) -> Sent:
    items = newest(asked_of(alert.query), since=alert.seen_until)
    if items:
        try:
            message(alert, items).send()
        except OSError as error:
            return Sent(alert, 0, type(error).__name__)
        alert.last_sent_at = timezone.now()
    alert.seen_until = until
    alert.save(update_fields=["last_sent_at", "seen_until"])
    return Sent(alert, len(items))


def message(alert: Alert, items: list[Item]) -> EmailMessage:
    """Give the e-mail of an alert."""
    asked = asked_of(alert.query)
    words, stop = telling.words_of(asked), stop_address(alert)
    one = "review" if asked.show == "reviews" else "recommendation"
    many = f"{MOST} or more" if len(items) == MOST else str(len(items))
    told = {
        "what": f"{many} new {one}{'' if len(items) == 1 else 's'}",
        "words": words,
        "entries": [_entry(item) for item in items],
        "search": telling.whole(f"/search/?{alert.query}"),
        "stop": stop,
        "site": settings.SITE_NAME,
    }
    return EmailMessage(
        subject=f"{settings.SITE_NAME}: {told['what']} for {words}"[:200],
        body=render_to_string("alerts/mail.txt", told),
        to=[alert.user.email],
        headers={"List-Unsubscribe": f"<{stop}>", "Auto-Submitted": "auto-generated"},
    )


def _entry(item: Item) -> dict[str, str]:
    text = " ".join(telling.text_of(item).split())
    shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return {
        "title": telling.title_of(item),
        "text": shown,
        "address": telling.address_of(item),
        "invented": "This review is invented." if telling.review_of(item).fictional else "",
    }
