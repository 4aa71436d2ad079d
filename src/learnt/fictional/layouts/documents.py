"""One review in several documents: overview, executive summary, action plan and a letter."""

from learnt.fictional.book import Book
from learnt.fictional.draft import Draft, Layout, another, close, start
from learnt.fictional.facts import Case
from learnt.fictional.front import NOTE
from learnt.fictional.grammar import expand
from learnt.fictional.layouts.numbered import BACKGROUND
from learnt.fictional.lists import Prose, load
from learnt.fictional.manuscript import Element, NewPage, Paragraph
from learnt.fictional.plan import write_plan
from learnt.fictional.sections import (
    open_recommendations,
    write_analysis,
    write_conclusion,
    write_events,
    write_front,
    write_glossary,
    write_lessons,
    write_report,
    write_title_page,
)
from learnt.fictional.wording import Ask


def _documents(case: Case) -> Draft:
    book, rng = start(case, "several-documents")
    asks = case.asks("named")
    refs = [str(ask.key) for ask in asks]
    write_report(book)
    open_recommendations(book)
    for ask in asks:
        book.answer.take(ask, book.look.marks, str(ask.key))
        book.answer.trap("stands-in-several-places", ask.lead)
        book.ask(ask, label=f"Recommendation {ask.key}:")
    write_glossary(book)
    summary = _summary(book, asks)
    plan = another(book, "action-plan")
    plan.title, title = _plan_title(case)
    plan.add(Paragraph(title, bold=True, size=14), Paragraph(NOTE, italic=True))
    write_plan(plan, asks, refs, rng.choice(["number", "word"]))
    return close(book, summary, plan, _letter(book))


def _plan_title(case: Case) -> tuple[str, str]:
    """Give the plan's title in its properties and as printed: not every plan names the person."""
    named = f"{case.kind_words}: Action plan, ‘{case.victim}’"
    return case.rng("plan title").choice(
        [
            (named, f"{case.csp.printed}: action plan for ‘{case.victim}’"),
            (named, f"{case.kind_words} ‘{case.victim}’: action plan"),
            ("Action plan", f"{case.csp.printed}: {case.kind_words} action plan"),
        ]
    )


def _summary_first(case: Case) -> Draft:
    """The executive summary opens the report and lists what the last chapter explains."""
    book, rng = start(case, "summary-first")
    asks = case.asks("named")
    write_title_page(book)
    book.section("Executive summary")
    book.bullets(case.lessons)
    book.para("The recommendations of the review are:")
    for ask in asks:
        book.answer.take(ask, book.look.marks, str(ask.key), context=None)
        book.ask(ask, number=f"{ask.key}.")
    book.add(NewPage())
    write_front(book)
    write_events(book)
    write_analysis(book)
    write_lessons(book)
    open_recommendations(book)
    for ask in asks:
        book.answer.trap("stands-in-several-places", ask.lead)
        background = expand(rng.choice(BACKGROUND), rng, case.slots)
        book.para(book.answer.trap("background-between", background))
        book.ask(ask, label=f"Recommendation {ask.key}:")
    write_glossary(book)
    return close(book)


def _summary(overview: Book, asks: list[Ask]) -> Book:
    book = another(overview, "summary")
    words = load("prose.toml", Prose)
    write_title_page(book, "Executive Summary")
    book.section("The review process")
    book.paras(
        expand(text, book.rng, book.case.slots | {"author": book.case.author})
        for text in words.introduction[:2] + words.methodology[:2]
    )
    book.section("Key issues")
    book.bullets(book.case.lessons)
    write_conclusion(book)
    open_recommendations(book)
    for ask in asks:
        book.ask(ask, number=f"{ask.key}.")
    return book


def _about(case: Case) -> list[Element]:
    """Give the lines that say which review a letter is about."""
    about = f"{case.kind_words}: ‘{case.victim}’ ({case.area.town})"
    return case.rng("letter").choice(
        [
            [Paragraph(about, bold=True)],
            [Paragraph("Dear colleague,"), Paragraph(f"Re: {about}", bold=True)],
            [
                Paragraph("Dear chair,"),
                Paragraph(
                    f"{case.kind_words} of {case.csp.in_text} concerning the death of "
                    f"{case.victim}",
                    bold=True,
                ),
            ],
        ]
    )


def _letter(overview: Book) -> Book:
    """The quality assurance panel's letter: its own wishes are no recommendations of the review."""
    book = another(overview, "letter")
    case = book.case
    book.title = f"Letter about the {case.kind_words} ‘{case.victim}’"
    wish = (
        "The panel recommends that the report is proofread once more and that the date of the "
        "final version is shown on its title page."
    )
    book.add(
        Paragraph("Interpersonal Abuse Unit, Home Office"),
        Paragraph(f"To the chair of {case.csp.printed}"),
        Paragraph(NOTE, italic=True),
        *_about(case),
        Paragraph(
            "Thank you for submitting the report to the quality assurance panel, which found it "
            "thorough and sensitive. The voice of the family is clearly heard."
        ),
        Paragraph(book.answer.trap("letter-wishes", wish)),
        Paragraph("Once these points have been considered the report may be published."),
        Paragraph("Chair of the quality assurance panel"),
        NewPage(),
    )
    return book


LAYOUTS = (
    Layout("several-documents", "overview, executive summary, action plan and letter", _documents),
    Layout("summary-first", "an executive summary at the front with the same list", _summary_first),
)
