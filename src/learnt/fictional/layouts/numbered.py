"""Numbered paragraphs under "Recommendations", and references with letters (10.4a to 10.4g)."""

from dataclasses import replace

from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.grammar import expand
from learnt.fictional.manuscript import Paragraph
from learnt.fictional.plan import write_plan
from learnt.fictional.sections import open_recommendations, write_glossary, write_report
from learnt.fictional.wording import Ask

BACKGROUND = (
    "The panel heard about the resources that are available in {county} and was grateful to those "
    "who took part.",
    "In the analysis the panel described how contact with {victim} came to an end.",
    "Since the death the agencies concerned have met several times.",
    "The family told the chair how much it would mean to them if others were asked earlier.",
)


def _paragraphs(case: Case) -> Draft:
    book, rng = start(case, "numbered-background")
    book.look = replace(book.look, numbering="paragraphs", marks=rng.choice(["•", "(a)", "(i)"]))
    write_report(book)
    open_recommendations(book)
    asks = case.asks("named")
    refs = []
    for ask in asks:
        if ask.before:
            book.answer.trap("paragraph-before", ask.before)
            book.para(ask.before)
        elif rng.random() < 0.4:
            text = expand(rng.choice(BACKGROUND), rng, case.slots)
            book.para(book.answer.trap("background-between", text))
        refs.append(book.next_number())
        book.answer.take(ask, book.look.marks, refs[-1], context=ask.before or None)
        book.ask(ask, number=refs[-1])
    write_glossary(book)
    return close(book)


def _letters(case: Case) -> Draft:
    """References 10.2a on, grouped under the agency, with gaps; some start the group at b."""
    book, rng = start(case, "lettered-refs")
    book.look = replace(book.look, numbering="headings", marks="•")
    write_report(book)
    section = open_recommendations(book)
    groups = group_by_agency(case.asks("mixed"))
    asks, refs = [], []
    for place, (agency, members) in enumerate(groups.items(), rng.choice([1, 2])):
        book.add(Paragraph(agency, bold=True))
        for letter, ask in enumerate(members, 1 if rng.random() < 0.15 else 0):
            ref = f"{section}.{place}{chr(97 + letter)}"
            book.answer.take(ask, book.look.marks, ref, (agency,), ask.level)
            book.ask(ask, number=ref)
            asks.append(ask)
            refs.append(ref)
    book.answer.trap("refs-with-letters", refs[0])
    if rng.random() < 0.4:
        write_plan(book, asks, refs, "number")
    write_glossary(book)
    return close(book)


def group_by_agency(asks: list[Ask]) -> dict[str, list[Ask]]:
    """Give the recommendations by their first addressee, which becomes their only one."""
    groups: dict[str, list[Ask]] = {}
    for ask in asks:
        alone = replace(ask, bodies=ask.bodies[:1])
        groups.setdefault(alone.printed[0], []).append(alone)
    return groups


LAYOUTS = (
    Layout(
        "numbered-background",
        "numbered paragraphs, with background paragraphs numbered among them",
        _paragraphs,
    ),
    Layout("lettered-refs", "references such as 10.2a, under the name of each agency", _letters),
)
