"""Boxes within the analysis that are listed again at the end."""

from learnt.fictional.bodies import Body
from learnt.fictional.book import Book, set_ask
from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.manuscript import Frame, Paragraph
from learnt.fictional.sections import write_glossary, write_report
from learnt.fictional.wording import Ask


def _boxes(case: Case) -> Draft:
    book, rng = start(case, "boxes-and-list")
    asks = sorted(case.asks("named"), key=lambda ask: [body.kind for body in ask.bodies])
    waiting = _share_out(asks, case)
    shaded = rng.random() < 0.5
    order: list[Ask] = []

    def interlude(book: Book, body: Body) -> None:
        for ask in waiting.get(body.kind, ()):
            order.append(ask)
            book.answer.take(ask, book.look.marks, str(len(order)), context=ask.before or None)
            if ask.before:
                book.para(book.answer.trap("paragraph-before", ask.before))
            inner = set_ask(ask, book.look.marks, label=f"Recommendation {len(order)}:")
            book.add(Frame(inner, shaded))

    write_report(book, interlude)
    book.section("Summary of recommendations")
    book.para("For convenience the recommendations made in this report are listed here.")
    for place, ask in enumerate(order, 1):
        book.answer.trap("stands-in-several-places", ask.lead)
        book.ask(ask, label=f"Recommendation {place}:")
    book.add(Paragraph("End of recommendations.", italic=True))
    write_glossary(book)
    return close(book)


def _share_out(asks: list[Ask], case: Case) -> dict[str, list[Ask]]:
    """Give each agency's boxes; those addressed to no agency of the panel go to the last."""
    kinds = [body.kind for body in case.agencies]
    shared: dict[str, list[Ask]] = {}
    for ask in asks:
        kind = ask.bodies[0].kind
        shared.setdefault(kind if kind in kinds else kinds[-1], []).append(ask)
    return shared


LAYOUTS = (Layout("boxes-and-list", "boxes within the analysis, listed again at the end", _boxes),)
