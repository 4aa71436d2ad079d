"""Which cases of the register a signed-in person may see and change."""

from collections.abc import Collection

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from learnt.web.accounts.guard import person_of
from learnt.web.accounts.models import User
from learnt.web.accounts.reach import within
from learnt.web.register.models import Incident


def incidents_of(scopes: Collection[str]) -> QuerySet[Incident]:
    """Give the incidents of partnerships by their ids; "" among them means all there are."""
    return within(Incident.objects.all(), scopes)


def visible(person: User, role: str = "reader") -> QuerySet[Incident]:
    """Give the incidents for whose partnership the person holds `role`."""
    return incidents_of(person.partnerships(role))


def open_incident(request: HttpRequest, number: int, role: str = "reader") -> Incident:
    """Give an incident that the person may see in `role`; else not found."""
    found = visible(person_of(request), role).filter(pk=number).first()
    if found is None:
        raise Http404
    return found
