"""The app of the overview reports."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Named as the other apps are."""

    name = "learnt.web.insight"
    label = "insight"
