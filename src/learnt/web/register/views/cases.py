"""Cases: the list, one of them, adding, changing and removing, and its links to reviews."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from learnt.agencies.partnerships import partnerships
from learnt.register.schema import schema
from learnt.web.accounts.guard import needs, person_of
from learnt.web.accounts.models import EVERYWHERE, User
from learnt.web.catalogue.views.paging import page_of
from learnt.web.curation.models import Intake
from learnt.web.curation.reach import open_intake
from learnt.web.curation.reach import visible as visible_reviews
from learnt.web.register import saving
from learnt.web.register.checks import problems_of
from learnt.web.register.forms import RowForm, places
from learnt.web.register.models import Incident, Link, Perpetrator, Victim
from learnt.web.register.reach import open_incident, visible
from learnt.web.register.showing import history_of, shown

FORM = ["GET", "HEAD", "POST"]
NONE = "none"
UNLISTED = "unlisted"
PLACES = ((UNLISTED, "Not in the list of partnerships"), (NONE, "Not told"))
MOST_REVIEWS = 500


@never_cache
@needs("reader")
@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """List the cases that the person may see, by year, kind of death and link."""
    person = person_of(request)
    every = visible(person)
    dates = every.order_by().values_list("values__death_date", flat=True).distinct()
    rows, asked = _filtered(request, every)
    told = {
        "page": page_of(request, rows.prefetch_related("links", "victims", "perpetrators")),
        "years": sorted({str(one)[:4] for one in dates if one}, reverse=True),
        "types": [(one, one.capitalize()) for one in _types()] + [(NONE, "Not recorded")],
        "places": PLACES if EVERYWHERE in person.partnerships("reader") else (),
        "asked": asked,
        "edits": bool(person.partnerships("editor")),
        "uploads": may_upload(person),
    }
    return render(request, "register/cases.html", told)


def _types() -> tuple[str, ...]:
    return schema().table("incidents").column("death_type").values


def _filtered(
    request: HttpRequest, rows: QuerySet[Incident]
) -> tuple[QuerySet[Incident], dict[str, str]]:
    year, kind = request.GET.get("year", ""), request.GET.get("type", "")
    linked = request.GET.get("linked", "")
    asked: dict[str, str] = {}
    if len(year) == 4 and year.isascii() and year.isdecimal():
        rows, asked["year"] = rows.filter(values__death_date__startswith=year), year
    if kind in _types():
        rows, asked["type"] = rows.filter(values__death_type=kind), kind
    elif kind == NONE:
        rows, asked["type"] = rows.exclude(values__has_key="death_type"), kind
    if request.GET.get("place") in (NONE, UNLISTED):
        asked["place"] = request.GET["place"]
        listed = [one.id for one in partnerships().all] if asked["place"] == UNLISTED else []
        rows = (
            rows.exclude(partnership__in=["", *listed]) if listed else rows.filter(partnership="")
        )
    if linked in ("yes", "no"):
        rows, asked["linked"] = rows.filter(links__isnull=linked == "no").distinct(), linked
    return rows, asked


def may_upload(person: User) -> bool:
    """Whether the person may hand in a register: publishers, and editors of all partnerships."""
    return bool(person.partnerships("publisher")) or EVERYWHERE in person.partnerships("editor")


@never_cache
@needs("reader")
@require_safe
def case(request: HttpRequest, number: int) -> HttpResponse:
    """Show a case with its people, its reviews, what does not fit, and who changed what."""
    incident = open_incident(request, number)
    person, dhrd = person_of(request), incident.origin == "dhrd"
    people: dict[str, list[Victim | Perpetrator]] = {
        "victims": list(incident.victims.all()),
        "perpetrators": list(incident.perpetrators.all()),
    }
    edits = person.allows("editor", incident.partnership)
    told: dict[str, Any] = {
        "incident": incident,
        "dhrd": dhrd,
        "groups": shown("incidents", incident.values, dhrd),
        "people": [
            (schema().table(name), [(one, shown(name, one.values, dhrd)) for one in rows])
            for name, rows in people.items()
        ],
        "problems": problems_of(incident),
        "reviews": visible_reviews(person).filter(incidents=incident).only("slug", "state"),
        "edits": edits,
        "others": _linkable(person, incident) if edits else (),
        "history": history_of(incident),
    }
    return render(request, "register/case.html", told)


def _linkable(person: User, incident: Incident) -> QuerySet[Intake]:
    rows = visible_reviews(person, "editor").exclude(incidents=incident).only("slug", "state")
    if incident.partnership:
        rows = rows.filter(partnership=incident.partnership)
    return rows.order_by("slug")[:MOST_REVIEWS]


@never_cache
@needs("editor")
@require_http_methods(FORM)
def add(request: HttpRequest) -> HttpResponse:
    """Add a case."""
    person = person_of(request)
    data = request.POST if request.method == "POST" else None
    form = RowForm("incidents", data, choices=places(person))
    if form.is_valid():
        try:
            made = saving.new_incident(form.row(), form.cleaned_data["place"], person)
        except saving.Misfit as error:
            form.refuse(error.problems)
        else:
            messages.success(request, f"The case {made.key} is added.")
            return redirect("register:case", number=made.pk)
    return _page(request, form, "Add a case")


def _page(
    request: HttpRequest, form: RowForm, title: str, incident: Incident | None = None
) -> HttpResponse:
    told = {"form": form, "title": title, "incident": incident}
    return render(request, "register/row.html", told, status=422 if form.errors else 200)


@never_cache
@needs("editor")
@require_http_methods(FORM)
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Change a case."""
    incident, person = open_incident(request, number, "editor"), person_of(request)
    form = RowForm(
        "incidents",
        request.POST if request.method == "POST" else None,
        values=incident.values,
        choices=places(person),
        place=incident.partnership,
        tags=incident.origin == "dhrd",
        seen=saving.state_of(incident),
    )
    if form.is_valid() and form.is_fresh():
        was, area = incident.partnership, incident.values.get("area")
        try:
            saving.change_incident(incident, form.row(), form.cleaned_data["place"], person)
        except saving.Misfit as error:
            form.refuse(error.problems)
        else:
            messages.success(request, "The case is changed.")
            if was != incident.partnership and area and area == incident.values.get("area"):
                messages.warning(request, f"It moved, and its area is still {area}. Is that so?")
            return redirect("register:case", number=number)
    return _page(request, form, f"Change {incident.key}", incident)


