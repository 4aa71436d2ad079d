"""The sentences of a review that may tell of its case, each with its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnt.extract.asking import sentences
from learnt.extract.case_facts.rules import any_of, reading
from learnt.extract.outline import Passage, build_outline
from learnt.records import Block, Cell, Document, Evidence, Row
from learnt.words import fold_quotes, tidy

LONGEST = 700
"""Letters above which a sentence is a list or a damaged page and is not read."""
LONGEST_QUOTE = 400
_CITED = re.compile(r"\s*\[\d+\]|(?<=[a-z][.,])\d{1,2}(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: document, block and the section they are in."""

    document: Document
    block: Block
    section: str
    paragraph: int
    piped: bool = False
    """Whether it is a table made of lines with `|`."""

    def evidence(self, quote: str, rule: str, page: int = 0) -> Evidence:
        """Give the evidence for words at this place."""
        printed = quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE] + "…"
        return Evidence(
            self.document.name, page or self.block.page or None, self.block.box, printed, rule
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with straight quotes (`text`) and as printed, and its place."""

    text: str
    printed: str
    place: Place
    first: bool
    """Whether it opens its paragraph."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is read of the documents: sentences in order, tables, and the lines `label: value`."""

    sentences: tuple[Sentence, ...]
    tables: tuple[Place, ...]
    headings: tuple[str, ...]


def read_told(documents: Sequence[Document]) -> Told:
    """Give sentences and tables of the documents without the sections that tell nothing of a case."""
    found: list[Sentence] = []
    tables: list[Place] = []
    headings: list[str] = []
    count = 0
    for document in documents:
        for passage in build_outline(document).passages:
            count += 1
            if passage.is_heading:
                headings.append(fold_quotes(passage.block.text))
            if passage.is_heading or _is_skipped(passage):
                continue
            place = Place(document, passage.block, passage.section, count)
            if passage.block.kind == "table":
                tables.append(place)
            elif passage.block.text.count(" | ") >= 2:
                tables[-1:] = _joined(tables[-1:], place)
            else:
                found.extend(_cut(place))
    return Told(tuple(found), tuple(tables), tuple(headings))


def _joined(before: list[Place], place: Place) -> list[Place]:
    """Read a line of cells parted by `|` as a row, of the table before where that ends just above."""
    block = place.block
    cells = tuple(Cell(text.strip()) for text in block.text.strip("| ").split(" | "))
    row = Row(cells, page=block.page)
    last = before[0] if before else None
    if last is not None and last.piped and last.paragraph == place.paragraph - 1:
        rows = (*last.block.rows, row)
    else:
        rows = (row,)
    made = Block(kind="table", rows=rows, page=block.page)
    joined = Place(place.document, made, place.section, place.paragraph, piped=True)
    return [joined] if len(rows) > 1 else [*before, joined]


def _is_skipped(passage: Passage) -> bool:
    rules = reading().sections
    if passage.section in rules.skipped or passage.block.language == "cy":
        return True
    headings = any_of(rules.headings)
    return bool(passage.headings) and headings.search(passage.headings[-1].text) is not None


def _cut(place: Place) -> Iterator[Sentence]:
    first = True
    for line in place.block.text.split("\n"):
        for printed in sentences(tidy(line)):
            text = _CITED.sub("", fold_quotes(printed))
            if len(text) <= LONGEST:
                yield Sentence(text, printed, place, first)
            first = False
