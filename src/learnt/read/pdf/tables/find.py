"""Finds the tables on one page."""

from collections.abc import Callable, Collection, Sequence

from learnt.read.pdf.ink import Page
from learnt.read.pdf.tables.shape import FoundTable

Unhyphen = Callable[[str, str], str]
"""Takes the last word of a line, which ends in a hyphen, and the first of the next; gives both joined."""


def find_tables(
    page: Page,
    *,
    before: Sequence[FoundTable] = (),
    ignore: Collection[int] = (),
    unhyphen: Unhyphen | None = None,
) -> list[FoundTable]:
    """Give the tables on `page` from top to bottom; a box with one cell or column is none.

    `before` are the tables found on earlier pages; `ignore` are indexes of words known to be no
    content, such as running headers; `unhyphen` undoes a hyphen at a line's end (default: by the
    page's own vocabulary).
    """
    return []
