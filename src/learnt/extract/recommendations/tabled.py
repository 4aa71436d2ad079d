"""Form: a table of recommendations, its columns in any order, with or without a reference or an addressee.

An action plan is such a table too: its recommendation column is a place where recommendations stand.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnt.agencies import is_body
from learnt.extract.asking import asks, is_mention
from learnt.extract.claims import Claim, Findings, place_evidence
from learnt.extract.columns import Columns, find_columns, is_reference
from learnt.extract.labels import named_label, number_ref, short_label, split_trailing_ref
from learnt.extract.outline import Outline, Passage, level_of
from learnt.records import Cell, Row

_SOURCE_ROW = re.compile(r"\b(?:extracted from|source:|view full report)\b", re.IGNORECASE)
_NOT_HERE = ("response", "previous", "contents", "introduction", "terms-of-reference")


@dataclass(frozen=True, slots=True)
class _Group:
    """What the group row above says: a body, a level."""

    bodies: tuple[str, ...] = ()
    level: str = ""


def find_tabled(outline: Outline, findings: Findings) -> None:
    """Add a claim for each recommendation that stands in a table's row."""
    for passage in outline.passages:
        if passage.block.kind != "table" or passage.section in ("previous", "contents"):
            continue
        if any((passage.index, row) in findings.taken for row in range(len(passage.block.rows))):
            continue
        columns = find_columns(passage.block)
        if columns is None or (not columns.heads and passage.section in _NOT_HERE):
            continue
        for claim in _claims(outline, passage, columns):
            findings.add(claim)


def _claims(outline: Outline, passage: Passage, columns: Columns) -> Iterator[Claim]:
    group, by_body = _Group(), _groups_by_body(passage.block.rows, columns)
    open_claim: Claim | None = None
    for index, row in enumerate(passage.block.rows):
        if index not in columns.heads and _begins_glossary(row):
            break
        if index in columns.heads or _SOURCE_ROW.search(row.cells[0].text[:200]):
            continue
        if row.spans_all or _stands_alone(row, columns):
            group = _group(row.cells[0].text, by_body)
            continue
        claim = _row_claim(outline, passage, columns, index, row, group)
        joined = None if open_claim is None else _carried_on(open_claim, claim, row, columns)
        if joined is None and claim is not None and open_claim is not None:
            yield open_claim
        open_claim = joined or claim or open_claim
    if open_claim is not None:
        yield open_claim


def _carried_on(before: Claim, claim: Claim | None, row: Row, columns: Columns) -> Claim | None:
    """Give the recommendation of the rows above with what this row adds to it, if it adds anything."""
    if claim is None:
        return _with_leads(before, row, columns) if _goes_on(row, columns) else None
    if _is_rest(before, claim, columns):
        return _joined(before, claim).but(text=_run_on(before.text, claim.text))
    same = _is_same(before, claim, row.cells[columns.of("recommendation")])
    return _joined(before, claim) if same else None


def _group(text: str, by_body: bool) -> _Group:
    name = text.strip().rstrip(":")
    bodies = (name,) if is_body(name) or (by_body and len(name.split()) <= 6) else ()
    return _Group(bodies, level_of(text))


_GLOSSARY = re.compile(
    r"(?:terms?|abbreviations?|acronyms?|meanings?|definitions?|full name)", re.I
)


def _begins_glossary(row: Row) -> bool:
    """Whether the row heads a glossary that was run into the table: `Term | Meaning`."""
    told = [text.strip() for text in row.texts if text.strip()]
    return any(_GLOSSARY.fullmatch(text) for text in told) and all(len(t.split()) < 4 for t in told)


def _stands_alone(row: Row, columns: Columns) -> bool:
    """Whether only the first cell of a row is filled, and by few words that ask nothing.

    Of two columns the first must number the rows, or the words must name a body: a recommendation
    whose agency was left out stands alone too.
    """
    first, *rest = row.texts
    if not first.strip() or not rest or any(text.strip() for text in rest):
        return False
    if len(rest) == 1 and not is_body(first.strip().rstrip(":")):
        return columns.of("ref") == 0 and not is_reference(first) and _is_title(first)
    return _is_title(first)


def _is_title(text: str) -> bool:
    return len(text.split()) <= 10 and not asks(text)


