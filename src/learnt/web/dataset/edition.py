"""When the catalogue last changed, and what made what it holds."""

from datetime import datetime
from typing import Any, NamedTuple

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from learnt import __version__
from learnt.rulebook import mark_of_rules
from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.models import RepeatGroup, Review
from learnt.web.dataset.models import Edition

ONLY = 1
"""The key of the one row."""


class State(NamedTuple):
    """A state of the catalogue: two that are equal hold the same."""

    number: int
    groups: int
    at: datetime | None


@receiver((post_save, post_delete), sender=Review)
@receiver((post_save, post_delete), sender=RepeatGroup)
def touch(**_: Any) -> None:
    """Count the edition on, and forget files of the one before once the change holds."""
    from learnt.web.dataset.kept import forget

    now = timezone.now()
    if not Edition.objects.filter(pk=ONLY).update(number=F("number") + 1, at=now):
        Edition.objects.create(pk=ONLY, number=1, at=now)
    transaction.on_commit(forget)


def current() -> State:
    """Give the present state; without a date where nothing was ever published."""
    row = Edition.objects.filter(pk=ONLY).first()
    newest = Review.objects.order_by("-changed_at").values_list("changed_at", flat=True).first()
    return State(row.number if row else 0, RepeatGroup.objects.count(), row.at if row else newest)


def about() -> dict[str, str]:
    """Give what made the data: versions of software, rules and codebook, and the data's date."""
    at = current().at
    return {
        "library": settings.SITE_NAME,
        "software": __version__,
        "rules": mark_of_rules(),
        "codebook": own_codebook().version,
        "data_of": at.isoformat(timespec="seconds") if at else "",
    }
