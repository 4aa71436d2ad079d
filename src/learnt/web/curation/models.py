"""The library's inner side: proposals of the machine and decisions of people, in different tables.

`Intake` is a review as it came in: the machine's proposal as `learnt.review/1` JSON, replaced whole
by a rerun. `Decision` is what a person said about one recommendation or the review; it is never
changed, only undone, and finds its recommendation by its id again after a rerun.
"""

import re

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from learnt.records import Review
from learnt.web.naming import partnership_name

STATES = ("proposed", "held", "published", "withdrawn")
PERSON = settings.AUTH_USER_MODEL
ADDRESS = re.compile(r"(?:-(?P<year>[0-9]{4}))?-(?P<mark>[0-9a-f]{6})$")
"""How the address of a review ends, as `intake.slug_of` makes it."""


class Standing(models.Manager["Intake"]):
    """Reviews that were not merged into another: what everybody means by the library's reviews."""

    def get_queryset(self) -> models.QuerySet["Intake"]:
        """Leave out what was merged."""
        return super().get_queryset().filter(merged_into=None)


class Intake(models.Model):
    """A review in the library, seen by signed-in people of its partnership only."""

    key = models.CharField(max_length=80, unique=True)
    """Of the hash of its main document: the same file is the same review."""
    partnership = models.CharField(max_length=120, blank=True, db_index=True)
    state = models.CharField(
        max_length=12, default="proposed", choices=[(s, s) for s in STATES], db_index=True
    )
    restricted = models.BooleanField("reporting restriction", default=False)
    restriction_note = models.TextField(blank=True)
    proposal = models.TextField()
    memory = models.TextField(blank=True)
    """What the documents told of the people of the case (`NameMemory` as JSON); never public."""
    versions = models.JSONField(default=dict)
    held_because = models.JSONField(default=list)
    slug = models.SlugField(max_length=120, unique=True)
    added_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    merged_into = models.ForeignKey("self", models.CASCADE, null=True, related_name="merged")
    """The version of the same review that this one was put into: it is seen no more."""
    history = HistoricalRecords(excluded_fields=["proposal", "memory", "merged_into"])
    objects = Standing()
    every = models.Manager["Intake"]()

    class Meta:
        """Newest first."""

        ordering = ("-added_at", "-id")

    def __str__(self) -> str:
        return self.slug

    @property
    def called(self) -> str:
        """What signed-in people call the review: its address in words, "Norfolk, 2017 (62807b)"."""
        told = ADDRESS.search(self.slug)
        if told is None:
            return self.slug
        name = partnership_name(self.partnership) or "Partnership not told"
        return f"{name}{', ' if told['year'] else ''}{told['year'] or ''} ({told['mark']})"

    def proposed(self) -> Review:
        """Give what the machine found, without anybody's decisions."""
        from learnt.export.as_json import decode

        found = decode(self.proposal)
        assert isinstance(found, Review)
        return found


class SourceFile(models.Model):
    """A document of a review; `path` is relative to the folder of reports and tells no name."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="files")
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    path = models.CharField(max_length=300)

    def __str__(self) -> str:
        return self.sha256[:12]


class Decision(models.Model):
    """What a person decided; `record` is the id of the recommendation, empty for the review."""

    ACTIONS = (
        "accept",
        "correct",
        "add",
        "drop",
        "split",
        "join",
        "themes",
        "metadata",
        "summary",
        "labels",
        "pseudonym",
    )
    intake = models.ForeignKey(Intake, models.CASCADE, related_name="decisions")
    record = models.CharField(max_length=80, blank=True, db_index=True)
    action = models.CharField(max_length=12, choices=[(a, a) for a in ACTIONS])
    value = models.JSONField(default=dict)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")

    class Meta:
        """In the order in which they were made."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.action} {self.record}"


class NameDecision(models.Model):
    """Whether words that held a review back name a person of the case. For signed-in eyes only."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="names")
    words = models.CharField(max_length=200)
    is_person = models.BooleanField()
    role = models.CharField(max_length=60, blank=True)
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    history = HistoricalRecords()

    class Meta:
        """One decision for the same words of a review."""

        constraints = [
            models.UniqueConstraint(fields=["intake", "words"], name="one_decision_each")
        ]

    def __str__(self) -> str:
        return "person" if self.is_person else "no person"


class BlindCoding(models.Model):
    """A theme that a second coder gave without having seen the first coding."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="codings")
    record = models.CharField(max_length=80)
    coder = models.ForeignKey(PERSON, models.CASCADE, related_name="+")
    theme = models.CharField(max_length=60)
    main = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.record}: {self.theme}"


class Upload(models.Model):
    """Files that a person handed in, and how far reading them has come.

    `state` goes from `receiving` by `waiting` and `reading` to `done`; a process that is killed leaves it
    where it was (`uploads.is_stopped`).
    """

    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    partnership = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=12, default="waiting")
    folder = models.CharField(max_length=200)
    total = models.PositiveIntegerField(default=0)
    read = models.PositiveIntegerField(default=0)
    """How many files were opened."""
    done = models.PositiveIntegerField(default=0)
    """How many reviews were stored."""
    found = models.JSONField(default=list)
    """The slugs of these reviews."""
    left_out = models.JSONField(default=list)
    """A line for each file that was set aside before reading began."""
    messages = models.JSONField(default=list)
    """These, and a line for each file that could not be read."""
    tries = models.PositiveSmallIntegerField(default=0)
    """How often reading began."""

    def __str__(self) -> str:
        return f"{self.total} files, {self.state}"


class Takedown(models.Model):
    """That something was purged: who, when, why and from where; never what."""

    intake = models.ForeignKey(Intake, models.SET_NULL, null=True, related_name="takedowns")
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    reason = models.TextField()
    places = models.JSONField(default=dict)
    mark = models.CharField(max_length=64, blank=True)
    """A keyed hash of the folded words, by which a rerun cuts them out again; not the words."""
    length = models.PositiveSmallIntegerField(default=0)
    """How many words."""

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}"


class Merging(models.Model):
    """That a review was put into another: who, when, and by numbers what went from one to the other."""

    kept = models.ForeignKey(Intake, models.CASCADE, related_name="mergings")
    other = models.OneToOneField(Intake, models.CASCADE, related_name="merging")
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    moved = models.JSONField(default=dict)
    memory = models.TextField(blank=True)
    """What the documents of `kept` told of people before; never public."""

    def __str__(self) -> str:
        return f"{self.other_id} into {self.kept_id}, {self.at:%Y-%m-%d}"


class HeldRead(models.Model):
    """That a person opened a review that the public does not see."""

    intake = models.ForeignKey(Intake, models.CASCADE, related_name="reads")
    by = models.ForeignKey(PERSON, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    page = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.page}, {self.at:%Y-%m-%d %H:%M}"


class Backup(models.Model):
    """A copy of the library that was made: a takedown cannot reach into it, and lists it."""

    name = models.CharField(max_length=300)
    files = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.name}, {self.at:%Y-%m-%d}"
