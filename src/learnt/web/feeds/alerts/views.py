"""A person's alerts: to add one from a search, to remove one, to end one from an e-mail."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from learnt.web.accounts.guard import person_of
from learnt.web.catalogue.search.find import search
from learnt.web.feeds.alerts import asking
from learnt.web.feeds.models import Alert
from learnt.web.feeds.telling import words_of


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def alerts(request: HttpRequest) -> HttpResponse:
    """List a person's alerts; with the parameters of a search, offer to add it."""
    person = person_of(request)
    if request.method == "POST":
        query = request.POST.get("query", "")
        words = words_of(asking.asked_of(query))
        if asking.add(person, query):
            messages.success(request, f"You will be sent what is new for {words}.")
        else:
            messages.error(request, f"You have {asking.MOST} alerts. Remove one to add another.")
        return redirect("alerts:alerts")
    told: dict[str, Any] = {
        "alerts": [(alert, words_of(asking.asked_of(alert.query))) for alert in person.alerts.all()]
    }
    if request.GET:
        asked = asking.asked_of(request.GET.urlencode())
        unknown = list(search(asked).meaning.corrected)
        told |= {"query": asked.address(), "words": words_of(asked), "unknown": unknown}
    return render(request, "alerts/alerts.html", told)


@login_required
@require_POST
def remove(request: HttpRequest, alert_id: int) -> HttpResponse:
    """Remove one of the person's own alerts."""
    get_object_or_404(Alert, pk=alert_id, user=person_of(request)).delete()
    messages.success(request, "The alert is removed.")
    return redirect("alerts:alerts")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """End the alert of a signed link, without signing in; GET only asks."""
    number = asking.number_in(token)
    if number is None:
        raise Http404
    found = Alert.objects.filter(pk=number)
    if request.method == "POST":
        found.delete()
    alert = found.first()
    words = words_of(asking.asked_of(alert.query)) if alert else ""
    return render(request, "alerts/stop.html", {"alert": alert, "words": words})
