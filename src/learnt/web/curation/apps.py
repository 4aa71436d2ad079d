"""The app of curation."""

from django.apps import AppConfig


class CurationConfig(AppConfig):
    """Named as the other apps are."""

    name = "learnt.web.curation"
    label = "curation"
