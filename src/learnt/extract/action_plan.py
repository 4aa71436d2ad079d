"""Reads the action plan: its tables and its labelled paragraphs, row by row."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from learnt.extract.dates import parse_date
from learnt.extract.plan_cells import read_scope, split_completion, tidy_lines
from learnt.extract.plan_columns import ActionColumns, is_action_plan
from learnt.extract.plan_lines import find_labelled
from learnt.extract.plan_match import Matcher
from learnt.extract.plan_rows import PlanRow
from learnt.extract.plan_tables import find_plan_rows
from learnt.records import Action, Document, Evidence, Recommendation
from learnt.words import fold

__all__ = ["ActionColumns", "Entry", "find_actions", "is_action_plan"]

Used = set[tuple[str, int]]


@dataclass(slots=True)
class Entry:
    """A row of the plan as printed: role to text, what it enacts, and where it stands.

    `block` is the block's number in its document.
    """

    cells: dict[str, str]
    recommendation: str | None
    evidence: Evidence
    block: int = 0


def find_actions(
    documents: Sequence[Document], recommendations: Sequence[Recommendation]
) -> tuple[list[Action], Used]:
    """Give the actions of all documents, and the (document, block index) they were read from.

    An action printed in two places (the report's appendix and the plan on its own) is given once. An
    id is the recommendation's with the action's order under it (`...-a2`); that of an action which
    enacts none begins with ten letters of its document's hash.
    """
    matcher = Matcher(recommendations)
    keys = {document.name: document.sha256[:10] for document in documents}
    actions: list[Action] = []
    used: Used = set()
    seen: dict[tuple[str | None, ...], tuple[str, int]] = {}
    orders = Counter[str]()
    for entry in (entry for document in documents for entry in _entries(document, matcher)):
        name = entry.evidence.document
        used.add((name, entry.block))
        action = _action(entry, "")
        printed = (action.action, action.lead, action.target_printed)
        key = (action.recommendation, *(" ".join(fold(text).split()) for text in printed))
        if seen.setdefault(key, (name, entry.block)) != (name, entry.block):
            continue
        over = entry.recommendation or keys[name]
        orders[over] += 1
        actions.append(msgspec.structs.replace(action, id=f"{over}-a{orders[over]}"))
    return actions, used


def _entries(document: Document, matcher: Matcher) -> Iterator[Entry]:
    """Give the rows of a document's tables, then its labelled paragraphs."""
    rows = find_plan_rows(document)
    for index, row in rows:
        yield _entry(document, index, row, matcher)
    for index, cells, named in find_labelled(document, {index for index, _ in rows}):
        block = document.blocks[index]
        enacted = matcher.find(cells.get("recommendation", ""), cells.get("ref", "")) or next(
            (found for text in named if (found := matcher.find(text))), None
        )
        evidence = Evidence(document.name, block.page or None, block.box, block.text, "plan-lines")
        yield Entry(cells, enacted, evidence, index)


def _entry(document: Document, index: int, row: PlanRow, matcher: Matcher) -> Entry:
    """Match a row with its recommendation; one printed over it counts where the row prints none."""
    text, ref = row.asked
    enacted = matcher.find(text, ref, row.group, row.told("lead")) if text or ref else None
    if enacted is None and not text:
        enacted = next((found for over in row.over if (found := matcher.find(over))), None)
    block = document.blocks[index]
    first = row.rows[0]
    place = next((cell.place for cell in first.cells if cell.place.page), None)
    page = first.page or (place.page if place else 0) or block.page
    box = place.box if place else block.box
    texts = dict.fromkeys(text for part in row.rows for text in part.texts if text)
    return Entry(
        row.cells,
        enacted,
        Evidence(document.name, page or None, box, " | ".join(texts), "action-plan"),
        index,
    )


def _action(entry: Entry, identity: str) -> Action:
    cells = {role: tidy_lines(text) for role, text in entry.cells.items()}
    completed, printed, outcome = split_completion(cells.get("completion", ""))
    status = cells.get("status", "")
    if status and not printed:
        completed, printed, status = split_completion(status)
    told = [text for text in (outcome, cells.get("outcome", ""), status) if text]
    target = cells.get("target", "")
    return Action(
        id=identity,
        recommendation=entry.recommendation,
        scope=read_scope(cells.get("scope", "")),
        action=cells.get("action", ""),
        lead=cells.get("lead", ""),
        milestones=cells.get("milestones", ""),
        target_date=parse_date(target),
        target_printed=target,
        completed=completed,
        completed_printed=printed,
        outcome="\n".join(told),
        evidence=(entry.evidence,),
    )
