"""The app of the overview reports."""

from django.apps import AppConfig
from django.db.models.signals import post_save


class InsightConfig(AppConfig):
    """Named as the other apps are."""

    name = "learnt.web.insight"
    label = "insight"

    def ready(self) -> None:
        """Forget what is known of a review's people when words of it are taken down."""
        from learnt.web.curation.models import Takedown
        from learnt.web.insight.people import forget

        post_save.connect(forget, sender=Takedown, dispatch_uid="insight-people")
