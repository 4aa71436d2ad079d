"""What search keeps beside the catalogue: a row for each thing that can be found, and filter values.

The words themselves stand in a full-text table that only SQLite has (`fts`); its row ids are those of
`SearchRow`.
"""

from django.db import models


class SearchRow(models.Model):
    """A recommendation, or a review as a whole (`recommendation` empty), as search counts it.

    `codes` are the ids of its `FacetValue`s, four bytes each, little-endian; `month` counts months
    since the year 0 (0: date of publication not known); `place` is the order in the review.
    """

    review = models.ForeignKey("catalogue.Review", models.CASCADE, related_name="+")
    recommendation = models.OneToOneField(
        "catalogue.Recommendation", models.CASCADE, null=True, related_name="+"
    )
    place = models.PositiveIntegerField(default=0)
    month = models.PositiveIntegerField(default=0)
    codes = models.BinaryField(default=bytes)

    class Meta:
        """Named beside the catalogue's tables."""

        app_label = "catalogue"

    def __str__(self) -> str:
        return f"{self.review_id}: {self.place}"


class FacetValue(models.Model):
    """A value that a filter offers, with the words that a reader sees."""

    facet = models.CharField(max_length=20)
    value = models.CharField(max_length=160)
    label = models.CharField(max_length=300)

    class Meta:
        """A value stands once for each filter."""

        app_label = "catalogue"
        constraints = [models.UniqueConstraint(fields=["facet", "value"], name="one_value_each")]

    def __str__(self) -> str:
        return self.label
