"""Reads a register: a folder of CSV files, a workbook, a release of DHRD, an export of the library."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from learnt.records.case import Entry, Incident, Origin, Perpetrator, Register, Value, Victim
from learnt.register.cells import BadCell, Raw, band_of, doubt, fit, parse, says_unknown, short
from learnt.register.check import check
from learnt.register.headings import likely, match_columns
from learnt.register.ids import settle_ids
from learnt.register.problems import Log, ReadRegister
from learnt.register.rows import Row, Sheet, age_of, complete, settle_ages
from learnt.register.schema import Column, Table, schema
from learnt.register.sources import RawRow, RawTable, open_register
from learnt.words import alike

OF_CASES = ("incidents", "victims", "perpetrators")
UNKNOWN_COLUMN = "it is not a column of the register and is not read"


class Header(NamedTuple):
    """The columns of a table's header by their position, and the names of those that are not read."""

    columns: dict[int, Column]
    unknown: dict[int, str]


def read_register(path: Path | str) -> ReadRegister:
    """Read the register at `path` and check it: a folder of CSV files, or a workbook (.xlsx, .ods).

    Each problem is told by file, sheet, row and column; with an error among them nothing is read
    (the register is empty). Raises `Unreadable` where no table can be had from `path` at all.
    """
    found = open_register(Path(path))
    log = Log()
    sheets: dict[str, Sheet] = {one.table.name: read_table(one, log) for one in found.tables}
    settle_ids(sheets, log)
    origin: Origin = "dhrd" if is_release(sheets) else "register"
    check(sheets, origin, log)
    notes = [*found.notes, *_notes(sheets["incidents"], origin, log)]
    register = Register() if log.failed else build(sheets, origin)
    return ReadRegister(register=register, problems=log.problems(), notes=tuple(notes))


def is_release(sheets: Mapping[str, Sheet]) -> bool:
    """Whether the tables are a release of DHRD: its tags are there, and no column that it has not.

    A register of an area's own may have all columns of DHRD, but then FALSE means no there.
    """
    incidents = sheets["incidents"]
    tags = [column.name for column in incidents.table.columns if column.tag]
    there = sum(name in incidents.columns for name in tags)
    own = any(
        sheet.table.by_name[name].source == "learnt"
        for table, sheet in sheets.items()
        if table in OF_CASES
        for name in sheet.columns
    )
    return not own and there >= schema().release_share * len(tags)


def read_table(raw: RawTable, log: Log) -> Sheet:
    """Give the rows of a table with the values of its columns; what does not fit is logged."""
    header = read_header(raw, log)
    names = frozenset(one.name for one in header.columns.values())
    sheet = Sheet(raw.table, raw.place, names, [], raw.head)
    for number, position, message in raw.broken:
        if position in header.columns and number > raw.head:
            log.error(raw.place, number, header.columns[position].name, message)
    if raw.table.key not in names and not names.intersection(raw.table.parents):
        advice = f"the column is missing: give each row an id that stays, under {raw.table.key}"
        log.error(raw.place, raw.head, raw.table.key, advice)
        return sheet
    spoilt = {(number, position) for number, position, _ in raw.broken}
    for row in raw.rows:
        filled = [cell for cell in row.cells if cell not in (None, "")]
        if not filled:
            continue
        if alike(str(filled[0])) in schema().reading.totals:
            log.warn(raw.place, row.number, raw.table.key, "a row of totals is not read")
            continue
        values = dict(_values(raw, row, header, spoilt, log))
        values |= _moved(raw, row, header, values, log)
        lone = len(filled) == len(values) == 1 < len(names) and raw.table.key in values
        if lone and not raw.table.parents:
            log.warn(raw.place, row.number, raw.table.key, "the row has nothing beside its id")
        told = settle_ages(raw.table, values)
        for name in set(values) - set(told):
            message = "an age in years and a band of ages changed places: read as what it is"
            log.warn(raw.place, row.number, name, message)
        key = str(told.get(raw.table.key, ""))
        sheet.rows.append(Row(row.number, key, complete(raw.table, told)))
    return sheet


def read_header(raw: RawTable, log: Log) -> Header:
    """Give the columns of a table; unknown ones are logged, and so is one that stands twice.

    Where a column stands once under its own name and once under another word, its name counts.
    """
    header = Header({}, {})
    names = ["" if cell is None else str(cell).strip() for cell in raw.header]
    found = match_columns(raw.table, raw.header)
    for position, (name, column) in enumerate(zip(names, found, strict=True)):
        same = [at for at, other in enumerate(found) if column and other == column]
        own = [at for at in same if column and _is_own_name(column, names[at])]
        if column and position == (own or same)[0]:
            header.columns[position] = column
            continue
        header.unknown[position] = name
        if column and len(own) != 1:
            message = "the column is there twice: rename or remove one"
            log.error(raw.place, raw.head, column.name, message)
        elif name:
            log.warn(raw.place, 0, name, UNKNOWN_COLUMN + likely(raw.table, name))
    return header


