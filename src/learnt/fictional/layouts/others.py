"""Reports of other bodies: an inspectorate, a coroner, an inquiry after a homicide, a merged plan."""

from dataclasses import replace

from learnt.fictional.bodies import NATIONAL, Body
from learnt.fictional.book import Book, set_ask
from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.grammar import capital, expand, say_date
from learnt.fictional.layouts.investigation import open_report
from learnt.fictional.lists import Actions, Prose, load
from learnt.fictional.manuscript import Frame, NewPage, Paragraph, Table
from learnt.fictional.sections import (
    open_recommendations,
    write_analysis,
    write_events,
    write_glossary,
    write_report,
)
from learnt.fictional.truth import printed_text
from learnt.fictional.wording import Ask
from learnt.records import Action

IMPROVE = (
    "The force does not always record the reasons for a decision to close a case.",
    "Supervision of risk assessments was not consistent between the districts that we visited.",
)
POWER = (
    "In my opinion action should be taken to prevent future deaths and I believe that you have the "
    "power to take such action."
)


def _inspection(case: Case) -> Draft:
    """An inspectorate: bold paragraphs that say by when, and areas for improvement."""
    book, rng = start(case, "inspection")
    open_report(book, "Inspectorate of Public Protection", f"An inspection of {case.area.county}")
    write_analysis(book)
    book.section("How well are victims protected?")
    judgements = load("prose.toml", Prose).judgements
    year = case.slots["next_year"]
    for ask in case.asks("core", rng.randint(5, 8), [*NATIONAL, "police"]):
        book.para(expand(rng.choice(judgements), rng, case.slots))
        body = ask.bodies[0]
        day = rng.choice(["31 March", "30 September", "1 June"])
        lead = f"We recommend that, by {day} {year}, {body.in_text} should {ask.lead}."
        made = replace(ask, bodies=(body,), lead=lead, named=(body.printed,))
        book.answer.take(made, book.look.marks)
        book.add(Paragraph(lead, bold=True))
        if rng.random() < 0.4:
            book.add(Paragraph("Area for improvement", bold=True))
            book.add(Paragraph(book.answer.trap("area-for-improvement", rng.choice(IMPROVE))))
    book.section("About this inspection")
    book.para("The evidence was gathered over ten weeks from records, interviews and visits.")
    return close(book)


def _coroner(case: Case) -> Draft:
    """A coroner's report: matters of concern, and that action should be taken; it recommends nothing."""
    book, _ = start(case, "prevention-of-death")
    open_report(book, f"Coroner for {case.area.county}", "Report to prevent future deaths")
    write_events(book)
    book.section("Coroner’s concerns")
    book.para("In my opinion there is a risk that future deaths will occur unless action is taken.")
    for place, text in enumerate(case.lessons, 1):
        book.add(Paragraph(book.answer.trap("matter-of-concern", text), number=f"({place})"))
    book.section("Action should be taken")
    book.para(book.answer.trap("power-to-act", POWER))
    book.section("Your response")
    book.para("You are under a duty to respond to this report within 56 days of its date.")
    return close(book)


def _homicide_inquiry(case: Case) -> Draft:
    """An independent investigation: boxes in the analysis, and a table of residual ones."""
    book, rng = start(case, "trust-investigation")
    open_report(book, "NHS England", "Independent investigation into care and treatment")
    write_events(book)
    kinds = ["mental-health-trust", "icb", "gp-practice"]
    asks = [_must(ask) for ask in case.asks("core", 9, kinds)]
    boxed, rest = asks[:6], asks[6:]
    waiting = iter(boxed)

    def interlude(book: Book, body: Body) -> None:
        for ask in [one for one in (next(waiting, None),) if one]:
            book.answer.take(ask, book.look.marks, str(ask.key))
            inner = set_ask(ask, book.look.marks)
            label = Paragraph(f"Recommendation {ask.key}", bold=True)
            book.add(Frame((label, *inner), rng.random() < 0.5))

    write_analysis(book, interlude)
    for ask in waiting:
        book.answer.take(ask, book.look.marks, str(ask.key))
        book.ask(ask, label=f"Recommendation {ask.key}:")
    book.section("Residual recommendations")
    rows = []
    for ask in rest:
        book.answer.take(ask, book.look.marks, str(ask.key), ask.printed)
        rows.append((str(ask.key), ask.lead, "\n".join(ask.printed)))
    header = ("No.", "Recommendation", "Organisation")
    book.add(Table(header, tuple(rows), (0.1, 0.6, 0.3)))
    return close(book)


def _must(ask: Ask) -> Ask:
    body = ask.bodies[0]
    lead = f"{capital(body.in_text)} must {ask.lead}."
    return replace(ask, bodies=(body,), lead=lead, named=(body.printed,))


def _merged(case: Case) -> Draft:
    """A landscape plan in which a recommendation's cell is merged over its actions and agencies."""
    book, rng = start(case, "plan-merged")
    write_report(book)
    open_recommendations(book)
    book.para("The recommendations of the panel are set out in the action plan that follows.")
    words = load("actions.toml", Actions)
    rows: list[tuple[str | None, ...]] = []
    for ask in case.asks("mixed"):
        taken = book.answer.take(ask, book.look.marks, str(ask.key), ask.printed)
        first: str | None = f"{ask.key}. {printed_text(ask, book.look.marks)}"
        for step, name in enumerate((*ask.printed, ask.printed[0])):
            day = f"{int(case.completed[:4]) + 1}-{rng.randint(1, 12):02d}"
            action = Action(
                id=f"a{len(book.answer.actions) + 1}",
                recommendation=taken.id,
                action=expand(words.steps[(ask.key + step) % len(words.steps)], rng, case.slots),
                lead=name,
                target_date=day,
                target_printed=say_date(day),
            )
            book.answer.actions.append(action)
            rows.append((first, action.action, name, action.target_printed))
            first = None
    header = ("Recommendation", "Action", "Lead agency", "Target date")
    book.add(NewPage(landscape=True))
    book.section("Action plan")
    table = Table(header, tuple(rows), (0.36, 0.3, 0.2, 0.14), repeat_header=rng.random() < 0.5)
    book.add(table, NewPage())
    write_glossary(book)
    return close(book)


LAYOUTS = (
    Layout(
        "inspection", "bold and dated, without numbers", _inspection, kinds=("other",), full=False
    ),
    Layout(
        "prevention-of-death",
        "a coroner's matters of concern, which recommend nothing",
        _coroner,
        kinds=("other",),
        full=False,
    ),
    Layout(
        "trust-investigation",
        "boxes that say what a Trust must do, and a residual table",
        _homicide_inquiry,
        kinds=("other",),
        full=False,
    ),
    Layout("plan-merged", "a plan with recommendations merged over several actions", _merged),
)
