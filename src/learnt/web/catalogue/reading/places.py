"""Partnerships and regions: their reviews and what these asked."""

from dataclasses import dataclass

from django.db.models import Count, Sum
from django.utils.text import slugify

from learnt.agencies.partnerships import partnerships
from learnt.web.catalogue.models import Review


@dataclass(frozen=True, slots=True)
class Place:
    """A partnership or region with how many reviews and recommendations it has."""

    id: str
    name: str
    reviews: int
    recommendations: int
    region: str = ""


def partnership_name(partnership_id: str) -> str:
    """Give a partnership's name: the register's, else as a review prints it."""
    for one in partnerships().all:
        if one.id == partnership_id:
            return one.name
    row = Review.objects.filter(partnership=partnership_id).first()
    return row.csp if row else partnership_id


def list_partnerships() -> list[Place]:
    """Give the partnerships that have published reviews, by name."""
    rows = (
        Review.objects.exclude(partnership="")
        .order_by()
        .values("partnership", "region")
        .annotate(number=Count("id"), asked=Sum("recommendation_count"))
    )
    names = {one.id: one.name for one in partnerships().all}
    places = [
        Place(
            row["partnership"],
            names.get(row["partnership"]) or partnership_name(row["partnership"]),
            row["number"],
            row["asked"],
            row["region"],
        )
        for row in rows
    ]
    return sorted(places, key=lambda place: place.name)


def list_regions() -> list[Place]:
    """Give the regions that have published reviews, by name."""
    rows = (
        Review.objects.exclude(region="")
        .order_by("region")
        .values("region")
        .annotate(number=Count("id"), asked=Sum("recommendation_count"))
    )
    return [
        Place(slugify(row["region"]), row["region"], row["number"], row["asked"]) for row in rows
    ]
