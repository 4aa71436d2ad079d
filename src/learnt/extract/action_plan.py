"""Reads the action plan: its tables and its labelled paragraphs, row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnt.extract.dates import parse_date
from learnt.extract.plan_cells import read_scope, split_completion, tidy_lines
from learnt.extract.plan_columns import ActionColumns, is_action_plan
from learnt.extract.plan_lines import find_labelled
from learnt.extract.plan_match import Matcher, is_group_title
from learnt.records import Action, Block, Document, Evidence, Recommendation, Row

__all__ = ["ActionColumns", "Entry", "find_actions", "is_action_plan"]

Used = set[tuple[str, int]]
LOOK_BACK = 4
"""Blocks before a table among which the recommendation it enacts is looked for."""


@dataclass(slots=True)
class Entry:
    """A row of the plan as printed: role to text, what it enacts, and where it stands."""

    cells: dict[str, str]
    recommendation: str | None
    evidence: Evidence


def find_actions(
    documents: Sequence[Document], recommendations: Sequence[Recommendation]
) -> tuple[list[Action], Used]:
    """Give the actions of all documents, and the (document, block index) they were read from.

    An action printed in two documents (the report's appendix and the plan on its own) is given once.
    """
    matcher = Matcher(recommendations)
    used: Used = set()
    entries: list[Entry] = []
    for document in documents:
        for index, found in _entries(document, matcher):
            used.add((document.name, index))
            entries.extend(found)
    actions: list[Action] = []
    seen: set[tuple[object, ...]] = set()
    for entry in entries:
        action = _action(entry, f"a{len(actions) + 1}")
        key = (action.recommendation, action.action.casefold(), action.lead, action.target_printed)
        if key not in seen:
            seen.add(key)
            actions.append(action)
    return actions, used


def _entries(document: Document, matcher: Matcher) -> Iterator[tuple[int, list[Entry]]]:
    taken: set[int] = set()
    for index, block in enumerate(document.blocks):
        columns = is_action_plan(block) if block.kind == "table" else None
        if columns:
            over = _named_before(document, index, matcher)
            taken.add(index)
            yield index, _read_table(document, block, columns, matcher, over)
    for index, cells, named in find_labelled(document, taken):
        block = document.blocks[index]
        enacted = matcher.find(cells.get("recommendation", ""), cells.get("ref", "")) or next(
            (found for text in named if (found := matcher.find(text))), None
        )
        evidence = Evidence(document.name, block.page or None, block.box, block.text, "plan-lines")
        yield index, [Entry(cells, enacted, evidence)]


def _named_before(document: Document, index: int, matcher: Matcher) -> str | None:
    """Give the recommendation printed just above a table that enacts only one."""
    for block in reversed(document.blocks[max(0, index - LOOK_BACK) : index]):
        if block.kind == "table":
            return None
        found = matcher.find(block.printed) or matcher.find(block.text)
        if found:
            return found
    return None


def _read_table(
    document: Document, table: Block, columns: ActionColumns, matcher: Matcher, over: str | None
) -> list[Entry]:
    if columns.upright:
        cells = {role: table.rows[row].texts[1] for role, row in columns.roles.items()}
        return [_entry(document, table, table.rows[0], cells, matcher, "", over)]
    entries: list[Entry] = []
    carried, group = {"recommendation": "", "ref": ""}, ""
    for index, row in enumerate(table.rows):
        if index in columns.heads or not any(text.strip() for text in row.texts):
            continue
        if row.spans_all:
            over, group = _read_title(row.texts[0], matcher, over, group)
            carried = {"recommendation": "", "ref": ""}
            continue
        cells = {r: row.texts[i] for r, i in columns.roles.items() if i < len(row.texts)}
        if _continues(cells) and entries:
            _append(entries[-1], cells)
            continue
        _carry(cells, carried)
        entries.append(_entry(document, table, row, cells, matcher, group, over))
    return entries


def _read_title(
    text: str, matcher: Matcher, over: str | None, group: str
) -> tuple[str | None, str]:
    """Take a row that spans the table: a recommendation over its actions, or an agency."""
    if is_group_title(text):
        return None, text.rstrip(": ")
    return matcher.find(text) or over, group


def _continues(cells: dict[str, str]) -> bool:
    """Whether a row only goes on with the row above: neither recommendation nor action nor lead."""
    opening = ("recommendation", "ref", "action", "lead", "target")
    return not any(cells.get(role, "").strip() for role in opening)


def _append(entry: Entry, cells: dict[str, str]) -> None:
    for role, text in cells.items():
        if text.strip():
            entry.cells[role] = f"{entry.cells.get(role, '')}\n{text}".strip()


def _carry(cells: dict[str, str], carried: dict[str, str]) -> None:
    """Fill an empty recommendation from the row above; remember one that is printed."""
    if cells.get("recommendation", "").strip() or cells.get("ref", "").strip():
        carried.update({role: cells.get(role, "") for role in carried})
    else:
        cells.update({role: text for role, text in carried.items() if role in cells})


def _entry(
    document: Document,
    table: Block,
    row: Row,
    cells: dict[str, str],
    matcher: Matcher,
    group: str,
    over: str | None,
) -> Entry:
    enacted = matcher.find(cells.get("recommendation", ""), cells.get("ref", ""), group)
    place = next((cell.place for cell in row.cells if cell.place.page), None)
    page = row.page or (place.page if place else 0) or table.page
    box = place.box if place else table.box
    quote = " | ".join(text for text in dict.fromkeys(row.texts) if text)
    evidence = Evidence(document.name, page or None, box, quote, "action-plan")
    return Entry(cells, enacted or over, evidence)


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
