"""The contents page of a Word file: a field with the entries as Word last made them."""

from learnt.fictional.manuscript import Bullets, Heading, Manuscript, NewPage, Paragraph, Table
from learnt.fictional.typeset.word.oxml import (
    Node,
    ParagraphStyle,
    field,
    field_end,
    field_start,
    paragraph,
    runs,
)
from learnt.fictional.typeset.wording import flatten, is_contents_title

_LETTERS_A_PAGE = 3600
_DEPTH = 3


def contents_list(manuscript: Manuscript, width: float) -> list[Node]:
    """Give the entries with dot leaders; pages are fields, their shown values estimates."""
    entries = _entries(manuscript)
    nodes: list[Node] = []
    for index, (level, number, text, page) in enumerate(entries):
        if level > _DEPTH:
            continue
        line = f"{number}\t{text}\t" if number else f"{text}\t"
        content = [*runs(line), *field(f"PAGEREF _Toc{100001 + index} \\h", str(page))]
        if not nodes:
            content = [*field_start('TOC \\o "1-3" \\h \\z \\u'), *content]
        left = 12.0 * (level - 1)
        stops = [(left + 34.0, "left", "none")] if number else []
        style = ParagraphStyle(
            f"TOC{level}", tabs=[*stops, (width, "right", "dot")], left=left, after=3
        )
        nodes.append(paragraph(content, style))
    if nodes:
        nodes[-1].append(field_end())
    return nodes


def _entries(manuscript: Manuscript) -> list[tuple[int, str, str, int]]:
    """Give level, number, text and estimated page of every heading."""
    page, letters, entries = 1, 0, []
    for element in (e for top in manuscript.elements for e in flatten((top,))):
        if isinstance(element, NewPage):
            page, letters = page + 1, 0
        elif isinstance(element, Heading) and not is_contents_title(element.text):
            entries.append((element.level, element.number, element.text, page))
        letters += _letters(element)
        page, letters = page + letters // _LETTERS_A_PAGE, letters % _LETTERS_A_PAGE
    return entries


def _letters(element: object) -> int:
    if isinstance(element, Paragraph):
        return len(element.text) + len(element.footnote) + 90
    if isinstance(element, Heading):
        return 180
    if isinstance(element, Bullets):
        return sum(len(item) + 50 for item in element.items)
    if isinstance(element, Table):
        return sum(len(cell or "") for row in element.rows for cell in row)
    return 0
