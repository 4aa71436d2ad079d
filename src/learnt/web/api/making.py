"""Makes the answers from the catalogue's tables."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from learnt.web.api.shapes import Body, RecommendationOut, RepeatOut, ReviewShort, ReviewWhole
from learnt.web.catalogue.models import Recommendation, RepeatGroup, Review


def whole(path: str) -> str:
    """Give the full address of a path on this site."""
    return f"{settings.SITE_ADDRESS.rstrip('/')}{path}"


def page_address(name: str, *arguments: str) -> str:
    """Give the full address of a named page."""
    return whole(reverse(name, args=arguments))


def recommendation(item: Recommendation) -> RecommendationOut:
    """Give a recommendation; review, addressees and themes fetched already."""
    return RecommendationOut(
        id=item.key,
        review=item.review.slug,
        review_title=item.review.title,
        address=whole(item.get_absolute_url()),
        ref=item.ref,
        title=item.title,
        text=item.text,
        context=item.context,
        addressees=[
            Body(printed=one.printed, agency=one.agency, agency_now=one.agency_now, type=one.type)
            for one in item.addressees.all()
        ],
        themes=sorted(one.theme for one in item.themes.all()),
        main_theme=item.main_theme,
        level=item.level,
        scope=item.scope,
        page=item.page,
        checked=item.checked,
        checked_on=item.checked_on.isoformat() if item.checked_on else "",
        repeat_group=item.repeat_group,
        fictional=item.review.fictional,
    )


def recommendations(items: Iterable[Recommendation]) -> list[RecommendationOut]:
    """Give several."""
    return [recommendation(item) for item in items]


def _review(review: Review) -> dict[str, Any]:
    return {
        "slug": review.slug,
        "title": review.title,
        "address": whole(review.get_absolute_url()),
        "api": page_address("api:review", review.slug),
        "kind": review.kind,
        "csp": review.csp,
        "partnership": review.partnership,
        "region": review.region,
        "published": review.published,
        "year_of_death": review.year_of_death,
        "recommendations": review.recommendation_count,
        "checked": review.checked_count,
        "fictional": review.fictional,
        "added_at": review.added_at.isoformat(timespec="seconds"),
        "changed_at": review.changed_at.isoformat(timespec="seconds"),
    }


def review_short(review: Review) -> ReviewShort:
    """Give a review for a list."""
    return ReviewShort(**_review(review))


def review_whole(review: Review) -> ReviewWhole:
    """Give a review with its recommendations."""
    items = review.recommendations.select_related("review").defer("review__record")
    parts = items.order_by("order").prefetch_related("addressees", "themes")
    return ReviewWhole(
        **_review(review),
        summary=review.summary,
        source_url=review.source_url,
        items=recommendations(parts),
    )


def repeat(group: RepeatGroup) -> RepeatOut:
    """Give a group for a list."""
    return RepeatOut(
        key=group.key,
        address=page_address("catalogue:repeat", group.key),
        api=page_address("api:repeat", group.key),
        size=group.size,
        reviews=group.reviews,
        first_year=group.first_year,
        last_year=group.last_year,
        words=[str(word) for word in group.words],
    )
