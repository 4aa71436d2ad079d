"""Small published reviews for the tests of pages. All places and bodies are invented."""

from typing import Any

from django.utils import timezone

from learnt.enrich import enrich
from learnt.export.as_json import encode
from learnt.records import Addressee, Evidence, Metadata, Recommendation, Review, SourceDocument
from learnt.web.accounts.models import Grant, User
from learnt.web.curation.models import Intake
from learnt.web.curation.publishing import publish

PASSWORD = "a long enough phrase 7"
CSP = "Fallowmere Community Safety Partnership"
HERE = "fallowmere-community-safety-partnership"
ASKS = (
    ("1", "Fallowmere Police should train its call handlers.", ("Fallowmere Police",)),
    ("2", "All agencies should review their policy on domestic abuse.", ("All agencies",)),
    (
        "3",
        "The council should audit fifty case files by June 2032.",
        ("Fallowmere County Council", "Fallowmere Police"),
    ),
)


def review(number: int = 1, csp: str = CSP, **metadata: Any) -> Review:
    """Give an extracted review with three recommendations; `number` tells it from others."""
    document = SourceDocument(
        name=f"overview-{number}.pdf",
        sha256=f"{number:064x}",
        media_type="application/pdf",
        pages=30,
        language="en",
    )
    told: dict[str, Any] = {
        "csp": csp,
        "kind": "dhr",
        "year_of_death": 2030,
        "published": "2032-05",
    }
    asks = tuple(
        Recommendation(
            id=f"rec-{number}-{ref}",
            ref=ref,
            text=text,
            addressees=tuple(Addressee(body) for body in bodies),
            level="single-agency",
            confidence=0.95,
            evidence=(Evidence(document.name, 20 + int(ref), None, text, "headed"),),
        )
        for ref, text, bodies in ASKS
    )
    return Review(review=Metadata(**(told | metadata)), documents=(document,), recommendations=asks)


def intake(number: int = 1, csp: str = CSP, **metadata: Any) -> Intake:
    """Store a review that nobody has published."""
    return Intake.objects.create(
        key=f"key-{number}",
        slug=f"fallowmere-2030-{number}",
        partnership=csp.lower().replace(" ", "-"),
        proposal=encode(enrich(review(number, csp, **metadata))),
        read_at=timezone.now(),
        versions={"learnt": "0.1.0", "codebook": "1.1", "fictional": False},
    )


def published(number: int = 1, csp: str = CSP, **metadata: Any) -> Intake:
    """Store a review and publish it."""
    stored = intake(number, csp, **metadata)
    outcome = publish(stored)
    assert outcome.published, outcome.reasons
    return stored


def person(role: str = "", partnership: str = "", name: str = "") -> User:
    """Give an account that holds `role` for a partnership (its id), or for all."""
    address = f"{name or role or 'nobody'}-{User.objects.count()}@example.org"
    user = User.objects.create_user(address, address, PASSWORD)
    if role:
        Grant.objects.create(user=user, role=role, partnership=partnership)
    return user