def _groups_by_body(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether most of the rows that fill the table's width name bodies."""
    titles = {
        row.cells[0].text.strip().rstrip(":")
        for row in rows
        if row.spans_all or _stands_alone(row, columns)
    }
    named = sum(map(is_body, titles))
    return named >= 2 and 2 * named >= len(titles)


def _row_claim(
    outline: Outline, passage: Passage, columns: Columns, index: int, row: Row, group: _Group
) -> Claim | None:
    cell = row.cells[columns.of("recommendation")]
    ref, text = _ref_and_text(row, columns)
    if not text or is_reference(text) or (is_mention(text) and not asks(text)):
        return None
    rule = "action-plan" if columns.is_plan else "table"
    place = cell.place
    page = place.page or row.page or passage.block.page or None
    return Claim(
        text=text,
        rule=rule,
        spots=((passage.index, index),),
        evidence=place_evidence(outline, page, place.box, cell.text, rule),
        ref=ref,
        addressees=_cell(row, columns, "addressee"),
        lead=_cell(row, columns, "lead"),
        heading=group.bodies,
        level=group.level,
        scope=" ".join(_cell(row, columns, "scope")),
        series=(rule, passage.start if columns.is_plan else passage.index),
        confidence=0.97 if columns.heads and asks(text) else 0.9 if columns.heads else 0.8,
    )


def _cell(row: Row, columns: Columns, role: str) -> tuple[str, ...]:
    index = columns.of(role)
    if index < 0 or index >= len(row.cells) or not row.cells[index].text.strip():
        return ()
    return (row.cells[index].text,)


def _ref_and_text(row: Row, columns: Columns) -> tuple[str, str]:
    """Give the row's reference and words; a label at the head of the words is the reference."""
    text = row.cells[columns.of("recommendation")].text.strip()
    ref = ""
    if columns.of("ref") >= 0:
        printed = row.cells[columns.of("ref")].text.strip()
        label = named_label(printed)
        ref = label.ref if label and label.ref else printed
    first, _, rest = text.partition("\n")
    label = named_label(first) or (short_label(first) if not ref else None)
    if label is not None and (label.ref or label.strong):
        ref = ref or label.ref
        text = "\n".join(part for part in (label.rest, rest) if part)
    elif not ref:
        ref, text = _leading_number(text)
    text, trailing = split_trailing_ref(text)
    return ref or trailing, text.strip()


_NUMBERED_CELL = re.compile(
    r"^(?P<number>[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?[.):]?)\s+(?=[\"'‘“(]?[A-Z])"
)


def _leading_number(text: str) -> tuple[str, str]:
    match = _NUMBERED_CELL.match(text)
    if match and number_ref(match["number"]):
        return number_ref(match["number"]), text[match.end() :]
    return "", text


def _is_same(before: Claim, claim: Claim, cell: Cell) -> bool:
    """Whether a row repeats the recommendation of the row above: a cell over several rows."""
    return (
        before.text == claim.text and before.ref == claim.ref and (cell.merged or bool(before.text))
    )


_FINISHED = re.compile(r"[.!?:;)\]’”\"']$")
_SUB_POINT = re.compile(r"(?:[•–*-]|[(\[]?[a-z]{1,3}[.)\]])\s")


def _is_rest(before: Claim, claim: Claim, columns: Columns) -> bool:
    """Whether a row is the rest of the one above, cut by the end of a page.

    So it is when it has no reference where the one above has, and goes on in the middle of a sentence or of
    its sub-points.
    """
    if claim.ref or (columns.of("ref") >= 0 and not before.ref):
        return False
    if claim.text[:1].islower() or _SUB_POINT.match(claim.text):
        return True
    return bool(before.ref) and not _FINISHED.search(before.text)


def _goes_on(row: Row, columns: Columns) -> bool:
    """Whether a row of a plan leaves its recommendation blank, having only a further action for it."""
    ref, asked = columns.of("ref"), row.texts[columns.of("recommendation")]
    blank = not asked.strip() and (ref < 0 or not row.texts[ref].strip())
    return columns.is_plan and blank


def _with_leads(claim: Claim, row: Row, columns: Columns) -> Claim:
    """Add whom a further row of the plan names."""
    return claim.but(
        lead=tuple(dict.fromkeys((*claim.lead, *_cell(row, columns, "lead")))),
        addressees=tuple(dict.fromkeys((*claim.addressees, *_cell(row, columns, "addressee")))),
    )


def _run_on(before: str, rest: str) -> str:
    return f"{before}\n{rest}" if _SUB_POINT.match(rest) else f"{before} {rest}"


def _joined(one: Claim, more: Claim) -> Claim:
    return one.but(
        spots=(*one.spots, *more.spots),
        lead=tuple(dict.fromkeys((*one.lead, *more.lead))),
        addressees=tuple(dict.fromkeys((*one.addressees, *more.addressees))),
    )
