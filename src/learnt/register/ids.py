"""Ids as people keep them: numbers that begin again in each incident, none at all, or spelled otherwise.

An id is mended only where it can mean one row; what is mended is told.
"""

from collections import Counter, defaultdict

from learnt.records.case import Value
from learnt.register.problems import Log
from learnt.register.rows import Row, Sheet
from learnt.register.schema import Table

Sheets = dict[str, Sheet]


def settle_ids(sheets: Sheets, log: Log) -> None:
    """Mend the ids of all tables in place: links first, then ids that repeat, then those that lack."""
    for sheet in sheets.values():
        for column in sheet.table.columns:
            if column.link in sheets and column.name in sheet.columns:
                mend_links(sheet, column.name, sheets[column.link], log)
        if sheet.table.parents:
            qualify(sheet, log)
            give_ids(sheet, log)


def mend_links(sheet: Sheet, name: str, linked: Sheet, log: Log) -> None:
    """Give links the spelling of the id that they mean, where it is one only (`e5`, `005` → `E5`, `5`)."""
    known = {row.id for row in linked.rows}
    loose: dict[str, set[str]] = defaultdict(set)
    for one in known:
        loose[_loose(one)].add(one)
    for place, row in enumerate(sheet.rows):
        told = row.text(name)
        meant = loose.get(_loose(told), set())
        if told and told not in known and len(meant) == 1:
            (right,) = meant
            log.warn(
                sheet.place,
                row.number,
                name,
                "the id is spelled otherwise there; it is read as that one",
            )
            sheet.rows[place] = row._replace(values={**row.values, name: right})


def qualify(sheet: Sheet, log: Log) -> None:
    """Put the incident before ids that begin again in each incident, as "V1" of every incident does.

    They do where most rows share their id with another incident's; a single one is a slip, and stays.
    """
    parent = sheet.table.parents[0]
    of: dict[str, set[str]] = defaultdict(set)
    for row in sheet.rows:
        if row.id and row.text(parent):
            of[row.id].add(row.text(parent))
    shared = sum(len(of[row.id]) > 1 for row in sheet.rows if row.id)
    if not shared or 2 * shared <= len(sheet.rows):
        return
    told = f"ids begin again in each incident: “{parent}-{sheet.table.key}” is taken as the id"
    for place, row in enumerate(sheet.rows):
        if row.id and row.text(parent):
            log.warn(sheet.place, row.number, sheet.table.key, told)
            sheet.rows[place] = _with_id(sheet.table, row, f"{row.text(parent)}-{row.id}")


def give_ids(sheet: Sheet, log: Log) -> None:
    """Give rows without an id one from their parent's and their place among its rows (`I1-V2`)."""
    taken = {row.id for row in sheet.rows}
    places: Counter[str] = Counter()
    for place, row in enumerate(sheet.rows):
        parent = next(filter(None, map(row.text, sheet.table.parents)), "")
        places[parent] += 1
        given = f"{parent}-{sheet.table.letter}{places[parent]}"
        if row.id or not parent or given in taken:
            continue  # what lacks an id is told with the other checks
        message = "the id is missing: one is given by the row's place, as long as rows keep it"
        log.warn(sheet.place, row.number, sheet.table.key, message)
        sheet.rows[place] = _with_id(sheet.table, row, given)


def _with_id(table: Table, row: Row, given: str) -> Row:
    values: dict[str, Value] = {table.key: given, **row.rest(table.key)}
    return row._replace(id=given, values=values)


def _loose(told: str) -> str:
    """Give an id without case, blanks, and noughts before a number."""
    parts = "".join(told.casefold().split())
    return parts.lstrip("0") or parts if parts.isdecimal() else parts
