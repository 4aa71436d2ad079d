"""Tables of people: who is who, and what such a table tells of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from learnt.extract.case_facts.names import clean_name
from learnt.extract.case_facts.rules import either, people
from learnt.extract.case_facts.sentences import Place, Sentence
from learnt.records import Row
from learnt.words import fold_quotes

MOST_CELLS = 6
"""Cells of a row that may introduce a person where no head tells the columns."""
Column = Literal["name", "role", "age", "sex", "ethnicity", "nationality"]
COLUMNS: tuple[Column, ...] = ("name", "role", "age", "sex", "ethnicity", "nationality")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table of people: the name, whose party, and the other cells by column."""

    name: str
    party: Literal["victims", "perpetrators", "others"]
    role: str
    cells: dict[str, str]
    place: Place
    quote: str
    page: int

    @property
    def sex(self) -> Literal["Female", "Male", ""]:
        """The sex as the table prints it."""
        return sex_in(self.cells.get("sex", ""))


_PARTY_LINE = re.compile(
    r"(?:the |her |his |a |an )?(?:[\w'-]+ ){0,5}?(?:victim|deceased|perpetrator|offender)"
    r"(?:'s [\w ]{2,30})?(?: \([\w -]{2,30}\))?",
    re.IGNORECASE,
)
_AGED = re.compile(r"(?:aged?|age:?) \d{1,3}\b", re.IGNORECASE)


def sex_in(text: str) -> Literal["Female", "Male", ""]:
    """Read a cell of a column on sex."""
    word = text.strip().casefold()
    if re.match(r"f\b|female|woman", word):
        return "Female"
    return "Male" if re.match(r"m\b|male|man\b", word) else ""


def entries_of(place: Place) -> list[Entry]:
    """Give the rows of a table of people; none where the table is of something else."""
    rows = place.block.rows
    if not rows:
        return []
    columns = _columns(rows[0])
    body = rows[1:] if columns else rows
    if not columns and len(rows[0].cells) > MOST_CELLS:
        return []
    return [entry for row in body if (entry := _entry(row, columns, place)) is not None]


def entries_of_lines(sentences: Sequence[Sentence]) -> list[Entry]:
    """Give the rows of a table of people that is printed as lines: a name, and whose party below it.

    Nothing is given where the lines do not name both a victim and a perpetrator.
    """
    found: list[Entry] = []
    for above, line in pairwise(sentences):
        party = party_of(line.text) if _PARTY_LINE.fullmatch(line.text) else ""
        name = clean_name(above.text)
        if party and name and name == above.text and above.first and line.first:
            found.append(Entry(name, party, line.text, {}, line.place, line.printed, 0))
    parties = {entry.party for entry in found}
    return found if {"victims", "perpetrators"} <= parties else []


def _columns(row: Row) -> dict[Column, int]:
    """Give the columns by the words over them; empty where the first row is no head."""
    rules, found = people().tables, dict[Column, int]()
    for index, text in enumerate(row.texts):
        words = fold_quotes(text)
        for column in COLUMNS:
            if column not in found and re.fullmatch(
                either(getattr(rules, column)), words, re.IGNORECASE
            ):
                found[column] = index
                break
    return found if len(found) >= 2 else {}


def _entry(row: Row, columns: dict[Column, int], place: Place) -> Entry | None:
    texts = [fold_quotes(text) for text in row.texts]
    at = columns.get("role", -1)
    role = texts[at] if at >= 0 else ""
    party = party_of(role)
    if not party:
        at = next((i for i, text in enumerate(texts) if len(text) < 60 and party_of(text)), -1)
        role, party = (texts[at], party_of(texts[at])) if at >= 0 else ("", "")
    if not party:
        if "role" not in columns or "name" not in columns:
            return None
        party = "others"
    name = _name(texts, columns, at)
    if not name and party == "others":
        return None
    cells: dict[str, str] = {
        column: texts[i]
        for column, i in columns.items()
        if i < len(texts) and column not in ("name", "role")
    }
    if not columns:
        cells = {"age": next((t for t in texts if _AGED.match(t)), ""), "ethnicity": texts[-1]}
    quote = " | ".join(dict.fromkeys(text for text in row.texts if text))
    return Entry(name, party, role, cells, place, quote, row.page)


def _name(texts: Sequence[str], columns: dict[Column, int], role: int) -> str:
    at = columns.get("name", -1)
    order = [at] if at >= 0 and at != role else []
    order += [i for i in range(len(texts)) if i != role and i not in order and not columns]
    for i in order:
        name = clean_name(texts[i]) if len(texts[i].split()) <= 4 else ""
        if name and name[0].isupper():
            return name
    return ""


def party_of(cell: str) -> Literal["victims", "perpetrators", "others", ""]:
    """Tell of whom a cell on role speaks: "Victim", "Husband and perpetrator", "Victim's sister"."""
    rules, text = people().tables, cell.strip()
    if not text or len(text) > 90:
        return ""
    others = re.search(rules.others_cell, text, re.IGNORECASE)
    perpetrator = re.search(rules.perpetrator_cell, text, re.IGNORECASE)
    if perpetrator and not (others and others.end() >= perpetrator.end()):
        return "perpetrators"
    if re.match(rules.victim_cell, text, re.IGNORECASE):
        return "victims"
    return "others" if others else ""


def label_lines(text: str) -> Iterator[tuple[str, str]]:
    """Give the `label: value` of a line."""
    match = re.match(r"^([^:]{2,60}?) ?: (\S.{0,120})$", text)
    if match:
        yield match[1], match[2]
