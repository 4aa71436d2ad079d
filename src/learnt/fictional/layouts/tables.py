"""Tables of recommendations: columns in any order, with and without references and rules."""

import random
from dataclasses import replace
from typing import Literal

from learnt.fictional.bodies import Body
from learnt.fictional.book import Book
from learnt.fictional.draft import Draft, Layout, close, start
from learnt.fictional.facts import Case
from learnt.fictional.layouts.numbered import group_by_agency
from learnt.fictional.manuscript import Table
from learnt.fictional.plan import write_plan
from learnt.fictional.sections import (
    open_recommendations,
    write_count,
    write_glossary,
    write_report,
)
from learnt.fictional.truth import printed_text
from learnt.fictional.wording import Ask

Column = Literal["ref", "text", "agency", "theme", "level"]
TITLES: dict[Column, tuple[str, ...]] = {
    "ref": ("No.", "Ref", "#", "Number"),
    "text": ("Recommendation", "Recommendations", "Panel recommendation"),
    "agency": ("Agency", "Lead agency", "Addressed to", "Responsible agency", "Owner"),
    "theme": ("Theme", "Area of learning"),
    "level": ("Level",),
}
SHARES: dict[Column, float] = {
    "ref": 0.09,
    "text": 0.55,
    "agency": 0.26,
    "theme": 0.18,
    "level": 0.14,
}
ORDERS: tuple[tuple[Column, ...], ...] = (
    ("ref", "text", "agency"),
    ("ref", "agency", "text"),
    ("agency", "ref", "text"),
    ("ref", "theme", "text", "agency"),
    ("ref", "text", "level", "agency"),
)
SERVICES = {
    "police": "Police",
    "prosecution": "CPS",
    "court": "Court Service",
    "probation": "Probation",
    "gp-practice": "GP practice",
    "icb": "ICB",
}
Rules = Literal["all", "horizontal", "shading", "none"]
SEPARATORS = (" | ", "; ", "\n")


def write_table(
    book: Book,
    asks: list[Ask],
    refs: list[str],
    columns: tuple[Column, ...],
    rules: Rules = "all",
    closing: str = "",
) -> None:
    """Write a table of recommendations and note them in the answer."""
    rng = book.rng
    separator = rng.choice(SEPARATORS)
    rows: list[tuple[str | None, ...]] = []
    for ask, ref in zip(asks, refs, strict=True):
        book.answer.take(ask, book.look.marks, ref if "ref" in columns else "", ask.printed)
        cells: dict[Column, str] = {
            "ref": ref,
            "text": printed_text(ask, book.look.marks),
            "agency": separator.join(ask.printed),
            "theme": ask.title,
            "level": ask.level.capitalize(),
        }
        rows.append(tuple(cells[column] for column in columns))
    if closing:
        rows.append((book.answer.trap("closing-row", closing),))
    book.add(_table(rng, rows, columns, rules))


def _table(
    rng: random.Random,
    rows: list[tuple[str | None, ...]],
    columns: tuple[Column, ...],
    rules: Rules,
) -> Table:
    total = sum(SHARES[column] for column in columns)
    return Table(
        tuple(rng.choice(TITLES[column]) for column in columns),
        tuple(rows),
        tuple(SHARES[column] / total for column in columns),
        rules=rules,
        repeat_header=rng.random() < 0.5,
        size=rng.choice([9.0, 10.0]),
    )


def _ruled(case: Case) -> Draft:
    book, rng = start(case, "table-three")
    write_report(book)
    open_recommendations(book)
    asks = case.asks("mixed")
    if rng.random() < 0.25:
        asks = [replace(ask, bodies=tuple(map(_plain_name, ask.bodies))) for ask in asks]
        book.answer.trap("body-without-its-place", "; ".join(asks[0].printed))
    if rng.random() < 0.4:
        write_count(book, len(asks))
    refs = numbers(asks, rng)
    write_table(book, asks, refs, rng.choice(ORDERS))
    if rng.random() < 0.4:
        write_plan(book, asks, refs, "number")
    write_glossary(book)
    return close(book)


def _plain_name(body: Body) -> Body:
    """Give a body by its service alone, as in `Police | CPS | Court Service`."""
    return replace(body, printed=SERVICES.get(body.kind, body.printed))


def _grouped(case: Case) -> Draft:
    """The agency's name fills a row of the table, its recommendations stand in those below."""
    book, rng = start(case, "table-grouped")
    write_report(book)
    open_recommendations(book)
    rows: list[tuple[str | None, ...]] = []
    refs = iter(numbers([*case.asks("mixed")], rng))
    for agency, members in group_by_agency(case.asks("mixed")).items():
        rows.append((agency,))
        for ask in members:
            ref = next(refs)
            book.answer.take(ask, book.look.marks, ref, (agency,), ask.level)
            rows.append((ref, printed_text(ask, book.look.marks)))
    book.add(_table(rng, rows, ("ref", "text"), "all"))
    write_glossary(book)
    return close(book)


def _cards(case: Case) -> Draft:
    """A small table of two columns for each recommendation."""
    book, rng = start(case, "table-cards")
    write_report(book)
    open_recommendations(book)
    asked = rng.choice(["Recommendation", "What is recommended"])
    owner = rng.choice(["Agency", "Owner", "Addressed to"])
    for ask in case.asks("mixed"):
        book.answer.take(ask, book.look.marks, str(ask.key), ask.printed, title=ask.title)
        rows = (
            (asked, printed_text(ask, book.look.marks)),
            (owner, "\n".join(ask.printed)),
            ("Date for review", f"{rng.choice(['March', 'September'])} {case.slots['next_year']}"),
        )
        header = (f"Recommendation {ask.key}", ask.title)
        book.add(Table(header, rows, (0.25, 0.75), repeat_header=False, size=10.0))
    write_glossary(book)
    return close(book)


def _without_refs(case: Case) -> Draft:
    book, rng = start(case, "table-no-ref")
    write_report(book)
    book.section("Summary of recommendations")
    book.para("The recommendations of the review are set out in the table below.")
    orders: list[tuple[Column, ...]] = [("text", "agency"), ("agency", "text")]
    asks = case.asks("mixed")
    write_table(book, asks, [""] * len(asks), rng.choice(orders), rng.choice(["all", "horizontal"]))
    write_glossary(book)
    return close(book)


def _unruled(case: Case) -> Draft:
    book, rng = start(case, "table-unruled")
    write_report(book)
    open_recommendations(book)
    asks = case.asks("mixed")
    rules: Rules = rng.choice(["shading", "none", "shading"])
    write_table(book, asks, numbers(asks, rng), rng.choice(ORDERS[:3]), rules)
    write_glossary(book)
    return close(book)


def numbers(asks: list[Ask], rng: random.Random, gaps: bool = True) -> list[str]:
    """Give references in one of the usual forms; one list in four lacks a number."""
    form = rng.choice(["{}", "{}", "R{}", "{}."])
    missing = rng.randint(2, len(asks)) if gaps and rng.random() < 0.25 else len(asks) + 1
    counted = [key if key < missing else key + 1 for key in range(1, len(asks) + 1)]
    return [form.format(key).rstrip(".") for key in counted]


LAYOUTS = (
    Layout("table-three", "a ruled table with reference, text and agency in any order", _ruled),
    Layout("table-grouped", "a table with the agency's name as a row of its own", _grouped),
    Layout("table-cards", "a small table for each recommendation", _cards),
    Layout("table-no-ref", "a table of text and agency without references", _without_refs),
    Layout("table-unruled", "a table without rules, shaded or bare", _unruled),
)
