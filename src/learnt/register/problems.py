"""What is wrong with a register's file, said by file, sheet, row and column."""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from learnt.records.case import Register

Severity = Literal["error", "warning"]
SHOWN = 20
"""Rows that are named of one warning; all of them are counted."""
MOST = 1000
"""Errors that are told one by one; a file with more has one cause that shows long before."""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One problem. `row` is as a spreadsheet numbers it (the header is row 1), 0 for the whole table.

    Equal warnings of a column are one: `count` tells of how many rows, `rows` names the first.
    """

    file: str
    message: str
    severity: Severity
    sheet: str = ""
    row: int = 0
    column: str = ""
    count: int = 1
    rows: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Give it as one line."""
        parts = [self.file, f"sheet {self.sheet}" if self.sheet else "", self._which()]
        parts.append(f"column {self.column}" if self.column else "")
        return f"{self.severity}: {', '.join(part for part in parts if part)}: {self.message}"

    def _which(self) -> str:
        if self.count == 1:
            return f"row {self.row}" if self.row else ""
        first = ", ".join(map(str, self.rows[:3]))
        more = self.count - len(self.rows[:3])
        return f"rows {first}" + (f" and {more} more ({self.count} rows)" if more else "")


class ReadRegister(msgspec.Struct, frozen=True, kw_only=True):
    """What was read. With an error among the problems the register is empty: nothing is half read.

    `notes` say in sentences how the file was taken ("read as a release of DHRD").
    """

    register: Register = Register()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems because of which nothing is imported."""
        return tuple(one for one in self.problems if one.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that a person should know of."""
        return tuple(one for one in self.problems if one.severity == "warning")


class Place(msgspec.Struct, frozen=True):
    """Where a table stands: the file, and the sheet of a workbook."""

    file: str
    sheet: str = ""


class Log:
    """Collects problems: errors each, equal warnings together."""

    def __init__(self) -> None:
        self._errors: list[Problem] = []
        self._more = 0
        self._warnings: dict[tuple[Place, str, str], list[int]] = {}
        self.not_recorded = 0
        """Cells that say in words that something is not recorded."""

    @property
    def failed(self) -> bool:
        """Whether there is an error."""
        return bool(self._errors)

    def error(self, place: Place, row: int, column: str, message: str) -> None:
        """Keep an error."""
        if len(self._errors) >= MOST:
            self._more += 1
            return
        self._errors.append(
            Problem(
                file=place.file,
                sheet=place.sheet,
                row=row,
                column=column,
                message=message,
                severity="error",
                rows=(row,) if row else (),
            )
        )

    def warn(self, place: Place, row: int, column: str, message: str) -> None:
        """Keep a warning with others that are equal."""
        self._warnings.setdefault((place, column, message), []).append(row)

    def problems(self) -> tuple[Problem, ...]:
        """Give all: errors by row as they stand, then warnings."""
        return (*self._errors, *self._told_more(), *self._told_warnings())

    def _told_more(self) -> Iterable[Problem]:
        if self._more:
            last = self._errors[-1]
            message = f"and {self._more} more errors"
            yield msgspec.structs.replace(last, row=0, column="", message=message, rows=())

    def _told_warnings(self) -> Iterator[Problem]:
        for (place, column, message), rows in self._warnings.items():
            known = sorted(row for row in rows if row)
            yield Problem(
                file=place.file,
                sheet=place.sheet,
                row=known[0] if known else 0,
                column=column,
                message=message,
                severity="warning",
                count=len(rows),
                rows=tuple(known[:SHOWN]),
            )
