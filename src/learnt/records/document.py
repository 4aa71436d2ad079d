"""What `read` gives: a file as blocks in reading order.

Pages count from 1; 0 means that the format has no pages. A box is (x0, top, x1, bottom) in points
from the page's top left.
"""

from typing import Literal

import msgspec

Box = tuple[float, float, float, float]

BlockKind = Literal["heading", "paragraph", "item", "table"]
FurnitureKind = Literal[
    "header", "footer", "page-number", "contents", "footnote", "browser", "note"
]
Source = Literal["text", "ocr"]


class Style(msgspec.Struct, frozen=True, omit_defaults=True):
    """How most of a block's letters look; sizes and indents in points."""

    size: float = 0.0
    bold: bool = False
    italic: bool = False
    colour: str = ""
    font: str = ""
    indent: float = 0.0
    name: str = ""
    """The style's name in Word, the tag in HTML or the structure tag in PDF (`H2`, `LI`)."""


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """One piece of a block: a page and the box on it."""

    page: int = 0
    box: Box | None = None


class Cell(msgspec.Struct, frozen=True, omit_defaults=True):
    """A cell of a table; paragraphs and list items in it stand on lines of their own."""

    text: str = ""
    merged: bool = False
    """The text is repeated from the cell above or to the left, of which this is a part."""
    bold: bool = False
    place: Place = Place()


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """A row of a table, with as many cells as the table has columns."""

    cells: tuple[Cell, ...]
    header: bool = False
    page: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells' texts, from left to right."""
        return tuple(cell.text for cell in self.cells)

    @property
    def spans_all(self) -> bool:
        """Whether one cell fills the row, as a group's title inside a table does."""
        return len(self.cells) > 1 and all(cell.merged for cell in self.cells[1:])


class Block(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A heading, paragraph, list item or table, in reading order.

    `number` is the printed (or automatic) label that opens the block, as printed without
    spaces around it (`8.2`, `7.2.2.`, `(a)`, `•`, `Recommendation 3:` in Word); `text` is the
    rest. `level` is a heading's depth (1 the highest) or an item's nesting (0 the outermost).
    `frame` numbers the drawn box or shaded panel the block stands in (0: none). `language` is set
    where it differs from the document's.
    """

    kind: BlockKind
    text: str = ""
    number: str = ""
    level: int = 0
    page: int = 0
    box: Box | None = None
    places: tuple[Place, ...] = ()
    """Every piece where the block goes over pages or columns; else empty."""
    style: Style = Style()
    rows: tuple[Row, ...] = ()
    frame: int = 0
    source: Source = "text"
    confidence: float = 1.0
    language: str = ""

    @property
    def printed(self) -> str:
        """Number and text together, as a reader sees them."""
        return f"{self.number} {self.text}".strip() if self.number else self.text


class Furniture(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands on a page beside the text: running header, page number, contents line, footnote."""

    kind: FurnitureKind
    text: str
    page: int = 0
    box: Box | None = None
    number: str = ""


class Document(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One file as Learnt sees it. `name` is the file's name without its folder."""

    name: str
    sha256: str
    media_type: str
    pages: int = 0
    language: str = ""
    """`en`, `cy`, `en+cy` where both stand side by side, or empty where unknown."""
    title: str = ""
    """The title in the file's properties (or the page's `<title>`), not the printed one."""
    properties: dict[str, str] = msgspec.field(default_factory=dict)
    blocks: tuple[Block, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[str, ...] = ()
