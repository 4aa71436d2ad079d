"""Handing in reports."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from learnt.agencies.partnerships import partnerships
from learnt.web.accounts.guard import needs, person_of
from learnt.web.accounts.models import EVERYWHERE, User
from learnt.web.curation import uploads
from learnt.web.curation.forms import UploadForm
from learnt.web.curation.models import Upload


def _choices(person: User) -> list[tuple[str, str]]:
    names = {one.id: one.name for one in partnerships().all}
    scopes = person.partnerships("editor")
    if EVERYWHERE in scopes:
        return [("", "As the report says"), *sorted(names.items(), key=lambda pair: pair[1])]
    return [(scope, names.get(scope, scope)) for scope in sorted(scopes)]


@never_cache
@needs("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Take files in and start reading them."""
    person = person_of(request)
    posted = request.method == "POST"
    form = UploadForm(request.POST if posted else None, request.FILES if posted else None)
    form.fields["partnership"].choices = _choices(person)  # type: ignore[attr-defined]
    form.fields["partnership"].required = EVERYWHERE not in person.partnerships("editor")
    if posted and form.is_valid():
        files = form.cleaned_data["reports"]
        if any((file.size or 0) > uploads.LARGEST for file in files):
            form.add_error("reports", "A file is larger than 200 MB")
        else:
            made = uploads.keep(files, person, form.cleaned_data["partnership"])
            uploads.start(made)
            messages.success(request, "The files are being read.")
            return redirect("curation:upload-progress", upload_id=made.pk)
    return render(
        request, "curation/upload.html", {"form": form}, status=422 if form.errors else 200
    )


@never_cache
@needs("editor")
@require_safe
def progress(request: HttpRequest, upload_id: int) -> HttpResponse:
    """Show how far an upload is; the page asks again by itself until it is done."""
    found = Upload.objects.filter(pk=upload_id, by=person_of(request)).first()
    if found is None:
        raise Http404
    response = render(request, "curation/upload_progress.html", {"upload": found})
    if found.state != "done":
        response["Refresh"] = "5"
    return response
