"""The people of a case: adding, changing and removing them."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from learnt.register.schema import Table, schema
from learnt.web.accounts.guard import needs, person_of
from learnt.web.register import saving
from learnt.web.register.forms import RowForm
from learnt.web.register.models import Incident, Perpetrator, Victim
from learnt.web.register.reach import open_incident
from learnt.web.register.views.cases import FORM


def _open(
    request: HttpRequest, number: int, table: str, key: int
) -> tuple[Incident, Victim | Perpetrator]:
    incident = open_incident(request, number, "editor")
    _of(table)
    found = saving.MODELS[table].objects.filter(incident=incident, pk=key).first()
    if found is None:
        raise Http404
    return incident, found


def _page(request: HttpRequest, form: RowForm, title: str, incident: Incident) -> HttpResponse:
    told = {"form": form, "title": title, "incident": incident}
    return render(request, "register/row.html", told, status=422 if form.errors else 200)


def _of(table: str) -> Table:
    if table not in saving.MODELS:
        raise Http404
    return schema().table(table)


@never_cache
@needs("editor")
@require_http_methods(FORM)
def add(request: HttpRequest, number: int, table: str) -> HttpResponse:
    """Add a person to a case."""
    incident = open_incident(request, number, "editor")
    data = request.POST if request.method == "POST" else None
    title = f"{_of(table).title}: add a person to {incident.key}"
    form = RowForm(table, data, tags=incident.origin == "dhrd")
    if form.is_valid():
        try:
            saving.new_person(incident, table, form.row(), person_of(request))
        except saving.Misfit as error:
            form.refuse(error.problems)
        else:
            messages.success(request, "The person is added.")
            return redirect("register:case", number=number)
    return _page(request, form, title, incident)


@never_cache
@needs("editor")
@require_http_methods(FORM)
def change(request: HttpRequest, number: int, table: str, key: int) -> HttpResponse:
    """Change what is recorded of a person."""
    incident, row = _open(request, number, table, key)
    form = RowForm(
        table,
        request.POST if request.method == "POST" else None,
        values=row.values,
        tags=incident.origin == "dhrd",
        seen=saving.state_of(row),
    )
    if form.is_valid() and form.is_fresh():
        try:
            saving.save(row, form.row(), person_of(request))
        except saving.Misfit as error:
            form.refuse(error.problems)
        else:
            messages.success(request, "The person is changed.")
            return redirect("register:case", number=number)
    return _page(request, form, f"Change {row.key}", incident)


@never_cache
@needs("editor")
@require_http_methods(FORM)
def remove(request: HttpRequest, number: int, table: str, key: int) -> HttpResponse:
    """Ask whether a person shall go, then remove them from the case."""
    incident, row = _open(request, number, table, key)
    if request.method == "POST":
        saving.remove(row, person_of(request))
        messages.success(request, f"{row.key} is removed.")
        return redirect("register:case", number=number)
    told = {"incident": incident, "what": "this person", "key": row.key}
    return render(request, "register/remove.html", told)
