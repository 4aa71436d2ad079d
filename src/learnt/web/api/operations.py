"""What programs can ask of the catalogue: read-only, published things alone."""

from dataclasses import replace

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify
from ninja import NinjaAPI, Query
from ninja.errors import HttpError

from learnt import __version__
from learnt.theme.codebook import own_codebook
from learnt.web.api import asking, making, shapes
from learnt.web.api.paging import about, cut
from learnt.web.catalogue.models import Recommendation, RepeatGroup, Review, ThemeOf, Tombstone
from learnt.web.catalogue.reading.agencies import listed, names_of
from learnt.web.catalogue.reading.places import list_partnerships, list_regions
from learnt.web.catalogue.search.asked import read
from learnt.web.catalogue.search.find import recommendations as found_by
from learnt.web.catalogue.search.find import search

SAYS = """What published reviews of domestic homicides recommend, for programs. Everything here is public and \
read-only; no key is needed. Each answer says in `about` what made the data and its date."""
PROBLEMS = {404: shapes.Problem}

api = NinjaAPI(
    title="Learnt",
    version=__version__,
    description=SAYS,
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
)


@api.get(
    "/recommendations",
    response=shapes.RecommendationList,
    url_name="recommendations",
    operation_id="recommendations",
    summary="Search recommendations",
)
def recommendations(
    request: HttpRequest, response: HttpResponse, asked: Query[asking.SearchAsked]
) -> shapes.RecommendationList:
    """Find recommendations as the search page does. With nothing asked it gives all, the newest first."""
    found = search(replace(read(request.GET), show="recommendations"))
    rows, told = cut(request, response, found.ids, asked)
    results = making.recommendations(found_by(rows).values())
    return shapes.RecommendationList(loose=found.loose, results=results, **told)


@api.get(
    "/recommendations/{key}",
    response={200: shapes.RecommendationAnswer} | PROBLEMS,
    url_name="recommendation",
    operation_id="recommendation",
    summary="One recommendation",
)
def recommendation(request: HttpRequest, key: str) -> shapes.RecommendationAnswer:
    """Give a recommendation by its id."""
    items = Recommendation.objects.select_related("review").defer("review__record")
    item = items.prefetch_related("addressees", "themes").filter(key=key).first()
    if item is None:
        raise Http404
    return shapes.RecommendationAnswer(about=about(), recommendation=making.recommendation(item))


@api.get(
    "/reviews",
    response=shapes.ReviewList,
    url_name="reviews",
    operation_id="reviews",
    summary="Reviews",
)
def reviews(
    request: HttpRequest, response: HttpResponse, asked: Query[asking.ReviewsAsked]
) -> shapes.ReviewList:
    """List the published reviews, those added last first."""
    wanted = {"partnership": asked.partnership, "kind": asked.kind}
    rows = Review.objects.filter(**{name: value for name, value in wanted.items() if value})
    if asked.region:
        named = slugify(asked.region)
        rows = rows.filter(region__in=[one.name for one in list_regions() if one.id == named])
    page, told = cut(request, response, rows.defer("record"), asked)
    return shapes.ReviewList(results=[making.review_short(one) for one in page], **told)


@api.get(
    "/reviews/{slug}",
    response={200: shapes.ReviewAnswer, 410: shapes.Problem} | PROBLEMS,
    url_name="review",
    operation_id="review",
    summary="One review, with its recommendations",
)
def review(request: HttpRequest, slug: str) -> shapes.ReviewAnswer:
    """Give a review by its slug; 410 says that it was taken off the library."""
    found = Review.objects.filter(slug=slug).first()
    if found is None:
        if Tombstone.objects.filter(slug=slug).exists():
            raise HttpError(410, "This review was taken off the library.")
        raise Http404
    return shapes.ReviewAnswer(about=about(), review=making.review_whole(found))


@api.get(
    "/agencies",
    response=shapes.AgencyList,
    url_name="agencies",
    operation_id="agencies",
    summary="Agencies",
)
def agencies(
    request: HttpRequest, response: HttpResponse, asked: Query[asking.AgenciesAsked]
) -> shapes.AgencyList:
    """List the agencies that were told to act, those told most often first."""
    page, told = cut(request, response, listed(asked.type, asked.words), asked)
    names = names_of(row["agency"] for row in page)
    results = [
        shapes.AgencyOut(
            id=row["agency"],
            name=names[row["agency"]],
            type=row["type"],
            address=making.page_address("catalogue:agency", row["agency"]),
            recommendations=row["count"],
            reviews=row["reviews"],
            first=row["first"],
            last=row["last"],
        )
        for row in page
    ]
    return shapes.AgencyList(results=results, **told)


@api.get(
    "/themes",
    response=shapes.ThemeList,
    url_name="themes",
    operation_id="themes",
    summary="Themes",
)
def themes(request: HttpRequest) -> shapes.ThemeList:
    """List the themes of the codebook, with how many recommendations have each."""
    coded = ThemeOf.objects.order_by().values_list("theme").annotate(Count("id"))
    counts: dict[str, int] = dict(coded)
    results = [
        shapes.ThemeOut(
            id=theme.id,
            name=theme.name,
            axis=theme.axis,
            asks_for=theme.asks_for,
            address=making.page_address("catalogue:theme", theme.id),
            recommendations=counts.get(theme.id, 0),
        )
        for theme in own_codebook().theme
    ]
    return shapes.ThemeList(about=about(), total=len(results), results=results)


@api.get(
    "/partnerships",
    response=shapes.PartnershipList,
    url_name="partnerships",
    operation_id="partnerships",
    summary="Partnerships",
)
def partnerships(request: HttpRequest) -> shapes.PartnershipList:
    """List the partnerships that have published reviews here, by name."""
    results = [
        shapes.PartnershipOut(
            id=one.id,
            name=one.name,
            region=one.region,
            address=making.page_address("catalogue:partnership", one.id),
            reviews=one.reviews,
            recommendations=one.recommendations or 0,
        )
        for one in list_partnerships()
    ]
    return shapes.PartnershipList(about=about(), total=len(results), results=results)


@api.get(
    "/repeats",
    response=shapes.RepeatList,
    url_name="repeats",
    operation_id="repeats",
    summary="What was said again",
)
def repeats(
    request: HttpRequest, response: HttpResponse, asked: Query[asking.Page]
) -> shapes.RepeatList:
    """List what several reviews ask, what most of them ask first."""
    groups = RepeatGroup.objects.filter(size__gt=1).order_by("-reviews", "-size", "key")
    page, told = cut(request, response, groups, asked)
    return shapes.RepeatList(results=[making.repeat(group) for group in page], **told)


@api.get(
    "/repeats/{key}",
    response={200: shapes.RepeatAnswer} | PROBLEMS,
    url_name="repeat",
    operation_id="repeat",
    summary="One thing that was said again, with its recommendations",
)
def repeat(request: HttpRequest, key: str) -> shapes.RepeatAnswer:
    """Give a group with its members, in the order in which they were published."""
    group = RepeatGroup.objects.filter(key=key).first()
    if group is None:
        raise Http404
    items = Recommendation.objects.filter(repeat_group=key).select_related("review")
    parts = items.defer("review__record").prefetch_related("addressees", "themes")
    ordered = parts.order_by("review__year_published", "review_id", "order")
    whole = shapes.RepeatWhole(
        **making.repeat(group).model_dump(), items=making.recommendations(ordered)
    )
    return shapes.RepeatAnswer(about=about(), repeat=whole)
