"""Manners of real reviews: bold type alone, boxes with owners, label lines, running numbers, triples."""

from dataclasses import replace

from learnt.fictional.bodies import Body
from learnt.fictional.book import Book
from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.grammar import expand
from learnt.fictional.layouts.agencies import bullet
from learnt.fictional.layouts.numbered import BACKGROUND, group_by_agency
from learnt.fictional.lists import Prose, load
from learnt.fictional.manuscript import Bullets, Element, Frame, Paragraph, Table
from learnt.fictional.sections import open_recommendations, write_glossary, write_report
from learnt.fictional.truth import mark, printed_text
from learnt.fictional.wording import Ask
from learnt.records import Lesson


def _bold(case: Case) -> Draft:
    """Nothing but bold type tells a recommendation from the paragraphs around it."""
    book, rng = start(case, "bold-only")
    write_report(book)
    book.section("Findings and recommendations")
    for ask in case.asks("named"):
        text = ask.before or expand(rng.choice(BACKGROUND), rng, case.slots)
        book.add(Paragraph(book.answer.trap("background-between", text)))
        book.answer.take(ask, book.look.marks, context=ask.before or None)
        book.add(Paragraph(ask.lead, bold=True), *_points(book, ask))
    write_glossary(book)
    return close(book)


def _points(book: Book, ask: Ask) -> list[Element]:
    signs = tuple(mark(book.look.marks, place) for place in range(len(ask.points)))
    return [Bullets(ask.points, signs)] if ask.points else []


def _owned_boxes(case: Case) -> Draft:
    """Boxes in the analysis with a line that names their owners, and no list at the end."""
    book, rng = start(case, "boxes-owned")
    local = [body.kind for body in case.agencies]
    asks = [ask for ask in case.asks("mixed", kinds=local) if not ask.before]
    shaded, owner = rng.random() < 0.5, rng.choice(["For: {}", "Responsible: {}", "Owner: {}"])
    placed = 0

    def interlude(book: Book, body: Body) -> None:
        nonlocal placed
        for ask in [ask for ask in asks if ask.bodies[0] == body]:
            placed += 1
            book.answer.take(ask, book.look.marks, str(placed), ask.printed)
            inner: list[Element] = [Paragraph(f"Recommendation {placed}", bold=True)]
            inner += [Paragraph(ask.lead), *_points(book, ask)]
            inner.append(Paragraph(owner.format("; ".join(ask.printed))))
            book.add(Frame(tuple(inner), shaded))

    write_report(book, interlude)
    write_glossary(book)
    return close(book)


def _label_lines(case: Case) -> Draft:
    book, rng = start(case, "label-lines")
    write_report(book)
    open_recommendations(book)
    lead = rng.choice(["Lead agency: {}", "Responsible agency: {}", "Lead: {}"])
    for ask in case.asks("mixed"):
        book.answer.take(ask, book.look.marks, str(ask.key), ask.printed)
        book.add(Paragraph(f"Recommendation {ask.key}", bold=True))
        book.add(Paragraph(ask.lead), *_points(book, ask))
        book.add(
            Paragraph(lead.format("; ".join(ask.printed))),
            Paragraph(f"Timescale: {rng.choice(['Within 6 months', 'March', 'September'])}"),
            Paragraph(f"Outcome: {rng.choice(['Staff are confident', 'Practice is checked'])}"),
        )
    write_glossary(book)
    return close(book)


def _number_last(case: Case) -> Draft:
    """Horizontal rules only, and the number in the last column."""
    book, rng = start(case, "table-number-last")
    write_report(book)
    open_recommendations(book)
    rows: list[tuple[str | None, ...]] = []
    for ask in case.asks("mixed"):
        ref = f"{ask.key}"
        book.answer.take(ask, book.look.marks, ref, ask.printed)
        rows.append(("\n".join(ask.printed), printed_text(ask, book.look.marks), ref))
    header = ("Agency", "What the panel recommends", rng.choice(["No.", "Ref"]))
    book.add(Table(header, tuple(rows), (0.27, 0.63, 0.1), rules="horizontal", size=10.0))
    write_glossary(book)
    return close(book)


