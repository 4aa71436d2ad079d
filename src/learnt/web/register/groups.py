"""In which groups the forms and pages of the register show columns (`rules/register_forms.toml`)."""

from functools import cache

import msgspec

from learnt.register.schema import Column, Table, schema
from learnt.rulebook import load

FURTHER = "Further"


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group as the rules have it."""

    table: str
    title: str
    columns: tuple[str, ...]


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The groups of all tables, and the columns that no form shows."""

    source: str
    hidden: tuple[str, ...]
    groups: tuple[Group, ...]


@cache
def groups_of(name: str) -> tuple[tuple[str, tuple[Column, ...]], ...]:
    """Give the titles of a table's groups with their columns: each column once, none left out."""
    rules = load("register_forms.toml", Rules)
    table = schema().table(name)
    left = {one.name: one for one in table.columns if one.name not in rules.hidden}
    found = []
    for group in rules.groups:
        if group.table == name:
            names = [one for told in group.columns for one in _named(table, told) if one in left]
            found.append((group.title, tuple(left.pop(one) for one in names)))
    if left:
        found.append((FURTHER, tuple(left.values())))
    return tuple(found)


def _named(table: Table, told: str) -> list[str]:
    if told.endswith("*"):
        return [name for name in table.names if name.startswith(told[:-1])]
    return [told]
