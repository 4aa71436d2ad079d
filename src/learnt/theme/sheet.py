"""Codings as a table that people can fill in: recommendation_id, coder, theme, main.

One row for each theme that a coder gave a recommendation; a row with no theme says that the coder
looked and gave none, which is not the same as not having looked.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from learnt.errors import LearntError
from learnt.theme.codebook import Codebook
from learnt.theme.coder import Codings
from learnt.words import guard, unguard

COLUMNS = ("recommendation_id", "coder", "theme", "main")
YES = frozenset({"yes", "y", "true", "1", "x", "main"})
NO = frozenset({"", "no", "n", "false", "0"})


class CodedRow(msgspec.Struct, frozen=True, order=True):
    """A theme that a coder gave a recommendation; `theme` is "" where the coder gave none."""

    recommendation_id: str
    coder: str
    theme: str
    main: bool = False


class BadSheet(LearntError):
    """A table of codings does not hold together; `problems` has one line for each fault."""

    def __init__(self, name: str, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(f"{name}, {problems[0]}{more}")


def rows_of(recommendation_id: str, coder: str, codings: Codings) -> list[CodedRow]:
    """Give the rows of one recommendation's codings."""
    return [
        CodedRow(recommendation_id, coder, one.id, one.id == codings.main)
        for one in codings.codings
    ] or [CodedRow(recommendation_id, coder, "")]


def write_rows(rows: Iterable[CodedRow], texts: Mapping[str, str] | None = None) -> str:
    """Give the rows as CSV with a header; what would run in a spreadsheet gets an apostrophe.

    `texts` gives the words of each recommendation, for a fifth column.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*COLUMNS, *(["text"] if texts else [])])
    for row in rows:
        cells = [row.recommendation_id, row.coder, row.theme, "yes" if row.main else ""]
        cells += [texts.get(row.recommendation_id, "")] if texts else []
        writer.writerow([guard(cell) for cell in cells])
    return stream.getvalue()


def read_rows(
    data: bytes, name: str, book: Codebook, ids: Iterable[str] | None = None
) -> list[CodedRow]:
    """Read a table of codings and check it; `ids` are the recommendations that there are.

    Columns may stand in any order, and others beside them. Raises `BadSheet`, with line and column
    of each fault: an unknown theme or recommendation, a theme twice, two main themes, no coder.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSheet(name, [f"byte {error.start}: not UTF-8; save it as CSV UTF-8"]) from error
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        return _Checked(name, reader, book, None if ids is None else set(ids)).rows
    except csv.Error as error:
        raise BadSheet(name, [f"line {reader.line_num}: not CSV: {error}"]) from error


def _delimiter(text: str) -> str:
    """Give the separator of the header; spreadsheets of many countries write semicolons."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


class _Checked:
    """Reads the rows one by one and notes what is wrong with them."""

    def __init__(
        self, name: str, reader: Iterable[list[str]], book: Codebook, ids: set[str] | None
    ) -> None:
        self.rows: list[CodedRow] = []
        self.problems: list[str] = []
        self._themes, self._ids = set(book.ids), ids
        self._seen: dict[tuple[str, str], list[CodedRow]] = {}
        lines = enumerate(reader, 1)
        _, header = next(lines, (1, []))
        named = [cell.strip().casefold() for cell in header]
        missing = [column for column in COLUMNS[:3] if column not in named]
        if missing:
            raise BadSheet(name, [f"line 1: there is no column {', '.join(missing)}"])
        self._places = {column: named.index(column) for column in COLUMNS if column in named}
        for line, cells in lines:
            if any(cell.strip() for cell in cells):
                self._take(line, cells)
        if self.problems:
            raise BadSheet(name, self.problems)

    def _take(self, line: int, cells: list[str]) -> None:
        values = {column: _cell(cells, place) for column, place in self._places.items()}
        main = values.get("main", "").casefold()
        row = CodedRow(values["recommendation_id"], values["coder"], values["theme"], main in YES)
        before = self._seen.setdefault((row.recommendation_id, row.coder), [])
        found = [
            *self._wrong_cells(row),
            *([] if main in YES | NO else [("main", f"{main!r} is neither yes nor no")]),
            *_wrong_beside(row, before),
        ]
        self.problems += [
            f"line {line}, column {self._places[column] + 1} ({column}): {told}"
            for column, told in found
            if column in self._places
        ]
        before.append(row)
        self.rows.append(row)

    def _wrong_cells(self, row: CodedRow) -> Iterable[tuple[str, str]]:
        if not row.recommendation_id:
            yield "recommendation_id", "is empty"
        elif self._ids is not None and row.recommendation_id not in self._ids:
            yield "recommendation_id", f"there is no recommendation {row.recommendation_id!r}"
        if not row.coder:
            yield "coder", "is empty"
        if row.theme and row.theme not in self._themes:
            yield "theme", f"the codebook has no theme {row.theme!r}"


def _cell(cells: list[str], place: int) -> str:
    """Give a cell without the apostrophe that kept it from running."""
    return unguard(cells[place].strip() if place < len(cells) else "")


def _wrong_beside(row: CodedRow, before: Sequence[CodedRow]) -> Iterable[tuple[str, str]]:
    """Give what is wrong with a row beside the earlier ones of the same recommendation and coder."""
    if any(row.theme == other.theme for other in before):
        yield "theme", f"{row.theme or 'no theme'} stands there twice"
    elif before and not (row.theme and all(other.theme for other in before)):
        yield "theme", "a coder who gave a theme cannot also have given none"
    if row.main and any(other.main for other in before):
        yield "main", "there is a main theme already"
    if row.main and not row.theme:
        yield "main", "no theme cannot be the main theme"


def merge_rows(old: Iterable[CodedRow], new: Iterable[CodedRow]) -> list[CodedRow]:
    """Give both, sorted; what a coder says anew of a recommendation takes the place of the old."""
    new = list(new)
    renewed = {(row.recommendation_id, row.coder) for row in new}
    kept = [row for row in old if (row.recommendation_id, row.coder) not in renewed]
    return sorted([*kept, *new])
