"""The register as files: handing one in, taking one away, and the empty workbook to fill in."""

import tempfile
from collections.abc import Callable, Collection
from pathlib import Path

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from learnt.errors import Unreadable
from learnt.register import Problem, read_register
from learnt.web.accounts.guard import needs, person_of
from learnt.web.accounts.models import EVERYWHERE, User
from learnt.web.register import writing
from learnt.web.register.forms import UploadForm, places
from learnt.web.register.importing import Imported, NotImported, import_register
from learnt.web.register.reach import visible
from learnt.web.register.unpacking import unpack
from learnt.web.register.views.cases import FORM, may_upload

LARGEST = 50_000_000
SHOWN = 200
"""Problems that the page lists."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FILES: dict[str, tuple[str, str, Callable[[Collection[str]], bytes]]] = {
    "register.xlsx": ("register-internal.xlsx", XLSX, writing.workbook),
    "template.xlsx": ("register-template.xlsx", XLSX, lambda _: writing.template()),
    "register.zip": ("register-internal.zip", "application/zip", writing.archive),
}


@never_cache
@needs("editor")
@require_http_methods(FORM)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a register in, whole or not at all; what is wrong is listed with its place."""
    person = person_of(request)
    if not may_upload(person):
        raise PermissionDenied
    posted = request.method == "POST"
    form = UploadForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        choices=places(person, _role(person)),
    )
    problems: tuple[Problem, ...] = ()
    if form.is_valid():
        done, problems = _take(form, form.cleaned_data["register"], person)
        if done:
            for line in done.lines():
                messages.success(request, f"{line[:1].upper()}{line[1:]}.")
            return redirect("register:cases")
    told = {"form": form, "problems": problems[:SHOWN], "more": max(0, len(problems) - SHOWN)}
    return render(request, "register/upload.html", told, status=422 if form.errors else 200)


def _role(person: User) -> str:
    """Give the role by which a person hands in: an editor of all, else a publisher of some."""
    return "editor" if EVERYWHERE in person.partnerships("editor") else "publisher"


def _take(
    form: UploadForm, file: "File[bytes]", person: User
) -> tuple[Imported | None, tuple[Problem, ...]]:
    if (file.size or 0) > LARGEST:
        form.add_error("register", "The file is larger than 50 MB")
        return None, ()
    try:
        with tempfile.TemporaryDirectory() as folder:
            read = read_register(unpack(file.name or "", file, Path(folder)))
        scopes = person.partnerships(_role(person))
        place = form.cleaned_data["place"]
        return import_register(read, person, scopes=scopes, partnership=place), read.problems
    except Unreadable as error:
        form.add_error("register", f"The file cannot be read: {error}")
        return None, ()
    except NotImported as error:
        number = len(error.problems)
        several = "s" if number > 1 else ""
        form.add_error("register", f"Nothing was taken in: {number} error{several}, listed below")
        return None, tuple(error.problems)


@never_cache
@needs("reader")
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Say what can be taken away, and that it is internal."""
    number = visible(person_of(request)).count()
    return render(request, "register/download.html", {"number": number})


@never_cache
@needs("reader")
@require_safe
def file(request: HttpRequest, name: str) -> HttpResponse:
    """Give the register of the person's partnerships as a file."""
    if name not in FILES:
        raise Http404
    called, kind, make = FILES[name]
    answer = HttpResponse(make(person_of(request).partnerships("reader")), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{called}"'
    return answer
