"""What a report says of its case: proposals with their evidence, for an editor to accept or not."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from learnt.web.accounts.guard import needs, person_of
from learnt.web.accounts.models import User
from learnt.web.curation.models import Intake
from learnt.web.curation.reach import open_intake
from learnt.web.register import deciding, saving
from learnt.web.register.answering import answer
from learnt.web.register.models import Incident, Link
from learnt.web.register.reach import visible


def _case_of(person: User, intake: Intake, asked: str, role: str) -> Incident | None:
    """Give the case that is asked for among those of a review, else the one linked first."""
    cases = visible(person, role).filter(reviews=intake).order_by("links__id")
    if asked.isascii() and asked.isdecimal() and len(asked) < 18:
        return cases.filter(pk=int(asked)).first()
    return cases.first()


@never_cache
@needs("reader")
@require_safe
def facts(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a report says of its case, beside what the register has."""
    intake = open_intake(request, slug)
    person = person_of(request)
    incident = _case_of(person, intake, request.GET.get("case", ""), "reader")
    edits = person.allows("editor", intake.partnership)
    groups = deciding.groups_of(intake, incident)
    told: dict[str, Any] = {
        "intake": intake,
        "incident": incident,
        "cases": visible(person).filter(reviews=intake),
        "groups": groups,
        "easy": sum(group.easy for group in groups),
        "open": sum(len(group.open) for group in groups),
        "number": sum(len(group.facts) for group in groups),
        "edits": edits and (incident is None or person.allows("editor", incident.partnership)),
    }
    return render(request, "register/facts.html", told)


def _asked(request: HttpRequest, slug: str) -> tuple[Intake, Incident]:
    intake = open_intake(request, slug, "editor")
    case = request.POST.get("case", "") or "none"
    incident = _case_of(person_of(request), intake, case, "editor") if case != "none" else None
    if incident is None:
        raise Http404
    return intake, incident


def _back(intake: Intake, incident: Incident) -> HttpResponse:
    told = redirect("register:facts", slug=intake.slug)
    left = [group for group in deciding.groups_of(intake, incident) if group.open]
    place = f"#{left[0].id}" if left else ""
    told["Location"] += f"?case={incident.pk}{place}"
    return told


@needs("editor")
@require_POST
def answers(request: HttpRequest, slug: str) -> HttpResponse:
    """Take the answers of the page in: what is accepted goes into the case, what is not so stays out."""
    intake, incident = _asked(request, slug)
    try:
        done = answer(intake, incident, request.POST.dict(), person_of(request))
    except deciding.NoSuchRow as error:
        raise Http404 from error
    for wrong in done.wrong:
        messages.error(request, f"Not accepted: {wrong}.")
    if told := done.told():
        messages.success(request, told)
    elif not done.wrong:
        messages.warning(request, "Nothing was answered.")
    return _back(intake, incident)


@needs("editor")
@require_POST
def make(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a case of a review, linked to it, with nothing recorded but its partnership."""
    intake = open_intake(request, slug, "editor")
    person = person_of(request)
    incident = saving.new_incident({}, intake.partnership, person)
    Link.objects.create(incident=incident, intake=intake, by=person)
    messages.success(request, f"The case {incident.key} is added.")
    return _back(intake, incident)
