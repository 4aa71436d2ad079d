"""Coding the themes of a review blind, one recommendation a page, then the agreement."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from learnt.web.accounts.guard import needs, person_of
from learnt.web.accounts.models import User
from learnt.web.curation import blind
from learnt.web.curation.forms import ThemesForm
from learnt.web.curation.models import Intake
from learnt.web.curation.reach import open_intake


@never_cache
@needs("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def code(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the next recommendation without any coding, store what is given, at the end compare."""
    intake, person = open_intake(request, slug, "editor"), person_of(request)
    if blind.has_seen(intake, person):
        return render(request, "curation/code_seen.html", {"intake": intake})
    if request.method == "POST":
        return _store(request, intake, person)
    return _page(request, intake, person, ThemesForm())


def _store(request: HttpRequest, intake: Intake, person: User) -> HttpResponse:
    form = ThemesForm(request.POST)
    if not form.is_valid():
        return _page(request, intake, person, form)
    told = form.cleaned_data
    record = request.POST.get("record", "")
    if not blind.code(intake, person, record, told["themes"], told["main"]):
        messages.info(request, "You have coded this one already, or it is no longer there.")
    return redirect("curation:code", slug=intake.slug)


def _page(request: HttpRequest, intake: Intake, person: User, form: ThemesForm) -> HttpResponse:
    now = blind.standing(intake, person)
    if now.left:
        asked = request.POST.get("record", "")
        item = next((one for one in now.left if one.id == asked), now.left[0])
        told = {"intake": intake, "item": item, "form": form, "of": now.of}
        told["number"] = now.of - len(now.left) + 1
        return render(request, "curation/code.html", told, status=422 if form.errors else 200)
    found = blind.agreement(intake, person)
    return render(request, "curation/agreement.html", {"intake": intake, "found": found})
