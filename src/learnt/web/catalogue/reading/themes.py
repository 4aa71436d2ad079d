"""How often each theme was asked for: all themes by one pass over the catalogue."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, F

from learnt.web.catalogue.models import ThemeOf
from learnt.web.catalogue.reading.bars import Bar, by_known_year

MOST = 10
"""How many types of agency are told."""


@dataclass(slots=True)
class Told:
    """Counts of one theme: recommendations, those whose main theme it is, years, types of agency."""

    total: int = 0
    main: int = 0
    years: list[Bar] = field(default_factory=list)
    types: list[tuple[str, int]] = field(default_factory=list)


def count_themes() -> dict[str, Told]:
    """Give the counts of every theme that was asked for, by its id."""
    told: dict[str, Told] = defaultdict(Told)
    every = ThemeOf.objects.order_by()
    years: dict[str, dict[int | None, int]] = defaultdict(dict)
    of_year = F("recommendation__review__year_published")
    for theme, main, year, number in every.values_list("theme", "main", of_year).annotate(
        Count("id")
    ):
        told[theme].total += number
        told[theme].main += number if main else 0
        years[theme][year] = years[theme].get(year, 0) + number
    for theme, found in years.items():
        told[theme].years = by_known_year(found)
    kind = F("recommendation__addressees__type")
    asked = (
        every.exclude(recommendation__addressees__type=None)
        .values_list("theme", kind)
        .annotate(number=Count("recommendation", distinct=True))
        .order_by("theme", "-number")
    )
    for theme, name, number in asked:
        if len(told[theme].types) < MOST:
            told[theme].types.append((name, number))
    return dict(told)
