"""The seven-column action plan as the only place in which the recommendations stand."""

from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.plan import Opening, write_plan
from learnt.fictional.sections import open_recommendations, write_glossary, write_report


def _plan_only(case: Case) -> Draft:
    book, rng = start(case, "plan-only")
    write_report(book)
    open_recommendations(book)
    book.para("The recommendations of the panel are set out in the action plan that follows.")
    opening: Opening = rng.choice(["number", "word", "line", "none"])
    grouped = rng.random() < 0.5
    asks = case.asks("mixed")
    if grouped:
        asks.sort(key=lambda ask: ask.printed[0])
    refs = ["" if opening == "none" else str(place) for place in range(1, len(asks) + 1)]
    for ask, ref in zip(asks, refs, strict=True):
        book.answer.take(ask, book.look.marks, ref, ask.printed)
    write_plan(book, asks, refs, opening, grouped, rng.choice(["all", "all", "horizontal"]))
    write_glossary(book)
    return close(book)


LAYOUTS = (
    Layout("plan-only", "the action plan, on landscape pages, is the only place", _plan_only),
)
