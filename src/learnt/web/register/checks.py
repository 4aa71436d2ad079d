"""The checks of files, on a case as the library keeps it."""

from collections.abc import Mapping
from typing import Any, cast

from learnt.records.case import Origin, Value
from learnt.register.check import Sheets, check
from learnt.register.problems import Log, Place, Problem
from learnt.register.rows import Row, Sheet, complete
from learnt.register.schema import schema
from learnt.web.register.models import Incident

Rows = dict[str, dict[str, dict[str, Value]]]
"""The values of each row by the name of its table and its id."""


def rows_of(incident: Incident) -> Rows:
    """Give an incident and its people as rows."""
    new = incident.pk is None
    people: dict[str, Any] = {
        "victims": () if new else incident.victims.all(),
        "perpetrators": () if new else incident.perpetrators.all(),
    }
    told: Rows = {"incidents": {incident.key: {**incident.values, "origin": incident.origin}}}
    for table, rows in people.items():
        told[table] = {one.key: {**one.values, "incident_id": incident.key} for one in rows}
    return told


def problems_of(incident: Incident) -> tuple[Problem, ...]:
    """Give what does not fit together in an incident and its people."""
    return _problems(rows_of(incident), incident.origin)[0]


def errors_in(
    incident: Incident, table: str, key: str, values: Mapping[str, Value]
) -> list[Problem]:
    """Give the errors that a row of an incident would have with these values."""
    rows = rows_of(incident)
    link = {} if table == "incidents" else {"incident_id": incident.key}
    rows[table] = {**rows[table], key: {**values, **link}}
    problems, numbers = _problems(rows, incident.origin)
    return [
        one
        for one in problems
        if one.severity == "error" and one.file == table and one.row == numbers[table, key]
    ]


def _problems(rows: Rows, origin: str) -> tuple[tuple[Problem, ...], dict[tuple[str, str], int]]:
    sheets: Sheets = {}
    numbers = {}
    for name, told in rows.items():
        table = schema().table(name)
        made = []
        for number, (key, values) in enumerate(told.items(), start=2):
            numbers[name, key] = number
            made.append(Row(number, key, complete(table, {**values, table.key: key})))
        sheets[name] = Sheet(table, Place(name), frozenset(table.names), made)
    log = Log()
    check(sheets, cast(Origin, origin), log)
    return log.problems(), numbers
