"""Published figures: `rules/comparators.csv`, their kinds in `rules/comparators.toml`, a user's own."""

from functools import cache
from importlib.resources import files

import msgspec

from learnt.analyse.csv_rows import decimal, rows_of_csv, whole_number
from learnt.analyse.measures import measures
from learnt.analyse.problems import BadTable
from learnt.analyse.shares import percent
from learnt.errors import BadRule
from learnt.rulebook import load

FILE = "comparators.csv"
NEEDED = ("tally", "group", "value", "unit", "period", "coverage", "source")
OTHER = "other"
NOT_STATED = "not stated"


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of figures: what it counts; by section how that differs from ours, or why it is refused."""

    title: str
    base: str
    differs: dict[str, str] = {}
    declined: dict[str, str] = {}


class KindFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/comparators.toml`; a line over years needs figures for `years_for_a_line` of them."""

    source: str
    years_for_a_line: int
    alike: tuple[str, ...]
    """What a user writes under `differs` for a figure with the same base as ours."""
    kind: dict[str, Kind]


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """A published figure; `tally` and `group` name ours, empty where there is none of its kind."""

    tally: str
    group: str
    value: float | None
    unit: str
    period: str
    coverage: str
    source: str
    kind: str = OTHER
    numerator: int | None = None
    denominator: int | None = None
    base: str = ""
    url: str = ""
    licence: str = NOT_STATED
    differs: str = ""
    given: bool = False
    """By a user, who is told where it names no row of the report."""
    note: str = ""
    published_measure: str = ""
    published_group: str = ""

    @property
    def printed(self) -> str:
        """The figure as it is printed: a share from its exact numbers, else as published."""
        if self.unit == "percent" and self.numerator is not None and self.denominator:
            share = percent(self.numerator, self.denominator)
            return f"{share:g}% ({self.numerator} of {self.denominator})"
        if self.value is None:
            return ""
        if self.unit == "percent":
            return f"{self.value:g}%"
        return f"{self.value:,g} years" if self.unit == "years" else f"{self.value:,g}"


class Comparators(msgspec.Struct, frozen=True):
    """Published figures to compare with."""

    rows: tuple[Published, ...] = ()

    def with_more(self, more: "Comparators") -> "Comparators":
        """Give these and those of another file."""
        return Comparators((*self.rows, *more.rows))


@cache
def kinds() -> KindFile:
    """Give the kinds of figures."""
    return load("comparators.toml", KindFile)


@cache
def own_comparators() -> Comparators:
    """Give the project's list; raises `BadRule` where a row does not fit."""
    text = files("learnt.rules").joinpath(FILE).read_text("utf-8")
    try:
        return parse_comparators(text, f"rules/{FILE}", given=False)
    except BadTable as error:
        raise BadRule(str(error)) from error


def parse_comparators(text: str, name: str = "comparators", *, given: bool = True) -> Comparators:
    """Give published figures from CSV text with the columns of `rules/comparators.csv`.

    The columns tally, group, value, unit, period, coverage and source are needed; kind is `other`
    and licence "not stated" where not given. Raises `BadTable` naming `name`, row and column, also
    where a figure contradicts itself or names no table of a report.
    """
    rows = [_published(row, at) for at, row in rows_of_csv(text, name, NEEDED)]
    return Comparators(tuple(msgspec.structs.replace(one, given=given) for one in rows))


def _published(row: dict[str, str], where: str) -> Published:
    kind = row.get("kind") or OTHER
    if kind not in kinds().kind:
        known = ", ".join(kinds().kind)
        raise BadTable(f"{where}, column kind: {kind!r} is none of {known}")
    if row["tally"]:
        _check_used(row, where)
    used = bool(row["tally"])
    found = Published(
        tally=row["tally"],
        group=row["group"],
        value=decimal(row["value"], where, "value") if used else None,
        unit=row["unit"],
        period=row["period"],
        coverage=row["coverage"],
        source=row["source"],
        kind=kind,
        numerator=_number(row, where, "numerator") if used else None,
        denominator=_number(row, where, "denominator") if used else None,
        base=row.get("base") or kinds().kind[kind].base,
        url=row.get("url", ""),
        licence=row.get("licence") or NOT_STATED,
        differs=row.get("differs", ""),
        note=row.get("note", ""),
        published_measure=row.get("published_measure", ""),
        published_group=row.get("published_group", ""),
    )
    _check_share(found, where)
    return found


def _check_share(row: Published, where: str) -> None:
    """Raise `BadTable` where a share is none, or is not that of the numbers given with it."""
    if row.unit != "percent" or row.value is None:
        return
    if not 0 <= row.value <= 100:
        raise BadTable(f"{where}, column value: {row.value:g} is no percentage")
    if row.numerator is None or not row.denominator:
        return
    share = 100 * row.numerator / row.denominator
    if row.numerator > row.denominator or abs(share - row.value) > 1:
        raise BadTable(
            f"{where}: {row.numerator} of {row.denominator} is not {row.value:g} percent"
        )


def _check_used(row: dict[str, str], where: str) -> None:
    """Raise `BadTable` where a figure that stands beside ours lacks what must be printed with it."""
    empty = next((one for one in NEEDED if not row[one]), "")
    if empty:
        raise BadTable(f"{where}, column {empty}: there is none, and it is printed with the figure")
    if "." not in row["tally"]:
        raise BadTable(
            f"{where}, column tally: {row['tally']!r} is not like homicides.sex_of_victim"
        )
    section, _, measure = row["tally"].partition(".")
    if measure not in measures() or section not in measures()[measure].sections:
        raise BadTable(f"{where}, column tally: no report has a table {row['tally']!r}")


def _number(row: dict[str, str], where: str, column: str) -> int | None:
    text = row.get(column, "")
    return whole_number(text, where, column) if text else None
