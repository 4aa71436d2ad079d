"""Writes one document of a fictional review: sections, numbers and the look that it keeps throughout."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from learnt.fictional.facts import Case
from learnt.fictional.manuscript import Bullets, Element, Heading, Manuscript, Paragraph
from learnt.fictional.truth import Answer, mark
from learnt.fictional.wording import Ask

Numbering = Literal["none", "headings", "paragraphs"]


@dataclass(frozen=True, slots=True)
class Look:
    """How a document looks and numbers itself."""

    numbering: Numbering = "headings"
    header: str = ""
    footer: str = ""
    page_numbers: Literal["none", "n", "page n", "page n of m", "n/m"] = "page n of m"
    font: Literal["serif", "sans"] = "sans"
    size: float = 11.0
    justified: bool = False
    hyphenated: bool = False
    automatic: bool = False
    marks: str = "•"
    upper: bool = False
    """Section headings in capitals."""


def draw_look(case: Case, rng: random.Random) -> Look:
    """Draw a look for the case."""
    headers = [
        "",
        f"{case.csp.printed}: {case.kind_words}",
        "OFFICIAL SENSITIVE – Fictional",
        f"Overview report – ‘{case.victim}’",
    ]
    return Look(
        numbering=rng.choice(["none", "headings", "paragraphs"]),
        header=rng.choice(headers),
        footer=rng.choice(["", "Fictional report", f"Version {rng.randint(3, 12)}.0 FINAL"]),
        page_numbers=rng.choice(["n", "page n", "page n of m", "n/m"]),
        font=rng.choice(["serif", "sans"]),
        size=rng.choice([10.5, 11.0, 12.0]),
        justified=rng.random() < 0.4,
        hyphenated=rng.random() < 0.2,
        automatic=rng.random() < 0.4,
        marks=rng.choice(["•", "•", "-", "(a)", "(i)", "a."]),
        upper=rng.random() < 0.2,
    )


@dataclass(slots=True)
class Book:
    """A document in the making; `answer` is shared by the documents of one review."""

    case: Case
    answer: Answer
    look: Look
    rng: random.Random
    role: str = "overview"
    title: str = ""
    language: str = "en"
    elements: list[Element] = field(default_factory=list)
    counters: list[int] = field(default_factory=lambda: [0, 0, 0])

    def add(self, *elements: Element) -> None:
        """Add elements as they are."""
        self.elements.extend(elements)

    def section(self, title: str) -> str:
        """Open a section and give its number (empty where sections have none)."""
        self.counters = [self.counters[0] + 1, 0, 0]
        number = "" if self.look.numbering == "none" else str(self.counters[0])
        text = title.upper() if self.look.upper else title
        self.add(Heading(text, 1, number, automatic=self.look.automatic and bool(number)))
        return number

    def sub(self, title: str) -> str:
        """Open a sub-section and give its number."""
        number = ""
        if self.look.numbering == "headings":
            self.counters[1] += 1
            number = f"{self.counters[0]}.{self.counters[1]}"
        self.add(Heading(title, 2, number, automatic=self.look.automatic and bool(number)))
        return number

    def head(self, title: str, level: int = 2) -> None:
        """Add a heading that never has a number."""
        self.add(Heading(title, level))

    def next_number(self) -> str:
        """Give the number of the next paragraph (empty where paragraphs have none)."""
        if self.look.numbering != "paragraphs":
            return ""
        self.counters[2] += 1
        return f"{self.counters[0]}.{self.counters[2]}"

    def para(self, text: str) -> str:
        """Add a paragraph with its number, where paragraphs have one, and give that."""
        number = self.next_number()
        self.add(Paragraph(text, number, automatic=self.look.automatic and bool(number)))
        return number

    def paras(self, texts: Iterable[str]) -> None:
        """Add several paragraphs."""
        for text in texts:
            self.para(text)

    def bullets(self, items: Iterable[str], marks: str = "•", level: int = 0) -> None:
        """Add a list."""
        listed = tuple(items)
        signs = tuple(mark(marks, place) for place in range(len(listed)))
        self.add(Bullets(listed, signs, level, automatic=self.look.automatic))

    def ask(self, ask: Ask, label: str = "", number: str = "", bracket: str = "") -> None:
        """Add a recommendation as a paragraph, its sub-points as a list below it."""
        self.add(*set_ask(ask, self.look.marks, label, number, bracket))

    def finish(self) -> Manuscript:
        """Give the document to be set."""
        return Manuscript(
            title=self.title,
            elements=tuple(self.elements),
            header=self.look.header,
            footer=self.look.footer,
            page_numbers=self.look.page_numbers,
            properties={
                "title": self.title,
                "subject": "Fictional",
                "keywords": "fictional, invented",
                "author": "Learnt (fictional)",
            },
            language=self.language,
            font=self.look.font,
            size=self.look.size,
            justified=self.look.justified,
            hyphenated=self.look.hyphenated,
        )


def set_ask(
    ask: Ask, marks: str, label: str = "", number: str = "", bracket: str = ""
) -> tuple[Element, ...]:
    """Give a recommendation as elements; `bracket` (its addressees) closes it."""
    closing = f" ({bracket})" if bracket else ""
    opening = Paragraph(ask.lead, number=number, label=label)
    if not ask.points:
        return (replace(opening, text=ask.lead + closing),)
    signs = tuple(mark(marks, place) for place in range(len(ask.points)))
    *first, last = ask.points
    return opening, Bullets((*first, last + closing), signs)
