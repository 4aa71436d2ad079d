"""The case register's private tables, and what reports seem to say of cases, apart from it.

Nothing here is ever read by public pages, search, API or feeds. `values` holds the variables of the
exchange dataset by name (`rules/register.toml`); one that is absent is *not recorded*. A `FactProposal`
is the machine's and replaced by a rerun; a `FactDecision` is a person's and stays.
"""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from learnt.web.curation.models import Intake

LONGEST_ID = 80
"""Letters of an id."""
PERSON = settings.AUTH_USER_MODEL
ORIGINS = ("register", "dhrd")
ENTRIES = ("documents", "recommendations", "actions", "responses")
TABLES = ("incidents", "victims", "perpetrators")


class Incident(models.Model):
    """A death, or several of one event. An empty `partnership` is for people of all partnerships.

    Ids are given by partnerships: two of them may both have an I-1 and do not know of each other's.
    """

    key = models.CharField("incident id", max_length=LONGEST_ID, db_index=True)
    partnership = models.CharField(max_length=120, blank=True, db_index=True)
    origin = models.CharField(
        max_length=10, default="register", choices=[(one, one) for one in ORIGINS]
    )
    values = models.JSONField(default=dict, blank=True)
    reviews: "models.ManyToManyField[Intake, Link]" = models.ManyToManyField(
        Intake, through="Link", related_name="incidents"
    )
    history = HistoricalRecords()

    class Meta:
        """In the order in which they came in; an id once a partnership."""

        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["partnership", "key"], name="one_incident_each")
        ]

    def __str__(self) -> str:
        return self.key


class Victim(models.Model):
    """A person who died."""

    key = models.CharField("victim id", max_length=LONGEST_ID, db_index=True)
    incident = models.ForeignKey(Incident, models.CASCADE, related_name="victims")
    values = models.JSONField(default=dict, blank=True)
    history = HistoricalRecords()

    class Meta:
        """In the order in which they came in; an id once an incident."""

        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["incident", "key"], name="one_victim_each")]

    def __str__(self) -> str:
        return self.key


class Perpetrator(models.Model):
    """A person who abused, who killed, or both; `role` among the values tells which."""

    key = models.CharField("perpetrator id", max_length=LONGEST_ID, db_index=True)
    incident = models.ForeignKey(Incident, models.CASCADE, related_name="perpetrators")
    values = models.JSONField(default=dict, blank=True)
    history = HistoricalRecords()

    class Meta:
        """In the order in which they came in; an id once an incident."""

        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["incident", "key"], name="one_perpetrator_each")
        ]

    def __str__(self) -> str:
        return self.key


class Entry(models.Model):
    """A row of another table of the exchange dataset, kept so that it can be written again.

    `incident` is the case it leads to; without one it is for people of all partnerships.
    """

    table = models.CharField(max_length=20, choices=[(one, one) for one in ENTRIES])
    key = models.CharField(max_length=LONGEST_ID)
    incident = models.ForeignKey(Incident, models.CASCADE, null=True, related_name="entries")
    values = models.JSONField(default=dict, blank=True)

    class Meta:
        """In the order in which they came in; an id once a table and incident."""

        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["table", "incident", "key"], name="one_entry_each"),
            models.UniqueConstraint(
                fields=["table", "key"],
                condition=models.Q(incident__isnull=True),
                name="one_loose_entry_each",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table}: {self.key}"


class Link(models.Model):
    """That a review of the library concerns an incident; several may, and one may concern several."""

    incident = models.ForeignKey(Incident, models.CASCADE, related_name="links")
    intake = models.ForeignKey(Intake, models.CASCADE, related_name="links")
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A review is linked once to an incident; the first link first."""

        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["incident", "intake"], name="one_link_each")]

    def __str__(self) -> str:
        return f"{self.incident_id}: {self.intake_id}"


class FactProposal(models.Model):
    """What a report seems to say of a case, with the words it rests on. Never counted.

    `person` counts the victims or perpetrators from 1 in the report's order, and is 0 for an incident.
    """

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="facts")
    table = models.CharField(max_length=20, choices=[(one, one) for one in TABLES])
    person = models.PositiveSmallIntegerField(default=0)
    variable = models.CharField(max_length=80)
    value = models.JSONField()
    evidence = models.JSONField(default=list)
    confidence = models.FloatField(default=0.0)
    rule = models.CharField(max_length=80, blank=True)
    doubt = models.TextField(blank=True)
    """Why none of several values was taken; each of them is a row."""

    class Meta:
        """As found."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.table} {self.person}: {self.variable}"


class FactDecision(models.Model):
    """What a person said of a value that a report seems to give; the latest of a value counts."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="fact_decisions")
    table = models.CharField(max_length=20, choices=[(one, one) for one in TABLES])
    person = models.PositiveSmallIntegerField(default=0)
    variable = models.CharField(max_length=80)
    value = models.JSONField()
    accepted = models.BooleanField()
    target = models.CharField(max_length=80, blank=True)
    """The id of the row that the value went to."""
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """In the order in which they were made."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.variable}: {'accepted' if self.accepted else 'not so'}"
