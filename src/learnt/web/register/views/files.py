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
from learnt.web.register.importing import NotImported, import_register
from learnt.web.register.reach import visible
from learnt.web.register.unpacking import unpack
from learnt.web.register.views.cases import FORM, may_upload
from learnt.words import capital

LARGEST = 50_000_000
SHOWN = 200
"""Problems that the page lists."""
WARNINGS = 20
"""Warnings that are told of a register that was taken in."""
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
        try:
            done, odd = _take(form.cleaned_data["register"], form.cleaned_data["place"], person)
        except Unreadable as error:
            form.add_error("register", f"The file cannot be read: {error}")
        except NotImported as error:
            problems = error.problems
            number = f"{len(problems)} error{'' if len(problems) == 1 else 's'}"
            form.add_error("register", f"Nothing was taken in: {number}, listed below")
        else:
            messages.success(request, done)
            for line in odd:
                messages.warning(request, line)
            return redirect("register:cases")
    told = {"form": form, "problems": problems[:SHOWN], "more": max(0, len(problems) - SHOWN)}
    return render(request, "register/upload.html", told, status=422 if form.errors else 200)


def _role(person: User) -> str:
    """Give the role by which a person hands in: an editor of all, else a publisher of some."""
    return "editor" if EVERYWHERE in person.partnerships("editor") else "publisher"


def _take(file: "File[bytes]", place: str, person: User) -> tuple[str, list[str]]:
    """Take a file in; gives what was done, and what somebody should look at, in lines.

    Raises `Unreadable` and `NotImported`.
    """
    if (file.size or 0) > LARGEST:
        raise Unreadable(file.name or "", "too-large", "it is larger than 50 MB")
    with tempfile.TemporaryDirectory() as folder:
        read = read_register(unpack(file.name or "", file, Path(folder)))
    scopes = person.partnerships(_role(person))
    done = import_register(read, person, scopes=scopes, partnership=place)
    told = ". ".join(map(capital, done.done())) or "The file holds no row"
    shown = [*map(str, read.warnings[:WARNINGS])]
    if (rest := len(read.warnings) - len(shown)) > 0:
        shown.append(f"and {rest} more warnings")
    odd = [f"{capital(line)}." for line in done.odd()]
    return f"{told}.", [*odd, *read.notes, *(["; ".join(shown)] if shown else [])]


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
