"""Finds the tables of an action plan in a document, those that go on without a head among them."""

from collections.abc import Sequence

from learnt.extract.plan_cards import read_cards
from learnt.extract.plan_columns import ActionColumns, is_action_plan
from learnt.extract.plan_rows import PlanRow, Walk, is_group_title
from learnt.records import Block, Document

LOOK_BACK = 4
"""Blocks before a table among which the recommendation or the body it is about is looked for."""
BETWEEN = 2
"""Most short blocks between a plan's table and the table that goes on with it."""
SHORT = 120
"""Most letters of such a block."""
Found = list[tuple[int, PlanRow]]


def find_plan_rows(document: Document) -> Found:
    """Give (block index, row) of each row that tells an action, in order."""
    found: Found = []
    blocks, last = document.blocks, -1
    walk, columns = Walk(), ActionColumns({}, frozenset(), 0)
    for index, block in enumerate(blocks):
        if block.kind != "table":
            continue
        follows = last >= 0 and _follows(blocks[last + 1 : index])
        headed = is_action_plan(block)
        told = headed or (columns.goes_on(block) if follows else None)
        if told is None:
            continue
        group, over = _titles(blocks, index)
        if told.upright:
            cards = read_cards(block)
            found += [(index, PlanRow(c.cells, c.rows, group, over)) for c in cards]
            continue
        apart = headed is not None and index - last > 1
        if apart or not follows or told.roles != columns.roles:
            walk = Walk(group, over)
        elif group:
            walk.enter(group)
        found += [(index, row) for row in walk.read(block, told)]
        columns, last = told, index
    return found


def _follows(between: Sequence[Block]) -> bool:
    """Whether nothing but a title or two stands between two tables."""
    return len(between) <= BETWEEN and all(
        block.kind != "table" and len(block.text) <= SHORT for block in between
    )


def _titles(blocks: Sequence[Block], index: int) -> tuple[str, tuple[str, ...]]:
    """Give the body named just above a table, and the texts there, nearest first."""
    texts: list[str] = []
    for block in reversed(blocks[max(0, index - LOOK_BACK) : index]):
        if block.kind == "table":
            break
        texts += [text for text in dict.fromkeys((block.printed, block.text)) if text.strip()]
    group = next((text.strip().rstrip(": ") for text in texts if is_group_title(text)), "")
    return group, tuple(texts)
