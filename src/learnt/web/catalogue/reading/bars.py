"""Counts as rows of a table with a bar beside each number."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.urls import reverse

from learnt.theme.codebook import Axis, own_codebook
from learnt.web.catalogue.models import Recommendation, ThemeOf

NOT_KNOWN = "Not known"


@dataclass(frozen=True, slots=True)
class Bar:
    """A row: what is counted, how often, where it leads, and the bar's width in per cent."""

    label: str
    count: int
    address: str = ""
    width: float = 0.0


def bars(counts: Iterable[tuple[str, int, str]]) -> list[Bar]:
    """Give (label, count, address) as bars; the longest is the whole width."""
    rows = list(counts)
    most = max((count for _, count, _ in rows), default=0)
    return [
        Bar(label, count, address, round(100 * count / most, 1) if most else 0.0)
        for label, count, address in rows
    ]


def by_year(items: QuerySet[Recommendation]) -> list[Bar]:
    """Count recommendations by the year in which their review was published; years without any too."""
    found: dict[int | None, int] = dict(
        items.order_by().values_list("review__year_published").annotate(Count("id", distinct=True))
    )
    return by_known_year(found)


def by_known_year(found: dict[int | None, int]) -> list[Bar]:
    """Give counts by year as bars, years without any between them too, and what is not known last."""
    known = [year for year in found if year is not None]
    years = range(min(known), max(known) + 1) if known else ()
    rows = [(str(year), found.get(year, 0), "") for year in years]
    if None in found:
        rows.append((NOT_KNOWN, found[None], ""))
    return bars(rows)


def by_theme(items: QuerySet[Recommendation], axis: Axis) -> list[Bar]:
    """Count recommendations by theme; one with several themes counts in each."""
    found: dict[str, int] = dict(
        ThemeOf.objects.filter(recommendation__in=items.order_by(), axis=axis)
        .values_list("theme")
        .annotate(Count("id"))
    )
    told = [theme for theme in own_codebook().theme if found.get(theme.id)]
    told.sort(key=lambda theme: -found[theme.id])
    return bars(
        (theme.name, found[theme.id], reverse("catalogue:theme", args=[theme.id])) for theme in told
    )
