"""Puts small reviews on the shelf for the tests of search. All places and bodies are invented."""

from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from learnt.enrich import enrich
from learnt.export.as_json import encode
from learnt.records import Addressee, Metadata, Recommendation, Review, SourceDocument
from learnt.web.catalogue.search.asked import Asked
from learnt.web.catalogue.search.find import recommendations, search
from learnt.web.curation.models import Intake
from learnt.web.curation.publishing import publish

full_text = pytest.mark.skipif(
    connection.vendor != "sqlite",
    reason="the store has no full-text table: words are looked through",
)
CSP = "Fallowmere Community Safety Partnership"


def shelf(number: int, *texts: str, csp: str = CSP, body: str = "", **metadata: Any) -> Intake:
    """Publish a review that asks `texts`; their ids are `rec-NUMBER-1` and so on."""
    document = SourceDocument(
        name="overview.pdf",
        sha256=f"{number:064x}",
        media_type="application/pdf",
        pages=30,
        language="en",
    )
    bodies = (Addressee(body),) if body else ()
    told: dict[str, Any] = {"csp": csp, "kind": "dhr", "year_of_death": 2030}
    review = Review(
        review=Metadata(**(told | metadata)),
        documents=(document,),
        recommendations=tuple(
            Recommendation(
                id=f"rec-{number}-{at}", ref=str(at), text=text, confidence=0.9, addressees=bodies
            )
            for at, text in enumerate(texts, start=1)
        ),
    )
    stored = Intake.objects.create(
        key=f"key-{number}",
        slug=f"review-{number}",
        proposal=encode(enrich(review)),
        read_at=timezone.now(),
        versions={"learnt": "0.1.0"},
    )
    outcome = publish(stored)
    assert outcome.published, outcome.reasons
    return stored


def keys(q: str = "", **further: Any) -> list[str]:
    """Give the ids of the recommendations that a search finds, in order."""
    found = search(Asked(q, **further))
    return [item.key for item in recommendations(found.ids).values()]
