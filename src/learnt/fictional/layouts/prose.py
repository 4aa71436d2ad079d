"""Running prose: "It is recommended that ..." in paragraphs without numbers."""

from dataclasses import replace

from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.grammar import expand
from learnt.fictional.layouts.numbered import BACKGROUND
from learnt.fictional.manuscript import NewPage, Paragraph
from learnt.fictional.sections import open_recommendations, write_glossary, write_report
from learnt.fictional.wording import Ask

OPENINGS = ("it is recommended that", "the panel", "the review recommends", "the chair recommends")


def _prose(case: Case) -> Draft:
    book, rng = start(case, "prose")
    book.look = replace(book.look, numbering=rng.choice(["none", "headings"]))
    write_report(book)
    book.section("Conclusions and recommendations")
    for ask in [ask for ask in case.asks("named", 20) if _is_plainly_asked(ask)]:
        text = ask.before or expand(rng.choice(BACKGROUND), rng, case.slots)
        book.add(Paragraph(book.answer.trap("background-between", text)))
        book.answer.take(ask, book.look.marks, context=ask.before or None)
        book.ask(ask)
    write_glossary(book)
    return close(book)


def _is_plainly_asked(ask: Ask) -> bool:
    """Whether the sentence says of itself that it recommends."""
    words = ask.lead.casefold()
    return words.startswith(OPENINGS) or "it is therefore recommended" in words


def _columns(case: Case) -> Draft:
    book, rng = start(case, "two-column")
    book.look = replace(book.look, size=10.0, numbering="none")
    write_report(book)
    book.add(NewPage(columns=2))
    open_recommendations(book)
    named = rng.random() < 0.5
    for ask in case.asks("named" if named else "mixed"):
        label = f"Recommendation {ask.key}"
        if named:
            book.answer.take(ask, book.look.marks, str(ask.key))
            book.ask(ask, label=f"{label}:")
        else:
            book.answer.take(ask, book.look.marks, str(ask.key), ask.printed)
            book.head(label)
            book.ask(ask)
            book.add(Paragraph("; ".join(ask.printed), label="Lead agency:"))
    book.add(NewPage())
    write_glossary(book)
    return close(book)


LAYOUTS = (
    Layout("prose", "paragraphs of prose that say that they recommend", _prose),
    Layout("two-column", "headed recommendations on pages of two columns", _columns),
)
