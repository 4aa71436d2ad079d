"""Tells files of data (JSON, tables with separators) from texts: both are plain text, only one is a report."""

import csv
import json
from collections import Counter

LINES = 40
"""Lines of a file that are looked at."""
FEWEST_COLUMNS = 4
"""Columns from which on lines of equal length count as a table of data; prose has few commas a line, and unevenly."""
EVEN = 0.9
"""Share of lines that must have the same number of columns."""


def data_kind(text: str, whole: bool) -> str:
    """Name the kind of data (`JSON`, `CSV`) that a text is, else empty.

    `whole` tells that the text is all of the file, so that JSON can be parsed.
    """
    start = text.lstrip()[:1]
    if start in ("{", "[") and (_is_json(text) if whole else _looks_like_json(text)):
        return "JSON"
    return "CSV" if any(_is_even(text, mark) for mark in (",", ";", "\t")) else ""


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return all(_parses(line) for line in text.splitlines()[:3] if line.strip())
    return True


def _parses(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict | list)
    except (ValueError, RecursionError):
        return False


def _looks_like_json(text: str) -> bool:
    return text.count('":') > 20


def _is_even(text: str, mark: str) -> bool:
    """Whether nearly all lines have as many columns, cut at `mark`, as the first has."""
    lines = [line for line in text.splitlines()[: LINES + 1] if line.strip()][:LINES]
    if len(lines) < 3 or lines[0].count(mark) < FEWEST_COLUMNS - 1:
        return False
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=mark))
    except csv.Error:
        return False
    width, times = widths.most_common(1)[0]
    return width >= FEWEST_COLUMNS and times >= EVEN * sum(widths.values())
