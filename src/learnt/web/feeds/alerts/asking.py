"""The search of an alert, and the link that ends it."""

from dataclasses import replace

from django.core import signing
from django.http import QueryDict
from django.urls import reverse

from learnt.web.accounts.models import User
from learnt.web.catalogue.search.asked import Asked, read
from learnt.web.feeds.models import Alert
from learnt.web.feeds.telling import whole

SALT = "learnt.alerts.stop"
"""What a link is signed for: it ends one alert, and opens nothing else."""
MOST = 50
"""Alerts of one person."""


def asked_of(query: str) -> Asked:
    """Give the search that parameters ask for, without order and page."""
    return replace(read(QueryDict(query)), order=None, page=1, more="")


def add(person: User, query: str) -> bool:
    """Add an alert; False where the person has as many as one may have."""
    address = asked_of(query).address()
    if person.alerts.filter(query=address).exists():
        return True
    if person.alerts.count() >= MOST:
        return False
    Alert.objects.get_or_create(user=person, query=address)
    return True


def stop_address(alert: Alert) -> str:
    """Give the full address of the page that ends an alert without signing in."""
    return whole(reverse("alerts:stop", args=[signing.dumps(alert.pk, salt=SALT)]))


def number_in(token: str) -> int | None:
    """Give the alert that a link means; None where nobody here has signed it."""
    try:
        number = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    return number if isinstance(number, int) else None
