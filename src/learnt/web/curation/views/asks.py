"""One recommendation on the desk: the page of the report beside what was taken from it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learnt.records import Recommendation
from learnt.web.accounts.guard import needs, person_of
from learnt.web.curation import deciding, publishing
from learnt.web.curation.forms import AskForm, ThemesForm
from learnt.web.curation.models import Intake, SourceFile
from learnt.web.curation.picture import boxes_on, page_picture
from learnt.web.curation.reach import open_intake
from learnt.web.curation.views.review import next_unchecked


def _find(intake: Intake, record: str) -> tuple[Recommendation, list[Recommendation], str | None]:
    laid = publishing.as_decided(intake)
    items = list(laid.review.recommendations)
    for item in items:
        if item.id == record:
            return item, items, laid.checked.get(record)
    raise Http404


@never_cache
@needs("reader")
@require_safe
def ask(request: HttpRequest, slug: str, record: str) -> HttpResponse:
    """Show a recommendation beside the page it stands on, with all that can be decided."""
    intake = open_intake(request, slug)
    return _page(request, intake, record, None, None)


def _page(
    request: HttpRequest,
    intake: Intake,
    record: str,
    form: AskForm | None,
    themes: ThemesForm | None,
) -> HttpResponse:
    item, items, checked = _find(intake, record)
    place = items.index(item)
    coded = item.themes if isinstance(item.themes, tuple) else ()
    chosen = {
        "themes": [coding.id for coding in coded],
        "main": item.main_theme if isinstance(item.main_theme, str) else "",
    }
    told: dict[str, Any] = {
        "intake": intake,
        "item": item,
        "checked": checked,
        "form": form or AskForm.of(item),
        "themes": themes or ThemesForm(initial=chosen),
        "codings": coded,
        "before": items[place - 1] if place else None,
        "after": items[place + 1] if place + 1 < len(items) else None,
        "edits": person_of(request).allows("editor", intake.partnership),
        "pictures": _pictures(intake, item),
    }
    bad = bool((form and form.errors) or (themes and themes.errors))
    return render(request, "curation/ask.html", told, status=422 if bad else 200)


def _pictures(intake: Intake, item: Recommendation) -> list[dict[str, Any]]:
    """Give the pages that have a picture, with their addresses."""
    if intake.takedowns.exists():
        return []
    names = {file.name: file for file in intake.files.all()}
    shown: dict[tuple[str, int], str] = {}
    for place in item.evidence:
        if place.page and place.document in names:
            arguments = [intake.slug, item.id, names[place.document].pk, place.page]
            shown[place.document, place.page] = reverse("curation:picture", args=arguments)
    return [
        {"document": name, "page": page, "address": address}
        for (name, page), address in list(shown.items())[:3]
    ]


@needs("reader")
@require_safe
def picture(request: HttpRequest, slug: str, record: str, file_id: int, page: int) -> HttpResponse:
    """Give the picture of a page, the words marked."""
    intake = open_intake(request, slug)
    item, _, _ = _find(intake, record)
    file = SourceFile.objects.filter(intake=intake, pk=file_id).first()
    if intake.takedowns.exists():
        raise Http404
    body = page_picture(file, page, boxes_on(item.evidence, file.name, page)) if file else None
    if body is None:
        raise Http404
    response = HttpResponse(body, content_type="image/png")
    response["Cache-Control"] = "private, no-store"
    return response


def _onwards(request: HttpRequest, intake: Intake, record: str) -> HttpResponse:
    following = next_unchecked(intake, record)
    if following:
        return redirect("curation:ask", slug=intake.slug, record=following)
    messages.success(request, "Every recommendation of this review is checked.")
    return redirect("curation:review", slug=intake.slug)


@needs("editor")
@require_POST
def accept(request: HttpRequest, slug: str, record: str) -> HttpResponse:
    """Say that a recommendation is right as it stands."""
    intake = open_intake(request, slug, "editor")
    _find(intake, record)
    deciding.decide(intake, person_of(request), "accept", record)
    return _onwards(request, intake, record)


@needs("editor")
@require_POST
def correct(request: HttpRequest, slug: str, record: str) -> HttpResponse:
    """Store a corrected text, reference, addressees or level."""
    intake = open_intake(request, slug, "editor")
    form = AskForm(request.POST)
    if not form.is_valid():
        return _page(request, intake, record, form, None)
    _find(intake, record)
    deciding.decide(intake, person_of(request), "correct", record, form.value())
    messages.success(request, "The correction is stored.")
    return redirect("curation:ask", slug=slug, record=record)


@needs("editor")
@require_POST
def themes(request: HttpRequest, slug: str, record: str) -> HttpResponse:
    """Store the themes that a person gives."""
    intake = open_intake(request, slug, "editor")
    form = ThemesForm(request.POST)
    if not form.is_valid():
        return _page(request, intake, record, None, form)
    _find(intake, record)
    value = {"themes": form.cleaned_data["themes"], "main": form.cleaned_data["main"] or None}
    deciding.decide(intake, person_of(request), "themes", record, value)
    messages.success(request, "The themes are stored.")
    return redirect("curation:ask", slug=slug, record=record)


@needs("editor")
@require_POST
def drop(request: HttpRequest, slug: str, record: str) -> HttpResponse:
    """Say that it is no recommendation."""
    intake = open_intake(request, slug, "editor")
    _find(intake, record)
    deciding.decide(intake, person_of(request), "drop", record)
    messages.success(request, "It is dropped. Undo brings it back.")
    return redirect("curation:review", slug=slug)


@needs("editor")
@require_POST
def join(request: HttpRequest, slug: str, record: str) -> HttpResponse:
    """Join a recommendation with the next one."""
    intake = open_intake(request, slug, "editor")
    item, items, _ = _find(intake, record)
    place = items.index(item)
    if place + 1 == len(items):
        raise Http404
    value = {"with": [items[place + 1].id]}
    deciding.decide(intake, person_of(request), "join", record, value)
    messages.success(request, "The two are joined.")
    return redirect("curation:ask", slug=slug, record=record)


@needs("editor")
@require_POST
def split(request: HttpRequest, slug: str, record: str) -> HttpResponse:
    """Split a recommendation where the text has a line of its own that says ---."""
    intake = open_intake(request, slug, "editor")
    item, _, _ = _find(intake, record)
    text = request.POST.get("text", "").replace("\r\n", "\n")
    parts = [part.strip() for part in text.split("\n---\n") if part.strip()]
    if len(parts) < 2:
        messages.error(request, "Put a line with --- between the parts, then split.")
        return redirect("curation:ask", slug=slug, record=record)
    value = {"parts": [{"text": part} for part in parts]}
    deciding.decide(intake, person_of(request), "split", item.id, value)
    messages.success(request, f"It is split into {len(parts)}.")
    return redirect("curation:review", slug=slug)


@never_cache
@needs("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Add a recommendation that was missed."""
    intake = open_intake(request, slug, "editor")
    form = AskForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        record = deciding.new_record_id(intake)
        value = form.value() | {"after": request.POST.get("after", "")}
        deciding.decide(intake, person_of(request), "add", record, value)
        messages.success(request, "The recommendation is added.")
        return redirect("curation:review", slug=slug)
    items = publishing.as_decided(intake).review.recommendations
    told = {"intake": intake, "form": form, "items": items}
    return render(request, "curation/add.html", told, status=422 if form.errors else 200)
