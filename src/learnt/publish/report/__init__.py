"""The overview report of an area's reviews: `compose` an analysis, then print it.

`compose` gives words, numbers, tables and pictures apart from any format (`composed.py`); `to_html`
prints them as one self-contained page. Other formats take the same `Composed`, `to_svg` and `to_png`
draw its pictures. Titles, order and wording are in `rules/report.toml`.
"""

from learnt.publish.report.compose import BadReport, compose, held_in_words, section_names
from learnt.publish.report.composed import Composed
from learnt.publish.report.draw import to_png, to_svg
from learnt.publish.report.html import to_html
from learnt.publish.report.paragraphs import (
    BadParagraphs,
    Gate,
    Paragraphs,
    make_paragraphs,
    read_paragraphs,
)

__all__ = [
    "BadParagraphs",
    "BadReport",
    "Composed",
    "Gate",
    "Paragraphs",
    "compose",
    "held_in_words",
    "make_paragraphs",
    "read_paragraphs",
    "section_names",
    "to_html",
    "to_png",
    "to_svg",
]
