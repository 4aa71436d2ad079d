"""Filters that the pages share."""

import calendar

from django import template

from learnt.theme.codebook import own_codebook
from learnt.web import naming
from learnt.web.catalogue.search.facets import LEVELS
from learnt.web.catalogue.search.labels import humane as as_words
from learnt.web.catalogue.search.labels import kind_name

register = template.Library()
SUMMARIES = {
    "printed": "taken from the report",
    "composed": "composed by the program from the record",
    "editor": "written by an editor",
}


@register.filter
def theme_name(theme_id: str) -> str:
    """Give a theme's name in the codebook."""
    names = {theme.id: theme.name for theme in own_codebook().theme}
    return names.get(theme_id, as_words(theme_id))


@register.filter
def partnership_name(partnership: str) -> str:
    """Give what a partnership is called, by its id."""
    return naming.partnership_name(partnership)


@register.filter
def level_name(level: str) -> str:
    """Give a level in words."""
    return LEVELS.get(level, level)


@register.filter
def review_kind(kind: str) -> str:
    """Give what a kind of review is called."""
    return kind_name(kind) if kind else ""


@register.filter
def humane(value: str) -> str:
    """Give an id as words."""
    return as_words(value)


@register.filter
def summary_by(who: str) -> str:
    """Give in words who wrote a summary."""
    return SUMMARIES[who]


@register.filter
def partial_date(value: str) -> str:
    """Give `2023-06` as "June 2023"; a year stays a year."""
    year, _, rest = value.partition("-")
    month = rest.partition("-")[0]
    if not month.isdecimal() or not 1 <= int(month) <= 12:
        return year
    return f"{calendar.month_name[int(month)]} {year}"
