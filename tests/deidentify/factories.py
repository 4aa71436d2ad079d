"""Small invented reviews and documents."""

from typing import Any

import pytest

from learnt.deidentify.names import Name, NameMemory
from learnt.records import (
    Action,
    Addressee,
    Block,
    Document,
    Evidence,
    Lesson,
    Metadata,
    Recommendation,
    Review,
    SourceDocument,
)

CSP = "Tarnshire Community Safety Partnership"


def recommendation(text: str, number: int = 1, **more: Any) -> Recommendation:
    """Give a recommendation to the police, quoted as printed on page 3."""
    given: dict[str, Any] = {
        "addressees": (Addressee("Tarnshire Constabulary"),),
        "evidence": (Evidence("vell-report.pdf", 3, (1.0, 2.0, 3.0, 4.0), text, "numbered"),),
    }
    return Recommendation(id=f"r{number}", ref=str(number), text=text, **(given | more))


def review(*texts: str, **more: Any) -> Review:
    """Give a review with recommendations of these texts."""
    return Review(
        review=Metadata(
            title="Report into the death of Vell",
            kind="dhr",
            csp=CSP,
            published="2021-03-14",
            completed="2020-11-02",
            death_date="2019-03-14",
            year_of_death=2019,
            chair="Hugh Inskip",
            author="Hugh Inskip",
            panel=("Tarnshire Constabulary", "Marjorie Larkins"),
            **more,
        ),
        documents=(
            SourceDocument(
                name="vell-report.pdf",
                sha256="ab",
                media_type="application/pdf",
                pages=9,
                language="en",
                role="overview",
            ),
        ),
        recommendations=tuple(recommendation(text, n) for n, text in enumerate(texts, 1)),
    )


def whole_review() -> Review:
    """Give a review with a name in every kind of field."""
    base = review(
        "Letters such as those sent to Vellorina should be written anew.",
        "Vellorina’s mother asked that staff be trained.",
    )
    named = recommendation(
        "The force should act on calls such as Vellorina’s of 14 March 2019.",
        3,
        context="Vellorina, aged 34, had telephoned twice.",
        title="What Vellorina asked for",
    )
    action = Action(
        id="a1",
        recommendation="r3",
        action="Tell those who met Vellorina",
        lead="Tarnshire Constabulary",
        milestones="Letter to Drask by 3 May 2022",
        target_date="2022-05-03",
        target_printed="3 May 2022",
        completed="2022-06-07",
        completed_printed="7 June 2022",
        outcome="Drask told the force that it was done.",
    )
    lesson = Lesson(id="l1", ref="", text="Nobody asked Vellorina about Drask.")
    return Review(
        review=base.review,
        documents=base.documents,
        recommendations=(*base.recommendations, named),
        actions=(action,),
        lessons=(lesson,),
    )


def document(*paragraphs: str) -> Document:
    """Give a report that tells its pseudonyms and then holds `paragraphs`."""
    table = (
        "Vellorina | The victim",
        "Drask | The perpetrator",
        "Quillan | The victim’s friend",
    )
    texts = ("Confidentiality", *table, *paragraphs)
    return Document(
        name="vell-report.pdf",
        sha256="ab",
        media_type="application/pdf",
        title="The Vellorina review",
        properties={"subject": "Vellorina", "author": "Quillan"},
        blocks=tuple(Block(kind="paragraph", text=text, page=1) for text in texts),
    )


def blind_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the search for names find nothing in texts that become public."""

    def find_nothing(text: str, memory: NameMemory | None = None) -> list[Name]:
        return []

    monkeypatch.setattr("learnt.deidentify.cast.find_names", find_nothing)
