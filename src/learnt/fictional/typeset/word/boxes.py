"""Boxes in Word: bordered paragraphs, a table of one cell, or a text box."""

from math import ceil

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from learnt.fictional.typeset.word.oxml import Node, own_properties, paragraph, twips, w

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_SIDES = ("top", "left", "bottom", "right")
KINDS = ("borders", "cell", "text box")
"""The ways in which people draw a box in Word."""
_LINE_LETTERS, _LINE_POINTS = 78, 15.0
_TALLEST = 400.0


def box(kind: str, content: list[Node], width: float, fill: str) -> list[Node]:
    """Give `content` in a box of `kind` (one of `KINDS`), `width` points wide.

    `fill` is a colour in hexadecimal for a shaded panel without edges, empty for a drawn box.
    """
    if kind == "cell" or (kind == "text box" and _height(content) > _TALLEST):
        return [_cell(content, width, fill), paragraph([])]
    if kind == "text box":
        return [_text_box(content, width, fill)]
    for node in content:
        _border(node, fill)
    return content


def _border(node: Node, fill: str) -> None:
    properties = own_properties(node)
    if fill:
        extra = w("shd", val="clear", color="auto", fill=fill)
    else:
        sides = [w(side, val="single", sz="6", space="4", color="auto") for side in _SIDES]
        extra = w("pBdr", *sides)
    place = 0
    for index, child in enumerate(properties):
        if child.tag in (qn("w:pStyle"), qn("w:keepNext"), qn("w:numPr")):
            place = index + 1
    properties.insert(place, extra)


def _cell(content: list[Node], width: float, fill: str) -> Node:
    properties = w("tblPr", w("tblW", w=twips(width), type="dxa"))
    cell = w("tcPr", w("tcW", w=twips(width), type="dxa"))
    if fill:
        cell.append(w("shd", val="clear", color="auto", fill=fill))
    else:
        sides = [w(side, val="single", sz="8", space="0", color="auto") for side in _SIDES]
        properties.append(w("tblBorders", *sides))
    end = [] if content[-1].tag == qn("w:p") else [paragraph([])]
    grid = w("tblGrid", w("gridCol", w=twips(width)))
    return w("tbl", properties, grid, w("tr", w("tc", cell, *content, *end)))


def _height(content: list[Node]) -> float:
    """Guess the height of `content` in points: a text box cannot go over a page."""
    letters = [sum(len(text.text or "") for text in node.iter(qn("w:t"))) for node in content]
    return _LINE_POINTS * (0.4 + sum(ceil(count / _LINE_LETTERS) + 0.6 for count in letters))


def _text_box(content: list[Node], width: float, fill: str) -> Node:
    colour = f'fillcolor="#{fill}" stroked="f"' if fill else 'filled="f"'
    run: Node = parse_xml(
        f'<w:r {_SPACES}><w:pict><v:rect style="width:{width - 12:.0f}pt;'
        f'height:{_height(content):.0f}pt" {colour}><v:textbox '
        'style="mso-fit-shape-to-text:t"><w:txbxContent/></v:textbox></v:rect></w:pict></w:r>'
    )
    inside = next(run.iter(qn("w:txbxContent")))
    for node in content:
        inside.append(node)
    return paragraph([run])
