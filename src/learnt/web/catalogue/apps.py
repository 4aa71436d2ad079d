"""The app of the public catalogue."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Named as the other apps are."""

    name = "learnt.web.catalogue"
    label = "catalogue"

    def ready(self) -> None:
        """Listen from the start for what is deleted, so that its words leave the search index."""
        from learnt.web.catalogue.search import index  # noqa: F401
