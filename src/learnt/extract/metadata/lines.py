"""A document's lines and its "label: value" pairs, wherever they stand: line, table or heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from learnt.extract.dates import find_dates
from learnt.extract.metadata.rules import bare_label, field_of, inner_label, is_label
from learnt.records import Block, Box, Document, Evidence, Row
from learnt.words import fold_quotes, tidy

FRONT_BLOCKS = 40
"""Blocks at the top of a document among which its title page is looked for."""
FRONT_PAGES = 3
LONGEST_VALUE = 200
_YEAR_LINE = re.compile(r"^(?P<label>\D{4,60}?) (?P<value>(?:19|20)\d\d)$")
_COLON = re.compile(r"^(?P<label>[^:]{2,80}?)\s*(?::|\s[–—-]\s)\s*(?P<value>\S.*)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where it stands; `front` where on or near the title page."""

    text: str
    document: Document
    block: Block
    index: int
    front: bool

    def evidence(self, rule: str, quote: str = "") -> Evidence:
        """Give the evidence for words of the line."""
        page: int | None = self.block.page or None
        box: Box | None = self.block.box
        return Evidence(self.document.name, page, box, quote or self.text, rule)


@dataclass(frozen=True, slots=True)
class Pair:
    """A field's label, its value as printed, and the line."""

    field: str
    label: str
    value: str
    line: Line


def is_front(block: Block, index: int) -> bool:
    """Whether a block stands on or near the title page."""
    return index < FRONT_BLOCKS and block.page <= FRONT_PAGES


def lines_of(document: Document) -> list[Line]:
    """Give every line of a document outside its tables, quotes straight."""
    found: list[Line] = []
    for index, block in enumerate(document.blocks):
        if block.kind == "table":
            continue
        front = is_front(block, index)
        for text in block.text.split("\n"):
            if tidy(text):
                found.append(Line(tidy(text), document, block, index, front))
    return found


def pairs_of(document: Document, lines: list[Line]) -> list[Pair]:
    """Give the fields that a document prints with a label, in reading order."""
    found = [*_in_lines(lines), *_in_tables(document), *_under_headings(lines)]
    return sorted(found, key=lambda pair: pair.line.index)


def _in_lines(lines: list[Line]) -> Iterator[Pair]:
    for line in lines:
        if len(line.text) > 400:
            continue
        yield from list(_shared_line(line)) or list(_whole_line(line)) or _unmarked(line)


def _unmarked(line: Line) -> list[Pair]:
    return [*_dated_line(line), *_named_lines(line)]


def _shared_line(line: Line) -> Iterator[Pair]:
    """Cut a line at each known label with its colon ("CSP: Eastmoor Published: May 2025")."""
    if ":" not in line.text:
        return
    text = fold_quotes(line.text)
    matches = list(inner_label().finditer(text))
    if not matches or matches[0].start() > 0:
        return
    text = line.text if len(line.text) == len(text) else text
    ends = [m.start() for m in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=True):
        value = text[match.end() : end].strip(" |;,")
        field = field_of(match["label"])
        if field and value and len(value) <= LONGEST_VALUE:
            yield Pair(field, match["label"], value, line)


def _whole_line(line: Line) -> Iterator[Pair]:
    match = _COLON.match(line.text)
    field = field_of(match["label"]) if match else ""
    if match and field and len(match["value"]) <= LONGEST_VALUE:
        yield Pair(field, match["label"], match["value"].strip(), line)


def _dated_line(line: Line) -> Iterator[Pair]:
    """Read "Published 21 March 2024" and "Year of the homicide 2018": label and value fill the line."""
    if len(line.text) > 80:
        return
    year = _YEAR_LINE.match(line.text)
    if year and field_of(year["label"]) == "year_of_death":
        yield Pair("year_of_death", year["label"], year["value"], line)
        return
    dates = find_dates(line.text)
    if dates and dates[-1][1] >= len(line.text.rstrip(" .")):
        label = line.text[: dates[0][0]]
        field = field_of(label) or field_of(label := _last_label(label))
        if field in ("published", "completed", "death_date") and len(dates) == 1:
            yield Pair(field, label, line.text[dates[0][0] :], line)


def _last_label(text: str) -> str:
    """Give the label that closes a text, where rows of a table ran into one line."""
    found = [m["label"] for m in bare_label().finditer(f"{text} 1")]
    return found[-1] if found and text.rstrip().endswith(found[-1]) else ""


def _named_lines(line: Line) -> Iterator[Pair]:
    """Read labels and names without a mark between them, also where rows ran into one line."""
    if not line.front or len(line.text) > LONGEST_VALUE or line.text.endswith((".", ";")):
        return
    text = line.text
    cuts = [match.start() for match in bare_label().finditer(text) if " " in match["label"]]
    for start, end in pairwise([0, *[cut for cut in cuts if cut], len(text)]):
        yield from _named_line(line, text[start:end].strip())


def _named_line(line: Line, text: str) -> Iterator[Pair]:
    """Read "Report Author Jordan Vale" and "By Jordan Vale": a label and a name fill the text."""
    words = text.split()
    for cut in range(min(len(words) - 2, 7), 0, -1):
        label, value = " ".join(words[:cut]), " ".join(words[cut:])
        field = field_of(label)
        if value[:1].isupper() and (field in ("chair", "author", "both") or _commissions(label)):
            yield Pair(field, label, value, line)
            return


def _commissions(label: str) -> bool:
    return label.casefold().endswith(" by") and field_of(label) == "csp"


def _in_tables(document: Document) -> Iterator[Pair]:
    """Read tables of labels and values: two columns, or a short head row over one row of values."""
    for index, block in enumerate(document.blocks):
        if block.kind != "table" or len(block.rows[0].cells if block.rows else ()) < 2:
            continue
        front = is_front(block, index)
        for row in block.rows:
            label, value = tidy(row.texts[0]), tidy(row.texts[1])
            field = field_of(label)
            if field and value and len(value) <= LONGEST_VALUE and not field_of(value):
                line = Line(f"{label}: {value}", document, block, index, front)
                yield Pair(field, label, value, line)
        if len(block.rows) == 2 and _are_labels(block.rows[0]):
            for label, value in zip(block.rows[0].texts, block.rows[1].texts, strict=False):
                field = field_of(tidy(label))
                if field and tidy(value) and not field_of(tidy(value)):
                    line = Line(f"{label}: {value}", document, block, index, front)
                    yield Pair(field, label, tidy(value), line)


def _are_labels(row: Row) -> bool:
    """Whether a row holds labels of different fields; a glossary's row names one field twice."""
    labels = [tidy(text) for text in row.texts]
    fields = [field for label in labels if (field := field_of(label))]
    return all(map(is_label, labels)) and len(set(fields)) == len(fields)


def _under_headings(lines: list[Line]) -> Iterator[Pair]:
    """Read a label on a line of its own with the value on the next, near the title page."""
    for line, below in pairwise(lines):
        field = field_of(line.text) if line.front and len(line.text) < 60 else ""
        if not field or field_of(below.text) or ":" in below.text[:40]:
            continue
        if len(below.text) <= 100 and below.index - line.index <= 1:
            yield Pair(field, line.text, below.text, below)
