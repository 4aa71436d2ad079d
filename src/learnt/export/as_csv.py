"""One row a recommendation, as a spreadsheet opens it."""

import csv
import io
from collections.abc import Sequence

from learnt.export.cells import Value, plain
from learnt.export.flat import recommendation_sheet
from learnt.records import Review
from learnt.words import guard


def encode(reviews: Sequence[Review]) -> bytes:
    """Give the recommendations as CSV: UTF-8 with a byte order mark, lines ended by CR LF.

    A text that a spreadsheet would take for a formula is given an apostrophe in front.
    """
    sheet = recommendation_sheet(reviews)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(sheet.header)
    writer.writerows([harmless(value) for value in row] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig")


def harmless(value: Value) -> Value:
    """Give a value that no spreadsheet runs, as `words.unguard` reads it; numbers stay as they are."""
    return guard(plain(value)) if isinstance(value, str) else value
