"""What stands in a cell of a sheet."""

import re

Value = str | int | float | None
SEPARATOR = " | "
"""Stands between several values in one cell, as the published library pages have it."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What neither a spreadsheet nor a terminal should be sent; tab and line feed stay."""


def plain(text: str) -> str:
    """Give `text` without control characters."""
    return CONTROL.sub("", text)
