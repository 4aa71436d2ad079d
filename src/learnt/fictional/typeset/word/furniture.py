"""Around the text in Word: styles, running header and footer, page fields, watermark, properties."""

from datetime import datetime
from random import Random

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.word.oxml import Node, ParagraphStyle, field, paragraph, runs, w
from learnt.fictional.typeset.wording import FICTIONAL, page_words, subject

_FONTS = {"sans": ("Arial", "Calibri", "Verdana"), "serif": ("Times New Roman", "Cambria")}
_INKS = ("000000", "1F3864", "4B2E6F", "00594F", "7A1F3D")
_SIZES = (1.45, 1.2, 1.08, 1.0)
_FIXED = datetime(2020, 1, 1)
_VML = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


_ART = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)
"""The shape that Word calls WordArt, as Word writes it for a watermark (shortened)."""


def set_styles(document: Document, manuscript: Manuscript, draw: Random) -> str:
    """Set fonts, sizes and colours of the text and the headings; give the headings' colour."""
    font = draw.choice(_FONTS[manuscript.font])
    ink = draw.choice(_INKS)
    _set_font(document, "Normal", font, manuscript.size)
    document.styles["Normal"].paragraph_format.space_after = Pt(manuscript.size * 0.7)
    for level, factor in enumerate(_SIZES, 1):
        style = f"Heading {level}"
        _set_font(document, style, font, manuscript.size * factor)
        document.styles[style].font.color.rgb = RGBColor.from_string(ink)
        document.styles[style].font.bold = True
        document.styles[style].font.italic = False
        document.styles[style].paragraph_format.space_after = Pt(6)
    for level in range(1, 4):
        document.styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH).style_id = f"TOC{level}"
    language = "cy-GB" if manuscript.language.startswith("cy") else "en-GB"
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    if manuscript.hyphenated:
        document.settings.element.append(w("autoHyphenation", val="true"))
    return ink


def _set_font(document: Document, style: str, font: str, size: float) -> None:
    chosen = document.styles[style]
    chosen.font.name, chosen.font.size = font, Pt(round(size * 2) / 2)
    fonts = chosen.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), font)


def set_furniture(document: Document, manuscript: Manuscript, draw: Random) -> None:
    """Write header, footer with page fields and watermark into the document's section."""
    section = document.sections[0]
    section.different_first_page_header_footer = draw.random() < 0.7
    header = section.header
    header.is_linked_to_previous = False
    _fill(header._element, [*runs(manuscript.header)], "left")
    if manuscript.watermark:
        header._element[0].append(_watermark(manuscript.watermark))
    footer = section.footer
    footer.is_linked_to_previous = False
    align = draw.choice(("left", "center", "right"))
    place = {"left": "left", "center": "center", "right": "right"}[align]
    lines = [(runs(manuscript.footer), "left")] if manuscript.footer else []
    number = _page_fields(manuscript)
    if number:
        lines.append((number, place))
    for index, (content, side) in enumerate(lines):
        if index == 0:
            _fill(footer._element, content, side)
        else:
            footer._element.append(paragraph(content, ParagraphStyle("Footer", align=side)))


def _fill(part: Node, content: list[Node], align: str) -> None:
    style = "Footer" if part.tag == qn("w:ftr") else "Header"
    part.replace(part[0], paragraph(content, ParagraphStyle(style, align=align)))


def _page_fields(manuscript: Manuscript) -> list[Node]:
    if manuscript.page_numbers == "none":
        return []
    before, between = page_words(manuscript)
    content = [*(runs(before) if before else []), *field("PAGE", "1")]
    if between:
        content += [*runs(between), *field("NUMPAGES", "1")]
    return content


def _watermark(text: str) -> Node:
    shape = (
        f'<w:r {_VML}><w:pict>{_ART}<v:shape id="Watermark" type="#_x0000_t136" '
        'style="position:absolute;width:430pt;height:110pt;rotation:315;z-index:-251;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        'mso-position-vertical:center;mso-position-vertical-relative:margin" '
        'fillcolor="#e3e3e3" stroked="f">'
        '<v:textpath on="t" fitshape="t" style="font-family:&quot;Arial&quot;;font-size:1pt"/>'
        "</v:shape></w:pict></w:r>"
    )
    node: Node = parse_xml(shape)
    for path in node.iter("{urn:schemas-microsoft-com:vml}textpath"):
        path.set("string", text)
    return node


def set_properties(document: Document, manuscript: Manuscript) -> None:
    """Write the core properties, with fixed dates."""
    core, own = document.core_properties, manuscript.properties
    core.title = manuscript.title[:255]
    core.author = own.get("author", "Community Safety Partnership")[:255]
    core.subject = subject(manuscript)[:255]
    core.keywords = own.get("keywords", FICTIONAL.lower())[:255]
    core.comments = FICTIONAL
    core.language = manuscript.language
    core.created = core.modified = core.last_printed = _FIXED
    core.last_modified_by = core.author
    core.revision = 3
