"""Reads the rows of an action plan's tables: titles over rows, cells over rows, rows cut by a page."""

import re
from dataclasses import dataclass, field

from learnt.agencies import is_body
from learnt.extract.dates import parse_date
from learnt.extract.labels import named_label
from learnt.extract.plan_columns import ActionColumns, is_lone
from learnt.extract.plan_match import split_reference
from learnt.extract.plan_roles import TELLING
from learnt.records import Block, Row

_FINISHED = re.compile(r"[.!?:;)\]’”\"']$")
_POINT = re.compile(r"(?:[•–*-]|[(\[]?[a-z]{1,3}[.)\]])\s")


@dataclass(slots=True)
class PlanRow:
    """A row as printed: role to text. `opened` is the row above whose recommendation it shares.

    `group` is the body over the row, `over` the texts over its rows that may be its recommendation.
    """

    cells: dict[str, str]
    rows: list[Row]
    group: str = ""
    over: tuple[str, ...] = ()
    opened: "PlanRow | None" = None

    def told(self, role: str) -> str:
        """Give what is printed of a role, empty where nothing is."""
        return self.cells.get(role, "").strip()

    @property
    def asked(self) -> tuple[str, str]:
        """The recommendation and the reference, its own or the ones it shares."""
        own = (self.told("recommendation"), self.told("ref"))
        if self.opened is None or own[0]:
            return own
        return (self.opened.told("recommendation"), own[1] or self.opened.told("ref"))

    @property
    def is_action(self) -> bool:
        """Whether the row says anything of what is done."""
        return any(self.told(role) for role in ("action", *TELLING))


@dataclass(slots=True)
class Walk:
    """A way down the rows of one plan, which may go over several tables."""

    group: str = ""
    over: tuple[str, ...] = ()
    found: list[PlanRow] = field(default_factory=list)
    opened: PlanRow | None = None

    def read(self, table: Block, columns: ActionColumns) -> list[PlanRow]:
        """Give the rows that begin in `table`; a rest at its head goes to the last row before."""
        before, above = len(self.found), None
        for index, row in enumerate(table.rows):
            if index in columns.heads or not any(text.strip() for text in row.texts):
                continue
            if not (is_lone(row) and self._is_title(row, columns)):
                self._take(row, {r: _own(row, above, i) for r, i in columns.roles.items()})
            above = row
        return [row for row in self.found[before:] if row.is_action]

    def enter(self, group: str) -> None:
        """Go in under the title of a body."""
        self.group, self.over, self.opened = group, (), None

    def _is_title(self, row: Row, columns: ActionColumns) -> bool:
        """Take a row of one text as a title over rows, unless it is the rest of a cut cell."""
        text = row.texts[0].strip()
        if is_group_title(text):
            self.enter(text.rstrip(": "))
            return True
        if not row.spans_all:
            return False
        if named_label(text) or split_reference(text)[0] or "recommendation" not in columns.roles:
            self.over, self.opened = (text,), None
        return True

    def _take(self, row: Row, cells: dict[str, str]) -> None:
        last = self.found[-1] if self.found else None
        if last is not None and goes_on(cells, last):
            for role, text in cells.items():
                last.cells[role] = join_cells(last.told(role), text.strip(), role)
            last.rows.append(row)
            return
        opening = cells.get("recommendation", "").strip()
        if self.opened and opening and _is_rest(opening, self.opened.told("recommendation")):
            whole = join_cells(self.opened.told("recommendation"), opening, "recommendation")
            self.opened.cells["recommendation"] = whole
            cells = cells | {"recommendation": ""}
        made = PlanRow(cells, [row], self.group, self.over)
        if made.told("recommendation") or (made.told("ref") and "recommendation" not in cells):
            self.opened = made
        else:
            made.opened = self.opened
        self.found.append(made)


def is_group_title(text: str) -> bool:
    """Whether a row that spans the table names the agency whose rows follow."""
    return is_body(re.sub(r"\s*\((?:continued|cont\.?)\)|:", "", text).strip())


def _own(row: Row, above: Row | None, index: int) -> str:
    """Give a cell's text, empty where it only repeats a cell that reaches over from the left."""
    if index >= len(row.cells):
        return ""
    cell = row.cells[index]
    if cell.merged and index and row.cells[index - 1].text == cell.text:
        over = above.cells[index].text if above and index < len(above.cells) else ""
        return cell.text if over == cell.text else ""
    return cell.text


def goes_on(cells: dict[str, str], above: PlanRow) -> bool:
    """Whether a row is the rest of the one above, cut by the end of a page.

    So it is when no recommendation begins in it, and no action does: its action cell is empty or goes
    on in lower case, or all is empty that an action of its own would have beside it.
    """
    told = {role: text.strip() for role, text in cells.items()}
    opening, action = told.get("recommendation", ""), told.get("action", "")
    if told.get("ref") or (opening and not _is_rest(opening, above.told("recommendation"))):
        return False
    if not action:
        return bool(above.told("action")) or not any(told.get(role) for role in TELLING)
    bare = not any(told.get(role) for role in ("scope", "lead", "target"))
    if action[0].islower():
        dates = [parse_date(target) for target in (told.get("target", ""), above.told("target"))]
        return bare or None in dates
    return bare and bool(opening or _POINT.match(action))


def _is_rest(text: str, above: str) -> bool:
    """Whether a recommendation's cell goes on with the one above."""
    if not above or named_label(text):
        return False
    if text[0].islower():
        return True
    labelled = bool(split_reference(above)[0]) and not split_reference(text)[0]
    return labelled and not _FINISHED.search(above)


def join_cells(above: str, rest: str, role: str) -> str:
    """Put the rest of a cell to its beginning, on a line of its own where it begins something."""
    if not above or not rest:
        return above or rest
    if role == "lead":
        apart = is_body(above.split("\n")[-1]) and is_body(rest.split("\n")[0])
    else:
        apart = role != "target" and not rest[0].islower()
        apart = apart and (bool(_FINISHED.search(above)) or role != "recommendation")
    return f"{above}\n{rest}" if apart else f"{above} {rest}"
