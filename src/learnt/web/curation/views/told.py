"""How a review is told in public: its summary, what it says of itself, what its people are called."""

from typing import Any

import msgspec
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from learnt.records import Held, PublicReview
from learnt.web.accounts.guard import needs, person_of
from learnt.web.curation import deciding, publishing
from learnt.web.curation.models import Intake
from learnt.web.curation.reach import open_intake
from learnt.web.curation.telling import (
    AboutForm,
    LabelsForm,
    PseudonymForm,
    SummaryForm,
    hold_back,
)
from learnt.web.forms import Form

BOTH = ("GET", "HEAD", "POST")


def _page(
    request: HttpRequest, intake: Intake, form: Form, title: str, **told: Any
) -> HttpResponse:
    shown = {"intake": intake, "form": form, "title": title, **told}
    return render(request, "curation/told.html", shown, status=422 if form.errors else 200)


@never_cache
@needs("editor")
@require_http_methods(BOTH)
def summary(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the summary that stands in place of the printed or composed one."""
    intake = open_intake(request, slug, "editor")
    laid = publishing.as_decided(intake)
    given = SummaryForm(initial={"text": laid.wishes.summary})
    form = SummaryForm(request.POST) if request.method == "POST" else given
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"].replace("\r\n", "\n").strip()
        said = publishing.pass_text(intake, text, "summary")
        if isinstance(said, Held):
            hold_back(form, "text", (one.words for one in said.suspects))
        else:
            deciding.decide(intake, person_of(request), "summary", value={"text": said.text})
            changed = " Some words were said anew, so that nobody is named: read it."
            messages.success(
                request, "The summary is stored." + (changed if said.text != text else "")
            )
            return redirect("curation:review", slug=slug)
    result, _ = publishing.try_gate(intake)
    now = result.review.summary if isinstance(result, PublicReview) else ""
    return _page(request, intake, form, "Summary for the public", now=now)


@never_cache
@needs("editor")
@require_http_methods(BOTH)
def about(request: HttpRequest, slug: str) -> HttpResponse:
    """Correct what a review says of itself."""
    intake = open_intake(request, slug, "editor")
    told = publishing.as_decided(intake).review.review
    form = AboutForm(request.POST) if request.method == "POST" else AboutForm.of(told)
    if request.method == "POST" and form.is_valid():
        value = form.value(told)
        result = deciding.try_decision(intake, "metadata", value)
        doubts = [one.words for one in suspects_of(result) if one.field == "csp"]
        if doubts and "csp" in value:
            hold_back(form, "csp", doubts)
        else:
            if value:
                deciding.decide(intake, person_of(request), "metadata", value=value)
            _tell(request, value, result)
            return redirect("curation:review", slug=slug)
    return _page(request, intake, form, "What the review says of itself")


def suspects_of(result: PublicReview | Held) -> tuple[Any, ...]:
    """Give the words that hold a review back."""
    return result.suspects if isinstance(result, Held) else ()


def _tell(request: HttpRequest, value: dict[str, Any], result: PublicReview | Held) -> None:
    """Say that a change is stored, and what of it the public does not see."""
    messages.success(request, "The changes are stored." if value else "Nothing was changed.")
    if isinstance(result, PublicReview):
        shown = msgspec.to_builtins(result.review)
        for name in ("chair", "author", "source_url"):
            if value.get(name) and shown[name] is None:
                label = str(AboutForm.base_fields[name].label)
                messages.info(request, f"{label}: kept, and not shown, since it may tell a name.")


@never_cache
@needs("editor")
@require_http_methods(BOTH)
def labels(request: HttpRequest, slug: str) -> HttpResponse:
    """Say how the people of the case are called in public."""
    intake = open_intake(request, slug, "editor")
    now = publishing.as_decided(intake).wishes.labels
    form = LabelsForm(now, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        chosen = form.labels()
        for role, label in chosen.labels.items():
            said = publishing.pass_text(intake, label, "label")
            if isinstance(said, Held) or said.text != label:
                hold_back(form, role, [label])
        if not form.errors:
            value = {"labels": chosen.labels, "convicted": list(chosen.convicted)}
            deciding.decide(intake, person_of(request), "labels", value=value)
            messages.success(request, "The names of the roles are stored.")
            return redirect("curation:review", slug=slug)
    return _page(request, intake, form, "What the people of the case are called")


@never_cache
@needs("publisher")
@require_http_methods(BOTH)
def pseudonym(request: HttpRequest, slug: str) -> HttpResponse:
    """Let the pseudonym stand that the family chose, with the reason on record; or take that back."""
    intake = open_intake(request, slug, "publisher")
    laid = publishing.as_decided(intake)
    own = publishing.own_pseudonyms(intake, laid)
    posted = request.method == "POST"
    if posted and request.POST.get("answer") == "hide":
        deciding.decide(intake, person_of(request), "pseudonym", value={"shown": False})
        messages.success(request, "The pseudonym is no longer shown.")
        return redirect("curation:review", slug=slug)
    form = PseudonymForm(request.POST if posted else None)
    if posted and form.is_valid():
        words = form.pseudonyms()
        if not words and not own:
            form.add_error("words", "The report has no table of pseudonyms: enter the words")
        else:
            value = {"shown": True, "reason": form.cleaned_data["reason"], "pseudonyms": words}
            deciding.decide(intake, person_of(request), "pseudonym", value=value)
            messages.success(request, "The pseudonym is shown from now on.")
            return redirect("curation:review", slug=slug)
    told = {"own": own, "permission": laid.wishes.pseudonym, "revocable": True}
    return _page(request, intake, form, "The pseudonym that the family chose", **told)
