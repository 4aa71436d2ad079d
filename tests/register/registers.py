"""Makes registers: any value that a column can hold, in any table."""

from typing import Any

from hypothesis import strategies as st

from learnt.records.case import Entry, Incident, Perpetrator, Register, Value, Victim
from learnt.register import Column, Table, schema

ODD = ("=1+1", "'=1", "''-x", "-x", "+44 01632", "@home", "'quoted'", 'say "no"; then, | go')
WORDS = ("007", "1.0", "TRUE", "2020-03", "n/a", "34 years", "c. 40", "Yes - but", "total", "Wife")
"""Texts that a cell of another column would be read from; a text stays a text."""
LONG = "A paragraph, and “more”.\n" * 300
TEXTS = st.one_of(
    st.sampled_from((*ODD, *WORDS, LONG)),
    st.text(max_size=12),
    st.text(alphabet="'=-\n\t ;,\"x", max_size=6),
)
DATES = st.one_of(
    st.integers(1900, 2100).map(str),
    st.dates().filter(lambda day: 1900 <= day.year <= 2100).map(lambda day: day.isoformat()),
    st.dates().filter(lambda day: 1900 <= day.year <= 2100).map(lambda day: day.isoformat()[:7]),
)
IDS = st.text(alphabet="abcXYZ019-=.", min_size=1, max_size=5)
"""Some differ by case alone, or by noughts before a number."""
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
        Victim(
            id=f"v{number}{one}", incident=one, values=draw(rows_of(tables["victims"], "victim_id"))
        )
        for one in ids
        for number in range(draw(st.integers(0, 3)))
    ]
    people = [
        Perpetrator(
            id=f"0{number}{one}",
            incident=one,
            values=draw(rows_of(tables["perpetrators"], "perpetrator_id")),
        )
        for one in ids[1:]
        for number in range(draw(st.integers(0, 2)))
    ]
    recommendations = tuple(
        Entry(id=f"r{one}", values=draw(rows_of(tables["recommendations"], "recommendation_id")))
        for one in ids
    )
    return Register(
        incidents=tuple(incidents),
        victims=tuple(victims),
        perpetrators=tuple(people),
        documents=draw(documents_of(ids)),
        recommendations=recommendations if draw(st.booleans()) else None,
        **draw(followed_up(recommendations)),
    )


@st.composite
def documents_of(draw: st.DrawFn, ids: list[str]) -> tuple[Entry, ...] | None:
    """Give a document an incident, or no table of them."""
    told = tuple(
        Entry(
            id=f"d{one}",
            values={
                **draw(rows_of(schema().table("documents"), "document_id", "upload_date")),
                "incident_id": one,
            },
        )
        for one in ids
    )
    return told if draw(st.booleans()) else None


@st.composite
def followed_up(draw: st.DrawFn, recommendations: tuple[Entry, ...]) -> Any:
    """Give actions and responses, or none of them."""
    told: dict[str, tuple[Entry, ...]] = {}
    for name in ("actions", "responses"):
        table = schema().table(name)
        if draw(st.booleans()):
            told[name] = tuple(
                Entry(
                    id=f"{name}{number}",
                    values={**draw(rows_of(table, table.key)), "recommendation_id": one.id},
                )
                for number, one in enumerate(recommendations)
            )
    return told


RELEASED = {
    "boolean": st.sampled_from(["True", "False"]),
    "date": st.sampled_from(["March 2020", "May 2015", "2011", "Unknown", ""]),
}
"""Cells as a release of DHRD has them."""


@st.composite
def releases(draw: st.DrawFn) -> dict[str, list[list[str]]]:
    """Give the tables of a release of DHRD: a header each, and rows with its own spellings."""
    ids = [f"INC-{number:04}" for number in range(draw(st.integers(1, 4)))]
    told = {}
    for name, most in (("incidents", 1), ("victims", 2), ("perpetrators", 3)):
        columns = [one for one in schema().table(name).columns if one.source == "dhrd"]
        told[name] = [[one.name for one in columns]]
        for incident in ids:
            for number in range(1 if most == 1 else draw(st.integers(0, most))):
                cells = [draw(_released(one)) for one in columns]
                cells[0] = incident if most == 1 else f"{name[:3].upper()}-{incident}-{number}"
                if most > 1:
                    cells[1] = incident
                told[name].append(cells)
    return told


def _released(column: Column) -> st.SearchStrategy[str]:
    values = st.sampled_from([*column.values, "Unknown", "not_known", ""])
    return RELEASED.get(column.type, values)
