"""A review on the desk: what was found, what was doubtful, what holds it back, and publishing."""

import re
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from learnt.deidentify import is_role
from learnt.records import PublicReview
from learnt.web.accounts.guard import needs, person_of
from learnt.web.catalogue.views.paging import page_of
from learnt.web.curation import chronicle, deciding, doubles, held, merging, publishing
from learnt.web.curation.models import Intake, NameDecision
from learnt.web.curation.reach import open_intake


@never_cache
@needs("reader")
@require_safe
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a review as decided, with doubts and what may still name somebody."""
    intake = open_intake(request, slug)
    result, laid = publishing.try_gate(intake)
    person = person_of(request)
    rows = [(item, laid.checked.get(item.id)) for item in laid.review.recommendations]
    told: dict[str, Any] = {
        "intake": intake,
        "review": laid.review,
        "rows": rows,
        "unchecked": sum(on is None for _, on in rows),
        "astray": laid.astray,
        "wishes": laid.wishes,
        "public": result.review if isinstance(result, PublicReview) else None,
        "suspects": held.suspected(result, laid.review),
        "reasons": held.reasons_of(result, laid.review),
        "first": next((item.id for item, on in rows if on is None), None),
        "names": intake.names.all(),
        "edits": person.allows("editor", intake.partnership),
        "publishes": person.allows("publisher", intake.partnership),
        "doubles": doubles.doubles_of(intake)
        if person.allows("publisher", intake.partnership)
        else (),
        "merged": merging.last_of(intake),
        "history": chronicle.events_of(intake)[:10],
    }
    return render(request, "curation/review.html", told)


@needs("editor")
@require_POST
def name(request: HttpRequest, slug: str) -> HttpResponse:
    """Remember for this review whether words name a person of the case."""
    intake = open_intake(request, slug, "editor")
    words = request.POST.get("words", "").strip()[:200]
    role = request.POST.get("role", "").strip()[:60]
    if role and not is_role(role):
        messages.error(request, f"Nothing was stored: there is no role {role}.")
    elif words:
        NameDecision.objects.update_or_create(
            intake=intake,
            words=words,
            defaults={
                "is_person": request.POST.get("answer") == "person",
                "role": role,
                "by": person_of(request),
            },
        )
        deciding.follow(intake, person_of(request))
    return redirect("curation:review", slug=slug)


@needs("editor")
@require_POST
def forget_name(request: HttpRequest, slug: str, name_id: int) -> HttpResponse:
    """Take back what was decided about words."""
    intake = open_intake(request, slug, "editor")
    intake.names.filter(pk=name_id).delete()
    deciding.follow(intake, person_of(request))
    return redirect("curation:review", slug=slug)


@never_cache
@needs("reader")
@require_safe
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell what happened to a review, who did it and when."""
    intake = open_intake(request, slug)
    person = person_of(request)
    told = {
        "intake": intake,
        "page": page_of(request, chronicle.events_of(intake)),
        "edits": person.allows("editor", intake.partnership),
        "publishes": person.allows("publisher", intake.partnership),
    }
    return render(request, "curation/history.html", told)


@needs("editor")
@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back a decision: the one that is named, else the person's last."""
    intake = open_intake(request, slug, "editor")
    named = request.POST.get("decision", "")
    number = int(named) if re.fullmatch(r"[0-9]{1,18}", named) else None
    if named and number is None:
        raise Http404
    done = deciding.undo(intake, person_of(request), number)
    if done:
        messages.success(request, f"Taken back: {done.get_action_display()}.")
    else:
        messages.info(request, "There is nothing of yours to take back.")
    if number is not None:
        return redirect("curation:history", slug=slug)
    return redirect("curation:review", slug=slug)


@needs("publisher")
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish through the gate, or say what holds it."""
    intake = open_intake(request, slug, "publisher")
    outcome = publishing.publish(intake, person_of(request))
    if outcome.published:
        publishing.after_one()
        messages.success(request, "The review is public.")
    else:
        for reason in dict.fromkeys(outcome.reasons):
            messages.error(request, f"Held: {reason}.")
    return redirect("curation:review", slug=slug)


@needs("publisher")
@require_POST
def withdraw(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a review off the public pages."""
    publishing.withdraw(open_intake(request, slug, "publisher"))
    messages.success(request, "The review is withdrawn.")
    return redirect("curation:review", slug=slug)


@needs("publisher")
@require_POST
def restrict(request: HttpRequest, slug: str) -> HttpResponse:
    """Set or lift a reporting restriction; setting it takes the review off at once."""
    intake = open_intake(request, slug, "publisher")
    with transaction.atomic():
        intake.restricted = request.POST.get("restricted") == "yes"
        intake.restriction_note = request.POST.get("note", "")[:2000]
        intake.save()
        if intake.restricted and intake.state == "published":
            publishing.withdraw(intake)
    told = "in force" if intake.restricted else "lifted"
    messages.success(request, f"The reporting restriction is {told}.")
    return redirect("curation:review", slug=slug)


def next_unchecked(intake: Intake, after: str) -> str | None:
    """Give the id of the first recommendation after `after`, and round again, that nobody checked."""
    laid = publishing.as_decided(intake)
    ids = [item.id for item in laid.review.recommendations]
    start = ids.index(after) + 1 if after in ids else 0
    return next((one for one in ids[start:] + ids[:start] if one not in laid.checked), None)
