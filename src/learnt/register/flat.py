"""Sheets that hold an incident and its people in one row: the people's columns as tables of their own."""

from collections.abc import Collection, Sequence

from learnt.register.cells import Raw
from learnt.register.headings import column_of_person, match_columns
from learnt.register.schema import Table, schema
from learnt.register.sources import Found, RawRow, RawTable


def split_people(found: Found) -> Found:
    """Give the tables with those of people taken out of the table of incidents, where they stand there.

    A table of people of its own goes before. Rows and columns keep their places, for messages.
    """
    there = {one.table.name for one in found.tables}
    (incidents,) = [one for one in found.tables if one.table.name == "incidents"]
    unknown = [
        position
        for position, column in enumerate(match_columns(incidents.table, incidents.header))
        if column is None
    ]
    people: list[RawTable] = []
    for table in schema().tables:
        if table.persons and table.name not in there:
            mine = [at for at in unknown if _means(table, incidents.header[at])]
            if mine:
                people.append(_taken(incidents, table, mine))
                unknown = [at for at in unknown if at not in mine]
                incidents = _without(incidents, mine)
    others = [one for one in found.tables if one.table.name != "incidents"]
    told = [f"{one.table.title} are read from columns of {_where(one)}." for one in people]
    return Found([incidents, *people, *others], [*found.notes, *told])


def _means(table: Table, heading: Raw) -> bool:
    return column_of_person(table, str(heading or "")) is not None


def _taken(incidents: RawTable, table: Table, places: Sequence[int]) -> RawTable:
    """Give people's columns, and the id of the incident, as a table; rows that tell of nobody are left."""
    columns = match_columns(incidents.table, incidents.header)
    key = incidents.table.columns[0]
    kept = [at for at, column in enumerate(columns) if column == key or at in places]
    rows = [
        RawRow(row.number, _only(row.cells, kept))
        for row in incidents.rows
        if any(at < len(row.cells) and row.cells[at] not in (None, "") for at in places)
    ]
    header = [
        key.name if column == key else cell
        for cell, column in zip(_only(incidents.header, kept), columns, strict=True)
    ]
    broken = [one for one in incidents.broken if one[1] in places]
    return incidents._replace(table=table, header=header, rows=rows, broken=broken)


def _without(raw: RawTable, places: Collection[int]) -> RawTable:
    kept = [at for at in range(len(raw.header)) if at not in places]
    return raw._replace(
        header=_only(raw.header, kept),
        rows=[
            RawRow(
                row.number, [None if at in places else cell for at, cell in enumerate(row.cells)]
            )
            for row in raw.rows
        ],
        broken=[one for one in raw.broken if one[1] not in places],
    )


def _only(cells: Sequence[Raw], kept: Collection[int]) -> list[Raw]:
    return [cell if at in kept else None for at, cell in enumerate(cells)]


def _where(raw: RawTable) -> str:
    return f"the sheet “{raw.place.sheet}”" if raw.place.sheet else raw.place.file
