"""What people with an account wish to be told of."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Alert(models.Model):
    """That a person is sent what is new in a search; `query` are the parameters of its address.

    What was added until `seen_until` is not new any more.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="alerts")
    query = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    seen_until = models.DateTimeField(default=timezone.now)
    last_sent_at = models.DateTimeField(null=True)

    class Meta:
        """A search is asked for once; the oldest first."""

        ordering = ("made_at", "id")
        constraints = [models.UniqueConstraint(fields=["user", "query"], name="one_alert_each")]

    def __str__(self) -> str:
        return self.query or "everything"
