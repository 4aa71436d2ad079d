"""Footnotes of a Word file: a part of its own, which python-docx does not write."""

from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from learnt.fictional.typeset.word.oxml import Node, RunStyle, paragraph, runs, w

_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_SMALL = RunStyle(size=8.5)


def note_reference(number: int) -> Node:
    """Give the run with the raised mark of footnote `number`."""
    return w(
        "r", w("rPr", w("vertAlign", val="superscript")), w("footnoteReference", id=str(number))
    )


def add_footnotes(document: Document, notes: list[str]) -> None:
    """Add the part with `notes`, numbered from 1 in order; nothing where there are none."""
    if not notes:
        return
    root = w("footnotes")
    for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
        root.append(w("footnote", paragraph([w("r", w(kind))]), type=kind, id=str(number)))
    for number, text in enumerate(notes, 1):
        mark = w("r", w("rPr", w("vertAlign", val="superscript")), w("footnoteRef"))
        root.append(w("footnote", paragraph([mark, *runs(f" {text}", _SMALL)]), id=str(number)))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT, blob, document.part.package)
    document.part.relate_to(part, _RELATION)
