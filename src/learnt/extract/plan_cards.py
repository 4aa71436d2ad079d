"""An action plan set as cards: a small table for each recommendation, labels beside what they name.

Recommendation 1 | The Trust should ...
Action           | Revise the policy
Lead agency      | Eastmoor Hospital    (or, in four columns: | Target date | June 2023)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from learnt.extract.labels import named_label
from learnt.extract.plan_roles import TELLING, is_enough, plan_role
from learnt.records import Block, Row

LONGEST_TITLE = 8
"""Most words of a title beside a recommendation's label, where its words stand in a row below."""
_NUMBERED = re.compile(r"\s*\d+(?:\.\d+)*[a-z]?$")


@dataclass(slots=True)
class Card:
    """One action as its card prints it: role to text, and the rows it stands in."""

    cells: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)

    def add(self, role: str, text: str) -> None:
        """Add a text to what is printed of a role."""
        self.cells[role] = f"{self.cells.get(role, '')}\n{text}".strip()


def is_cards(table: Block) -> bool:
    """Whether most rows of a table are labels with what they name beside them."""
    rows = [row for row in table.rows if not row.spans_all and any(row.texts)]
    if len(rows) < 3 or len(rows[0].cells) not in (2, 4):
        return False
    pairs = [_pairs(row) for row in rows]
    known = [row for row in pairs if row and all(role or not label for role, label, _ in row)]
    roles = {role for row in pairs for role, _, _ in row}
    return is_enough(roles) and len(roles - {""}) >= 3 and 2 * len(known) > len(rows)


def read_cards(table: Block) -> Iterator[Card]:
    """Give the actions of a table of cards; a second action keeps the first one's recommendation."""
    card, last = Card(), ""
    for row in table.rows:
        if row.spans_all:
            if named_label(row.texts[0]):
                yield from _told(card)
                card, last = Card({"recommendation": row.texts[0]}, [row]), "recommendation"
            continue
        for role, label, text in _pairs(row):
            if not role and label:
                last = ""
            elif _opens(card, role):
                yield from _told(card)
                card = Card(_kept(card, role))
                last = role
                card.add(role, _with_label(label, text, role))
            elif role or last:
                last = role or last
                card.add(last, _with_label(label, text, role))
        card.rows.append(row)
    yield from _told(card)


def _pairs(row: Row) -> list[tuple[str, str, str]]:
    """Give (role, label, text) of a row of two columns, or of four with two labels in them."""
    texts: Sequence[str] = [
        "" if cell.merged and index > 1 else cell.text.strip()
        for index, cell in enumerate(row.cells)
    ]
    pairs = []
    for at in range(0, len(texts) - 1, 2):
        label, text = texts[at].replace("\n", " "), texts[at + 1]
        if label or text:
            pairs.append((_label_role(label), label, text))
    return pairs


def _label_role(label: str) -> str:
    named = named_label(label)
    if named is not None and not named.rest:
        return "recommendation"
    return plan_role(label) or plan_role(_NUMBERED.sub("", label))


def _opens(card: Card, role: str) -> bool:
    """Whether a row with this role begins another action, or another recommendation."""
    if role == "action":
        return "action" in card.cells
    if role not in ("recommendation", "ref") or role not in card.cells:
        return role in ("recommendation", "ref") and "action" in card.cells
    return "action" in card.cells or len(card.cells[role].split()) > LONGEST_TITLE


def _kept(card: Card, role: str) -> dict[str, str]:
    """Give what a further action has of the one before: what it enacts."""
    if role != "action":
        return {}
    kept = ("recommendation", "ref", "scope")
    return {name: card.cells[name] for name in kept if name in card.cells}


def _with_label(label: str, text: str, role: str) -> str:
    """Put the reference of a label such as "Recommendation 3" before the words beside it."""
    named = named_label(label) if role == "recommendation" else None
    return f"{label.rstrip(': ')}: {text}" if named is not None and named.ref else text


def _told(card: Card) -> Iterator[Card]:
    """Give a card that holds an action and tells something of it."""
    if card.cells.get("action") and any(card.cells.get(role) for role in TELLING):
        yield card
