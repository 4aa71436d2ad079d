"""Makes registers: any value that a column can hold, in any table."""

from typing import Any

from hypothesis import strategies as st

from learnt.records.case import Entry, Incident, Perpetrator, Register, Value, Victim
from learnt.register import Column, Table, schema

ODD = ("=1+1", "'=1", "''-x", "-x", "+44 01632", "@home", "'quoted'", 'say "no"; then, | go')
TEXTS = st.one_of(
    st.sampled_from(ODD), st.text(max_size=12), st.text(alphabet="'=-\n\t ;,\"x", max_size=6)
)
DATES = st.one_of(
    st.integers(1900, 2100).map(str),
    st.dates().filter(lambda day: 1900 <= day.year <= 2100).map(lambda day: day.isoformat()),
    st.dates().filter(lambda day: 1900 <= day.year <= 2100).map(lambda day: day.isoformat()[:7]),
)
IDS = st.text(alphabet="abcXYZ019-=.", min_size=1, max_size=5)
LATER = ("published_on", "notified_on", "commissioned_on", "submitted_on", "charged")
"""Columns that others contradict easily; the checks have their own tests."""


def values_of(column: Column) -> st.SearchStrategy[Any]:
    if column.type == "boolean":
        return st.booleans()
    if column.type == "date":
        return DATES
    if column.type in ("integer", "number"):
        low, high = int(column.low or 0), int(column.high or 0)
        whole = st.integers(low, min(high, 120))
        quarters = whole.map(lambda number: max(low, number - 0.25))
        return whole if column.type == "integer" else whole | quarters
    if column.pattern:
        return st.just("0f" * 32)
    known = st.sampled_from(column.values) if column.values else TEXTS
    return known if column.closed or column.type == "string" else known | TEXTS


def rows_of(table: Table, *without: str) -> st.SearchStrategy[dict[str, Value]]:
    passed = {*without, *LATER, "minimum_term_years"}
    columns = [one for one in table.columns if one.name not in passed and not one.link]
    bands = {one.name for one in columns if one.derived_from}  # an age gives its band
    return st.fixed_dictionaries(
        {},
        optional={
            one.name: values_of(one)
            if one.type != "string"
            else TEXTS
            if not one.pattern
            else values_of(one)
            for one in columns
            if one.name not in bands
        },
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    ids = draw(st.lists(IDS, unique=True, max_size=3))
    tables = {table.name: table for table in schema().tables}
    incidents = [
        Incident(
            id=one,
            values=draw(rows_of(tables["incidents"], "incident_id", "origin")),
            origin=draw(st.sampled_from(["register", "dhrd"])),
        )
        for one in ids
    ]
    victims = [
        Victim(id=f"v{one}", incident=one, values=draw(rows_of(tables["victims"], "victim_id")))
        for one in ids
    ]
    people = [
        Perpetrator(
            id=f"p{one}",
            incident=one,
            values=draw(rows_of(tables["perpetrators"], "perpetrator_id")),
        )
        for one in ids[1:]
    ]
    documents: tuple[Entry, ...] | None = None
    if draw(st.booleans()):
        documents = tuple(
            Entry(
                id=f"d{one}",
                values={
                    **draw(rows_of(tables["documents"], "document_id", "upload_date")),
                    "incident_id": one,
                },
            )
            for one in ids
        )
    recommendations = tuple(
        Entry(id=f"r{one}", values=draw(rows_of(tables["recommendations"], "recommendation_id")))
        for one in ids
    )
    return Register(
        incidents=tuple(incidents),
        victims=tuple(victims),
        perpetrators=tuple(people),
        documents=documents,
        recommendations=recommendations if draw(st.booleans()) else None,
    )
