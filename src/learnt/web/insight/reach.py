"""Which reports a signed-in person may see and change."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from learnt.web.accounts.guard import person_of
from learnt.web.accounts.models import User
from learnt.web.accounts.reach import within
from learnt.web.insight.models import Report


def visible(person: User, role: str = "reader") -> QuerySet[Report]:
    """Give the reports for whose partnership the person holds `role`."""
    return within(Report.objects.all(), person.partnerships(role))


def open_report(request: HttpRequest, number: int, role: str = "reader") -> Report:
    """Give a report that the person may see in `role`; else not found."""
    found = visible(person_of(request), role).filter(pk=number).first()
    if found is None:
        raise Http404
    return found
