"""The sections that surround the recommendations of a fictional overview report."""

from collections.abc import Callable

from msgspec import structs

from learnt.fictional.bodies import Body
from learnt.fictional.book import Book
from learnt.fictional.front import (
    front_elements,
    front_metadata,
    near_misses,
    tell_introduction,
    tell_people,
)
from learnt.fictional.grammar import expand, say_date
from learnt.fictional.lists import Prose, Traps, load
from learnt.fictional.manuscript import Contents, NewPage, Paragraph, Table
from learnt.fictional.story.tell import note_front, tell
from learnt.records import Lesson

CHAPTERS = (
    "Recommendations",
    "Recommendations",
    "Panel recommendations",
    "The review’s recommendations",
    "Recommendations and next steps",
    "Overview report recommendations",
)
STORY = (
    ("Family and home", "family"),
    ("Health", "health"),
    ("The relationship", "abuse"),
    ("What services knew", "services"),
    ("The death", "death"),
    ("Criminal proceedings", "courts"),
)
"""Headings of the background, and the parts of the story told under them."""
Interlude = Callable[[Book, Body], None]
"""Called after the analysis of each agency, for layouts that put something there."""


def write_title_page(book: Book, words: str = "Overview Report") -> None:
    """Write the title page and note in the answer what the report prints of itself."""
    book.title, elements = front_elements(book.case, words)
    book.add(*elements, NewPage())
    note_front(book, elements)
    if not book.answer.metadata.csp:
        book.answer.metadata = front_metadata(book.case, book.title)


def write_front(book: Book) -> None:
    """Write what precedes the facts: introduction, confidentiality, terms, panel."""
    prose, say = load("prose.toml", Prose), _speaker(book)
    book.add(Contents(), NewPage())
    book.section("Introduction")
    book.paras(tell_introduction(book.case))
    tell(book, "opening")
    book.paras(say(prose.introduction))
    book.sub("Timescales")
    book.paras(say(prose.timescales))
    book.sub("Confidentiality")
    book.paras(say(prose.confidentiality))
    book.add(_pseudonyms(book))
    book.sub("Terms of reference")
    book.para("The panel agreed the following key lines of enquiry:")
    book.bullets(prose.terms)
    book.section("Methodology")
    book.paras(tell_people(book.case))
    book.paras(say(prose.methodology))
    book.sub("The review panel")
    book.add(Table(("Name", "Position", "Agency"), book.case.panel))
    book.sub("Equality and diversity")
    book.paras(say(prose.equality))
    tell(book, "equality")
    book.sub("Dissemination")
    book.paras(say(prose.dissemination))


def _pseudonyms(book: Book) -> Table:
    case = book.case
    rows = (
        (case.victim, "The victim"),
        (case.perpetrator, "The perpetrator"),
        (case.relative, "A close relative of the victim"),
        ("Child 1", "A child who lived nearby"),
        ("Officer 1", "A police officer"),
        ("HS1 and PS2", "Schools"),
    )
    return Table(("Pseudonym", "Relationship to the case"), rows)


def write_events(book: Book) -> None:
    """Write background and chronology, the latter as a table or as paragraphs."""
    book.section("Background")
    book.paras(_speaker(book)(load("prose.toml", Prose).background))
    book.paras(book.answer.trap(kind, text) for kind, text in near_misses(book.case))
    for title, part in STORY:
        book.sub(title)
        tell(book, part)
    book.section("Chronology")
    events = book.case.events
    if book.rng.random() < 0.4:
        rows = tuple((say_date(event.date), event.body, event.text) for event in events)
        book.add(Table(("Date", "Source", "Event"), rows, widths=(0.16, 0.24, 0.6)))
        return
    year = ""
    for event in events:
        if event.date[:4] != year:
            year = event.date[:4]
            book.sub(year)
        opening = "On" if event.date.count("-") == 2 else "In"
        book.para(f"{opening} {say_date(event.date)}: {event.text}")


