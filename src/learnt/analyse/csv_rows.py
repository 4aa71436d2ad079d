"""Reading a user's CSV of populations or comparators: rows by column name, errors by file and row."""

import csv
from collections.abc import Iterator, Sequence
from math import isfinite

from learnt.analyse.problems import BadTable


def rows_of_csv(
    text: str, name: str, needed: Sequence[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Give each row with where it stands ("populations.csv, row 3"); a line that begins with # is none.

    Raises `BadTable` where a needed column is missing or a row has more cells than columns.
    """
    numbered = [
        (number, line)
        for number, line in enumerate(text.lstrip("\ufeff").splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    reader = csv.DictReader(line for _, line in numbered)
    reader.fieldnames = [one.strip().casefold() for one in reader.fieldnames or ()]
    missing = [one for one in needed if one not in reader.fieldnames]
    if missing:
        raise BadTable(f"{name}: the column {missing[0]} is missing; it needs {', '.join(needed)}")
    for row in reader:
        where = f"{name}, row {numbered[reader.line_num - 1][0]}"
        if None in row:
            raise BadTable(f"{where}: there are more cells than columns")
        yield where, {key: (value or "").strip() for key, value in row.items()}


def whole_number(text: str, where: str, column: str, least: int = 0) -> int:
    """Give a whole number; a comma or blank between thousands is allowed. Raises `BadTable`."""
    plain = text.replace(",", "").replace(" ", "").replace("\u00a0", "")
    if not plain.isascii() or not plain.isdigit() or int(plain) < least:
        raise BadTable(f"{where}, column {column}: {text!r} is no whole number from {least}")
    return int(plain)


def decimal(text: str, where: str, column: str) -> float:
    """Give a number. Raises `BadTable`."""
    try:
        number = float(text.replace(",", ""))
    except ValueError as error:
        raise BadTable(f"{where}, column {column}: {text!r} is no number") from error
    if not isfinite(number):
        raise BadTable(f"{where}, column {column}: {text!r} is no number")
    return number
