"""The filters: which values a recommendation or a review has for each."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.utils.text import slugify

from learnt.agencies.own import load_register
from learnt.agencies.partnerships import partnerships
from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.catalogue.search.labels import humane, kind_name


class Facet(NamedTuple):
    """A filter: its name in addresses, and what a reader sees above its values."""

    name: str
    title: str


FACETS = (
    Facet("theme", "What is to change"),
    Facet("subject", "What it is about"),
    Facet("agency", "Agency"),
    Facet("type", "Type of agency"),
    Facet("partnership", "Partnership"),
    Facet("region", "Region"),
    Facet("level", "Level"),
    Facet("kind", "Kind of review"),
    Facet("died", "Year of death"),
    Facet("published", "Year of publication"),
    Facet("checked", "Checked by a person"),
    Facet("repeats", "Said again"),
)
NAMES = frozenset(facet.name for facet in FACETS)
YEARS = frozenset({"died", "published"})
REPEATED = ("repeats", "yes", "Asked in more than one review")
LEVELS = {"single-agency": "One agency", "multi-agency": "Several agencies", "national": "National"}
CHECKED = {"machine": "Read by a program", "person": "Checked by a person"}

Value = tuple[str, str, str]
"""Facet, value, label."""


def values_of_review(review: Review) -> Iterator[Value]:
    """Give the values that a review lends to all its recommendations."""
    if review.partnership:
        yield "partnership", review.partnership, _partnership_name(review)
    if review.region:
        yield "region", slugify(review.region), review.region
    if review.kind:
        yield "kind", review.kind, kind_name(review.kind)
    if review.year_of_death:
        yield "died", str(review.year_of_death), str(review.year_of_death)
    if review.year_published:
        yield "published", str(review.year_published), str(review.year_published)


def values_of(item: Recommendation) -> Iterator[Value]:
    """Give a recommendation's own values; addressees and themes should be fetched already."""
    themes = {theme.id: theme for theme in own_codebook().theme}
    for coded in item.themes.all():
        theme = themes.get(coded.theme)
        axis = "subject" if coded.axis == "subject" else "theme"
        yield axis, coded.theme, theme.name if theme else coded.theme
    for body in item.addressees.all():
        if body.agency:
            yield "agency", body.agency, _agency_name(body.agency) or body.agency_name
        if body.agency_now:
            yield "agency", body.agency_now, _agency_name(body.agency_now) or body.agency_name
        if body.type:
            yield "type", body.type, humane(body.type)
    if item.level:
        yield "level", item.level, LEVELS.get(item.level, humane(item.level))
    yield "checked", item.checked, CHECKED.get(item.checked, item.checked)
    if item.repeat_group:
        yield REPEATED


def distinct(values: Iterable[Value]) -> list[Value]:
    """Give the values once each, the first label of each, labels cut to what is stored."""
    found: dict[tuple[str, str], str] = {}
    for facet, value, label in values:
        found.setdefault((facet, value[:160]), (label or value)[:300])
    return [(facet, value, label) for (facet, value), label in found.items()]


def _partnership_name(review: Review) -> str:
    known = {one.id: one.name for one in partnerships().all}
    return known.get(review.partnership, review.csp)


def _agency_name(agency: str) -> str:
    body = load_register().bodies.get(agency)
    return body.name if body else ""
