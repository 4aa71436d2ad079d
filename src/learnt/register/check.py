"""What must fit together in a register: ids and links, then rules of single rows and of incidents."""

from collections import Counter

from learnt.records.case import Origin
from learnt.register.check_incidents import check_incidents
from learnt.register.check_rows import check_rows
from learnt.register.problems import Log
from learnt.register.rows import Sheet
from learnt.register.schema import Column

Sheets = dict[str, Sheet]


def check(sheets: Sheets, origin: Origin, log: Log) -> None:
    """Log what does not fit together. `origin` is that of the whole: in DHRD a tag is no statement."""
    for sheet in sheets.values():
        check_ids(sheet, log)
        check_required(sheet, log)
        for column in sheet.table.columns:
            if column.link and column.name in sheet.columns:
                check_links(sheet, column, sheets, log)
    check_rows(sheets, log)
    check_incidents(sheets, origin, log)


def check_ids(sheet: Sheet, log: Log) -> None:
    """Log ids that are missing or there twice."""
    first: dict[str, int] = {}
    for row in sheet.rows:
        if not row.id:
            advice = "the id is missing: give the row one that stays"
            log.error(sheet.place, row.number, sheet.table.key, advice)
        elif row.id in first:
            message = (
                f"the id {row.id} is there already, in row {first[row.id]}: each row has its own"
            )
            log.error(sheet.place, row.number, sheet.table.key, message)
        else:
            first[row.id] = row.number


def check_required(sheet: Sheet, log: Log) -> None:
    """Log cells that must not be empty, and columns that must be there."""
    for column in sheet.table.columns[1:]:
        if not column.required:
            continue
        if column.name not in sheet.columns:
            log.error(sheet.place, sheet.head, column.name, "the column is missing")
            continue
        for row in sheet.rows:
            if column.name not in row.values:
                log.error(
                    sheet.place,
                    row.number,
                    column.name,
                    "the cell must not be empty: each row names its own",
                )


def check_links(sheet: Sheet, column: Column, sheets: Sheets, log: Log) -> None:
    """Log ids that the linked table does not have."""
    if column.link not in sheets:
        if any(column.name in row.values for row in sheet.rows):
            message = f"there is no table {column.link}, so these ids were not checked"
            log.warn(sheet.place, 0, column.name, message)
        return
    if not sheets[column.link].rows and log.failed:
        return  # its own error is told
    known = Counter(row.id for row in sheets[column.link].rows)
    for row in sheet.rows:
        told = row.text(column.name)
        if told and told not in known:
            log.error(
                sheet.place,
                row.number,
                column.name,
                f"there is no {told} in {column.link}: add it there, or correct it",
            )
