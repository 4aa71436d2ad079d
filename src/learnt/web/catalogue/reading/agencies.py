"""What was asked of an agency: of itself, of the bodies before it, of all agencies in its area."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Max, Min, QuerySet

from learnt.agencies import load_register
from learnt.agencies.partnerships import partnerships
from learnt.web.catalogue.models import Addressee, Recommendation
from learnt.web.catalogue.reading.remembered import remembered


@dataclass(frozen=True, slots=True)
class Agency:
    """A body of the register, or one that is only named in reviews."""

    id: str
    name: str
    type: str
    now: str = ""
    now_name: str = ""
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Recommendations with the reason why they stand on an agency's page."""

    reason: str
    title: str
    says: str
    items: QuerySet[Recommendation]


def find_agency(agency_id: str) -> Agency | None:
    """Give the agency that `agency_id` means, if the register or a published review knows it."""
    row = Addressee.objects.filter(agency=agency_id).order_by("id").first()
    later = Addressee.objects.filter(agency_now=agency_id).exists()
    body = load_register().bodies.get(agency_id)
    if row is None and not later:
        return None
    name = body.name if body else row.agency_name if row else agency_id
    kind = body.type if body else row.type if row else ""
    now = row.agency_now if row and row.agency_now != agency_id else ""
    return Agency(
        agency_id,
        name,
        kind,
        now,
        name_of(now) if now else "",
        body.since if body else None,
        body.until if body else None,
    )


def name_of(agency_id: str) -> str:
    """Give an agency's name: the register's, else as reviews print it, else its id."""
    return names_of([agency_id])[agency_id]


def names_of(agency_ids: Iterable[str]) -> dict[str, str]:
    """Give the names of agencies by their ids, with one question to the store at most."""
    known = load_register().bodies
    names = {one: known[one].name if one in known else one for one in agency_ids}
    left = [one for one in names if one not in known]
    if left:
        rows = Addressee.objects.filter(agency__in=left).order_by().values("agency")
        names |= dict(rows.annotate(name=Min("agency_name")).values_list("agency", "name"))
    return names


def told(agency: Agency) -> list[Group]:
    """Give the recommendations that concern an agency, each in the group of its strongest reason."""
    items = Recommendation.objects.select_related("review")
    own = items.filter(addressees__agency=agency.id).distinct()
    before = items.filter(addressees__agency_now=agency.id).exclude(pk__in=own).distinct()
    everyone = (
        items.filter(review__partnership__in=areas(agency), addressees__type="collective")
        .exclude(addressees__agency=agency.id)
        .exclude(addressees__agency_now=agency.id)
        .distinct()
    )
    groups = [
        Group("own", "Addressed to it", "", own),
        Group(
            "predecessor",
            "Addressed to bodies before it",
            "These name a body whose duties it has today. The names stay as the reviews print them.",
            before,
        ),
        Group(
            "collective",
            "Addressed to all agencies in its area",
            "These name no agency. They come from partnerships in whose area it works, "
            "and it may or may not be meant.",
            everyone,
        ),
    ]
    return [group for group in groups if group.items.exists()]


def areas(agency: Agency) -> list[str]:
    """Give the partnerships in whose area an agency works, by the register or by being named there."""
    lies = {
        one.id
        for one in partnerships().all
        if agency.id in (one.id, one.police, one.council, one.icb)
        or (one.council and agency.id.startswith(f"{one.council}-"))
    }
    named = Addressee.objects.filter(agency=agency.id).exclude(
        recommendation__review__partnership=""
    )
    return sorted({*lies, *named.values_list("recommendation__review__partnership", flat=True)})


def listed(kind: str = "", words: str = "") -> list[dict[str, Any]]:
    """Give each agency that was told something, with how often and from when to when."""
    rows = remembered("agencies", lambda: list(_all_listed()))
    folded = words.casefold()
    return [
        row
        for row in rows
        if (not kind or row["type"] == kind) and folded in (row["name"] or "").casefold()
    ]


def _all_listed() -> QuerySet[Any, Any]:
    rows = Addressee.objects.exclude(agency="").order_by()
    return (
        rows.values("agency", "type")
        .annotate(
            name=Min("agency_name"),
            count=Count("recommendation", distinct=True),
            reviews=Count("recommendation__review", distinct=True),
            first=Min("recommendation__review__year_published"),
            last=Max("recommendation__review__year_published"),
        )
        .order_by("-count", "name")
    )
