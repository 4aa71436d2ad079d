"""A published library page of one review, with its table and with the table's cells lost."""

from learnt.fictional.book import Book, Look
from learnt.fictional.draft import PAGES, Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.front import NOTE
from learnt.fictional.grammar import say_date
from learnt.fictional.lists import Traps, load
from learnt.fictional.manuscript import Heading, Paragraph, Table
from learnt.fictional.truth import printed_text
from learnt.fictional.wording import Ask
from learnt.records import Metadata

SUMMARY = (
    "The review identifies a pattern of control that no single agency saw as a whole, gaps in the "
    "sharing of information, and staff who were under pressure and seldom asked in private."
)


def _table(case: Case) -> Draft:
    book, asks = _open_page(case, "library-table")
    rows: list[tuple[str | None, ...]] = []
    for ask, ref in asks:
        taken = book.answer.take(ask, book.look.marks, ref, ask.printed)
        rows.append((ref, taken.text, " | ".join(ask.printed)))
    rows.append((book.answer.trap("closing-row", _closing()),))
    header = ("#", "Recommendation", "Addressed to")
    book.add(Table(header, tuple(rows), (0.08, 0.62, 0.3), rules="horizontal"))
    return close(book)


def _lost_cells(case: Case) -> Draft:
    """Reference, recommendation and addressee run together, as in text copied from a page."""
    book, asks = _open_page(case, "library-lost-cells")
    book.add(Paragraph("# Recommendation Addressed to"))
    for ask, ref in asks:
        flat = printed_text(ask, "•").replace("\n", " ")
        book.answer.take(ask, "•", ref, ask.printed)
        book.add(Paragraph(f"{ref} {flat} {' | '.join(ask.printed)}"))
    book.add(Paragraph(book.answer.trap("closing-row", _closing())))
    return close(book)


def _open_page(case: Case, name: str) -> tuple[Book, list[tuple[Ask, str]]]:
    """Write the page's head; give the page and the recommendations, sorted as pages sort them."""
    book, rng = start(case, name)
    book.role, book.look = "page", Look(numbering="none", page_numbers="none", font="sans")
    asks = case.asks("mixed")
    form = rng.choice(["R{}", "{}"])
    listed = sorted(((ask, form.format(ask.key)) for ask in asks), key=lambda pair: pair[1])
    place = case.area.county
    book.title = f"{place} review"
    book.add(
        Paragraph("About this page. This page summarises a review. The full report is elsewhere."),
        Paragraph(f"Source · {case.kind_words}"),
        Heading(book.title, 1),
        Paragraph(f"CSP: {place}"),
        Paragraph(f"Published: {say_date(case.published)}"),
        Paragraph(f"Year of death: {case.year_of_death}"),
        Paragraph(f"Extracted: {len(asks)} recs"),
        Paragraph(NOTE, italic=True),
        Heading("Summary", 2),
        Paragraph(SUMMARY),
        Heading("Extracted recommendations", 2),
        Paragraph(f"{len(asks)} recommendations pulled from the report"),
    )
    book.answer.metadata = _metadata(case, book.title, len(asks))
    return book, listed


def _metadata(case: Case, title: str, count: int) -> Metadata:
    return Metadata(
        title=title,
        kind=case.kind,
        csp=case.area.county,
        published=case.published,
        death_date=str(case.year_of_death),
        year_of_death=case.year_of_death,
        summary=SUMMARY,
        printed_count=count,
    )


def _closing() -> str:
    return load("traps.toml", Traps).tables["closing"][0]


LAYOUTS = (
    Layout("library-table", "a library page with its table", _table, PAGES, full=False),
    Layout("library-lost-cells", "a library page without cells", _lost_cells, PAGES, full=False),
)
