"""Parts of a Word file that python-docx has no verbs for: fields, bookmarks, links, alternative texts."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def add_field(paragraph: Paragraph, instruction: str, result: str = "") -> None:
    """Add a field (`PAGE`, `SEQ Table`) with the result that stands until Word counts anew."""
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            _instruction(paragraph.add_run(), instruction)
        _mark(paragraph, kind)
        if kind == "separate":
            paragraph.add_run(result)


def enclose_in_field(first: Paragraph, last: Paragraph, instruction: str) -> None:
    """Put paragraphs into a field (`TOC`), so that Word can write them anew."""
    opening = []
    for kind in ("begin", "separate"):
        if kind == "separate":
            run = first.add_run()
            _instruction(run, instruction)
            opening.append(run._r)
        opening.append(_mark(first, kind))
    place = 1 if first._p.pPr is not None else 0
    for offset, part in enumerate(opening):
        first._p.remove(part)
        first._p.insert(place + offset, part)
    _mark(last, "end")


def _mark(paragraph: Paragraph, kind: str) -> Any:
    """Add a mark of a field at the end of a paragraph, and give its run."""
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run = paragraph.add_run()._r
    run.append(mark)
    return run


def _instruction(run: Run, instruction: str) -> None:
    text = OxmlElement("w:instrText")
    text.set(qn("xml:space"), "preserve")
    text.text = f" {instruction} "
    run._r.append(text)


def add_bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Mark a paragraph so that links within the file can lead to it."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(end)


def add_inner_link(paragraph: Paragraph, text: str, bookmark: str) -> None:
    """Add words that lead to a bookmark of the file."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    _linked(paragraph, link, text)


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Add words that lead to an address."""
    link = OxmlElement("w:hyperlink")
    known = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), known)
    _linked(paragraph, link, text)


def _linked(paragraph: Paragraph, link: Any, text: str) -> None:
    run = paragraph.add_run(text)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def describe_picture(shape: Any, title: str, alternative: str) -> None:
    """Give a picture its title and alternative text."""
    properties = shape._inline.docPr
    properties.set("title", title)
    properties.set("descr", alternative)


def repeat_header(row: Any) -> None:
    """Have a table's first row again on each page."""
    _flag(row, "w:tblHeader")


def keep_whole(row: Any) -> None:
    """Keep a row of a table on one page."""
    _flag(row, "w:cantSplit")


def _flag(row: Any, name: str) -> None:
    flag = OxmlElement(name)
    flag.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(flag)


def set_font(style: Any, name: str) -> None:
    """Give a style a font by name; the theme's, which would go before it, is taken away."""
    style.font.name = name
    fonts = style.element.rPr.rFonts
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{attribute}"), None)


def set_language(document: Any, language: str) -> None:
    """Set the language of all text."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    told = run.find(qn("w:lang"))
    if told is None:
        told = OxmlElement("w:lang")
        run.append(told)
    told.set(qn("w:val"), language)
