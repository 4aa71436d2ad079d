"""Small registers for the tests of counting."""

from collections.abc import Mapping

from learnt.records.case import (
    AskEntry,
    Incident,
    Material,
    Perpetrator,
    Register,
    ReviewEntry,
    Value,
    Victim,
)
from learnt.records.finding import Analysis, Finding, Tally

Values = Mapping[str, Value]


def death(
    number: int,
    incident: Values | None = None,
    victim: Values | None = None,
    perpetrator: Values | None = None,
) -> Register:
    """Give a register of one homicide with one person on each side."""
    key = f"I{number}"
    return Register(
        incidents=(Incident(id=key, values={"death_type": "homicide", **(incident or {})}),),
        victims=(Victim(id=f"V{number}", incident=key, values=dict(victim or {})),),
        perpetrators=(Perpetrator(id=f"P{number}", incident=key, values=dict(perpetrator or {})),),
    )


def together(*registers: Register) -> Material:
    """Give several small registers as one material."""
    whole = Register(
        incidents=tuple(row for one in registers for row in one.incidents),
        victims=tuple(row for one in registers for row in one.victims),
        perpetrators=tuple(row for one in registers for row in one.perpetrators),
    )
    return Material(register=whole)


def victims(*values: Values) -> Material:
    """Give homicides, one a person who died."""
    return together(*(death(number, victim=one) for number, one in enumerate(values)))


def library(reviews: list[ReviewEntry], asks: list[AskEntry]) -> Material:
    """Give a library without a register."""
    return Material(reviews=tuple(reviews), asks=tuple(asks))


def table(analysis: Analysis, name: str) -> Tally:
    """Give a table that must be there."""
    found = analysis.tally(name)
    assert found is not None, f"{name} is not among the tables"
    return found


def counts(analysis: Analysis, name: str) -> dict[str, int | None]:
    """Give a table's groups with their numbers."""
    return {one.group: one.numerator for one in table(analysis, name).findings}


def row(analysis: Analysis, name: str, group: str) -> Finding:
    """Give one row of a table."""
    return next(one for one in table(analysis, name).findings if one.group == group)
