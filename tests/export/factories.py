"""Tiny reviews for the tests of what is written."""

from typing import Any

import msgspec

from learnt.records import (
    Action,
    Addressee,
    Evidence,
    Lesson,
    Metadata,
    Recommendation,
    Review,
    SourceDocument,
    Unplaced,
    Warning,  # noqa: A004 - the record's name
)


def recommendation(**changes: Any) -> Recommendation:
    base = Recommendation(
        id="r1",
        ref="4.2",
        text="That Marlshire Council reviews its housing policy.",
        addressees=(Addressee("Marlshire Council"), Addressee("All agencies")),
        level="multi-agency",
        evidence=(Evidence("overview.pdf", 12, (1.0, 2.0, 3.0, 4.0), "That", "numbered"),),
        confidence=0.934,
    )
    return msgspec.structs.replace(base, **changes)


def review(*found: Recommendation, **changes: Any) -> Review:
    base = Review(
        review=Metadata(
            title="The life of ‘Robin’",
            kind="dhr",
            csp="Marlshire",
            published="2023-06",
            year_of_death=2019,
            panel=("Marlshire Council", "Marlshire Police"),
        ),
        documents=(
            SourceDocument(
                name="overview.pdf",
                sha256="ab",
                media_type="application/pdf",
                pages=60,
                language="en",
            ),
        ),
        recommendations=found or (recommendation(),),
        actions=(Action(id="a1", recommendation="r1", action="Audit", target_date="2024-03"),),
        lessons=(Lesson(id="l1", ref="", text="Risk was not recorded.", recommendations=("r1",)),),
        unplaced=(Unplaced(text="The panel considered it.", reason="considered", document="o"),),
        warnings=(Warning(code="count", message="The report prints 2, found 1."),),
    )
    return msgspec.structs.replace(base, **changes)
