"""A fictional review as its author would hand it to a typesetter: elements in order, no layout engine.

The content writers make a `Manuscript`; each typesetter (PDF, Word, HTML, Markdown, scan) turns
it into a file.
"""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `number` is printed before it, typed or (where the format can) automatic."""

    text: str
    level: int = 1
    number: str = ""
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `label` opens it in bold (`Recommendation 1:`), `number` stands in the margin."""

    text: str
    number: str = ""
    label: str = ""
    bold: bool = False
    italic: bool = False
    automatic: bool = False
    centred: bool = False
    indent: float = 0.0
    footnote: str = ""
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `marks` holds the printed mark of each item (`•`, `(a)`, `1.`), `level` its nesting."""

    items: tuple[str, ...]
    marks: tuple[str, ...]
    level: int = 0
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts; a row of one text spans all columns; None in a cell: merged with the one above."""

    header: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]
    widths: tuple[float, ...] = ()
    """Shares of the width; equal where empty."""
    rules: Literal["all", "horizontal", "shading", "none"] = "all"
    repeat_header: bool = True
    size: float = 9.0
    bold_header: bool = True


@dataclass(frozen=True, slots=True)
class Frame:
    """A drawn box or shaded panel with elements in it."""

    elements: tuple["Element", ...]
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """A contents page with dot leaders and page numbers, made by the typesetter from the headings."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page break; `landscape` turns the pages that follow, `columns` sets them in columns."""

    landscape: bool = False
    columns: int = 1


Element = Heading | Paragraph | Bullets | Table | Frame | Contents | NewPage


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A document to be set: elements and what surrounds them on each page."""

    title: str
    elements: tuple[Element, ...]
    header: str = ""
    footer: str = ""
    page_numbers: Literal["none", "n", "page n", "page n of m", "n/m"] = "page n of m"
    properties: dict[str, str] = field(default_factory=dict)
    language: str = "en"
    font: Literal["serif", "sans"] = "sans"
    size: float = 11.0
    justified: bool = False
    hyphenated: bool = False
    watermark: str = ""
