"""Tiny makers of entries and reviews; all people, places and bodies are invented."""

from learnt.link import Entry
from learnt.records import Addressee, Metadata, Recommendation, Review, SourceDocument


def entry(
    text: str,
    review: str = "",
    *,
    to: str = "",
    id: str = "",  # noqa: A002 (the field's name)
    year: int | None = None,
    area: str = "",
) -> Entry:
    """Give an entry; without `review` it is of a review of its own."""
    name = id or text[:40]
    bodies = tuple(Addressee(printed=one) for one in to.split("; ") if one)
    return Entry(id=name, text=text, review=review or name, addressees=bodies, year=year, area=area)


def review(
    *texts: str, document: str = "report.pdf", csp: str = "Marrowdale", published: str = "2021-05"
) -> Review:
    """Give a review with a recommendation for each text."""
    return Review(
        review=Metadata(csp=csp, published=published),
        documents=(
            SourceDocument(
                name=document,
                sha256=f"{document:0<10}",
                media_type="application/pdf",
                pages=9,
                language="en",
            ),
        ),
        recommendations=tuple(
            Recommendation(id=f"{document}-r{n}", ref=str(n), text=text)
            for n, text in enumerate(texts, start=1)
        ),
    )


BACKGROUND = (
    "Street lights on the towpath should be mended.",
    "The chair should thank the panel's clerk.",
    "Minutes of the board should be typed in a larger fount.",
    "Ferry crews should carry blankets in winter.",
    "The museum should open its archive to walkers.",
    "Allotment holders should be told about frost.",
    "Bell ringers should agree a rota for the harvest supper.",
    "The choir's organist should be paid for rehearsals.",
)
"""Asks about nothing in particular, so that an index has a background."""


def library(*entries: Entry) -> list[Entry]:
    """Give `entries` among others that have nothing to do with them."""
    return [*entries, *(entry(text) for text in BACKGROUND)]
