"""Recommendations grouped under the lessons that they follow from."""

from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.manuscript import Paragraph
from learnt.fictional.plan import write_plan
from learnt.fictional.sections import write_glossary, write_report
from learnt.fictional.wording import Ask
from learnt.records import Lesson


def _lessons(case: Case) -> Draft:
    book, rng = start(case, "lessons-grouped")
    write_report(book, lessons="skip")
    book.section("Lessons and recommendations")
    word = rng.choice(["Lesson", "Learning point", "Finding"])
    asks = case.asks("named", rng.randint(len(case.lessons), 20))
    for place, lesson in enumerate(case.lessons, 1):
        book.head(f"{word} {place}", 2)
        book.add(Paragraph(lesson))
        taken = []
        for ask in _share(asks, place - 1, len(case.lessons)):
            label = f"Recommendation {ask.key}"
            taken.append(book.answer.take(ask, book.look.marks, str(ask.key)).id)
            book.ask(ask, label=f"{label}:")
        book.answer.lessons.append(
            Lesson(id=f"l{place}", ref=str(place), text=lesson, recommendations=tuple(taken))
        )
    if rng.random() < 0.5:
        write_plan(book, asks, [str(ask.key) for ask in asks], "word")
    write_glossary(book)
    return close(book)


def _share(items: list[Ask], place: int, parts: int) -> list[Ask]:
    return items[place * len(items) // parts : (place + 1) * len(items) // parts]


LAYOUTS = (
    Layout("lessons-grouped", "recommendations under the lesson they follow from", _lessons),
)
