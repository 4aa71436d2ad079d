"""`Recommendation 1:` as a bold opening, or as a heading of its own, with and without a title."""

from learnt.fictional.book import Book
from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.manuscript import Paragraph
from learnt.fictional.plan import write_plan
from learnt.fictional.sections import (
    open_recommendations,
    write_count,
    write_glossary,
    write_report,
)
from learnt.fictional.wording import Ask


def _inline(case: Case) -> Draft:
    book, rng = start(case, "headed-inline")
    write_report(book)
    open_recommendations(book)
    book.para("The panel makes the following recommendations as a result of this review.")
    asks = case.asks("named")
    if rng.random() < 0.5:
        write_count(book, len(asks))
    form = rng.choice(["Recommendation {}:", "Recommendation {}", "Recommendation {} –", "R{}"])
    refs = [f"R{ask.key}" if form == "R{}" else str(ask.key) for ask in asks]
    for ask, ref in zip(asks, refs, strict=True):
        write_context(book, ask)
        book.answer.take(ask, book.look.marks, ref, context=ask.before or None)
        book.ask(ask, label=form.format(ask.key))
    if rng.random() < 0.5:
        write_plan(book, asks, refs, rng.choice(["number", "word", "line"]))
    write_glossary(book)
    return close(book)


def _own_line(case: Case) -> Draft:
    book, rng = start(case, "headed-own-line")
    write_report(book)
    open_recommendations(book)
    titled = rng.random() < 0.6
    owner = rng.choice(["For: {}", "Owner: {}", "Addressed to: {}"])
    separator = rng.choice(["; ", " | "])
    asks = case.asks("mixed")
    write_count(book, len(asks))
    for ask in asks:
        write_context(book, ask)
        book.head(f"Recommendation {ask.key}" + (f": {ask.title}" if titled else ""))
        title = ask.title if titled else None
        book.answer.take(
            ask,
            book.look.marks,
            str(ask.key),
            ask.printed,
            title=title,
            context=ask.before or None,
        )
        book.ask(ask)
        book.add(Paragraph(owner.format(separator.join(ask.printed)), italic=True))
    write_glossary(book)
    return close(book)


def _brackets(case: Case) -> Draft:
    book, rng = start(case, "trailing-brackets")
    write_report(book)
    open_recommendations(book)
    dot = rng.choice(["{}.", "{})", "{}"])
    for ask in case.asks("mixed"):
        book.answer.take(ask, book.look.marks, str(ask.key), ask.printed)
        book.ask(ask, number=dot.format(ask.key), bracket="; ".join(ask.printed))
    write_glossary(book)
    return close(book)


def write_context(book: Book, ask: Ask) -> None:
    """Write the paragraph before, where the recommendation needs it to be understood."""
    if ask.before:
        book.answer.trap("paragraph-before", ask.before)
        book.add(Paragraph(ask.before))


LAYOUTS = (
    Layout("headed-inline", "`Recommendation 1:` in bold opens the paragraph", _inline),
    Layout(
        "headed-own-line", "a heading of its own, some with a title, and an owner's line", _own_line
    ),
    Layout("trailing-brackets", "a numbered list, each with its addressee in brackets", _brackets),
)
