"""Welsh beside English: an executive summary in Welsh, and one document in both languages."""

from learnt.fictional.book import Book
from learnt.fictional.draft import Draft, Layout, another, close, start
from learnt.fictional.facts import Case
from learnt.fictional.lists import Pair, Welsh, load
from learnt.fictional.manuscript import NewPage, Paragraph
from learnt.fictional.sections import open_recommendations, write_glossary, write_report
from learnt.fictional.wording import Ask


def _pairs(case: Case) -> list[tuple[Ask, str]]:
    """Give recommendations in English with their Welsh."""
    words = load("welsh.toml", Welsh)
    found = []
    for key, pair in enumerate(words.pair, 1):
        name = words.names[pair.to].replace("{county}", case.area.county)
        found.append((_ask(case, key, pair), pair.cy.replace("{body_cy}", name)))
    return found


def _ask(case: Case, key: int, pair: Pair) -> Ask:
    body = case.bodies[pair.to]
    spoken = body.in_text[:1].upper() + body.in_text[1:]
    lead = pair.en.replace("{body}", spoken)
    named = (body.printed,) if "{body}" in pair.en else ("All agencies",)
    return Ask(key, "", (body,), lead, named)


def _summary(case: Case) -> Draft:
    book, _ = start(case, "welsh-summary")
    pairs = _pairs(case)
    write_report(book)
    open_recommendations(book)
    for ask, _ in pairs:
        book.answer.take(ask, book.look.marks, str(ask.key))
        book.ask(ask, label=f"Recommendation {ask.key}:")
    write_glossary(book)
    welsh = another(book, "summary")
    welsh.language = "cy"
    _write_welsh(welsh, pairs)
    return close(book, welsh)


def _write_welsh(book: Book, pairs: list[tuple[Ask, str]]) -> None:
    words, case = load("welsh.toml", Welsh), book.case
    review = words.reviews[case.kind]
    book.title = f"{review}: {words.title}, ‘{case.victim}’"
    book.add(
        Paragraph(review, centred=True, bold=True, size=18),
        Paragraph(words.title, centred=True, size=14),
        Paragraph(f"‘{case.victim}’", centred=True, size=14),
        Paragraph(case.csp.printed, centred=True),
        Paragraph(f"{words.fictional} (Fictional)", centred=True, italic=True),
        NewPage(),
    )
    book.section(words.introduction)
    book.paras(text.replace("{victim}", case.victim) for text in words.paragraphs)
    book.section(words.lessons)
    book.bullets(words.learnt)
    book.section(words.conclusion)
    book.para(words.closing)
    book.section(words.recommendations)
    for ask, cy in pairs:
        book.answer.trap("translation", cy)
        book.add(Paragraph(cy, label=f"{words.recommendation} {ask.key}:"))


def _both(case: Case) -> Draft:
    """English and Welsh paragraph by paragraph in one document."""
    book, _ = start(case, "bilingual")
    words = load("welsh.toml", Welsh)
    write_report(book)
    book.section(f"Recommendations / {words.recommendations}")
    for ask, cy in _pairs(case):
        book.answer.take(ask, book.look.marks, str(ask.key))
        book.ask(ask, label=f"Recommendation {ask.key}:")
        book.answer.trap("translation", cy)
        book.add(Paragraph(cy, label=f"{words.recommendation} {ask.key}:", italic=True))
    write_glossary(book)
    return close(book)


LAYOUTS = (
    Layout("welsh-summary", "an English overview with a summary in Welsh", _summary, welsh=True),
    Layout("bilingual", "each recommendation in English and in Welsh", _both, welsh=True),
)
