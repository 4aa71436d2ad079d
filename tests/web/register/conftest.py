"""Who looks at the register, and how a browser fills its forms in."""

from typing import Any

from django.test import Client

from learnt.web.register.models import Incident

HOME = "/desk/register/"


def at(incident: Incident, end: str = "") -> str:
    return f"{HOME}cases/{incident.pk}/{end}"


def body(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def filled(client: Client, address: str, **changes: str) -> dict[str, Any]:
    """Give what a browser would send: the form as the page shows it, with some fields changed."""
    form = client.get(address).context["form"]
    told = {name: form[name].value() or "" for name in form.fields}
    return told | changes


def post(client: Client, address: str, **changes: str) -> Any:
    return client.post(address, filled(client, address, **changes))
