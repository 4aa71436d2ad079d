"""The filters as a page shows them: the values with the most rows first, the chosen ones always."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from learnt.web.catalogue.search.asked import Asked
from learnt.web.catalogue.search.facets import FACETS, YEARS, Facet
from learnt.web.catalogue.search.models import FacetValue
from learnt.web.catalogue.search.rows import Rows, passing

SHOWN, SHOWN_ALL = 10, 400
"""Values of a filter that are shown at first, and when a reader asks for all."""


@dataclass(frozen=True)
class Choice:
    """A value of a filter: how many rows it would give under the other filters; whether it is chosen."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Filter:
    """A filter with its values; `hidden` counts values that are not shown."""

    facet: Facet
    choices: tuple[Choice, ...]
    hidden: int = 0

    @property
    def chosen(self) -> tuple[Choice, ...]:
        """The values that are chosen."""
        return tuple(choice for choice in self.choices if choice.chosen)


Counts = NDArray[np.intp]
Value = tuple[str, str, str, int]
"""Facet, value, label, code."""


def apply(asked: Asked, rows: Rows) -> tuple["NDArray[np.bool_]", tuple[Filter, ...]]:
    """Tell which rows pass the chosen filters, and give all filters with counts.

    A filter's counts are of the rows that pass the others: they say what choosing the value gives.
    """
    values = list(FacetValue.objects.values_list("facet", "value", "label", "pk"))
    codes = {
        facet: [v[3] for v in values if v[0] == facet and v[1] in chosen]
        for facet, chosen in asked.chosen.items()
    }
    which, others = passing(rows, codes)
    here = rows.count(which)
    by_facet: dict[str, list[Value]] = {}
    for value in values:
        by_facet.setdefault(value[0], []).append(value)
    known = rows.count(np.ones(len(rows), np.bool_)) if asked.chosen else here
    filters = tuple(
        _make(
            facet,
            by_facet.get(facet.name, []),
            rows.count(others[facet.name]) if facet.name in others else here,
            known,
            asked,
        )
        for facet in FACETS
    )
    return which, filters


def _make(facet: Facet, values: list[Value], counts: Counts, known: Counts, asked: Asked) -> Filter:
    chosen = asked.chosen.get(facet.name, ())
    choices = [
        Choice(value, label, count, value in chosen)
        for _, value, label, code in values
        if (count := _at(counts, code)) or (value in chosen and _at(known, code))
    ]
    told = {choice.value for choice in choices}
    # What no public row has is shown as it was asked for: its name is not for strangers.
    choices += [Choice(value, value, 0, True) for value in chosen if value not in told]
    choices.sort(key=lambda one: _rank(facet, one))
    most = (
        SHOWN_ALL if asked.more == facet.name else max(SHOWN, len(choices) if _short(facet) else 0)
    )
    shown = [choice for at, choice in enumerate(choices) if at < most or choice.chosen]
    return Filter(facet, tuple(shown), len(choices) - len(shown))


def _rank(facet: Facet, choice: Choice) -> tuple[int, str]:
    if facet.name in YEARS and choice.value.isdigit():
        return (-int(choice.value), "")
    return (-choice.count, choice.label.casefold())


def _short(facet: Facet) -> bool:
    """Whether a filter has so few values that all are shown."""
    return facet.name not in ("agency", "partnership")


def _at(counts: Counts, code: int) -> int:
    return int(counts[code]) if code < len(counts) else 0
