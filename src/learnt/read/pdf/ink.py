"""What is on a PDF page before anyone says what it means: words, edges, filled shapes, tags.

The layout code works on these alone, so a scanned page's words from OCR pass through the same code as a
born-digital page's. Coordinates are points from the top left of the page as it is displayed.
"""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(slots=True, unsafe_hash=True)
class Word:
    """Letters without a blank between them, on one line. Nobody changes one.

    It is not declared frozen because that would make each word seven times as dear to make.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    font: str = ""
    mcid: int = -1
    """Marked-content id in the page's structure tree; -1 where there is none."""
    baseline: float = 0.0
    hyphen: bool = False
    """The word ends its line in a hyphen that the typesetting may have added."""
    superscript: bool = False
    confidence: float = 1.0
    angle: int = 0
    """Degrees clockwise by which the word's line is turned on the displayed page; 0: upright."""
    artifact: str = ""
    """`Header`, `Footer`, `Artifact` ... where a tagged PDF says the word is no content."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A thin drawn line (or the side of a drawn rectangle), upright or level."""

    upright: bool
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Panel:
    """A filled or stroked rectangle that is not a thin line; `fill` as `#rrggbb` or empty."""

    x0: float
    top: float
    x1: float
    bottom: float
    fill: str = ""
    stroked: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element of a tagged PDF on this page: its role and the contents it holds.

    `path` gives the roles from the root (`Table`, `TR`, `TD`, `P`); `key` tells elements apart and is the
    same where one element goes over several pages.
    """

    role: str
    path: tuple[str, ...]
    key: int
    parents: tuple[int, ...]
    mcids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page's ink."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    edges: tuple[Edge, ...] = ()
    panels: tuple[Panel, ...] = ()
    tags: tuple[Tag, ...] = ()
    images: tuple[tuple[float, float, float, float], ...] = ()
    source: Literal["text", "ocr"] = "text"
    links: tuple[str, ...] = field(default=())
