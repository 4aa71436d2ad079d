"""Walks through the body of a Word file, or a part of it, in reading order."""

from lxml import etree

from learnt.read.docx.body import Context, children, read_contents, read_paragraph
from learnt.read.docx.package import W
from learnt.read.docx.tables import read_table


def read_container(context: Context, element: etree._Element, frame: int = 0) -> None:
    """Draft everything in `element` (the body, a text box, a cell), in box `frame`."""
    for child in children(element):
        if child.tag == f"{W}p":
            for box in read_paragraph(context, child, frame):
                read_container(context, box, context.frames.new())
        elif child.tag == f"{W}tbl":
            context.frames.close()
            read_table(context, child, frame, read_container)
        elif child.tag == f"{W}sdt":
            read_contents(context, child)
