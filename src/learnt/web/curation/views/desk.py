"""The desk: the reviews that a person may see, and what waits."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from learnt.web.accounts.guard import needs, person_of
from learnt.web.accounts.models import EVERYWHERE
from learnt.web.catalogue import refreshing
from learnt.web.catalogue.models import Problem
from learnt.web.catalogue.views.paging import page_of
from learnt.web.curation import publishing, uploads
from learnt.web.curation.models import STATES, Upload
from learnt.web.curation.reach import visible


@never_cache
@needs("reader")
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """List reviews by state, newest first."""
    person = person_of(request)
    state = request.GET.get("state", "")
    rows = visible(person)
    if state in STATES:
        rows = rows.filter(state=state)
    page = page_of(request, rows)
    told = {
        "page": page,
        "rows": [(intake, *publishing.progress_of(intake)) for intake in page],
        "states": STATES,
        "state": state,
        "edits": bool(person.partnerships("editor")),
        "problems": EVERYWHERE in person.partnerships("editor")
        and Problem.objects.filter(settled_at=None).count(),
        "uploads": [
            (one, uploads.is_stopped(one))
            for one in Upload.objects.filter(by=person).order_by("-id")[:5]
        ],
        "comparing": refreshing.comparing(),
        "publishes": bool(person.partnerships("publisher")),
    }
    return render(request, "curation/desk.html", told)


@needs("publisher")
@require_POST
def compare(request: HttpRequest) -> HttpResponse:
    """Compare anew what was said again, now or in the background."""
    refreshing.refresh_soon()
    messages.success(request, "What was said again is compared anew.")
    return redirect("curation:desk")


@never_cache
@needs("editor")
@require_safe
def problems(request: HttpRequest) -> HttpResponse:
    """List what readers reported; for editors of all partnerships, since any page can be meant."""
    if EVERYWHERE not in person_of(request).partnerships("editor"):
        return render(request, "errors/403.html", status=403)
    rows = Problem.objects.filter(settled_at=None).order_by("id")
    return render(request, "curation/problems.html", {"page": page_of(request, rows)})


@needs("editor")
@require_POST
def settle(request: HttpRequest, problem_id: int) -> HttpResponse:
    """Settle a problem: what was written and the address of who wrote it are removed."""
    if EVERYWHERE not in person_of(request).partnerships("editor"):
        return render(request, "errors/403.html", status=403)
    problem = get_object_or_404(Problem, pk=problem_id)
    problem.settled_at = timezone.now()
    problem.what, problem.contact = "", ""
    problem.save()
    return redirect("curation:problems")
