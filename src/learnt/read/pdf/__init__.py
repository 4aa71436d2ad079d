"""Reads PDFs: words and drawings off the page, then lines, columns, furniture and paragraphs."""

from learnt.read.pdf.document import read_pdf
from learnt.read.pdf.load import load_pages

__all__ = ["load_pages", "read_pdf"]
