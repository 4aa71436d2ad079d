"""Which state of the catalogue is the present one."""

from django.db import models


class Edition(models.Model):
    """The state of the catalogue: it is counted on, and dated, with each change. There is one row.

    The dates of reviews do not tell: one that was taken off leaves no date behind.
    """

    number = models.PositiveBigIntegerField(default=0)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.number}, {self.at:%Y-%m-%d %H:%M}"
