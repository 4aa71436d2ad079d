"""What a person's roles reach: rows of their partnerships, and the partnerships they may choose."""

from collections.abc import Collection
from typing import TypeVar

from django.db.models import Model, QuerySet

from learnt.agencies.partnerships import find_partnership
from learnt.web.accounts.models import EVERYWHERE, User
from learnt.web.curation.models import Intake
from learnt.web.naming import listed_partnerships, partnership_name
from learnt.web.register.models import Incident

M = TypeVar("M", bound=Model)


def within(rows: QuerySet[M], scopes: Collection[str]) -> QuerySet[M]:
    """Give the rows whose `partnership` is among `scopes`; "" among them means all there are."""
    return rows if EVERYWHERE in scopes else rows.filter(partnership__in=scopes)


def partnership_choices(person: User, every: str, role: str = "editor") -> list[tuple[str, str]]:
    """Give the partnerships that a person may choose in a form, by name.

    Who holds `role` for all of them may choose none too: `every` says what that means.
    """
    names = _names()
    scopes = person.partnerships(role)
    if EVERYWHERE in scopes:
        return [("", every), *sorted(names.items(), key=lambda pair: pair[1])]
    return [(scope, names.get(scope, scope)) for scope in sorted(scopes)]


def partnership_known_as(told: str) -> str | None:
    """Give the id of a partnership that is told by its id or a name of it; None where none is known."""
    found = find_partnership(told)
    if found and told not in _names():
        return found.id
    return told if told in _names() else None


def _names() -> dict[str, str]:
    """Give the names of all listed partnerships, and of those that only the library's rows have."""
    names = dict(listed_partnerships())
    for rows in (Intake.objects, Incident.objects):
        used = rows.exclude(partnership="").order_by().values_list("partnership", flat=True)
        for one in set(used.distinct()) - set(names):
            names[one] = partnership_name(one)
    return names
