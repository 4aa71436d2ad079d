"""Headings as people write them: which line of a sheet has them, and which column each means."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import lru_cache

from learnt.register.cells import Raw
from learnt.register.schema import Column, Table, schema
from learnt.words import alike

FIRST_LINES = 20
"""Lines among which the headings are looked for: titles and notes stand above them."""
NEAR = 0.75
"""How alike a heading and a column's must be for the one to be named (difflib's ratio)."""
LONGEST = 120
"""Letters of a heading; a longer text is none."""
DETAILS = re.compile(r"'?s?(?: (?:details|information|data))?$")
ASIDE = re.compile(r"^(.+?) ?\(([^()]*)\)$")


def match_columns(table: Table, header: Sequence[Raw]) -> list[Column | None]:
    """Give the column that each heading means, None where the table has none of that name."""
    found = [column_of(table.name, str(cell or "")) for cell in header]
    key = table.columns[0]
    if key not in found:
        for position, cell in enumerate(header):
            if found[position] is None and _is_key(table, str(cell or "")):
                found[position] = key
                break
    return found


def matches(table: Table, header: Sequence[Raw]) -> int:
    """Give how many headings mean a column of the table."""
    return sum(column is not None for column in match_columns(table, header))


@lru_cache(8192)
def column_of(name: str, heading: str) -> Column | None:
    """Give the column that a heading means: as it stands, without an aside, without the person."""
    table = schema().table(name)
    return next(
        (table.by_heading[one] for one in _spellings(table, heading) if one in table.by_heading),
        None,
    )


def column_of_person(table: Table, heading: str) -> Column | None:
    """Give the column that a heading means where several people's stand side by side.

    It must name the person ("Victim's age"), or be this person's alone ("Verdict").
    """
    column = column_of(table.name, heading)
    if column is None or column == table.columns[0] or column.link:
        return None
    words = re.findall(r"[a-z]+", alike(heading))
    named = any(person in words or f"{person}s" in words for person in table.persons)
    return column if named or column.alone else None


def likely(table: Table, heading: str) -> str:
    """Say which column an unknown heading may mean, so that a person can rename it; else ""."""
    near = get_close_matches(alike(heading)[:LONGEST], table.by_heading, n=1, cutoff=NEAR)
    return f"; if it is {table.by_heading[near[0]].name}, name it so" if near else ""


def find_headings(table: Table, lines: Sequence[Sequence[Raw]]) -> int:
    """Give the place of the line with most headings of the table, the first of equals."""
    known = [matches(table, line) for line in lines[:FIRST_LINES]]
    return known.index(max(known)) if known else 0


def with_groups(table: Table, above: Sequence[Raw], header: Sequence[Raw]) -> list[Raw]:
    """Give headings with the person that stands above them once for several ("Victim": Age, Sex).

    A heading that the table knows as it is stays.
    """
    told: list[Raw] = []
    group = ""
    for position, cell in enumerate(header):
        over = str(above[position] or "").strip() if position < len(above) else ""
        group = over or group
        known = column_of(table.name, str(cell or "")) is not None
        told.append(f"{_person(group)} {cell}" if cell and not known and _person(group) else cell)
    return told


def _person(group: str) -> str:
    """Give the person that a heading over several columns names, "" where it names none."""
    told = DETAILS.sub("", alike(group))
    return next((told for table in schema().tables if told in table.persons), "")


def _is_key(table: Table, heading: str) -> bool:
    keys = schema().reading.keys
    told = list(_spellings(table, heading))
    return any(one in keys for one in told) or (bool(told) and told[0] in table.persons)


def _spellings(table: Table, heading: str) -> Iterator[str]:
    if len(heading) > LONGEST:
        return
    plain = alike(heading).strip(" ?:*.")
    found = ASIDE.match(plain)
    if found and alike(found[2]) in {alike(one) for one in schema().reading.asides}:
        plain = found[1]
    yield plain
    person = "|".join(map(re.escape, table.persons))
    if not person:
        return
    if found := re.match(rf"(?:the )?(?:{person})(?:'s|s'|s)? (.+)", plain):
        yield found[1]
    if found := re.match(rf"(.+?) of (?:the )?(?:{person}) (.+)$", plain):
        yield f"{found[1]} {found[2]}"
    if found := re.match(rf"(.+?)(?: of (?:the )?(?:{person})| \((?:{person})s?\))$", plain):
        yield found[1]
