"""Lists under the name of each agency: bullets, and numbers that begin again at 1."""

from dataclasses import replace

from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.layouts.numbered import group_by_agency
from learnt.fictional.manuscript import Bullets, Paragraph
from learnt.fictional.sections import open_recommendations, write_glossary, write_report
from learnt.fictional.wording import Ask


def _bullets(case: Case) -> Draft:
    book, rng = start(case, "agency-bullets")
    book.look = replace(book.look, marks="-")
    write_report(book)
    open_recommendations(book)
    sign = rng.choice(["•", "•", "▪"])
    for agency, members in group_by_agency(case.asks("mixed")).items():
        book.head(agency, 2)
        for ask in members:
            book.answer.take(ask, "-", "", (agency,), ask.level)
            book.add(*bullet(ask, sign))
    write_glossary(book)
    return close(book)


def _restart(case: Case) -> Draft:
    book, rng = start(case, "agency-restart")
    write_report(book)
    book.section("Recommendations from the individual management reviews")
    local = [body.kind for body in case.agencies]
    word = rng.choice(["{}.", "Recommendation {}:", "R{}"])
    for agency, members in group_by_agency(case.asks("mixed", kinds=local)).items():
        book.head(f"{agency}{rng.choice(['', ':'])}", 2)
        for place, ask in enumerate(members, 1):
            ref = f"R{place}" if word == "R{}" else str(place)
            book.answer.take(ask, book.look.marks, ref, (agency,), "single-agency")
            label = word.format(place)
            if word == "{}.":
                book.ask(ask, number=label)
            else:
                book.ask(ask, label=label)
    book.answer.trap("numbers-begin-again", "1")
    write_glossary(book)
    return close(book)


def _fused(case: Case) -> Draft:
    """The agency's name opens the line and nothing but bold type parts it from what is asked."""
    book, _ = start(case, "agency-fused")
    write_report(book)
    book.section("Single agency recommendations")
    local = [body.kind for body in case.agencies]
    for ask in case.asks("plain", kinds=local):
        alone = replace(ask, bodies=ask.bodies[:1])
        book.answer.take(alone, book.look.marks, "", alone.printed, "single-agency")
        book.answer.trap("heading-fused-with-text", f"{alone.printed[0]} {alone.lead}")
        book.ask(alone, label=alone.printed[0])
    write_glossary(book)
    return close(book)


def bullet(ask: Ask, sign: str) -> tuple[Bullets | Paragraph, ...]:
    """Give a recommendation as a list item, its sub-points nested under it."""
    opening = Bullets((ask.lead,), (sign,))
    if not ask.points:
        return (opening,)
    return opening, Bullets(ask.points, tuple("-" for _ in ask.points), level=1)


LAYOUTS = (
    Layout("agency-bullets", "bullets without numbers under the name of each agency", _bullets),
    Layout("agency-restart", "numbers that begin again at 1 for each agency", _restart),
    Layout("agency-fused", "the agency's name in bold, run into the text", _fused),
)
