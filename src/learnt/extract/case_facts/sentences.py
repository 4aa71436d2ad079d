"""The sentences of a review that may tell of its case, each with its place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from learnt.extract.asking import sentences
from learnt.extract.case_facts.rules import any_of, either, people, reading
from learnt.extract.outline import Passage, build_outline
from learnt.records import Block, Cell, Document, Evidence, Row
from learnt.words import fold_quotes, tidy

LONGEST = 700
"""Letters above which a sentence is a list or a damaged page and is not read."""
LONGEST_QUOTE = 400
SHORTEST_LINE = 40
"""Letters below which a line without a stop is a label and not the beginning of a sentence."""
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
        waiting: tuple[Place, str] | None = None
        for passage in build_outline(document).passages:
            count += 1
            place = Place(document, passage.block, passage.section, count)
            is_prose = not (passage.is_heading or _is_skipped(passage) or _is_table(passage.block))
            if waiting and is_prose and _goes_on(waiting[1], passage.block.text):
                waiting = (waiting[0], f"{waiting[1]} {passage.block.text}")
                continue
            found.extend(_cut(*waiting) if waiting else ())
            waiting = (place, passage.block.text) if is_prose else None
            if passage.is_heading:
                headings.append(fold_quotes(passage.block.text))
            elif passage.block.kind == "table" and not _is_skipped(passage):
                tables.append(place)
            elif not is_prose and not _is_skipped(passage):
                tables[-1:] = _joined(tables[-1:], place)
        found.extend(_cut(*waiting) if waiting else ())
    return Told(tuple(found), tuple(tables), tuple(headings))


def _is_table(block: Block) -> bool:
    return block.kind == "table" or block.text.count(" | ") >= 2


def _goes_on(text: str, following: str) -> bool:
    """Whether a block goes on with the sentence that broke off at the end of a line or page."""
    return text.rstrip()[-1:].isalnum() and following[:1].islower() and len(text) >= SHORTEST_LINE


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


@cache
def _code_ends() -> re.Pattern[str]:
    """Give the pattern of a code ("Ms C.") that ends a sentence: what follows begins another."""
    forms = people().forms
    return re.compile(rf"\b{either(forms.codes)}\. (?=(?i:{either(forms.not_names)})\b)(?=[A-Z])")


def _parted(printed: Iterable[str]) -> Iterator[str]:
    """Part sentences after a code whose stop was taken for that of an initial."""
    for sentence in printed:
        at = 0
        for match in _code_ends().finditer(sentence):
            yield sentence[at : match.end()].rstrip()
            at = match.end()
        yield sentence[at:]


def _cut(place: Place, words: str) -> Iterator[Sentence]:
    first = True
    for line in words.split("\n"):
        for printed in _parted(sentences(tidy(line))):
            text = _CITED.sub("", fold_quotes(printed))
            if len(text) <= LONGEST:
                yield Sentence(text, printed, place, first)
            first = False
