"""The columns of an action plan: which role each has, told by the words at their head."""

from collections.abc import Sequence
from dataclasses import dataclass

from learnt.extract.plan_cards import is_cards
from learnt.extract.plan_roles import is_enough, plan_role
from learnt.records import Block, Row
from learnt.words import fold

HEAD_ROWS = 4
"""Rows at the top of a table among which the heads of columns are looked for."""
FEWEST = 4
"""Fewest columns by which a table without a head is known again."""
LONGEST_PART = 60
"""Most letters of a cell in the second row of a head."""


@dataclass(frozen=True, slots=True)
class ActionColumns:
    """Indices of an action plan's columns by role, and of the rows that are heads.

    `width` is the number of columns. `upright` tells that the plan is set as cards, whose labels
    stand beside the texts.
    """

    roles: dict[str, int]
    heads: frozenset[int]
    width: int
    upright: bool = False

    def goes_on(self, table: Block) -> "ActionColumns | None":
        """Give the columns of a table without heads that goes on with this one, None if it does not."""
        wide = self.width >= FEWEST and all(len(row.cells) == self.width for row in table.rows)
        return ActionColumns(self.roles, frozenset(), self.width) if wide else None


def is_action_plan(table: Block) -> ActionColumns | None:
    """Tell the columns of an action plan; None where the table says nothing of what is done.

    A table that only lists recommendations has no column of actions and is none.
    """
    rows = table.rows
    for index in range(min(HEAD_ROWS, len(rows))):
        for depth in (2, 1):
            roles = _roles_of(rows[index : index + depth])
            if len(rows[index : index + depth]) == depth and is_enough(set(roles)):
                heads = _heads(rows, index, depth)
                return ActionColumns(roles, heads, len(rows[index].cells))
    if is_cards(table):
        return ActionColumns({}, frozenset(), len(rows[0].cells), upright=True)
    return None


def _heads(rows: Sequence[Row], first: int, depth: int) -> frozenset[int]:
    """Give the rows that are no entries: what stands over the head, the head, and its repeats."""
    over = [index for index in range(first) if not is_lone(rows[index])]
    printed = {_plain(row) for row in rows[first : first + depth]}
    return frozenset([*over, *(index for index, row in enumerate(rows) if _plain(row) in printed)])


def _plain(row: Row) -> tuple[str, ...]:
    """Give a row's texts for comparing: folded, without blanks."""
    return tuple("".join(fold(text).split()) for text in row.texts)


def is_lone(row: Row) -> bool:
    """Whether a row has a text in its first cell alone, or one text over all its columns."""
    return row.spans_all or (bool(row.texts[0].strip()) and not any(map(str.strip, row.texts[1:])))


def _roles_of(head: Sequence[Row]) -> dict[str, int]:
    """Name the columns under a head of one row or two; the first column of a role keeps it."""
    roles: dict[str, int] = {}
    if not head or head[0].spans_all or (len(head) == 2 and not _is_second(*head)):
        return roles
    for index in range(len(head[0].cells)):
        role = _role_at(head, index)
        if role:
            roles.setdefault(role, index)
    return roles


def _role_at(head: Sequence[Row], index: int) -> str:
    top = head[0].cells[index]
    if len(head) == 1:
        return "" if top.merged else plan_role(_line(top.text))
    low = head[1].cells[index].text
    low = "" if low == top.text else low
    spread = top.merged or not top.text.strip() or _is_spread(head[0], index)
    both = _line(f"{top.text} {low}")
    tried = (_line(low), both) if spread and low else (both, _line(low), _line(top.text))
    return next((role for role in map(plan_role, tried) if role), "")


def _is_spread(row: Row, index: int) -> bool:
    """Whether a cell of the head reaches over the column at its right, or repeats its neighbour."""
    right = row.cells[index + 1 : index + 2]
    beside = (*row.cells[max(0, index - 1) : index], *right)
    return any(cell.merged or not cell.text.strip() for cell in right) or any(
        cell.text == row.cells[index].text for cell in beside
    )


def _is_second(first: Row, second: Row) -> bool:
    """Whether a row goes on with the head above: words of heads, or notes in brackets, alone."""
    if second.spans_all or len(first.cells) != len(second.cells):
        return False
    new = [
        (top.text, low.text.strip())
        for top, low in zip(first.cells, second.cells, strict=True)
        if low.text.strip() and low.text != top.text
    ]
    return bool(new) and all(
        len(low) <= LONGEST_PART
        and (low.startswith("(") or plan_role(_line(low)) or plan_role(_line(f"{top} {low}")))
        for top, low in new
    )


def _line(text: str) -> str:
    return " ".join(text.split())
