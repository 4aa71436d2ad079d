"""Lays a sealed public review out in the catalogue's tables, whole, and takes one off."""

from collections.abc import Mapping
from typing import Any

import msgspec
from django.utils import timezone
from django.utils.text import slugify

from learnt.agencies.matching import match_agency
from learnt.agencies.partnerships import find_partnership
from learnt.deidentify import verify
from learnt.records import Addressee as Body
from learnt.records import PublicRecommendation, PublicReview, Smart, ThemeCoding
from learnt.theme.codebook import own_codebook
from learnt.web.catalogue import repeats
from learnt.web.catalogue.models import Addressee, Recommendation, Review, ThemeOf, Tombstone
from learnt.web.catalogue.search import index

FICTIONAL = "fictional"


def shelve(
    public: PublicReview, slug: str, checked: Mapping[str, str], versions: dict[str, Any]
) -> Review:
    """Put a public review into the catalogue, in place of an earlier one at `slug`.

    `checked` gives the ISO date on which a person checked a recommendation, by its id. To be called
    within a transaction. Raises `BrokenSeal`.
    """
    verify(public)
    told = public.review
    found = find_partnership(told.csp) if told.csp else None
    now = timezone.now()
    review, _ = Review.objects.update_or_create(
        slug=slug,
        defaults={
            "record": msgspec.json.encode(public).decode(),
            "title": told.title,
            "kind": told.kind or "",
            "csp": told.csp or "",
            "partnership": partnership_of(told.csp),
            "region": found.region if found else "",
            "published": told.published or "",
            "year_published": int(told.published[:4]) if told.published else None,
            "year_of_death": told.year_of_death,
            "summary": told.summary,
            "source_url": told.source_url or "",
            "recommendation_count": len(public.recommendations),
            "checked_count": len(set(checked) & {item.id for item in public.recommendations}),
            "versions": versions,
            "fictional": bool(versions.get(FICTIONAL)),
            "changed_at": now,
        },
    )
    Tombstone.objects.filter(slug=slug).delete()
    said = repeats.groups_of(review)
    index.drop(review)
    review.recommendations.all().delete()
    for order, item in enumerate(public.recommendations, start=1):
        _shelve_one(review, order, item, checked.get(item.id))
    repeats.settle(said)
    index.put(review)
    return review


def partnership_of(csp: str | None) -> str:
    """Give the id of a partnership: the register's, else one made of the printed name; "" of none."""
    found = find_partnership(csp) if csp else None
    return found.id if found else slugify(csp or "")[:120]


def _shelve_one(review: Review, order: int, item: PublicRecommendation, on: str | None) -> None:
    smart = msgspec.to_builtins(item.smart) if isinstance(item.smart, Smart) else {}
    place = item.evidence[0] if item.evidence else None
    row = Recommendation.objects.create(
        review=review,
        key=item.id,
        order=order,
        ref=item.ref,
        title=item.title or "",
        text=item.text,
        context=item.context or "",
        level=item.level or "",
        scope=item.scope or "",
        page=place.page if place else None,
        document=place.document if place else "",
        confidence=item.confidence,
        main_theme=item.main_theme if isinstance(item.main_theme, str) else "",
        smart=smart,
        checked="person" if on else "machine",
        checked_on=on,
        words=words_of(item),
    )
    Addressee.objects.bulk_create(_addressees(row, item))
    ThemeOf.objects.bulk_create(_themes(row, item))


def words_of(item: PublicRecommendation) -> str:
    """Give what search looks through, beside the text."""
    bodies = " ".join(body.printed for body in item.addressees)
    return " ".join([item.ref, item.title or "", bodies, *_theme_names(item)])


def _codings(item: PublicRecommendation) -> tuple[ThemeCoding, ...]:
    return item.themes if isinstance(item.themes, tuple) else ()


def _theme_names(item: PublicRecommendation) -> list[str]:
    names = {theme.id: theme.name for theme in own_codebook().theme}
    return [names[coding.id] for coding in _codings(item) if coding.id in names]


def _addressees(row: Recommendation, item: PublicRecommendation) -> list[Addressee]:
    return [
        Addressee(
            recommendation=row,
            order=order,
            printed=body.printed,
            agency=body.agency if isinstance(body.agency, str) else "",
            agency_name=_name_of(body),
            agency_now=body.agency_now if isinstance(body.agency_now, str) else "",
            type=body.type if isinstance(body.type, str) else "",
        )
        for order, body in enumerate(item.addressees)
    ]


def _name_of(body: Body) -> str:
    """Give the name of a body as the register has it; as printed where only the review's area told."""
    if not isinstance(body.agency, str):
        return ""
    match = match_agency(body.printed)
    return match.name if match.agency == body.agency and match.name else body.printed


def _themes(row: Recommendation, item: PublicRecommendation) -> list[ThemeOf]:
    axes = {theme.id: theme.axis for theme in own_codebook().theme}
    return [
        ThemeOf(
            recommendation=row,
            theme=coding.id,
            axis=axes.get(coding.id, ""),
            main=coding.id == item.main_theme,
            words=list(coding.words),
        )
        for coding in _codings(item)
    ]


def take_off(slug: str, *, gone: bool) -> None:
    """Take a review off; with `gone`, its address and the feeds say so from now on."""
    review = Review.objects.filter(slug=slug).first()
    if review is None:
        return
    said = repeats.groups_of(review)
    index.drop(review)
    review.delete()
    repeats.settle(said)
    if gone:
        Tombstone.objects.get_or_create(slug=slug)
