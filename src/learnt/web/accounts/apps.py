"""The app of accounts, and the key of the seal."""

from django.apps import AppConfig
from django.conf import settings


class AccountsConfig(AppConfig):
    """Loaded first, so that nothing is sealed before the key is known."""

    name = "learnt.web.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Seal and check public records with this installation's key."""
        from learnt.records.sealing import use_key

        use_key(settings.SEAL_KEY)
