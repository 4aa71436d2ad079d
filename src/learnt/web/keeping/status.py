"""What is in the library, in a few lines."""

from collections.abc import Iterator

from django.db.models import Count

from learnt.web.catalogue.models import Problem, Recommendation
from learnt.web.catalogue.refreshing import Comparing, comparing
from learnt.web.curation.models import STATES, Backup, Intake
from learnt.web.curation.uploads import stopped


def lines() -> Iterator[str]:
    """Give the numbers, a line each."""
    found = dict(Intake.objects.order_by().values_list("state").annotate(Count("id")))
    yield f"reviews: {sum(found.values())}"
    for state in STATES:
        yield f"  {state}: {found.get(state, 0)}"
    restricted = Intake.objects.filter(restricted=True).count()
    if restricted:
        yield f"  under a reporting restriction: {restricted}"
    every = Recommendation.objects.count()
    checked = Recommendation.objects.filter(checked="person").count()
    yield f"public recommendations: {every}, checked by a person: {checked}"
    yield f"problems reported and not settled: {Problem.objects.filter(settled_at=None).count()}"
    yield f"uploads not read to the end: {len(stopped())}"
    yield f"what was said again: {_compared(comparing())}"
    last = Backup.objects.order_by("-at").first()
    yield f"last backup: {last.at:%Y-%m-%d %H:%M} ({last.name})" if last else "last backup: none"


def _compared(now: Comparing) -> str:
    if now.at_work:
        return "being compared"
    if now.due:
        return f"not compared since {now.due:%Y-%m-%d %H:%M}: run learnt library resume"
    return f"compared on {now.ended:%Y-%m-%d %H:%M}" if now.ended else "not yet compared"
