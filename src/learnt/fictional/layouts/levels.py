"""Sections by level, a mixture of forms in one document, and an appendix of agencies' own."""

from dataclasses import replace

from msgspec import structs

from learnt.fictional.bodies import NATIONAL
from learnt.fictional.book import Book
from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.layouts.agencies import bullet
from learnt.fictional.layouts.tables import write_table
from learnt.fictional.manuscript import Paragraph
from learnt.fictional.plan import write_plan
from learnt.fictional.sections import open_recommendations, write_glossary, write_report
from learnt.fictional.wording import Ask
from learnt.records import Level


def draw_levels(case: Case) -> dict[Level, list[Ask]]:
    """Give recommendations by level, each drawn for the bodies of that level, keys running on."""
    local = [body.kind for body in case.agencies]
    rng = case.rng("levels")
    drawn: dict[Level, list[Ask]] = {
        "single-agency": [
            replace(ask, bodies=ask.bodies[:1])
            for ask in case.asks("mixed", rng.randint(5, 10), local)
        ],
        "multi-agency": case.asks("named", rng.randint(3, 8), ["csp", "collective"]),
        "national": case.asks("named", rng.randint(2, 5), NATIONAL),
    }
    key = 0
    for level, asks in drawn.items():
        drawn[level] = [replace(ask, key=key + at) for at, ask in enumerate(asks, 1)]
        key += len(asks)
    return drawn


HEADINGS: dict[Level, tuple[str, ...]] = {
    "single-agency": ("Single agency recommendations", "Individual agency recommendations"),
    "multi-agency": (
        "Multi-agency recommendations",
        "Multi-agency and partnership recommendations",
    ),
    "national": ("National recommendations", "Recommendations for national bodies"),
}


def _sections(case: Case) -> Draft:
    book, rng = start(case, "level-sections")
    write_report(book)
    open_recommendations(book)
    drawn = draw_levels(case)
    asks = [ask for members in drawn.values() for ask in members]
    for level, members in drawn.items():
        book.sub(rng.choice(HEADINGS[level]))
        for ask in members:
            names = ask.printed if level == "single-agency" else None
            book.answer.take(ask, book.look.marks, str(ask.key), names, level)
            bracket = "; ".join(names or ())
            book.ask(ask, label=f"Recommendation {ask.key}:", bracket=bracket)
    if rng.random() < 0.5:
        write_plan(book, asks, [str(ask.key) for ask in asks], "number")
    write_glossary(book)
    return close(book)


def _mixture(case: Case) -> Draft:
    """Headed ones by the panel, a table of the agencies' own and bullets for national bodies."""
    book, _ = start(case, "mixture")
    write_report(book)
    drawn = draw_levels(case)
    book.section("Recommendations of the panel")
    for place, ask in enumerate(drawn["multi-agency"], 1):
        book.answer.take(ask, book.look.marks, str(place), ask.printed, "multi-agency")
        book.head(f"Recommendation {place}")
        book.ask(ask)
        book.add(Paragraph(ask.printed[0], label="Owner:"))
    book.section("Single agency recommendations")
    own = drawn["single-agency"]
    refs = [f"IMR{place}" for place in range(1, len(own) + 1)]
    write_table(book, own, refs, ("ref", "text", "agency"))
    _level(book, own, "single-agency")
    book.section("National recommendations")
    for ask in drawn["national"]:
        book.answer.take(ask, "-", level="national")
        book.add(*bullet(ask, "•"))
    write_glossary(book)
    return close(book)


def _level(book: Book, asks: list[Ask], level: Level) -> None:
    """Note that a section's heading gives the level of its recommendations."""
    known = book.answer.recommendations
    for ask in asks:
        known[ask.key] = structs.replace(known[ask.key], level=level)


def _appendix(case: Case) -> Draft:
    book, _ = start(case, "appendix-own")
    write_report(book)
    drawn = draw_levels(case)
    open_recommendations(book)
    for ask in (*drawn["multi-agency"], *drawn["national"]):
        ref = str(len(book.answer.recommendations) + 1)
        level: Level = "national" if ask in drawn["national"] else "multi-agency"
        book.answer.take(ask, book.look.marks, ref, ask.printed, level)
        book.ask(ask, number=f"{ref}.", bracket="; ".join(ask.printed))
    write_glossary(book)
    book.head("Appendix A: Single agency recommendations", 1)
    groups: dict[str, list[Ask]] = {}
    for ask in drawn["single-agency"]:
        groups.setdefault(ask.printed[0], []).append(ask)
    for agency, members in groups.items():
        book.head(agency, 2)
        for place, ask in enumerate(members, 1):
            book.answer.take(ask, book.look.marks, str(place), (agency,), "single-agency")
            book.ask(ask, number=f"{place}.")
    return close(book)


LAYOUTS = (
    Layout(
        "level-sections", "single-agency, multi-agency and national ones in sections", _sections
    ),
    Layout("mixture", "headed, tabled and bulleted ones in one document", _mixture),
    Layout("appendix-own", "the agencies' own ones in an appendix, numbered anew", _appendix),
)
