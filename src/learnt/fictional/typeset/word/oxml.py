"""Small pieces of WordprocessingML: elements, properties of paragraphs and runs, fields."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

Node: TypeAlias = etree._Element

TWIPS = 20
"""Twentieths of a point, Word's unit of length."""


def w(tag: str, *children: Node, **attributes: str) -> Node:
    """Give the element `w:tag` with `children`; each attribute goes into the same namespace."""
    node: Node = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        node.set(qn(f"w:{name}"), value)
    for child in children:
        node.append(child)
    return node


def twips(points: float) -> str:
    """Give a length in points as Word writes it."""
    return str(round(points * TWIPS))


@dataclass(frozen=True, slots=True)
class RunStyle:
    """Properties of a run; size in points, 0 for the style's own."""

    bold: bool = False
    italic: bool = False
    size: float = 0.0
    raised: bool = False
    colour: str = ""


PLAIN = RunStyle()


def runs(text: str, style: RunStyle = PLAIN) -> list[Node]:
    """Give the runs of `text`: line breaks and tabs become their elements."""
    run = w("r")
    properties = _run_properties(style)
    if len(properties):
        run.append(properties)
    for index, line in enumerate(text.split("\n")):
        if index:
            run.append(w("br"))
        for place, part in enumerate(line.split("\t")):
            if place:
                run.append(w("tab"))
            if part:
                run.append(_text(part))
    return [run]


def _text(text: str) -> Node:
    node = w("t")
    node.text = text
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return node


def _run_properties(style: RunStyle) -> Node:
    node = w("rPr")
    if style.bold:
        node.append(w("b"))
    if style.italic:
        node.append(w("i"))
    if style.colour:
        node.append(w("color", val=style.colour))
    if style.size:
        node.append(w("sz", val=str(round(style.size * 2))))
    if style.raised:
        node.append(w("vertAlign", val="superscript"))
    return node


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """Properties of a paragraph; lengths in points, `number` is (numId, level)."""

    style: str = ""
    number: tuple[int, int] | None = None
    border: bool = False
    fill: str = ""
    tabs: Sequence[tuple[float, str, str]] = ()
    """Places in points, kinds and leaders."""
    left: float | None = None
    hang: float = 0.0
    align: str = ""
    after: float | None = None
    keep_next: bool = False


def paragraph(content: Iterable[Node], style: ParagraphStyle | None = None) -> Node:
    """Give a paragraph of runs; the order of its properties is the schema's."""
    node = w("p")
    properties = _paragraph_properties(style or ParagraphStyle())
    if len(properties):
        node.append(properties)
    for child in content:
        node.append(child)
    return node


def own_properties(node: Node) -> Node:
    """Give the properties of paragraph `node`, made where it has none."""
    found = node.find(qn("w:pPr"))
    if found is None:
        found = w("pPr")
        node.insert(0, found)
    return found


def _paragraph_properties(style: ParagraphStyle) -> Node:
    node = w("pPr")
    if style.style:
        node.append(w("pStyle", val=style.style))
    if style.keep_next:
        node.append(w("keepNext"))
    if style.number:
        number, level = style.number
        node.append(w("numPr", w("ilvl", val=str(level)), w("numId", val=str(number))))
    if style.border:
        edges = [
            w(side, val="single", sz="6", space="4", color="auto")
            for side in ("top", "left", "bottom", "right")
        ]
        node.append(w("pBdr", *edges))
    if style.fill:
        node.append(w("shd", val="clear", color="auto", fill=style.fill))
    if style.tabs:
        stops = [
            w("tab", val=kind, leader=leader, pos=twips(place))
            for place, kind, leader in style.tabs
        ]
        node.append(w("tabs", *stops))
    if style.after is not None:
        node.append(w("spacing", after=twips(style.after)))
    if style.left is not None:
        node.append(w("ind", left=twips(style.left), hanging=twips(style.hang)))
    if style.align:
        node.append(w("jc", val=style.align))
    return node


def field(code: str, shown: str) -> list[Node]:
    """Give the runs of a field whose last result was `shown`."""
    return [*field_start(code), *runs(shown), field_end()]


def field_start(code: str) -> list[Node]:
    """Give the runs that open a field, up to its result."""
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
    ]


def field_end() -> Node:
    """Give the run that closes a field."""
    return w("r", w("fldChar", fldCharType="end"))
