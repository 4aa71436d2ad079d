"""Blocks in the making, for formats that have no pages to measure: Word and HTML.

Their readers give drafts in order; `finish` decides which bold lines are headings, how deep each
heading and list item stands, and makes the records.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from learnt.read.contents import find_contents
from learnt.read.inline import Segment
from learnt.read.labels import is_item_label
from learnt.records import Block, BlockKind, Furniture, Row, Style

MOST_WORDS = 16
"""Words of the longest line that is taken for a heading by its dress alone."""
MOST_WORDS_STYLED = 40
"""Words of the longest heading by style; authors number whole paragraphs with heading styles."""


NOTHING = Segment("")


@dataclass(frozen=True, slots=True)
class Draft:
    """A block before the document is known as a whole; `depth` is a styled heading's level."""

    words: Segment = NOTHING
    number: str = ""
    kind: BlockKind = "paragraph"
    depth: int = 0
    nesting: int = 0
    page: int = 0
    frame: int = 0
    indent: float = 0.0
    style: str = ""
    rows: tuple[Row, ...] = ()


def finish(drafts: Sequence[Draft]) -> tuple[Block, ...]:
    """Give the blocks of `drafts`: headings found and ranked, styles told, empty ones dropped."""
    drafts = [draft for draft in drafts if draft.rows or draft.words.text or _speaks(draft)]
    judged = _rank(_vote(drafts))
    return tuple(_block(draft) for draft in judged)


def contents_apart(drafts: Sequence[Draft]) -> tuple[list[Draft], list[Furniture]]:
    """Set apart the lines of a contents page that the author typed: it carries no mark of its own."""
    apart = find_contents([draft.words.text for draft in drafts])
    contents = [
        Furniture("contents", f"{draft.number} {draft.words.text}".strip(), page=draft.page)
        for at, draft in enumerate(drafts)
        if at in apart
    ]
    return [draft for at, draft in enumerate(drafts) if at not in apart], contents


def _speaks(draft: Draft) -> bool:
    """Whether a number without words says something: `Recommendation 3:` does, a bullet does not."""
    return any(letter.isalnum() for letter in draft.number)


def _vote(drafts: Sequence[Draft]) -> list[Draft]:
    texts = [draft for draft in drafts if not draft.rows and draft.kind == "paragraph"]
    bold = sum(len(draft.words.text) for draft in texts if draft.words.bold)
    plain_is_bold = bold * 2 > sum(len(draft.words.text) for draft in texts)
    judged: list[Draft] = []
    for at, draft in enumerate(drafts):
        if draft.kind == "heading" and _is_body(draft):
            draft = replace(draft, kind="paragraph", depth=0)
        elif draft.kind == "paragraph" and not plain_is_bold and _looks_like_heading(draft):
            last = at + 1 == len(drafts)
            draft = draft if last else replace(draft, kind="heading")
        judged.append(draft)
    return judged


def _is_body(draft: Draft) -> bool:
    words = draft.words.text.split()
    if len(words) > MOST_WORDS_STYLED:
        return True
    return len(words) > MOST_WORDS and draft.words.text.endswith((".", ";"))


def _looks_like_heading(draft: Draft) -> bool:
    text, words = draft.words.text, draft.words.text.split()
    dressed = draft.words.bold or draft.words.underline
    capitals = text.isupper() and len(words) > 1
    if draft.rows or not (dressed or capitals) or not 1 <= len(words) <= MOST_WORDS:
        return False
    if text.endswith((".", ";", ",")) and not re.fullmatch(r"\W*[\w ]{1,24}\d+[a-z]?\.", text):
        return False
    return any(letter.isalpha() for letter in text) and not re.match(r"[a-z]", text)


def _rank(drafts: Sequence[Draft]) -> list[Draft]:
    """Give each heading a depth: its style's; else its number's; else by its dress below those."""
    ranked: list[Draft] = []
    current = 0
    looks: list[tuple[float, bool, bool]] = []
    for draft in drafts:
        if draft.kind == "heading":
            if draft.depth:
                current, looks = draft.depth, []
            else:
                look = (draft.words.size, draft.words.text.isupper(), draft.words.bold)
                looks = looks[: looks.index(look)] if look in looks else _above(looks, look)
                looks.append(look)
                draft = replace(draft, depth=_numbered_depth(draft) or current + len(looks))
        ranked.append(draft)
    return ranked


def _above(
    looks: list[tuple[float, bool, bool]], look: tuple[float, bool, bool]
) -> list[tuple[float, bool, bool]]:
    return [other for other in looks if other > look]


def _numbered_depth(draft: Draft) -> int:
    found = re.fullmatch(r"\d+((?:\.\d+)*)[.:)]?", draft.number)
    return 1 + found.group(1).count(".") if found else 0


def _block(draft: Draft) -> Block:
    words, kind = draft.words, draft.kind
    if kind == "paragraph" and draft.number and is_item_label(draft.number):
        kind = "item"
    level = draft.depth if kind == "heading" else draft.nesting if kind == "item" else 0
    style = Style(
        size=words.size,
        bold=words.bold,
        italic=words.italic,
        colour=words.colour,
        font=words.font,
        indent=draft.indent,
        name=draft.style,
    )
    return Block(
        kind="table" if draft.rows else kind,
        text="" if draft.rows else words.text,
        number=draft.number,
        level=level,
        page=draft.page,
        style=style,
        rows=draft.rows,
        frame=draft.frame,
    )
