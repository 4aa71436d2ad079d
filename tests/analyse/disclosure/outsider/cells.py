"""What is printed of each row of each table, in whichever file, put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import floor, sqrt
from typing import Any

from tests.analyse.disclosure.outsider.files import Files, Table, sentences

PERCENT = re.compile(r"^(\d+)%$")
RANGE = re.compile(r"^(\d+)% to (\d+)%$")
COUNTS = ("People", "Deaths", "Reviews", "Mentions", "Pairs", "Counted")
FEW, NOT_SHOWN = "fewer than 5", "not shown"
OR_MORE = re.compile(r"^(\d[\d,]*) or more$")
MISSING, TOTAL = "Not recorded", "Total"
Z = 1.959964


class Inconsistent(AssertionError):
    """Two files tell different numbers of the same thing."""


@dataclass
class Row:
    """What is told of a row: its numbers, None where not told."""

    count: int | None = None
    of: int | None = None
    missing: int | None = None
    percent: int | None = None
    interval: tuple[int, int] | None = None
    value: float | None = None
    ends: tuple[float, float] | None = None
    mark: str = ""
    least: int | None = None

    def learn(self, where: str, **told: Any) -> None:
        """Add what another place tells; raises `Inconsistent` where it tells another number."""
        for name, value in told.items():
            before = getattr(self, name)
            if value is None or value == "":
                continue
            if before not in (None, "") and not _alike(before, value):
                raise Inconsistent(f"{where}: {name} {before} and {value}")
            setattr(self, name, value)


def _alike(one: Any, other: Any) -> bool:
    """Whether two numbers are one; ends of intervals may be rounded from six places or from all."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return all(abs(first - second) <= 1 for first, second in zip(one, other, strict=True))
    return bool(one == other)


@dataclass
class Told:
    """What is told of a table."""

    of: str = ""
    unit: str = ""
    whole: bool = False
    rows: dict[str, Row] = field(default_factory=dict)
    total: int | None = None
    missing: int | None = None

    def row(self, name: str) -> Row:
        """Give a row, adding it if need be."""
        return self.rows.setdefault(name, Row())


def put_together(files: Files) -> dict[str, Told]:
    """Give what all files tell of each table."""
    told: dict[str, Told] = {}
    for one in files.findings:
        _from_json(told.setdefault(one["table"], Told(of=one["of"], unit=one["unit"])), one)
    for name, tables in files.tables.items():
        for table in tables:
            if name not in told:
                raise Inconsistent(f"{name} is in the tables and not in the findings")
            _from_table(f"{name}: {table.caption}", told[name], table)
    captions = {tables[0].caption.partition(":")[0]: name for name, tables in files.tables.items()}
    for sentence in sentences(files.text):
        _from_sentence(sentence, captions, told)
    for table in files.others:
        if table.headers == ["Measure", "Of whom", "Not recorded", "Of"]:
            _from_quality(table, files, told)
    return told


def _from_json(table: Told, one: dict[str, Any]) -> None:
    if not one["group"]:
        table.whole = True
        return
    row, share = table.row(one["group"]), one["share"]
    where = f"{one['table']}, {one['group']}"
    row.learn(
        where,
        count=one["numerator"],
        of=one["denominator"],
        missing=one["not_recorded"],
        value=one["value"],
        mark=one["withheld"],
        least=one["least"],
        ends=(one["low"], one["high"]) if one["low"] is not None else None,
    )
    if share is not None:
        row.learn(
            where,
            percent=_rounded(share["value"]),
            interval=(_rounded(share["low"]), _rounded(share["high"])),
        )


def _rounded(share: float) -> int:
    """Give a share as a whole percentage, halves up (as the appendix on methods says)."""
    return floor(share * 100 + 0.5 + 1e-9)


def _from_table(where: str, table: Told, printed: Table) -> None:
    if printed.headers[1:2] == ["Years"] or printed.headers[1:2] == ["Months"]:
        return  # averages: all that is printed is in the findings too
    for cells in printed.rows:
        named = dict(zip(printed.headers[1:], cells[1:], strict=False))
        number = next((_whole(named[head]) for head in COUNTS if head in named), None)
        if cells[0] == TOTAL:
            table.total = _same(where, table.total, number)
        elif cells[0] == MISSING:
            table.missing = _same(where, table.missing, number)
        elif cells[0] in table.rows:
            _from_cells(where, table.rows[cells[0]], named, number)


def _from_cells(where: str, row: Row, named: dict[str, str], number: int | None) -> None:
    marked = [text for text in named.values() if text in (FEW, NOT_SHOWN)]
    row.learn(where, mark={FEW: "small", NOT_SHOWN: "linked"}.get(marked[0], "") if marked else "")
    row.learn(where, count=number, of=_whole(named.get("Of", "")))
    row.learn(where, missing=_whole(named.get(MISSING, "")))
    for text in named.values():
        if found := OR_MORE.match(text):
            row.learn(where, mark="linked", least=_whole(found[1]))
        if found := PERCENT.match(text):
            row.learn(where, percent=int(found[1]))
        if found := RANGE.match(text):
            row.learn(where, interval=(int(found[1]), int(found[2])))


def _from_sentence(sentence: str, captions: dict[str, str], told: dict[str, Told]) -> None:
    """Read "Heard at MARAC: fewer than 5 of the deaths; not recorded for 4." """
    title, colon, _ = sentence.partition(": ")
    name = captions.get(title, "")
    if not colon or name not in told or len(told[name].rows) != 1:
        return
    (row,) = told[name].rows.values()
    for mark, word in ((FEW, "small"), (NOT_SHOWN, "linked")):
        if f": {mark}" in sentence:
            row.learn(sentence, mark=word)


def _from_quality(printed: Table, files: Files, told: dict[str, Told]) -> None:
    """Read the appendix on what is not recorded: of a table, or of its row with the fewest gaps."""
    for title, of, missing, total in printed.rows:
        for name, tables in files.tables.items():
            caption = tables[0].caption
            if name.startswith("joint.") and told[name].of == of and _is_called(caption, title):
                told[name].missing = _same(title, told[name].missing, int(missing))
                told[name].total = _same(title, told[name].total, int(total))


def _is_called(caption: str, title: str) -> bool:
    return caption == title or caption.startswith(f"{title}:")


def _same(where: str, before: int | None, now: int | None) -> int | None:
    if before is not None and now is not None and before != now:
        raise Inconsistent(f"{where}: {before} and {now}")
    return now if before is None else before


def _whole(text: str) -> int | None:
    text = text.replace(",", "")
    return int(text) if text.isdigit() else None


def fitting(row: Row, most: int) -> Iterator[tuple[int, int]]:
    """Give each count and base that a row may have by its percentage and its interval."""
    bases = [row.of] if row.of is not None else range(1, most + 1)
    for base in bases:
        for count in [row.count] if row.count is not None else range(base + 1):
            if row.percent is not None and _rounded(count / base) != row.percent:
                continue
            if row.interval is None or _alike(
                tuple(map(_rounded, wilson(count, base))), row.interval
            ):
                yield count, base


def wilson(count: int, base: int) -> Sequence[float]:
    """Give the 95% interval of a share by Wilson's method."""
    share, square = count / base, Z * Z
    middle = share + square / (2 * base)
    half = Z * sqrt(share * (1 - share) / base + square / (4 * base * base))
    ends = ((middle - half) / (1 + square / base), (middle + half) / (1 + square / base))
    return max(ends[0], 0.0), min(ends[1], 1.0)
