"""The app of the case register."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Named as the other apps are."""

    name = "learnt.web.register"
    label = "register"
