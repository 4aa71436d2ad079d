"""What was found as a page shows it: each recommendation or review with its words marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from learnt.link.lexicon import lexicon
from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.models import Addressee, Recommendation, Review
from learnt.web.catalogue.search.facets import LEVELS
from learnt.web.catalogue.search.find import Found, recommendations, reviews
from learnt.web.catalogue.search.labels import kind_name
from learnt.web.catalogue.search.marks import Wanted, holds, mark, snippet, wanted
from learnt.web.catalogue.search.meaning import Meaning, groups_of
from learnt.web.catalogue.search.query import Query


@dataclass(frozen=True)
class Result:
    """A recommendation that was found. `before` is what the report says before it, if that answers."""

    item: Recommendation
    title: SafeString
    text: SafeString
    before: SafeString | None
    bodies: Sequence[tuple[Addressee, SafeString]]
    themes: Sequence[tuple[str, str]]
    level: str


@dataclass(frozen=True)
class ReviewResult:
    """A review that was found."""

    review: Review
    title: SafeString
    summary: SafeString
    kind: str


def make_results(found: Found) -> list[Result]:
    """Give the recommendations of the page."""
    what = wanted(found.query, found.meaning, near=found.loose)
    return [result_of(item, what) for item in recommendations(found.on_page()).values()]


def make_reviews(found: Found) -> list[ReviewResult]:
    """Give the reviews of the page."""
    what = wanted(found.query, found.meaning)
    return [
        ReviewResult(
            review, mark(review.title, what), snippet(review.summary, what), kind_name(review.kind)
        )
        for review in reviews(found.on_page()).values()
    ]


def result_of(item: Recommendation, what: Wanted) -> Result:
    """Give a recommendation with its words marked; review, addressees and themes fetched already."""
    names = {theme.id: theme.name for theme in own_codebook().theme}
    coded = sorted(item.themes.all(), key=lambda one: not one.main)
    return Result(
        item=item,
        title=mark(item.title, what),
        text=snippet(item.text, what),
        before=snippet(item.context, what) if holds(item.context, what) else None,
        bodies=[(body, mark(body.printed, what)) for body in item.addressees.all()],
        themes=[(one.theme, names.get(one.theme, one.theme)) for one in coded],
        level=LEVELS.get(item.level, ""),
    )


def wanted_of(text: str) -> Wanted:
    """Give what is to be marked in recommendations like `text`: its telling words, and their meaning."""
    light = lexicon().phrasing
    groups = tuple(group for group in groups_of(text) if not light.issuperset(group.stems))
    return wanted(Query(text), Meaning(groups, text, {}))