def write_analysis(book: Book, interlude: Interlude | None = None) -> None:
    """Write the analysis, agency by agency, with a trap in most of them."""
    book.section("Analysis")
    agencies = book.case.agencies
    traps = _trap_sentences(book)
    share = -(-len(traps) // len(agencies))
    for place, body in enumerate(agencies):
        book.sub(body.printed)
        mine = traps[place * share : (place + 1) * share]
        texts = [_analysis_paragraph(book, body) for _ in range(max(book.case.depth, len(mine)))]
        for at, (kind, sentence) in enumerate(mine):
            book.answer.trap(kind, sentence)
            texts[at] = f"{sentence} {texts[at]}" if at % 2 else f"{texts[at]} {sentence}"
        book.paras(texts)
        if interlude:
            interlude(book, body)
    _write_footnote(book)


def _write_footnote(book: Book) -> None:
    """Close the analysis with a paragraph that has a footnote, which may name a recommendation."""
    notes = load("traps.toml", Traps).footnotes
    kind = book.rng.choice(list(notes))
    note = expand(book.rng.choice(notes[kind]), book.rng, book.case.slots)
    book.answer.trap("footnote", note)
    text = "The panel has had regard to the guidance and to the literature in the field."
    book.add(Paragraph(text, book.next_number(), footnote=note))


def write_earlier(book: Book) -> None:
    """Write a section on what earlier reviews asked for, which is none of this review's own."""
    earlier = load("traps.toml", Traps).earlier
    slots, rng = book.case.slots, book.rng
    book.sub(expand(rng.choice(earlier["heading"]), rng, slots))
    book.para(rng.choice(earlier["opening"]))
    items = [expand(text, rng, slots) for text in rng.sample(earlier["items"], 3)]
    for item in items:
        book.answer.trap("earlier-section", item)
    book.bullets(items)


def _trap_sentences(book: Book) -> list[tuple[str, str]]:
    case, mentions = book.case, load("traps.toml", Traps).mentions
    chosen = []
    for kind, sentences in mentions.items():
        slots = case.slots | {"body": book.rng.choice(case.agencies).printed}
        slots["ref"] = str(book.rng.randint(1, 6))
        chosen.append((kind, expand(book.rng.choice(sentences), book.rng, slots)))
    book.rng.shuffle(chosen)
    return chosen


def _analysis_paragraph(book: Book, body: Body) -> str:
    prose, rng = load("prose.toml", Prose), book.rng
    chosen = [
        *rng.sample(prose.observations, 2),
        rng.choice(prose.judgements),
        rng.choice(prose.improvements),
    ]
    slots = book.case.slots | {"body": body.printed}
    return " ".join(text for text in (expand(one, rng, slots) for one in chosen) if text)


def write_lessons(book: Book, style: str = "") -> None:
    """Write the lessons: `headed`, `labelled` or `bulleted`; drawn where no style is given."""
    book.section(book.rng.choice(["Lessons to be learned", "Lessons identified", "Learning"]))
    chosen = style or book.rng.choice(["headed", "labelled", "bulleted"])
    word = book.rng.choice(["Lesson", "Learning point", "Finding"])
    book.para("The panel identified the following learning from this review.")
    for place, text in enumerate(book.case.lessons, 1):
        ref = "" if chosen == "bulleted" else str(place)
        book.answer.lessons.append(Lesson(id=f"l{place}", ref=ref, text=text))
        if chosen == "headed":
            book.head(f"{word} {ref}")
            book.add(Paragraph(text))
        elif chosen == "labelled":
            book.add(Paragraph(text, label=f"{word} {ref}:"))
    if chosen == "bulleted":
        book.bullets(book.case.lessons)


def write_count(book: Book, count: int) -> None:
    """Print how many recommendations there are; once in four times the number is wrong."""
    told = count + 1 if book.rng.random() < 0.25 else count
    if told != count:
        book.answer.trap("printed-count-differs", f"{told} printed, {count} made")
    book.para(f"This review makes {told} recommendations.")
    book.answer.metadata = structs.replace(book.answer.metadata, printed_count=told)


def open_recommendations(book: Book) -> str:
    """Open the chapter of the recommendations, under one of its usual titles; give its number."""
    return book.section(book.rng.choice(CHAPTERS))


def write_conclusion(book: Book) -> None:
    """Write the conclusions."""
    book.section("Conclusions")
    book.paras(_speaker(book)(load("prose.toml", Prose).conclusions))


def write_glossary(book: Book) -> None:
    """Write the glossary, in which "Recommendation" is explained."""
    book.section("Glossary")
    terms = load("prose.toml", Prose).glossary
    book.answer.trap("glossary-entry", f"Recommendation: {terms['Recommendation']}")
    book.add(Table(("Term", "Meaning"), tuple(terms.items()), rules="none"))


def write_report(book: Book, interlude: Interlude | None = None, lessons: str = "") -> None:
    """Write everything up to the recommendations; `lessons` "skip" leaves the lessons to the layout."""
    write_title_page(book)
    write_front(book)
    write_events(book)
    if book.rng.random() < 0.4:
        write_earlier(book)
    write_analysis(book, interlude)
    write_conclusion(book)
    if lessons != "skip":
        write_lessons(book, lessons)


def _speaker(book: Book) -> Callable[[list[str]], list[str]]:
    slots = book.case.slots | {
        "victim": book.case.victim,
        "perp": book.case.perpetrator,
        "chair": book.case.chair,
        "author": book.case.author,
    }
    return lambda texts: [expand(text, book.rng, slots) for text in texts]
