"""Pages of the overview reports, for signed-in people of the partnership."""

import base64
import hashlib
import re

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learnt.errors import CannotWrite
from learnt.reporting.making import WRITERS
from learnt.web.accounts.guard import needs, person_of
from learnt.web.insight.forms import ReportForm, WordsForm
from learnt.web.insight.making import make
from learnt.web.insight.models import Report
from learnt.web.insight.people import Unknown
from learnt.web.insight.reach import open_report, visible
from learnt.web.insight.told import tell

TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "zip": "application/zip",
}
KINDS = (
    ("html", "Page (HTML)"),
    ("pdf", "PDF"),
    ("docx", "Word"),
    ("json", "Findings (JSON)"),
    ("zip", "Tables (CSV in a zip file)"),
)
FOR = ("public", "internal")
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@never_cache
@needs("reader")
@require_safe
def reports(request: HttpRequest) -> HttpResponse:
    """List the reports of the person's partnerships."""
    person = person_of(request)
    told = {"reports": visible(person), "edits": bool(person.partnerships("editor"))}
    return render(request, "insight/reports.html", told)


@never_cache
@needs("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Ask for a new report."""
    person = person_of(request)
    form = ReportForm(request.POST if request.method == "POST" else None, person=person)
    if form.is_bound and form.is_valid():
        report = Report(made_by=person)
        form.fill(report)
        report.save()
        return redirect(report)
    told = {"form": form, "title": "Ask for a report"}
    return render(request, "insight/form.html", told, status=422 if form.errors else 200)


@never_cache
@needs("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Change what a report is about."""
    report, person = open_report(request, number, "editor"), person_of(request)
    form = (
        ReportForm(request.POST, person=person)
        if request.method == "POST"
        else ReportForm.of(report, person)
    )
    if form.is_bound and form.is_valid():
        form.fill(report)
        report.save()
        messages.success(request, "The report was changed.")
        return redirect(report)
    told = {"form": form, "title": "What the report is about", "report": report}
    return render(request, "insight/form.html", told, status=422 if form.errors else 200)


@never_cache
@needs("editor")
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, number: int) -> HttpResponse:
    """Write an analyst's own paragraphs; they stay when the figures are counted anew."""
    report = open_report(request, number, "editor")
    posted = request.method == "POST"
    form = WordsForm(request.POST) if posted else WordsForm(initial=report.words)
    if posted and form.is_valid():
        report.words = form.words()
        report.save()
        messages.success(request, "Your words were kept.")
        return redirect(report)
    told = {"form": form, "title": "Your own words", "report": report, "words": True}
    return render(request, "insight/form.html", told, status=422 if form.errors else 200)


@never_cache
@needs("reader")
@require_safe
def report(request: HttpRequest, number: int) -> HttpResponse:
    """Show a report's files, and what the public one would merge or withhold, and why."""
    found = open_report(request, number)
    person = person_of(request)
    unknown: Unknown | None = None
    try:
        made = make(found, person, public=True).made
    except Unknown as error:
        made, unknown = make(found, person, public=True, worded=False).made, error
    told = {
        "report": found,
        "made": made,
        "unknown": unknown,
        "protected": tell(made.protections, made.analysis),
        "kinds": KINDS,
        "uses": FOR,
        "edits": person.allows("editor", found.partnership),
        "history": found.history.select_related("history_user")[:20],
    }
    return render(request, "insight/report.html", told)


@never_cache
@needs("reader")
@require_safe
def file(request: HttpRequest, number: int, use: str, form: str) -> HttpResponse:
    """Give a report as a file; a page is shown, every other kind is downloaded."""
    found = open_report(request, number)
    if use not in FOR or f".{form}" not in WRITERS:
        raise Http404
    try:
        written = make(found, person_of(request), public=use == "public").file(f".{form}")
    except CannotWrite as error:
        return render(request, "insight/cannot.html", {"report": found, "why": error}, status=503)
    except Unknown as error:
        told = {"report": found, "unknown": error}
        return render(request, "insight/unknown.html", told, status=503)
    response = HttpResponse(written, content_type=TYPES[form])
    if form == "html":
        # The page holds its own style: only that very text is allowed. It is set as a decorator of
        # django-csp would; a decorator cannot be used, as the hash is known only now.
        vars(response)["_csp_update"] = {"style-src": _style_hash(written)}
    else:
        response["Content-Disposition"] = f'attachment; filename="report-{found.pk}-{use}.{form}"'
    return response


def _style_hash(page: bytes) -> list[str]:
    styles = STYLE.findall(page.decode())
    hashes = (base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in styles)
    return [f"'sha256-{one}'" for one in hashes]


@never_cache
@needs("editor")
@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Remove a report and its words; its history stays."""
    found = open_report(request, number, "editor")
    found.delete()
    messages.success(request, "The report was removed.")
    return redirect("insight:reports")