@never_cache
@needs("editor")
@require_http_methods(FORM)
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Ask whether a case shall go, then remove it with its people."""
    incident = open_incident(request, number, "editor")
    if request.method == "POST":
        saving.remove(incident, person_of(request))
        messages.success(request, f"The case {incident.key} is removed.")
        return redirect("register:cases")
    told = {"incident": incident, "what": "this case and its people", "key": incident.key}
    return render(request, "register/remove.html", told)


@needs("editor")
@require_POST
def link(request: HttpRequest, number: int) -> HttpResponse:
    """Link a review of the library to a case."""
    incident = open_incident(request, number, "editor")
    intake = open_intake(request, request.POST.get("review", "")[:120], "editor")
    Link.objects.get_or_create(
        incident=incident, intake=intake, defaults={"by": person_of(request)}
    )
    messages.success(request, "The review is linked.")
    return redirect("register:case", number=number)


@needs("editor")
@require_POST
def unlink(request: HttpRequest, number: int) -> HttpResponse:
    """Take the link to a review away; both stay."""
    incident = open_incident(request, number, "editor")
    found = get_object_or_404(Link, incident=incident, intake__slug=request.POST.get("review", ""))
    found.delete()
    messages.success(request, "The review is no longer linked.")
    return redirect("register:case", number=number)
