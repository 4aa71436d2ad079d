"""The app of the dataset, which knows when the catalogue last changed."""

from django.apps import AppConfig


class DatasetConfig(AppConfig):
    """Named as the other apps are."""

    name = "learnt.web.dataset"
    label = "dataset"

    def ready(self) -> None:
        """Listen from the start for changes of the catalogue."""
        from learnt.web.dataset import edition  # noqa: F401
