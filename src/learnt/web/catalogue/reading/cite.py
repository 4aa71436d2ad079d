"""How to cite a page: the words for a reference list."""

from datetime import date

from django.conf import settings

from learnt.web.catalogue.models import Review


def citation(review: Review, today: date) -> str:
    """Give a reference to a review's page, in the manner of author, year, title, address."""
    address = settings.SITE_ADDRESS.rstrip("/") + review.get_absolute_url()
    body = review.csp or "Unknown partnership"
    year = f"({review.year_published})" if review.year_published else "(no date)"
    seen = f"{today.day} {today:%B %Y}"
    return f"{body} {year}. {review.title}. In: {settings.SITE_NAME}. {address} (seen on {seen})."
