"""Running headers of recognised pages, which are read a little differently each time."""

from dataclasses import replace
from typing import Literal

import pytest

from learnt.read.pdf.furniture.margins import find_margins
from learnt.read.pdf.ink import Page
from learnt.read.pdf.lines import find_rows
from tests.read.pdf.paper import PROSE, ink_page, ink_words

READ = [
    "Longham Community Safety Partnership: Domestic Homicide Review",
    "Longham Community Safety Partnership. Domestic Homicide Review",
    "Longham Community Safety Partnership: Domestie Homicide Review",
    "Longham Community Safety Partnership: Domestic Homicide Review",
    "‘Longham Community Safety Partnership: Domestic Homicide Revievv",
    "Longham Community Safety Partnership: Domestic Homicide Review’",
]
VERSIONS = ["Version 9.0 FINAL", "Version. 9.0 FINAL", "Version 9 0 FINAL"] * 2
SENTENCES = [
    "The officer who attended first did not ask about children.",
    "A neighbour rang the council on the following Tuesday.",
    "Nobody wrote down what the doctor had been told by her sister.",
    "In the spring the family moved to a house near the river.",
    "It was the third time that a letter came back unopened.",
    "The chair spoke with a friend at her home for two hours.",
]


def scanned(tops: list[str], source: Literal["text", "ocr"]) -> dict[int, list[str]]:
    """Give the furniture at the tops of pages that begin with `tops`."""
    pages: list[Page] = []
    for number, top in enumerate(tops, 1):
        words = ink_words(72, 40, top, 9)
        for at, line in enumerate(PROSE):
            words += ink_words(72, 100 + 14 * at, f"{line} {NAMES[number]}")
        pages.append(replace(ink_page(words, number=number), source=source))
    rows = {page.number: find_rows(page.number, page.words) for page in pages}
    found = find_margins(pages, rows).rows
    return {number: [row.text for row, _ in rows] for number, rows in found.items()}


NAMES = ("", "once", "twice", "again", "later", "after", "before")


@pytest.mark.parametrize("tops", [READ, VERSIONS])
def test_misread_headers_are_set_apart(tops: list[str]) -> None:
    found = scanned(tops, "ocr")
    assert [found[number] for number in range(1, 7)] == [[top] for top in tops]


def test_sentences_at_the_top_of_pages_are_text() -> None:
    assert not any(scanned(SENTENCES, "ocr").values())


def test_rows_that_are_not_recognised_say_what_they_say() -> None:
    """In a PDF with text nothing is misread, so rows that differ a little are different."""
    tops = [
        f"Recommendation of the {word} working group"
        for word in ("first", "thirst", "fifth", "sixth", "fourth", "forth")
    ]
    assert not any(scanned(tops, "text").values())
