"""Reports of other bodies: a safety investigation and a government's response to a review."""

from learnt.fictional.book import Book
from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.front import NOTE
from learnt.fictional.grammar import expand, say_date
from learnt.fictional.lists import Prose, load
from learnt.fictional.manuscript import Bullets, Contents, NewPage, Paragraph
from learnt.fictional.sections import write_analysis, write_events
from learnt.fictional.wording import Ask
from learnt.records import Lesson, Metadata

COMMISSION = "Care Safety Commission"
REPLIES = (
    "{body} replied: “We accept the recommendation. A project began in the spring and we expect it "
    "to be finished within 12 months. It is our view that the procedure should also be shortened.”",
    "On the following day {body} replied that the recommendation would be implemented and that "
    "training should be complete by the end of the year.",
    "{body} replied: “We note recommendation {ref}. Further work is needed before we can say "
    "whether it should be adopted, and we would recommend that the regulator is asked too.”",
)
CLOSURE = "On {date} the Commission closed the recommendation, having been shown that it was met."
RESPONSE = (
    "The government accepts this recommendation. Officials will write to partners by the spring, "
    "and a review of the guidance is under way.",
    "The government accepts this recommendation in part. The department will consider how this "
    "should be taken forward, together with recommendation {n}.",
    "This recommendation has been met. The guidance was changed and should be read with the code.",
)


def _investigation(case: Case) -> Draft:
    book, rng = start(case, "investigation")
    open_report(book, COMMISSION, f"Inquiry CS-{case.year_of_death}-1{rng.randint(10, 99)}")
    write_events(book)
    write_analysis(book)
    book.section("Findings")
    book.bullets(case.lessons, "1.")
    for place, text in enumerate(case.lessons, 1):
        book.answer.lessons.append(Lesson(id=f"l{place}", ref=str(place), text=text))
    book.section("Recommendations")
    book.para(
        "The Commission may issue recommendations to any person or organisation that it considers "
        "the most appropriate to address the identified safety issues."
    )
    asks = case.asks("core", rng.randint(5, 9), [body.kind for body in case.agencies])
    serial = rng.randint(2, 40)
    for place, (agency, members) in enumerate(_by_agency(asks).items()):
        book.sub(f"Recommendations to {agency}")
        for ask in members:
            serial += 1
            ref = f"{serial:03d}/{int(case.completed[2:4]):02d}"
            _recommend(book, ask, agency, ref, replied=place % 3 != 2)
    book.section("Conduct of the inquiry")
    book.para("A draft was sent to all those named in it, and their comments were considered.")
    return close(book)


def _recommend(book: Book, ask: Ask, agency: str, ref: str, replied: bool) -> None:
    case, rng = book.case, book.rng
    book.para(expand(rng.choice(load("prose.toml", Prose).judgements), rng, case.slots))
    day = say_date(f"{case.completed[:7]}-{rng.randint(1, 28):02d}")
    text = f"On {day} the Commission recommended that {agency} {ask.lead}."
    made = Ask(ask.key, ask.theme, ask.bodies, text, (), ask.points)
    book.answer.take(made, book.look.marks, ref, (agency,), "single-agency")
    book.add(Paragraph(f"{text} ({ref})"))
    if replied:
        reply = expand(rng.choice(REPLIES), rng, {"body": agency, "ref": ref})
        book.answer.trap("reply", reply)
        closed = f"{case.published}-{rng.randint(1, 28):02d}"
        closing = book.answer.trap("closure", CLOSURE.replace("{date}", say_date(closed)))
        book.add(Paragraph(reply, indent=24), Paragraph(closing))


def _by_agency(asks: list[Ask]) -> dict[str, list[Ask]]:
    groups: dict[str, list[Ask]] = {}
    for ask in asks:
        if not ask.points:
            groups.setdefault(ask.printed[0], []).append(ask)
    return groups


def _response(case: Case) -> Draft:
    book, rng = start(case, "government-response")
    open_report(book, "Home Office", f"Government response to the review in {case.area.county}")
    book.section("Introduction")
    book.para("This document sets out the government’s response to each recommendation in turn.")
    book.section("Recommendations")
    indented = rng.random() < 0.7
    for ask in case.asks("named", rng.randint(8, 14)):
        book.head(f"Recommendation {ask.key}", 2)
        book.answer.take(ask, "•", str(ask.key))
        book.add(Paragraph(ask.lead, indent=24 if indented else 0))
        if ask.points:
            book.add(Bullets(ask.points, tuple("•" for _ in ask.points)))
        book.head(f"Government response to recommendation {ask.key}", 3)
        answer = expand(rng.choice(RESPONSE), rng, {})
        book.add(Paragraph(book.answer.trap("response", answer)))
    book.section("Conclusion and next steps")
    book.para("Progress on the recommendations will be reported to Parliament within 12 months.")
    return close(book)


def open_report(book: Book, body: str, words: str) -> None:
    """Write the title page of another body's report and note in the answer what it prints."""
    case = book.case
    book.title = f"{body}: {words}"
    book.add(
        Paragraph(body, centred=True, bold=True, size=16),
        Paragraph(words, centred=True, bold=True, size=20),
        Paragraph(f"Published {say_date(case.published)}", centred=True),
        Paragraph(NOTE, centred=True, italic=True),
        NewPage(),
        Contents(),
        NewPage(),
    )
    book.answer.metadata = Metadata(title=book.title, kind="other", published=case.published)


LAYOUTS = (
    Layout(
        "investigation",
        "a safety investigation: references at the end, replies and closures",
        _investigation,
        kinds=("other",),
        full=False,
    ),
    Layout(
        "government-response",
        "a government's response, which restates each recommendation",
        _response,
        kinds=("other",),
        full=False,
    ),
)
