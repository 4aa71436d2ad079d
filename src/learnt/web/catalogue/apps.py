"""The app of the public catalogue."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Named as the other apps are."""

    name = "learnt.web.catalogue"
    label = "catalogue"
