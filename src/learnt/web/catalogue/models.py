"""The public catalogue: sealed reviews, and their recommendations laid out for search and pages.

`Review.record` is the sealed `learnt.public/1` JSON; every other column repeats something of it, so
that a page or a search needs no JSON. Rows are replaced as a whole when a review is published again.
"""

from django.db import models
from django.urls import reverse
from django.utils import timezone

from learnt.records import PublicReview


class Review(models.Model):
    """A published review. `slug` is its public address and never holds a name."""

    slug = models.SlugField(max_length=120, unique=True)
    record = models.TextField()
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=10, blank=True, db_index=True)
    csp = models.CharField("community safety partnership, as printed", max_length=300, blank=True)
    partnership = models.CharField(max_length=120, blank=True, db_index=True)
    region = models.CharField(max_length=80, blank=True, db_index=True)
    published = models.CharField(max_length=10, blank=True)
    year_published = models.PositiveSmallIntegerField(null=True, db_index=True)
    year_of_death = models.PositiveSmallIntegerField(null=True, db_index=True)
    summary = models.TextField(blank=True)
    source_url = models.URLField(max_length=600, blank=True)
    recommendation_count = models.PositiveIntegerField(default=0)
    checked_count = models.PositiveIntegerField(default=0)
    fictional = models.BooleanField(default=False)
    versions = models.JSONField(default=dict)
    added_at = models.DateTimeField(default=timezone.now, db_index=True)
    changed_at = models.DateTimeField(db_index=True)

    class Meta:
        """Newest first."""

        ordering = ("-added_at", "slug")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Give the address of the review's page."""
        return reverse("catalogue:review", args=[self.slug])

    def public(self) -> PublicReview:
        """Give the sealed record; raises `BrokenSeal` if it was changed past the gate."""
        from learnt.deidentify import load_public

        return load_public(self.record)


class Recommendation(models.Model):
    """A published recommendation. `key` is its stable id; `order` is the natural order."""

    review = models.ForeignKey(Review, models.CASCADE, related_name="recommendations")
    key = models.CharField(max_length=80, unique=True)
    order = models.PositiveIntegerField()
    ref = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=300, blank=True)
    text = models.TextField()
    context = models.TextField(blank=True)
    level = models.CharField(max_length=20, blank=True, db_index=True)
    scope = models.CharField(max_length=20, blank=True)
    page = models.PositiveIntegerField(null=True)
    document = models.CharField(max_length=120, blank=True)
    confidence = models.FloatField(default=0.0)
    main_theme = models.CharField(max_length=60, blank=True, db_index=True)
    smart = models.JSONField(default=dict)
    checked = models.CharField(max_length=10, default="machine", db_index=True)
    checked_on = models.DateField(null=True)
    repeat_group = models.CharField(max_length=80, blank=True, db_index=True)
    words = models.TextField(blank=True)
    """Addressees and names of themes, for search where the store has no full-text table (`plain`)."""

    class Meta:
        """In the order of the review."""

        ordering = ("review_id", "order")
        constraints = [models.UniqueConstraint(fields=["review", "order"], name="one_place_each")]

    def __str__(self) -> str:
        return f"{self.ref or self.order}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        """Give the address of the recommendation on its review's page."""
        return f"{self.review.get_absolute_url()}#{self.key}"


class Addressee(models.Model):
    """A body told to act: as printed, and as the register knows it (empty: not resolved)."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="addressees")
    order = models.PositiveSmallIntegerField()
    printed = models.CharField(max_length=400)
    agency = models.CharField(max_length=160, blank=True, db_index=True)
    agency_name = models.CharField(max_length=300, blank=True)
    agency_now = models.CharField(max_length=160, blank=True, db_index=True)
    type = models.CharField(max_length=60, blank=True, db_index=True)

    class Meta:
        """As printed."""

        ordering = ("recommendation_id", "order")

    def __str__(self) -> str:
        return self.printed


class ThemeOf(models.Model):
    """A theme of a recommendation, with the words that led to it (as JSON)."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="themes")
    theme = models.CharField(max_length=60, db_index=True)
    axis = models.CharField(max_length=20)
    main = models.BooleanField(default=False)
    words = models.JSONField(default=list)

    class Meta:
        """A theme is given once."""

        constraints = [
            models.UniqueConstraint(fields=["recommendation", "theme"], name="one_theme_each")
        ]

    def __str__(self) -> str:
        return self.theme


class RepeatGroup(models.Model):
    """Recommendations that ask the same thing; members carry its `key`."""

    key = models.CharField(max_length=80, unique=True)
    score = models.FloatField(default=0.0)
    words = models.JSONField(default=list)
    size = models.PositiveIntegerField(default=0)
    reviews = models.PositiveIntegerField(default=0)
    first_year = models.PositiveSmallIntegerField(null=True)
    last_year = models.PositiveSmallIntegerField(null=True)

    def __str__(self) -> str:
        return f"said {self.size} times"


class Tombstone(models.Model):
    """A review that is no longer public: what feeds and old addresses say in its place."""

    slug = models.SlugField(max_length=120, unique=True)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.slug


class Problem(models.Model):
    """What a reader reported about a page, without an account."""

    page = models.CharField(max_length=300)
    what = models.TextField(max_length=4000)
    contact = models.CharField(max_length=254, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True)
    settled_note = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.page}, {self.at:%Y-%m-%d}"


from learnt.web.catalogue.search.models import FacetValue, SearchRow  # noqa: E402, F401
