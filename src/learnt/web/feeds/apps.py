"""The app of feeds and alerts."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """Named as the other apps are."""

    name = "learnt.web.feeds"
    label = "feeds"
