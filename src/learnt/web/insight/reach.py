"""Which reports a signed-in person may see and change."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from learnt.web.accounts.guard import person_of
from learnt.web.accounts.models import EVERYWHERE, User
from learnt.web.insight.models import Report


def visible(person: User, role: str = "reader") -> QuerySet[Report]:
    """Give the reports for whose partnership the person holds `role`."""
    scopes = person.partnerships(role)
    every = Report.objects.all()
    return every if EVERYWHERE in scopes else every.filter(partnership__in=scopes)


def open_report(request: HttpRequest, number: int, role: str = "reader") -> Report:
    """Give a report that the person may see in `role`; else not found."""
    found = visible(person_of(request), role).filter(pk=number).first()
    if found is None:
        raise Http404
    return found
