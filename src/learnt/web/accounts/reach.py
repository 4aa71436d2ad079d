"""What a person's roles reach: rows of their partnerships, and the partnerships they may choose."""

from collections.abc import Collection
from typing import TypeVar

from django.db.models import Model, QuerySet

from learnt.agencies.partnerships import partnerships
from learnt.web.accounts.models import EVERYWHERE, User

M = TypeVar("M", bound=Model)


def within(rows: QuerySet[M], scopes: Collection[str]) -> QuerySet[M]:
    """Give the rows whose `partnership` is among `scopes`; "" among them means all there are."""
    return rows if EVERYWHERE in scopes else rows.filter(partnership__in=scopes)


def partnership_choices(person: User, every: str, role: str = "editor") -> list[tuple[str, str]]:
    """Give the partnerships that a person may choose in a form, by name.

    Who holds `role` for all of them may choose none too: `every` says what that means.
    """
    names = {one.id: one.name for one in partnerships().all}
    scopes = person.partnerships(role)
    if EVERYWHERE in scopes:
        return [("", every), *sorted(names.items(), key=lambda pair: pair[1])]
    return [(scope, names.get(scope, scope)) for scope in sorted(scopes)]
