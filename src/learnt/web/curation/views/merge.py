"""Putting two versions of a review together: shown first, then confirmed, and undone if need be."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from learnt.web.accounts.guard import needs, person_of
from learnt.web.curation import doubles, merging, publishing
from learnt.web.curation.before_merging import preview
from learnt.web.curation.reach import open_intake

CHANGED = "Something has changed since this page was shown. Look at it again before you merge."


@never_cache
@needs("publisher")
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, slug: str, with_slug: str) -> HttpResponse:
    """Show what merging another version into this review would do; do it once that is confirmed."""
    intake = open_intake(request, slug, "publisher")
    other = open_intake(request, with_slug, "publisher")
    if other not in doubles.doubles_of(intake):
        raise Http404
    shown = preview(intake, other, person_of(request))
    if request.method == "POST":
        if request.POST.get("mark") == shown.mark:
            merging.merge(intake, other, person_of(request))
            publishing.after_one()
            messages.success(request, "The two are one review now.")
            return redirect("curation:review", slug=slug)
        messages.error(request, CHANGED)
    told = {"intake": intake, "other": other, "shown": shown}
    return render(request, "curation/merge.html", told)


@needs("publisher")
@require_POST
def take_apart(request: HttpRequest, slug: str) -> HttpResponse:
    """Undo the last merging of a review."""
    intake = open_intake(request, slug, "publisher")
    person = person_of(request)
    made = merging.last_of(intake)
    if made is None or not person.allows("publisher", made.other.partnership):
        raise Http404
    kept, other = merging.take_apart(made, person)
    publishing.after_one()
    for one in (kept, other):
        for reason in {told["message"] for told in one.held_because}:
            messages.error(request, f"{one.called} is held: {reason}.")
    messages.success(request, f"They are two reviews again: this one, and {other.called}.")
    return redirect("curation:review", slug=slug)
