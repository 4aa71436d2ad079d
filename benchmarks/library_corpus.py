"""A catalogue of any size for timing pages and search: made-up reviews, sealed and shelved as real ones are.

python -m benchmarks.library_corpus HOME [--reviews 2000] [--each 25]

HOME becomes a library (LEARNT_HOME) of its own. Recommendations are those of `large_library`; partnerships and
bodies come from the register, themes are drawn, so that every filter has as many values as a full library has.
The gate is not asked: it has a measure of its own, takes longer than all the rest, and made-up words name nobody.
"""

import os
from argparse import ArgumentParser
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any, TypeVar

import msgspec

from benchmarks.large_library import make_library
from learnt.agencies.partnerships import Partnership, partnerships
from learnt.agencies.register import Body, built_in
from learnt.records import Addressee, Metadata, Recommendation, Review, SourceDocument, ThemeCoding
from learnt.records.public import PublicEvidence, PublicMetadata, PublicRecommendation, PublicReview
from learnt.records.sealing import SEAL, Sealed, seal_of
from learnt.theme.codebook import own_codebook

KINDS = ("dhr", "dhr", "dhr", "dardr")
LEVELS = ("single-agency", "single-agency", "multi-agency", "national")
VERSIONS = {"learnt": "bench", "codebook": "bench", "fictional": True}
GIVEN = ("id", "ref", "text", "addressees", "level", "confidence", "themes", "main_theme")
S = TypeVar("S", bound=Sealed)
TRANSACTION = 50
"""Reviews that are shelved by one transaction."""


def make_reviews(reviews: int = 2000, each: int = 25, seed: int = 11) -> list[Review]:
    """Give made-up reviews with `each` recommendations; the same for the same seed."""
    random = Random(seed)
    texts = (entry.text for entry in make_library(reviews * each, seed))
    bodies = [body for body in built_in().bodies.values() if body.type != "collective"]
    chosen = random.sample(bodies, min(len(bodies), 600))
    return [
        _make_review(number, list(islice(texts, each)), chosen, random) for number in range(reviews)
    ]


def _make_review(number: int, texts: list[str], bodies: list[Body], random: Random) -> Review:
    place: Partnership = random.choice(partnerships().all)
    died = random.randint(2010, 2024)
    return Review(
        review=Metadata(
            csp=place.name,
            kind=random.choice(KINDS),  # type: ignore[arg-type]  # drawn from the kinds
            year_of_death=died,
            published=f"{died + 2}-{random.randint(1, 12):02}",
        ),
        documents=(
            SourceDocument(
                name="overview.pdf",
                sha256=f"{number:064x}",
                media_type="application/pdf",
                pages=60,
                language="en",
            ),
        ),
        recommendations=tuple(
            _make_recommendation(f"rec-{number}-{at}", str(at), text, bodies, random)
            for at, text in enumerate(texts, start=1)
        ),
    )


def _make_recommendation(
    key: str, ref: str, text: str, bodies: list[Body], random: Random
) -> Recommendation:
    themes = random.sample([theme.id for theme in own_codebook().theme], random.randint(1, 4))
    return Recommendation(
        id=key,
        ref=ref,
        text=text,
        level=random.choice(LEVELS),  # type: ignore[arg-type]  # drawn from the levels
        addressees=tuple(
            Addressee(body.name, agency=body.id, type=body.type, agency_now=body.id)
            for body in random.sample(bodies, random.choice((1, 1, 1, 2, 3)))
        ),
        themes=tuple(ThemeCoding(theme) for theme in themes),
        main_theme=themes[0],
        confidence=0.9,
    )


def fill(home: Path, reviews: int = 2000, each: int = 25) -> None:
    """Make the library in `home` and shelve the reviews."""
    start_django(home)
    from django.core.management import call_command
    from django.db import transaction

    from learnt.web.catalogue.shelving import shelve

    call_command("migrate", verbosity=0, interactive=False)
    made = list(enumerate(make_reviews(reviews, each)))
    for start in range(0, reviews, TRANSACTION):
        with transaction.atomic():
            for number, review in made[start : start + TRANSACTION]:
                checked = {r.id: "2026-01-01" for r in review.recommendations[: number % 4]}
                shelve(sealed(review), f"bench-{number}", checked, VERSIONS)


def sealed(review: Review) -> PublicReview:
    """Give a made-up review as the gate would give it."""
    told = review.review
    return _seal(
        PublicReview,
        review=PublicMetadata(
            title=f"{told.csp} review, death in {told.year_of_death}",
            kind=told.kind,
            csp=told.csp,
            published=told.published,
            year_of_death=told.year_of_death,
            summary=f"A made-up review commissioned by {told.csp}.",
        ),
        recommendations=tuple(_sealed(item) for item in review.recommendations),
    )


def _sealed(item: Recommendation) -> PublicRecommendation:
    given = {name: getattr(item, name) for name in GIVEN}
    evidence = (PublicEvidence("overview.pdf", 41, item.text[:60]),)
    return _seal(PublicRecommendation, evidence=evidence, **given)


def _seal(kind: type[S], **content: Any) -> S:
    whole = {
        field.name: content.get(field.name, field.default)
        for field in msgspec.structs.fields(kind)
        if field.name != SEAL
    }
    return kind(**whole, seal=seal_of(kind.__name__, whole))


def start_django(home: Path) -> None:
    """Make Django ready for the library in `home`; once a process."""
    import django

    os.environ["LEARNT_HOME"] = str(home.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "learnt.web.settings")
    django.setup()


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("home", type=Path)
    parser.add_argument("--reviews", type=int, default=2000)
    parser.add_argument("--each", type=int, default=25)
    given = parser.parse_args()
    start = perf_counter()
    fill(given.home, given.reviews, given.each)
    print(f"{given.reviews} reviews shelved in {perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