def _running(case: Case) -> Draft:
    """Several to a paragraph, each opened by its number and closed by its agency in brackets."""
    book, rng = start(case, "running-numbers")
    write_report(book)
    open_recommendations(book)
    asks = [ask for ask in case.asks("named") if not ask.points and not ask.before]
    place = 0
    while asks:
        share = rng.randint(1, 3)
        here, asks = asks[:share], asks[share:]
        pieces = []
        for ask in here:
            place += 1
            book.answer.take(ask, book.look.marks, str(place), ask.printed)
            pieces.append(f"({place}) {ask.lead} ({'; '.join(ask.printed)})")
        book.add(Paragraph(" ".join(pieces)))
    write_glossary(book)
    return close(book)


def _chapters(case: Case) -> Draft:
    """A chapter for each agency, with its analysis and then its recommendations."""
    book, rng = start(case, "agency-chapters")
    write_report(book)
    local = [body.kind for body in case.agencies]
    prose = load("prose.toml", Prose)
    for agency, members in group_by_agency(case.asks("plain", kinds=local)).items():
        book.section(agency)
        book.sub("Analysis")
        slots = case.slots | {"body": agency}
        book.paras(expand(text, rng, slots) for text in rng.sample(prose.judgements, 2))
        book.sub("Recommendations")
        for ask in members:
            book.answer.take(ask, "-", "", (agency,), ask.level)
            book.add(*bullet(ask, "•"))
    write_glossary(book)
    return close(book)


def _triples(case: Case) -> Draft:
    """A table of findings, lessons and recommendations side by side."""
    book, rng = start(case, "triples")
    write_report(book, lessons="skip")
    book.section("Key findings, lessons and recommendations")
    prose = load("prose.toml", Prose)
    rows: list[tuple[str | None, ...]] = []
    findings = rng.sample(prose.judgements, len(case.lessons))
    asks = case.asks("named", len(case.lessons))
    for place, (ask, lesson) in enumerate(zip(asks, case.lessons, strict=True), 1):
        book.answer.take(ask, book.look.marks)
        book.answer.lessons.append(Lesson(id=f"l{place}", ref="", text=lesson))
        finding = expand(findings[place - 1], rng, case.slots)
        rows.append((f"{place}. {finding}", lesson, printed_text(ask, book.look.marks)))
    book.add(Table(("Key finding", "Lesson", "Recommendation"), tuple(rows), (0.3, 0.3, 0.4)))
    write_glossary(book)
    return close(book)


def _practice(case: Case) -> Draft:
    """A practice review: a title, what the Board should do, and questions for the Board."""
    book, rng = start(case, "practice-review")
    book.look = replace(book.look, marks="•")
    write_report(book)
    open_recommendations(book)
    for ask in case.asks("named"):
        book.answer.take(ask, "•", str(ask.key), title=ask.title)
        book.add(Paragraph(f"Recommendation {ask.key}: {ask.title}", bold=True))
        book.add(Paragraph("What the Board should do", italic=True))
        book.add(Paragraph(ask.lead), *_points(book, ask))
        book.add(Paragraph("Questions for the Board", italic=True))
        book.add(Bullets(tuple(rng.sample(QUESTIONS, 2)), ("•", "•")))
    write_glossary(book)
    return close(book)


QUESTIONS = (
    "How will the Board know that practice has changed?",
    "Which partners would need to be part of this?",
    "What would families say about this in a year’s time?",
    "Is there evidence from audits that bears on this?",
)

LAYOUTS = (
    Layout("bold-only", "bold paragraphs among background, with no label", _bold),
    Layout("boxes-owned", "boxes in the analysis with owners, listed nowhere else", _owned_boxes),
    Layout(
        "label-lines", "a label's line, the text, then lines of lead and timescale", _label_lines
    ),
    Layout("table-number-last", "horizontal rules, agency first, number last", _number_last),
    Layout("running-numbers", "(1), (2) in running paragraphs, agency in brackets", _running),
    Layout("agency-chapters", "each agency's chapter ends with its recommendations", _chapters),
    Layout("triples", "finding, lesson and recommendation side by side", _triples),
    Layout("practice-review", "titles, what the Board should do, and questions", _practice),
)
