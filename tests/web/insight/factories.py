"""A report of the invented partnership."""

from learnt.web.insight.models import Report
from tests.web.register.factories import HERE


def overview(**changes: object) -> Report:
    """Store a report of the invented partnership; `changes` are fields of it."""
    told: dict[str, object] = {"title": "A decade in Fallowmere", "partnership": HERE}
    return Report.objects.create(**(told | changes))