def _is_own_name(column: Column, heading: str) -> bool:
    return alike(heading) in (alike(column.name), alike(column.title))


def _values(
    raw: RawTable, row: RawRow, header: Header, spoilt: set[tuple[int, int]], log: Log
) -> Iterator[tuple[str, Value]]:
    for position, cell in enumerate(row.cells):
        if cell is None or cell == "":
            continue
        column = header.columns.get(position)
        if column is None:
            if not header.unknown.get(position):
                log.warn(raw.place, row.number, "", "a cell under no heading is not read")
        elif (row.number, position) not in spoilt and not column.choices.belongs(str(cell)):
            column = _finer(raw.table, column, cell, header)
            value = _value(raw, row.number, column, cell, log)
            if value is not None:
                yield column.name, value


def _finer(table: Table, column: Column, cell: Raw, header: Header) -> Column:
    """Give the column with the finer list where a cell has its words, and no column of its own is there."""
    other = table.by_name.get(column.finer)
    if other is None or other in header.columns.values():
        return column
    known = column.value_of(str(cell)) is None and other.value_of(str(cell)) is not None
    return other if known else column


def _moved(
    raw: RawTable, row: RawRow, header: Header, values: Mapping[str, Value], log: Log
) -> dict[str, Value]:
    """Give the values of words that stand in one column and are the answer of another."""
    told: dict[str, Value] = {}
    for position, cell in enumerate(row.cells):
        column = header.columns.get(position)
        other = column.choices.belongs(str(cell)) if column and cell not in (None, "") else None
        if column is None or other is None:
            continue
        says = f"“{short(str(cell))}” is no {column.title.lower()}: {other.value} of {other.column}"
        value = fit(raw.table.column(other.column), other.value)
        if values.get(other.column, value) != value:
            message = f"{says}, which says otherwise here: write what was so"
            log.error(raw.place, row.number, column.name, message)
        elif value is not None:
            log.warn(raw.place, row.number, column.name, f"{says}, and read as that")
            told[other.column] = value
    return told


def _value(raw: RawTable, number: int, column: Column, cell: Raw, log: Log) -> Value | None:
    bands = raw.table.by_name.get(raw.table.band_of.get(column.name, ""))
    band = band_of(bands, cell) if bands else None
    try:
        value, remark = parse(column, cell)
        if band and value is None:
            return band  # it is put where it belongs with the whole row
    except BadCell as error:
        if band:
            return band
        log.error(raw.place, number, column.name, str(error))
        return None
    if remark:
        log.warn(raw.place, number, column.name, remark)
    if value is None:
        log.not_recorded += says_unknown(column, cell)
    elif not (column.derived_from and age_of(str(value))) and (told := doubt(column, value)):
        log.warn(raw.place, number, column.name, told)
    return value


def build(sheets: dict[str, Sheet], origin: Origin) -> Register:
    """Give the register of tables without errors; `origin` is for rows that do not say theirs."""
    return Register(
        incidents=tuple(_incident(row, origin) for row in sheets["incidents"].rows),
        victims=tuple(
            Victim(id=one.id, incident=one.incident, values=one.rest("victim_id", "incident_id"))
            for one in _rows(sheets, "victims")
        ),
        perpetrators=tuple(
            Perpetrator(
                id=one.id, incident=one.incident, values=one.rest("perpetrator_id", "incident_id")
            )
            for one in _rows(sheets, "perpetrators")
        ),
        documents=_entries(sheets, "documents"),
        recommendations=_entries(sheets, "recommendations"),
        actions=_entries(sheets, "actions"),
        responses=_entries(sheets, "responses"),
    )


def _incident(row: Row, origin: Origin) -> Incident:
    told: Origin = "dhrd" if row.values.get("origin", origin) == "dhrd" else "register"
    return Incident(id=row.id, values=row.rest("incident_id", "origin"), origin=told)


def _rows(sheets: dict[str, Sheet], name: str) -> list[Row]:
    return sheets[name].rows if name in sheets else []


def _entries(sheets: dict[str, Sheet], name: str) -> tuple[Entry, ...] | None:
    if name not in sheets:
        return None
    key = sheets[name].table.key
    return tuple(Entry(id=row.id, values=row.rest(key)) for row in sheets[name].rows)


def _notes(incidents: Sheet, origin: Origin, log: Log) -> Iterator[str]:
    if not incidents.rows:
        yield "There are no incidents in it."
    elif origin == "dhrd":
        yield "Read as a release of DHRD: in its tags FALSE means not tagged, never no."
    elif number := sum(row.values.get("origin") == "dhrd" for row in incidents.rows):
        yield f"{number:,} incidents are from DHRD: in their tags FALSE means not tagged, never no."
    if log.not_recorded:
        yield f"{log.not_recorded:,} cells say that something is unknown: read as not recorded."
