"""Which reviews a signed-in person may see and change."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from learnt.web.accounts.guard import person_of
from learnt.web.accounts.models import User
from learnt.web.accounts.reach import within
from learnt.web.curation.models import HeldRead, Intake


def visible(person: User, role: str = "reader") -> QuerySet[Intake]:
    """Give the reviews for whose partnership the person holds `role`."""
    return within(Intake.objects.all(), person.partnerships(role))


def open_intake(request: HttpRequest, slug: str, role: str = "reader") -> Intake:
    """Give a review that the person may see in `role`, and log that it was read; else not found."""
    person = person_of(request)
    found = visible(person, role).filter(slug=slug).first()
    if found is None:
        raise Http404
    if found.state != "published":
        HeldRead.objects.create(intake=found, by=person, page=request.path[:200])
    return found
