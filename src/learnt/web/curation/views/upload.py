"""Handing in reports."""

from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.forms import ChoiceField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learnt.web.accounts.guard import needs, person_of
from learnt.web.accounts.models import EVERYWHERE, User
from learnt.web.accounts.reach import partnership_choices
from learnt.web.curation import uploads
from learnt.web.curation.forms import UploadForm
from learnt.web.curation.models import Intake, Upload
from learnt.web.curation.reach import visible


@never_cache
@needs("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take files in and start reading them."""
    person = person_of(request)
    posted = request.method == "POST"
    form = UploadForm(request.POST if posted else None, request.FILES if posted else None)
    offered = cast(ChoiceField, form.fields["partnership"])
    offered.choices = partnership_choices(person, "As the report says")
    offered.required = EVERYWHERE not in person.partnerships("editor")
    if posted and form.is_valid():
        made = uploads.keep(form.chosen(), person, form.cleaned_data["partnership"])
        uploads.start(made)
        messages.success(request, "The files are being read.")
        return redirect("curation:upload-progress", upload_id=made.pk)
    return render(
        request, "curation/upload.html", {"form": form}, status=422 if form.errors else 200
    )


@dataclass(frozen=True, slots=True)
class Row:
    """What was found in a review of an upload."""

    intake: Intake
    recommendations: int
    doubts: int


def _found(upload: Upload, person: User) -> list[Row]:
    """Give the reviews of an upload that the person may still see, in the order of their storing."""
    kept = {one.slug: one for one in visible(person).filter(slug__in=upload.found)}
    stored = [kept[slug] for slug in upload.found if slug in kept]
    rows = []
    for intake in stored:
        told = intake.proposed()
        doubts = len(told.warnings) + len(told.unplaced)
        rows.append(Row(intake, len(told.recommendations), doubts))
    return rows


@never_cache
@needs("editor")
@require_safe
def progress(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Show how far an upload is; the page asks again by itself until it is done."""
    found = _own(request, upload_id)
    stopped = uploads.is_stopped(found)
    told = {
        "upload": found,
        "rows": _found(found, person_of(request)),
        "stopped": stopped,
        "often": found.tries >= uploads.MOST_TRIES,
    }
    response = render(request, "curation/upload_progress.html", told)
    if found.state != "done" and not stopped:
        response["Refresh"] = "5"
    return response


@needs("editor")
@require_POST
def resume(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Read the rest of an upload that has stopped."""
    uploads.start(_own(request, upload_id))
    return redirect("curation:upload-progress", upload_id=upload_id)


@needs("editor")
@require_POST
def give_up(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Remove the rest of an upload that has stopped."""
    uploads.give_up(_own(request, upload_id))
    return redirect("curation:upload-progress", upload_id=upload_id)


def _own(request: HttpRequest, upload_id: int) -> Upload:
    found = Upload.objects.filter(pk=upload_id, by=person_of(request)).first()
    if found is None:
        raise Http404
    return found
