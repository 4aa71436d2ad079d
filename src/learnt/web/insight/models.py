"""An overview report as it was asked for. The figures are counted anew each time; the words stay."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from learnt.web.curation.models import Intake

DENOMINATORS = (
    ("recorded", "Cases in which it is recorded"),
    ("all", "All cases"),
)


class Report(models.Model):
    """A report of one partnership, or of all (`partnership` empty); `words` are Markdown by section."""

    title = models.CharField(max_length=200)
    partnership = models.CharField(max_length=120, blank=True, db_index=True)
    area = models.CharField(max_length=200, blank=True)
    first = models.PositiveSmallIntegerField(null=True, blank=True)
    last = models.PositiveSmallIntegerField(null=True, blank=True)
    denominator = models.CharField(max_length=10, default="recorded", choices=DENOMINATORS)
    sections = models.JSONField(default=list, blank=True)
    """The ids of the sections wanted; empty: all."""
    words = models.JSONField(default=dict, blank=True)
    populations = models.TextField(blank=True)
    """CSV: area, population, year, source."""
    comparators = models.TextField(blank=True)
    """CSV: published figures of the analyst's own."""
    filters = models.TextField(blank=True)
    """A variable and its value a line: kind=dardr."""
    crosses = models.TextField(blank=True)
    """Two variables a line, with a comma."""
    made_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    history = HistoricalRecords()

    class Meta:
        """Changed last, first."""

        ordering = ("-changed_at", "-id")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of the report's page."""
        return reverse("insight:report", args=[self.pk])


class People(models.Model):
    """What the gate knows of a review's people (`PublicContext` as JSON), as `mark` says; never public.

    It takes long to find, and is found anew when the review is no longer as it was.
    """

    intake = models.OneToOneField(Intake, models.CASCADE, related_name="+", primary_key=True)
    mark = models.CharField(max_length=64)
    context = models.TextField()

    def __str__(self) -> str:
        return str(self.intake_id)
