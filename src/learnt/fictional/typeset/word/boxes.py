"""Boxes in Word: bordered paragraphs, a table of one cell, or a text box."""

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from learnt.fictional.typeset.word.oxml import Node, own_properties, paragraph, twips, w

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_SIDES = ("top", "left", "bottom", "right")
_LINE_LETTERS, _LINE_POINTS = 88, 15.5


def box(kind: str, content: list[Node], width: float, fill: str) -> list[Node]:
    """Give `content` in a box of `kind` (`borders`, `cell`, `text box`), `width` points wide.

    `fill` is a colour in hexadecimal for a shaded panel without edges, empty for a drawn box.
    """
    if kind == "cell":
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


def _text_box(content: list[Node], width: float, fill: str) -> Node:
    lines = sum(
        sum(len(str(text)) for text in node.itertext()) // _LINE_LETTERS + 2 for node in content
    )
    colour = f'fillcolor="#{fill}" stroked="f"' if fill else 'filled="f"'
    run: Node = parse_xml(
        f'<w:r {_SPACES}><w:pict><v:rect style="width:{width - 12:.0f}pt;'
        f'height:{lines * _LINE_POINTS:.0f}pt" {colour}><v:textbox '
        'style="mso-fit-shape-to-text:t"><w:txbxContent/></v:textbox></v:rect></w:pict></w:r>'
    )
    inside = next(run.iter(qn("w:txbxContent")))
    for node in content:
        inside.append(node)
    return paragraph([run])
