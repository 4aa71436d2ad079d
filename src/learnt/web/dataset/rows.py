"""The rows of the dataset, from the catalogue's tables and sealed records alone."""

from collections.abc import Callable, Iterator
from typing import Any

from learnt.export.cells import SEPARATOR
from learnt.web.catalogue.models import Recommendation, Review

Row = dict[str, Any]
MANY = 100


def reviews() -> Iterator[Review]:
    """Give the published reviews by their address."""
    return Review.objects.order_by("slug").iterator(chunk_size=MANY)


def incidents() -> Iterator[Row]:
    """Give a row a review: what is public of its death."""
    for review in reviews():
        yield {
            "incident_id": review.slug,
            "csp": review.csp,
            "partnership": review.partnership,
            "region": review.region,
            "death_date": str(review.year_of_death or ""),
            "review_status": "published",
            "published_on": review.published,
            "review_kind": review.kind,
            "fictional": review.fictional,
        }


def documents() -> Iterator[Row]:
    """Give a row a document."""
    for review in reviews():
        yield from documents_of(review)


def documents_of(review: Review) -> Iterator[Row]:
    """Give the documents of a review in their order."""
    for number, document in enumerate(review.public().documents, start=1):
        yield {
            "document_id": f"{review.slug}-{number}",
            "incident_id": review.slug,
            "title": review.title,
            "report_url": review.source_url,
            "document_part": document.name,
            "sha256": document.sha256,
            "media_type": document.media_type,
            "pages": document.pages,
            "language": document.language,
        }


def recommendations() -> Iterator[Row]:
    """Give a row a recommendation, in the order of the reviews and of what they print."""
    for review in reviews():
        parts = {row["document_part"]: row["document_id"] for row in documents_of(review)}
        items = review.recommendations.order_by("order").prefetch_related("addressees", "themes")
        for item in items:
            yield _recommendation(review, item, parts.get(item.document, ""))


def _recommendation(review: Review, item: Recommendation, document: str) -> Row:
    bodies = list(item.addressees.all())
    return {
        "recommendation_id": item.key,
        "document_id": document,
        "incident_id": review.slug,
        "order": item.order,
        "reference": item.ref,
        "title": item.title,
        "text": item.text,
        "context": item.context,
        "addressees": _joined(body.printed for body in bodies),
        "agencies": _joined(body.agency for body in bodies),
        "agencies_now": _joined(body.agency_now for body in bodies),
        "agency_types": _joined(body.type for body in bodies),
        "level": item.level,
        "scope": item.scope,
        "themes": _joined(sorted(theme.theme for theme in item.themes.all())),
        "main_theme": item.main_theme,
        "page": item.page,
        "checked": item.checked,
        "checked_on": item.checked_on.isoformat() if item.checked_on else "",
        "repeat_group": item.repeat_group,
        "confidence": round(item.confidence, 2),
        "read_with": str(review.versions.get("learnt", "")),
        "coded_with": str(review.versions.get("codebook", "")),
    }


def _joined(values: Any) -> str:
    """Give values with a separator, each in its place; empty where all are."""
    told = list(values)
    return SEPARATOR.join(told) if any(told) else ""


ROWS: dict[str, Callable[[], Iterator[Row]]] = {
    "incidents": incidents,
    "documents": documents,
    "recommendations": recommendations,
}
