"""What a layout makes of a case: its documents, the true answer, and how they were made."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from learnt.fictional.book import Book, Look, draw_look
from learnt.fictional.facts import Case
from learnt.fictional.manuscript import Manuscript
from learnt.fictional.truth import Answer
from learnt.records import Kind

PAGED = ("pdf", "pdf-office", "pdf-browser", "docx", "html", "md", "txt", "scan")
PAGES = ("html", "md", "txt", "pdf-browser")


@dataclass(frozen=True, slots=True)
class Part:
    """One document: `role` is `overview`, `summary`, `action-plan`, `letter` or `page`."""

    role: str
    manuscript: Manuscript


@dataclass(frozen=True, slots=True)
class Draft:
    """The documents of one review and their answer."""

    case: Case
    parts: tuple[Part, ...]
    answer: Answer


@dataclass(frozen=True, slots=True)
class Layout:
    """A way of setting out. `formats` are those in which it occurs; `about` says what is special."""

    name: str
    about: str
    build: Callable[[Case], Draft]
    formats: tuple[str, ...] = PAGED
    kinds: tuple[Kind, ...] = ("dhr", "dhr", "dhr", "dardr", "susr")
    full: bool = True
    """Whether it is an overview report, with chronology, analysis and all its traps."""
    welsh: bool = False


def start(case: Case, name: str) -> tuple[Book, random.Random]:
    """Give an empty overview for `case` and the dice of layout `name`."""
    rng = case.rng(f"layout:{name}")
    return Book(case, Answer(case), draw_look(case, rng), rng), rng


def another(book: Book, role: str, look: Look | None = None) -> Book:
    """Give an empty further document of the review that `book` belongs to."""
    return Book(book.case, book.answer, look or book.look, book.rng, role)


def close(*books: Book) -> Draft:
    """Give the finished documents of one review."""
    parts = tuple(Part(book.role, book.finish()) for book in books)
    return Draft(books[0].case, parts, books[0].answer)
