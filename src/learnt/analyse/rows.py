"""The rows of a table of the register within a selection: incidents, victims or perpetrators."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.analyse.cases import Case
from learnt.analyse.measures import Table
from learnt.records.case import Value


@dataclass(frozen=True)
class Row:
    """One case to be counted: a death, or a person, with the incident it belongs to."""

    id: str
    values: dict[str, Value]
    case: Case


def rows_of(table: Table, cases: Sequence[Case]) -> list[Row]:
    """Give the rows of a table."""
    if table == "victims":
        return [Row(one.id, one.values, case) for case in cases for one in case.victims]
    if table == "perpetrators":
        return [Row(one.id, one.values, case) for case in cases for one in case.perpetrators]
    return [Row(case.id, case.incident.values, case) for case in cases]
