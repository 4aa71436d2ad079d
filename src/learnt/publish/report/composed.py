"""The composed report: what is printed, apart from how HTML, PDF or Word print it.

Each printed number remembers where it comes from (`Number`), so that a test can compute it again.
"""

from typing import Any, Literal

import msgspec

What = Literal[
    "numerator",
    "denominator",
    "share",
    "share_low",
    "share_high",
    "not_recorded",
    "value",
    "least",
    "low",
    "high",
    "population",
    "total",
    "comparator",
]
"""Which field of a finding (or `total` and `not_recorded` of its table) a number prints.

`share` prints a percentage that is computed from numerator and denominator. With an empty `group`,
`not_recorded` and `total` are those of the table. `comparator` is a published figure's own text.
"""


class Number(msgspec.Struct, frozen=True):
    """A number as printed, the tally and group of the finding behind it, and its field."""

    printed: str
    tally: str
    group: str
    what: What


class Sentence(msgspec.Struct, frozen=True, tag=True):
    """Words with the numbers in them, in the order in which they are printed."""

    text: str
    numbers: tuple[Number, ...] = ()


class Heading(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A heading within a section; `level` is 3 or 4 (1 is the report, 2 the section)."""

    id: str
    text: str
    level: int = 3


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """Sentences that stand together."""

    sentences: tuple[Sentence, ...]


class Note(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A line about the figures: what is missing (`gap`), what to mind (`note`)."""

    sentence: Sentence
    kind: Literal["note", "gap"] = "note"


class Cell(msgspec.Struct, frozen=True):
    """A cell of a table: its text, and the number in it (an interval has two)."""

    text: str
    numbers: tuple[Number, ...] = ()


class TableBlock(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A table. The first cell of a row heads it; `label` is "Table 3"; `wide` asks for a turned page.

    `tally` is the id of what it shows (empty for lists of words); `last` counts the closing rows
    (not recorded, total) that are set off from the others.
    """

    id: str
    label: str
    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Sentence, ...] = ()
    tally: str = ""
    wide: bool = False
    last: int = 0


class Figure(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A picture: a Vega-Lite specification, its words, and the table of what it draws."""

    id: str
    label: str
    title: str
    spec: dict[str, Any]
    alternative: Sentence
    table: TableBlock


class Run(msgspec.Struct, frozen=True):
    """Words of an analyst's paragraph in one manner; `link` is an address that was allowed."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str = ""


class Written(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """A paragraph, heading or list item in an analyst's own words; `depth` is that of a list."""

    kind: Literal["paragraph", "heading", "bullet", "numbered", "quotation"]
    runs: tuple[Run, ...]
    depth: int = 0
    number: int = 0
    id: str = ""


Block = Heading | Paragraph | Note | TableBlock | Figure | Written


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the report; `empty` where there were no data and a line says so."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    empty: bool = False


class HeldWords(msgspec.Struct, frozen=True, kw_only=True):
    """An analyst's words that the gate held back: for the preview only, never printed."""

    section: str
    text: str
    reasons: tuple[str, ...]


class Composed(msgspec.Struct, frozen=True, kw_only=True):
    """A report as it will be printed. `notice` stands on every page where it is not empty."""

    title: str
    subtitle: str
    notice: str
    sections: tuple[Section, ...]
    tables: tuple[TableBlock, ...] = ()
    """Every table of the analysis, those of switched-off sections too: for the CSV files."""
    held: tuple[HeldWords, ...] = ()
    date: str = ""
    language: str = "en-GB"
    public: bool = False

    def blocks(self) -> tuple[Block, ...]:
        """Give the blocks of all sections in the order of printing."""
        return tuple(block for section in self.sections for block in section.blocks)
