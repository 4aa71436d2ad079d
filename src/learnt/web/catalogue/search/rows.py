"""What matched, as arrays: filtered, counted by filter and put in order without further queries."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from learnt.web.catalogue.search.fts import Row

Bools = NDArray[np.bool_]
Numbers = NDArray[np.int64]
Codes = Iterable[int]
CODE = np.dtype("<u4")


class Rows:
    """Rows that match the words of a search, before the filters."""

    def __init__(self, rows: Sequence[Row]) -> None:
        size = len(rows)
        self.ids: Numbers = np.fromiter((row[0] for row in rows), np.int64, size)
        self.score = np.fromiter((row[1] for row in rows), np.float64, size)
        self.review: Numbers = np.fromiter((row[2] for row in rows), np.int64, size)
        self.place: Numbers = np.fromiter((row[3] for row in rows), np.int64, size)
        self.month: Numbers = np.fromiter((row[4] for row in rows), np.int64, size)
        packed = [row[5] for row in rows]
        self.codes = np.frombuffer(b"".join(packed), CODE)
        lengths = np.fromiter((len(one) // CODE.itemsize for one in packed), np.int64, size)
        self.owner = np.repeat(np.arange(size), lengths)

    def __len__(self) -> int:
        return len(self.ids)

    def having(self, codes: Codes) -> Bools:
        """Tell which rows have one of the filter values."""
        found = np.zeros(len(self), np.bool_)
        found[self.owner[np.isin(self.codes, np.fromiter(codes, CODE))]] = True
        return found

    def count(self, which: Bools) -> "NDArray[np.intp]":
        """Give, by code, how many of the rows `which` have each filter value."""
        return np.bincount(self.codes[which[self.owner]])

    def ordered(self, which: Bools, by_date: bool) -> Numbers:
        """Give the ids of the rows `which`: the nearest first, or the newest; then as reviews have them.

        The order is the same at each call, so that pages of results neither repeat nor miss a row.
        """
        at = np.flatnonzero(which)
        last = (self.place[at], self.review[at])
        score, month = -np.round(self.score[at], 6), -self.month[at]
        keys = (*last, month) if by_date else (*last, month, score)
        found: Numbers = self.ids[at[np.lexsort(keys)]]
        return found


def passing(rows: Rows, chosen: Mapping[str, Codes]) -> tuple[Bools, dict[str, Bools]]:
    """Tell which rows pass all filters, and for each filter in use which pass the others.

    `chosen` gives the codes of the chosen values by filter; one of them is enough.
    """
    masks = {facet: rows.having(codes) for facet, codes in chosen.items()}
    everything = np.ones(len(rows), np.bool_)
    for mask in masks.values():
        everything &= mask
    others: dict[str, Bools] = {}
    for facet in masks:
        others[facet] = np.ones(len(rows), np.bool_)
        for other, mask in masks.items():
            if other != facet:
                others[facet] &= mask
    return everything, others
