"""The nouns that travel between the steps: frozen, typed, written to JSON and read back.

Two families. `Document` and its parts are what `read` gives: a file as blocks in reading order.
`Review` and its parts are what `extract` gives, in the published form `learnt.review/1`, to
which later versions add fields and in which none changes its meaning. Dates are ISO text, as
precise as they are printed (`2012`, `2023-06`, `2023-06-14`). Pages count from 1; 0 or null means
that the format has no pages. A box is (x0, top, x1, bottom) in points from the page's top left.
"""

from typing import Literal

import msgspec

Box = tuple[float, float, float, float]
SCHEMA = "learnt.review/1"

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


Kind = Literal["dhr", "dardr", "susr", "other"]
Level = Literal["single-agency", "multi-agency", "national"]
Scope = Literal["local", "regional", "national"]


class Evidence(msgspec.Struct, frozen=True):
    """Where a value stands: document, page, box, the words as printed, and the rule that took it."""

    document: str
    page: int | None = None
    box: Box | None = None
    quote: str = ""
    rule: str = ""


class Addressee(msgspec.Struct, frozen=True):
    """A body that is told to act, by the name that is printed."""

    printed: str


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a review says of itself; a field that it does not print is null or empty."""

    title: str | None = None
    kind: Kind | None = None
    csp: str | None = None
    published: str | None = None
    completed: str | None = None
    death_date: str | None = None
    year_of_death: int | None = None
    chair: str | None = None
    author: str | None = None
    panel: tuple[str, ...] = ()
    summary: str | None = None
    source_url: str | None = None
    printed_count: int | None = None
    evidence: dict[str, tuple[Evidence, ...]] = msgspec.field(default_factory=dict)


class SourceDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the review; `role` tells what part of the review it is."""

    name: str
    sha256: str
    media_type: str
    pages: int
    language: str
    role: str = ""


class Recommendation(msgspec.Struct, frozen=True, kw_only=True):
    """What the review asks for, as printed. `ref` is the printed reference or empty."""

    id: str
    ref: str
    text: str
    addressees: tuple[Addressee, ...] = ()
    level: Level | None = None
    scope: Scope | None = None
    context: str | None = None
    title: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the action plan; `recommendation` is the id of what it enacts, where found."""

    id: str
    recommendation: str | None = None
    scope: Scope | None = None
    action: str = ""
    lead: str = ""
    milestones: str = ""
    target_date: str | None = None
    target_printed: str = ""
    completed: str | None = None
    completed_printed: str = ""
    outcome: str = ""
    evidence: tuple[Evidence, ...] = ()


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson or finding, with the ids of the recommendations that follow from it."""

    id: str
    ref: str
    text: str
    recommendations: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Unplaced(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that looked like a recommendation and was not taken, or is doubtful; and why."""

    text: str
    reason: str
    document: str
    page: int | None = None
    evidence: tuple[Evidence, ...] = ()


class Warning(msgspec.Struct, frozen=True, kw_only=True):  # noqa: A001
    """A doubt about the whole: a printed number that differs, a reference printed twice."""

    code: str
    message: str
    document: str = ""
    page: int | None = None


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """Everything extracted from the documents of one review (`learnt.review/1`)."""

    schema: str = SCHEMA
    review: Metadata = Metadata()
    documents: tuple[SourceDocument, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    actions: tuple[Action, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    warnings: tuple[Warning, ...] = ()
