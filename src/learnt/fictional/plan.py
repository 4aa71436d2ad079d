"""The action plan of a fictional review: the statutory seven columns, and what they say."""

import random
from dataclasses import dataclass
from typing import Literal

from learnt.fictional.book import Book
from learnt.fictional.facts import Case
from learnt.fictional.grammar import MONTHS, expand, say_date
from learnt.fictional.lists import Actions, load
from learnt.fictional.manuscript import NewPage, Table
from learnt.fictional.truth import printed_text
from learnt.fictional.wording import Ask
from learnt.records import Action, Scope

Opening = Literal["none", "number", "word", "line"]
"""How the first cell prints the reference: not, `1. text`, `Recommendation 1: text`, or above it."""
WIDTHS = (0.22, 0.08, 0.2, 0.12, 0.18, 0.08, 0.12)


@dataclass(frozen=True, slots=True)
class When:
    """A date as printed, and in ISO where it is one."""

    printed: str
    iso: str | None


def write_plan(
    book: Book,
    asks: list[Ask],
    refs: list[str],
    opening: Opening = "number",
    grouped: bool = False,
    rules: Literal["all", "horizontal", "shading", "none"] = "all",
) -> None:
    """Write the plan on landscape pages; `grouped` puts the agency's name over its rows."""
    words, rng = load("actions.toml", Actions), book.rng
    book.add(NewPage(landscape=True))
    book.section("Action plan")
    rows: list[tuple[str | None, ...]] = []
    before = ""
    for ask, ref in zip(asks, refs, strict=True):
        heading = ask.printed[0]
        if grouped and heading != before:
            rows.append((heading,))
            before = heading
        rows.extend(_ask_rows(book, ask, _cell(ask, ref, opening, book.look.marks)))
    header = tuple(rng.choice([words.header, words.short_header]))
    repeat = rng.random() < 0.5
    book.add(
        Table(header, tuple(rows), WIDTHS, rules=rules, repeat_header=repeat, size=8.0),
        NewPage(),
    )


def _cell(ask: Ask, ref: str, opening: Opening, marks: str) -> str:
    text = printed_text(ask, marks)
    if not ref or opening == "none":
        return text
    word = ref if ref.startswith("R") else f"Recommendation {ref}"
    return {"number": f"{ref}. {text}", "word": f"{word}: {text}", "line": f"{word}\n{text}"}[
        opening
    ]


def _ask_rows(book: Book, ask: Ask, first: str) -> list[tuple[str | None, ...]]:
    """Give one or two rows for a recommendation and note its actions in the answer."""
    rng, case = book.rng, book.case
    scope = _scope(ask, rng)
    lead = rng.choice(["\n", "; "]).join(ask.printed)
    printed_scope = rng.choice([scope.capitalize(), scope])
    rows: list[tuple[str | None, ...]] = []
    for step in range(2 if rng.random() < 0.2 else 1):
        action, last = _make_action(book, ask, scope, lead)
        book.answer.actions.append(action)
        opening = first if step == 0 else None
        middle = (printed_scope, action.action, lead, action.milestones, action.target_printed)
        rows.append((opening, *middle, last))
    book.answer.complete(ask, scope, lead)
    if case.depth and len(rows) > 1:
        book.answer.trap("several-actions", ask.lead)
    return rows


def _make_action(book: Book, ask: Ask, scope: Scope, lead: str) -> tuple[Action, str]:
    """Give an action and the words of its last cell."""
    words, rng, case = load("actions.toml", Actions), book.rng, book.case
    target = _target(case, rng, words)
    done = _done(case, rng) if rng.random() < 0.5 else When("", None)
    outcome = expand(rng.choice(words.outcomes if done.iso else words.open), rng, case.slots)
    last = f"{done.printed}{rng.choice([': ', '. ', chr(10)])}{outcome}" if done.iso else outcome
    action = Action(
        id=f"a{len(book.answer.actions) + 1}",
        recommendation=book.answer.recommendations[ask.key].id,
        scope=scope,
        action=expand(rng.choice(words.steps), rng, case.slots),
        lead=lead,
        milestones=expand(rng.choice(words.milestones), rng, case.slots),
        target_date=target.iso,
        target_printed=target.printed,
        completed=done.iso,
        completed_printed=done.printed,
        outcome=outcome,
    )
    return action, last


def _scope(ask: Ask, rng: random.Random) -> Scope:
    if any(body.national for body in ask.bodies):
        return "national"
    return "regional" if rng.random() < 0.1 else "local"


def _target(case: Case, rng: random.Random, words: Actions) -> When:
    if rng.random() < 0.2:
        return When(rng.choice(words.vague_dates), None)
    return _print_date(int(case.completed[:4]) + 1, rng)


def _done(case: Case, rng: random.Random) -> When:
    return _print_date(int(case.completed[:4]) + 2, rng)


def _print_date(year: int, rng: random.Random) -> When:
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    whole = f"{year}-{month:02d}-{day:02d}"
    return rng.choice(
        [
            When(f"{MONTHS[month - 1]} {year}", whole[:7]),
            When(f"{MONTHS[month - 1][:3]} {year}", whole[:7]),
            When(say_date(whole), whole),
            When(f"{day:02d}/{month:02d}/{year}", whole),
        ]
    )
