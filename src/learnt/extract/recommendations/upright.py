"""Form: a small table for each recommendation, its label and what is told of it down the first column.

Recommendation 3 | Record keeping
Recommendation   | The Trust should ...
Addressed to     | Eastmoor Constabulary
Timescale        | Within six months
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from learnt.extract.asking import asks, label_line
from learnt.extract.claims import Claim, Findings, place_evidence
from learnt.extract.columns import is_reference, role_of
from learnt.extract.labels import Label, named_label
from learnt.extract.outline import Outline, Passage
from learnt.records import Cell, Row

RULE = "upright-table"
LONGEST_TITLE = 8
"""Most words of a title beside the label, where the words stand in a row below."""


@dataclass(slots=True)
class _Card:
    """One recommendation's rows, gathered as they are read."""

    ref: str = ""
    title: str = ""
    cell: Cell | None = None
    rows: list[int] = field(default_factory=list)
    told: dict[str, str] = field(default_factory=dict)


def find_upright(outline: Outline, findings: Findings) -> None:
    """Add a claim for each recommendation whose label stands in a table's first column."""
    for passage in outline.passages:
        if passage.block.kind != "table" or passage.section in ("response", "previous", "contents"):
            continue
        if not _is_upright(passage.block.rows):
            continue
        for card in _cards(passage.block.rows):
            if card.cell is not None:
                findings.add(_claim(outline, passage, card, card.cell))


def _pair(row: Row) -> tuple[str, Cell] | None:
    """Give a row's label and the cell beside it, where the row holds just these two, over any columns."""
    told: list[Cell] = []
    for cell in row.cells:
        if cell.text.strip() and not (told and told[-1].text == cell.text):
            told.append(cell)
    return (told[0].text.strip(), told[1]) if len(told) == 2 else None


def _is_upright(rows: Sequence[Row]) -> bool:
    """Whether the first column holds labels: of recommendations and of what is told of them."""
    pairs = [_pair(row) for row in rows]
    heads = [pair[0] for pair in pairs if pair is not None]
    if len(heads) < 2 or len(heads) < 0.8 * len(rows):
        return False
    opening = sum(_label(head) is not None or role_of(head) == "recommendation" for head in heads)
    known = sum(bool(_label(head) or role_of(head) or label_line(f"{head}: x")) for head in heads)
    return opening >= 1 and known >= 2 and known >= 0.6 * len(heads)


def _label(head: str) -> Label | None:
    label = named_label(head)
    return label if label is not None and not label.rest else None


def _cards(rows: Sequence[Row]) -> Iterator[_Card]:
    """Walk the rows: a label opens a recommendation, the rows below tell of it.

    A label's row printed again where the table goes over to the next page opens nothing.
    """
    card, seen = _Card(), set[tuple[str, str]]()
    for index, row in enumerate(rows):
        pair = _pair(row)
        if pair is None:
            continue
        head, cell = pair
        label = _label(head)
        if label is not None and label.ref and (head, cell.text) in seen:
            continue
        if label is not None and (label.ref or _is_told(card)):
            seen.add((head, cell.text))
            yield card
            card = _Card(ref=label.ref)
        card.rows.append(index)
        _read(card, head, cell, opens=label is not None)
    yield card


def _is_told(card: _Card) -> bool:
    """Whether the card has its words already, and not just a title beside the label."""
    return card.cell is not None and (
        bool(card.title) or len(card.cell.text.split()) > LONGEST_TITLE
    )


def _read(card: _Card, head: str, cell: Cell, opens: bool) -> None:
    """Take one row: a title, the words, or a line about the recommendation."""
    if opens or role_of(head) == "recommendation":
        if is_reference(cell.text) and not card.ref:
            card.ref = cell.text.strip()
        elif card.cell is None:
            card.cell = cell
        elif not card.title and len(card.cell.text.split()) <= LONGEST_TITLE:
            card.title, card.cell = card.cell.text.strip(), cell
        return
    line = label_line(f"{head}: {cell.text}")
    if line is not None:
        card.told.setdefault(*line)


def _claim(outline: Outline, passage: Passage, card: _Card, cell: Cell) -> Claim:
    told = card.told.get("addressee", "")
    page = cell.place.page or passage.block.rows[card.rows[0]].page or passage.block.page or None
    return Claim(
        text=cell.text.strip(),
        rule=RULE,
        spots=tuple((passage.index, index) for index in card.rows),
        evidence=place_evidence(outline, page, cell.place.box, cell.text, RULE),
        ref=card.ref,
        title=card.title,
        addressees=(told,) if told else (),
        scope=card.told.get("scope", ""),
        series=("table", passage.start),
        confidence=0.95 if card.ref and asks(cell.text) else 0.85,
    )
