"""Form: a small table for each recommendation, its label and what is told of it down the first column.

Recommendation 3 | The Trust should ...
Addressed to     | Eastmoor Constabulary
Timescale        | Within six months
"""

from collections.abc import Iterator

from learnt.extract.asking import asks, label_line
from learnt.extract.claims import Claim, Findings, place_evidence
from learnt.extract.columns import is_reference, role_of
from learnt.extract.labels import named_label
from learnt.extract.outline import Outline, Passage
from learnt.records import Row

RULE = "upright-table"


def find_upright(outline: Outline, findings: Findings) -> None:
    """Add a claim for each recommendation whose label stands in a table's first column."""
    for passage in outline.passages:
        if passage.block.kind != "table" or passage.section in ("response", "previous", "contents"):
            continue
        if any((passage.index, row) in findings.taken for row in range(len(passage.block.rows))):
            continue
        for claim in _claims(outline, passage):
            findings.add(claim)


def _opens(row: Row) -> bool:
    """Whether the row's first cell is a recommendation's label and its second the words."""
    head = row.cells[0].text.strip()
    if len(row.cells) < 2 or row.spans_all:
        return False
    label = named_label(head)
    bare = label is not None and not label.rest
    return (bare or (role_of(head) == "recommendation" and not is_reference(head))) and len(
        row.cells[1].text.split()
    ) >= 4


def _claims(outline: Outline, passage: Passage) -> Iterator[Claim]:
    """Walk the rows: a label opens a recommendation, the rows below tell of it.

    A label's row printed again where the table goes over to the next page opens nothing.
    """
    rows = passage.block.rows
    starts: list[int] = []
    for index, row in enumerate(rows):
        if _opens(row) and row.texts not in [rows[start].texts for start in starts]:
            starts.append(index)
    for at, start in enumerate(starts):
        end = starts[at + 1] if at + 1 < len(starts) else len(rows)
        below = [row for row in rows[start + 1 : end] if len(row.cells) > 1]
        if not below and len(rows) > 1 and len(starts) < 2:
            continue
        yield _claim(outline, passage, start, end, below)


def _claim(outline: Outline, passage: Passage, start: int, end: int, below: list[Row]) -> Claim:
    row = passage.block.rows[start]
    cell = row.cells[1]
    told = {"addressee": "", "scope": ""}
    ref = ""
    for line in (label_line(f"{r.cells[0].text}: {r.cells[1].text}") for r in below):
        if line and line[0] in told and not told[line[0]]:
            told[line[0]] = line[1]
    label = named_label(row.cells[0].text.strip())
    if label is not None:
        ref = label.ref
    page = cell.place.page or row.page or passage.block.page or None
    return Claim(
        text=cell.text.strip(),
        rule=RULE,
        spots=tuple((passage.index, index) for index in range(start, end)),
        evidence=place_evidence(outline, page, cell.place.box, cell.text, RULE),
        ref=ref,
        addressees=(told["addressee"],) if told["addressee"] else (),
        scope=told["scope"],
        series=("table", passage.start),
        confidence=0.95 if ref and asks(cell.text) else 0.85,
    )
