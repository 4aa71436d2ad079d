"""Ids of rows in files: two partnerships may both have an `I-1`, and a file holds each id once.

In the library an id is unique within its partnership. A file of several partnerships tells ids that
come twice apart by the partnership's own id before them, `norfolk:I-1`; on the way in that is the same
row as `I-1` of Norfolk.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from learnt.records.case import Value
from learnt.register.schema import Table

BETWEEN = ":"
Whose = tuple[str, str]
"""The partnership and the id that a row has in it."""
Names = dict[Whose, str]


def names_of(rows: Iterable[Whose]) -> Names:
    """Give the id in a file of each row: its own, or one that tells its partnership too."""
    kept = list(rows)
    holders: dict[str, set[str]] = defaultdict(set)
    for partnership, key in kept:
        holders[key].add(partnership)
    return {
        (partnership, key): f"{partnership}{BETWEEN}{key}"
        if partnership and len(holders[key]) > 1
        else key
        for partnership, key in kept
    }


def bare(name: str, partnership: str) -> str:
    """Give the id that a row of a partnership has in it, by its id in a file."""
    own = f"{partnership}{BETWEEN}"
    return name[len(own) :] if partnership and name.startswith(own) else name


def bare_links(table: Table, values: Mapping[str, Value], partnership: str) -> dict[str, Value]:
    """Give values whose links name rows as their partnership does."""
    links = {one.name for one in table.columns if one.link}
    return {
        name: bare(str(value), partnership) if name in links else value
        for name, value in values.items()
    }


def named_links(
    table: Table, values: Mapping[str, Value], partnership: str, names: Mapping[str, Names]
) -> dict[str, Value]:
    """Give values whose links name rows as the file does; `names` holds those of each table."""
    links = {one.name: one.link for one in table.columns if one.link in names}
    return {
        name: names[links[name]].get((partnership, str(value)), value) if name in links else value
        for name, value in values.items()
    }
