"""Counts the marks of HTML lists, which no page stores: start, value, reversed and kinds of numeral."""

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from learnt.read.html.look import Declarations
from learnt.read.numerals import letters, roman, whole_number

_BULLETS = ("•", "◦", "▪")
_KINDS = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
_SHAPES = {"disc": "•", "circle": "◦", "square": "▪"}


@dataclass(slots=True)
class ListMarks:
    """The marks of one list, asked item by item in order."""

    ordered: bool
    depth: int
    kind: str
    next: int = 1
    step: int = 1

    def mark(self, item: LexborNode, declared: Declarations) -> str:
        """The mark of the next item; `data-mark` is the one that Markdown's reader noted."""
        kind = declared.get("list-style-type", declared.get("list-style", "")).split(" ")[0]
        kind = kind or _KINDS.get(item.attributes.get("type") or "", "") or self.kind
        noted = item.attributes.get("data-mark")
        if noted:
            return noted
        if not self.ordered:
            return "" if kind == "none" else _SHAPES.get(kind, _BULLETS[min(self.depth, 2)])
        value = _number(item.attributes.get("value"), self.next)
        self.next = value + self.step
        return "" if kind == "none" else f"{_write(value, kind)}."


def open_list(node: LexborNode, declared: Declarations, depth: int) -> ListMarks:
    """Give the marks of the list `node`, which stands `depth` lists deep (0 the outermost)."""
    kind = declared.get("list-style-type", declared.get("list-style", "")).split(" ")[0]
    kind = kind or _KINDS.get(node.attributes.get("type") or "", "")
    if node.tag != "ol":
        return ListMarks(ordered=False, depth=depth, kind=kind)
    backwards = "reversed" in node.attributes
    items = sum(1 for child in node.iter() if child.tag == "li")
    start = _number(node.attributes.get("start"), items if backwards else 1)
    return ListMarks(True, depth, kind or "decimal", start, -1 if backwards else 1)


def _write(value: int, kind: str) -> str:
    if kind in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin"):
        text = letters(value)
    elif kind in ("lower-roman", "upper-roman"):
        text = roman(value)
    elif kind == "decimal-leading-zero":
        text = f"{value:02d}"
    else:
        text = str(value)
    return text.upper() if kind.startswith("upper") else text


def _number(value: str | None, otherwise: int) -> int:
    sign = -1 if (value or "").strip().startswith("-") else 1
    found = whole_number((value or "").strip().lstrip("-"))
    return otherwise if found is None else sign * found
