"""The nouns that travel between the steps: frozen, typed, written to JSON and read back.

`Document` and its parts are what `read` gives. `Review` and its parts are what `extract` gives and
later steps add to. Dates are ISO text, as precise as they are printed (`2012`, `2023-06`,
`2023-06-14`).
"""

from learnt.records.coding import Criterion, Smart, ThemeCoding
from learnt.records.document import (
    Block,
    BlockKind,
    Box,
    Cell,
    Document,
    Furniture,
    FurnitureKind,
    Place,
    Row,
    Source,
    Style,
)
from learnt.records.review import (
    SCHEMA,
    Action,
    Addressee,
    Evidence,
    Kind,
    Lesson,
    Level,
    Metadata,
    Recommendation,
    Review,
    Scope,
    SourceDocument,
    Unplaced,
    Warning,  # noqa: A004 (the noun of the published form)
)

__all__ = [
    "SCHEMA",
    "Action",
    "Addressee",
    "Block",
    "BlockKind",
    "Box",
    "Cell",
    "Criterion",
    "Document",
    "Evidence",
    "Furniture",
    "FurnitureKind",
    "Kind",
    "Lesson",
    "Level",
    "Metadata",
    "Place",
    "Recommendation",
    "Review",
    "Row",
    "Scope",
    "Smart",
    "Source",
    "SourceDocument",
    "Style",
    "ThemeCoding",
    "Unplaced",
    "Warning",
]
