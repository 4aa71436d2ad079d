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
from learnt.web.register.models import TABLES, FactProposal, Incident, Link
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
    told: dict[str, Any] = {
        "intake": intake,
        "incident": incident,
        "cases": visible(person).filter(reviews=intake),
        "groups": deciding.groups_of(intake, incident),
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
    answer = redirect("register:facts", slug=intake.slug)
    answer["Location"] += f"?case={incident.pk}"
    return answer


@needs("editor")
@require_POST
def decide(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Accept a value into the register, or say that it is not so."""
    intake, incident = _asked(request, slug)
    one = intake.facts.filter(pk=number).first()
    if one is None:
        raise Http404
    if request.POST.get("answer") == "accept":
        _accept(request, [one], incident)
    else:
        deciding.refuse(one, person_of(request))
        messages.success(request, "Kept: that is not so.")
    return _back(intake, incident)


@needs("editor")
@require_POST
def accept_all(request: HttpRequest, slug: str) -> HttpResponse:
    """Accept what the program is sure of, of one person or the incident, and nothing contradicts."""
    intake, incident = _asked(request, slug)
    table, person = request.POST.get("table", ""), request.POST.get("person", "")
    for group in deciding.groups_of(intake, incident):
        if (group.table, str(group.person)) == (table, person) and table in TABLES:
            chosen = [fact.proposal for fact in group.facts if fact.easy]
            if chosen:
                _accept(request, chosen, incident, group.target)
    return _back(intake, incident)


def _accept(
    request: HttpRequest, chosen: list[FactProposal], incident: Incident, target: str = ""
) -> None:
    first = chosen[0]
    usual = deciding.target_of(incident, first.table, first.person)
    target = target or request.POST.get("row", "")[:20] or usual
    try:
        row = deciding.accept(chosen, incident, target, person_of(request))
    except saving.Misfit as error:
        messages.error(request, f"Not accepted: {error}.")
    except deciding.NoSuchRow as error:
        raise Http404 from error
    else:
        number = "1 value" if len(chosen) == 1 else f"{len(chosen)} values"
        messages.success(request, f"Accepted: {number} into {row.key}.")


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
