"""Gathers the words of one recommendation once its first block is known.

Shared by the forms: which of the blocks that follow still belong to it (sub-points, further paragraphs in the
same box or the same look), which lines tell of it (`Lead agency: ...`), and where it ends.
"""

import re
from dataclasses import dataclass, field

from learnt.extract.asking import asks, has_duty, label_line
from learnt.extract.labels import letter_ref, named_label, number_ref, short_label
from learnt.extract.outline import Outline, Passage
from learnt.records import Block

_OPEN_END = re.compile(r"(?:[:;,–—-]|\b(?:and|or|to|that|including|the following))$")
_CARRIES_ON = re.compile(
    r"^(?:this|these|it|they|such|those|in addition|additionally|furthermore|the (?:panel|review) (?:also|further))\b",
    re.IGNORECASE,
)
_SUB_MARK = re.compile(
    r"^(?:[•◦▪‣·o*–—-]|[(\[]?[a-z]{1,4}[.)\]]|[(\[]?[ivx]{1,5}[.)\]]|\(\d+\)|\d+\))$"
)


@dataclass(slots=True)
class Body:
    """The words and places of one recommendation, with what its own lines tell of it."""

    parts: list[str] = field(default_factory=list)
    indices: list[int] = field(default_factory=list)
    addressees: list[str] = field(default_factory=list)
    scope: str = ""

    @property
    def text(self) -> str:
        """The paragraphs and sub-points, one a line."""
        return "\n".join(part for part in self.parts if part)

    @property
    def last(self) -> str:
        """The last part so far."""
        return self.parts[-1] if self.parts else ""


def is_sub_mark(number: str) -> bool:
    """Whether a printed mark is a bullet, a letter or a roman numeral rather than a reference."""
    return bool(_SUB_MARK.match(number))


def mark_kind(number: str) -> str:
    """Tell what sort of mark opens an item: `number`, `letter`, or `bullet` for all else."""
    if number_ref(number):
        return "number"
    return "letter" if letter_ref(number) else "bullet"


def starts_new(block: Block) -> bool:
    """Whether a block opens another recommendation or section rather than going on."""
    if block.kind in ("heading", "table"):
        return True
    return named_label(block.printed) is not None


def _is_distinct(block: Block, usual: Block | None, by_indent: bool) -> bool:
    """Whether a block is set apart from the usual text by its box, weight, slant or (asked for) indent."""
    if block.frame:
        return True
    if usual is None:
        return block.style.bold or block.style.italic
    return (
        block.style.bold != usual.style.bold
        or block.style.italic != usual.style.italic
        or (by_indent and abs(block.style.indent - usual.style.indent) > 9)
    )


def usual_paragraph(outline: Outline) -> Block | None:
    """Give a block that looks as most of the document's paragraphs do."""
    looks: dict[tuple[bool, bool, int], int] = {}
    sample: dict[tuple[bool, bool, int], Block] = {}
    for passage in outline.passages:
        block = passage.block
        if block.kind == "paragraph" and len(block.text) > 80:
            look = (block.style.bold, block.style.italic, round(block.style.indent / 6))
            looks[look] = looks.get(look, 0) + len(block.text)
            sample.setdefault(look, block)
    return sample[max(looks, key=lambda look: looks[look])] if looks else None


def _same_look(one: Block, other: Block) -> bool:
    """Whether a block has the look of another, or stands deeper within it."""
    if one.frame or other.frame:
        return one.frame == other.frame
    return (
        one.style.bold == other.style.bold
        and one.style.italic == other.style.italic
        and other.style.indent - one.style.indent > -9
    )


def _is_next_in_list(last: Block, first: Block, block: Block) -> bool:
    """Whether a block goes on with the unmarked list in which the last one stands."""
    deeper = last is not first and last.style.indent - first.style.indent > 9
    return deeper and abs(block.style.indent - last.style.indent) <= 3


def _carries_on(
    body: Body, first: Block, last: Block, block: Block, usual: Block | None, own_line: bool
) -> bool:
    """Whether a paragraph after the first still belongs to the recommendation."""
    if block.number and (number_ref(block.number) or not is_sub_mark(block.number)):
        return False
    if first.kind == "item" and block.kind == "item" and block.level <= first.level:
        return mark_kind(block.number) not in ("number", mark_kind(first.number))
    if block.kind == "item" or (block.number and is_sub_mark(block.number)):
        return True
    if _OPEN_END.search(body.last):
        return True
    if (first.frame and block.frame == first.frame) or _is_next_in_list(last, first, block):
        return True
    if _is_distinct(first, usual, own_line) and _same_look(first, block):
        return True
    return bool(_CARRIES_ON.match(block.text)) and has_duty(block.text) and asks(block.text)


def _marked(block: Block) -> str:
    return block.printed if block.number else block.text


def take_line(body: Body, block: Block) -> bool:
    """Read a block as a line about the recommendation (`Lead agency: X`); say whether it is one."""
    line = label_line(block.text)
    if line is None:
        return False
    kind, value = line
    if kind == "addressee" and value:
        body.addressees.append(value)
    elif kind == "scope":
        body.scope = value
    return True


def gather(
    outline: Outline, body: Body, start: int, usual: Block | None, whole: bool = False
) -> Body:
    """Add to `body` the blocks from index `start` on that belong to the recommendation.

    A number, label, heading, table or a paragraph of the usual look ends it; lines that tell of it are read
    and kept out of its words. With `whole`, all up to the next heading or label belongs to it.
    """
    first: Block | None = outline.passages[body.indices[-1]].block if body.parts else None
    last, own_line = first, first is None
    lines_only, fields = False, outline.field_lines
    for passage in outline.passages[start:]:
        block = passage.block
        if block.text in fields:
            if body.parts:
                break
            body.indices.append(passage.index)
            continue
        if passage.is_heading or starts_new(block) or short_label(block.printed):
            break
        if take_line(body, block):
            body.indices.append(passage.index)
            lines_only = True
            continue
        if lines_only:
            break
        if first is None or last is None:
            first = block
        elif not whole and not _carries_on(body, first, last, block, usual, own_line):
            break
        last = block
        body.parts.append(_marked(block) if body.parts else block.text)
        body.indices.append(passage.index)
    return body


def previous_paragraph(outline: Outline, passage: Passage, taken: set[tuple[int, int]]) -> str:
    """Give the paragraph before a recommendation that needs it, else empty."""
    for before in reversed(outline.passages[: passage.index]):
        if before.start != passage.start and before.section != passage.section:
            return ""
        if before.is_heading:
            if named_label(before.block.text):
                continue
            return ""
        if (before.index, -1) in taken or before.block.kind == "table":
            return ""
        if not letter_ref(before.block.number) and before.block.kind == "paragraph":
            return before.block.printed
    return ""
