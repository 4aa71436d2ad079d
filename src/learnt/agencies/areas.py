"""Which body of a kind lies in the area of a review."""

from learnt.agencies.context import Context
from learnt.agencies.kinds import Kind
from learnt.agencies.making import Reading
from learnt.agencies.names import place_key, slug, without_brackets
from learnt.agencies.partnerships import (
    WALES,
    Partnership,
    council_name,
    partnership_place,
    partnerships,
)
from learnt.agencies.register import built_in

FIRST_ICB = 2022
"""The year in which integrated care boards took the place of the commissioning groups."""


def body_of_area(kind: Kind, context: Context) -> str:
    """Give the id of the one body of `kind` in the review's area, or an empty string."""
    if kind.area == "partnership":
        return _own_partnership(context)
    area = context.area or context.district
    if area is None:
        return ""
    if kind.area in ("police", "ambulance", "health_board"):
        return str(getattr(area, kind.area))
    if kind.area == "icb":
        return area.icb if context.area and (context.year or FIRST_ICB) >= FIRST_ICB else ""
    if kind.area == "council":
        return f"{area.council}-{kind.slug}" if area.council else ""
    if kind.area in ("district", "unitary"):
        return _own_council(kind, area, context)
    place = _place_of(kind, area, context)
    return f"{place}-{kind.slug}" if place else ""


def _place_of(kind: Kind, area: Partnership, context: Context) -> str:
    """Give the place that a board, meeting or commissioner of the area is called after."""
    if kind.area == "force":
        return area.police.removesuffix("-police") if area.police not in kind.not_in else ""
    if kind.area == "board" and area.region != WALES:  # there they cover several councils
        return area.council.removesuffix("-council")
    return slug(area.area) if kind.area == "place" and context.area else ""


def _own_partnership(context: Context) -> str:
    """Give the partnership that commissioned the review, which need not be in the register."""
    if context.area:
        return context.area.id
    place = partnership_place(context.csp)
    return f"{slug(place)}-community-safety-partnership" if place else ""


def _own_council(kind: Kind, area: Partnership, context: Context) -> str:
    """Give the council (or its housing) where the area has one council, or is one district."""
    own = (
        f"{slug(place_key(area.area) if context.area else partnership_place(context.csp))}-council"
    )
    if kind.area == "district":
        whole = context.district or len(area.districts) == 1
        single = whole and (
            context.district or place_key(area.districts[0]) == place_key(area.area)
        )
        return f"{own}-{kind.slug}" if single else ""
    alone = context.area and area.council == own and len(area.districts) < 2
    return own if kind.area == "unitary" and alone else ""


def name_of(agency: str, kind: Kind, reading: Reading, context: Context) -> str:
    """Give a name for a body that the area tells: the register's, or one made of its parts."""
    if known := built_in().bodies.get(agency):
        return known.name
    if partnership := next((p for p in partnerships().all if p.id == agency), None):
        return partnership.name
    if kind.area == "partnership":
        return context.csp
    if kind.area in ("board", "place", "force"):
        place = agency.removesuffix(f"-{kind.slug}").replace("-", " ").title()
        return f"{place} {without_brackets(reading.printed)}"
    council = agency.split("-council")[0]
    named = council_name(f"{council}-council")
    return named if kind.slug == "council" else f"{named}, {without_brackets(reading.printed)}"
