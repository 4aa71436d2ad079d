"""Small documents for tests: blocks in order, with as little said as the test needs."""

from learnt.records import Addressee, Block, Cell, Document, Recommendation, Row, Style

BOLD = Style(size=11, bold=True)
PLAIN = Style(size=11)


def heading(text: str, level: int = 1, number: str = "", page: int = 1) -> Block:
    """Make a heading."""
    return Block(kind="heading", text=text, level=level, number=number, page=page, style=BOLD)


def para(
    text: str,
    number: str = "",
    page: int = 1,
    bold: bool = False,
    italic: bool = False,
    indent: float = 0.0,
    frame: int = 0,
    language: str = "",
) -> Block:
    """Make a paragraph."""
    style = Style(size=11, bold=bold, italic=italic, indent=indent)
    return Block(
        kind="paragraph",
        text=text,
        number=number,
        page=page,
        style=style,
        frame=frame,
        language=language,
    )


def item(text: str, number: str = "•", level: int = 0, page: int = 1, frame: int = 0) -> Block:
    """Make a list item."""
    return Block(
        kind="item", text=text, number=number, level=level, page=page, style=PLAIN, frame=frame
    )


def table(*rows: tuple[str, ...], page: int = 1, header: bool = True) -> Block:
    """Make a table; the first row is its head unless `header` is false.

    A row of one text spans all columns.
    """
    width = max(len(row) for row in rows)
    made = []
    for index, row in enumerate(rows):
        if len(row) == 1:
            cells = (Cell(row[0]), *(Cell(row[0], merged=True) for _ in range(width - 1)))
        else:
            cells = tuple(Cell(text) for text in row)
        made.append(Row(cells, header=header and index == 0, page=page))
    return Block(kind="table", rows=tuple(made), page=page)


def document(*blocks: Block, name: str = "overview.pdf", language: str = "en") -> Document:
    """Make a document of blocks."""
    pages = max((block.page for block in blocks), default=1)
    return Document(
        name=name,
        sha256="0123456789abcdef" * 4,
        media_type="application/pdf",
        pages=pages,
        language=language,
        blocks=blocks,
    )


def merged(*rows: tuple[str | None, ...], page: int = 1) -> Block:
    """Make a table in which None goes on with the cell above."""
    made: list[Row] = []
    for texts in rows:
        cells = tuple(
            Cell(made[-1].texts[i], merged=True) if text is None else Cell(text)
            for i, text in enumerate(texts)
        )
        made.append(Row(cells, header=not made, page=page))
    return Block(kind="table", rows=tuple(made), page=page)


def recommendation(ref: str, text: str, *bodies: str, identity: str = "") -> Recommendation:
    """Make a recommendation; its id is `r` and its reference unless given."""
    addressees = tuple(Addressee(body) for body in bodies)
    return Recommendation(id=identity or f"r{ref}", ref=ref, text=text, addressees=addressees)
