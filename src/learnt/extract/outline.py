"""A document with its sections known: which headings stand over a block, and what they say.

Headings are seen as the reader gave them, and a few more are recognised here: a short line that says just
"Recommendations" is a heading whatever its type looks like.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain

import msgspec

from learnt.agencies import find_bodies, is_body
from learnt.extract.asking import has_duty, performs
from learnt.extract.labels import named_label
from learnt.records import Block, Document
from learnt.rulebook import load


class _Section(msgspec.Struct, frozen=True):
    id: str
    patterns: tuple[str, ...]


class HeadingRules(msgspec.Struct, frozen=True):
    """The rules file `headings.toml` as it stands."""

    source: str
    section: tuple[_Section, ...]
    level: dict[str, tuple[str, ...]]


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = load("headings.toml", HeadingRules)
    return tuple(
        (section.id, re.compile("|".join(f"(?:{p})" for p in section.patterns), re.IGNORECASE))
        for section in rules.section
    )


@cache
def _levels() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rules = load("headings.toml", HeadingRules)
    return tuple(
        (level, re.compile("|".join(patterns), re.IGNORECASE))
        for level, patterns in rules.level.items()
    )


_LEAD = re.compile(
    r"^(?:(?:section|chapter|part)\s+)?(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)[.):]?\s+|^[–—-]\s+", re.I
)
_TAIL = re.compile(r"[\s:.–—-]+$")


@cache
def section_of(heading: str) -> str:
    """Name the section that a heading opens (`recommendations`, `lessons`, ...), else empty."""
    words = _TAIL.sub("", heading.strip())
    for text in (words, _LEAD.sub("", words)):
        for name, pattern in _patterns():
            if text and pattern.fullmatch(text):
                return name
    return ""


@cache
def level_of(heading: str) -> str:
    """Tell the level of recommendations that a heading prints; empty where none or several."""
    told = [level for level, pattern in _levels() if pattern.search(heading)]
    return told[0] if len(told) == 1 else ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block in its place: the headings over it (outermost first) and the section it is in."""

    index: int
    block: Block
    headings: tuple[Block, ...]
    section: str
    start: int
    """Index of the heading that opened the section; -1 before the first."""

    @property
    def is_heading(self) -> bool:
        """Whether the block is itself taken for a heading."""
        return bool(self.headings) and self.headings[-1] is self.block


@dataclass(frozen=True)
class Outline:
    """A document's blocks in their places."""

    document: Document
    passages: tuple[Passage, ...]

    @cached_property
    def field_lines(self) -> frozenset[str]:
        """Short lines that stand again and again under recommendations: names of fields, no words of theirs.

        "What the Board should do", "Questions for the Board": printed alike, three times or more.
        """
        counts = Counter(
            p.block.text
            for p in self.passages
            if p.section == "recommendations" and _may_be_field(p.block)
        )
        return frozenset(text for text, times in counts.items() if times >= 3)


_ASIDE = re.compile(
    r"^(?!(?:recommendation|action)s\b)[A-Z][a-z]+s for (?:the|each|our|your) ", re.I
)


def is_aside(text: str) -> bool:
    """Whether a line names what follows and for whom, as "Questions for the Board", and is no body.

    "Recommendations for the Board" is not among them: it tells who is addressed.
    """
    return _ASIDE.match(text) is not None


def _may_be_field(block: Block) -> bool:
    if is_aside(block.text):
        return len(block.text.split()) <= 8
    named = any(span[0] == 0 for span in find_bodies(block.text))
    if ":" in block.text or named_label(block.printed) or named:
        return False
    short = 0 < len(block.text.split()) <= 8 and not block.text.endswith((".", ";", ","))
    return block.kind in ("paragraph", "heading") and short


_PAGE_AT_END = re.compile(r"\s\d{1,3}$")
"""A contents line that was read as text (by OCR, say) ends in its page."""
_SENTENCE_END = re.compile(r"[.;,]$")
_CHAPTER = re.compile(r"^(?:section |chapter |part )?(\d+)(?:\.0)?[.:)]?$", re.I)


def _is_promoted(block: Block) -> bool:
    """Whether a paragraph is a heading in all but type: a bare section name on its own."""
    if block.kind not in ("paragraph", "item") or len(block.text) > 90 or len(block.text) < 4:
        return False
    if (
        _SENTENCE_END.search(block.text)
        or named_label(block.text)
        or _PAGE_AT_END.search(block.text)
    ):
        return False
    name = section_of(block.text)
    strict = name in (
        "recommendations",
        "lessons",
        "action-plan",
        "response",
        "conclusion",
        "appendix",
    )
    if block.kind == "item":
        return strict and block.style.bold and bool(_CHAPTER.match(block.number))
    bare = len(block.text.split()) <= 3
    return strict and (bare or block.style.bold or block.text.isupper())


def _depth(block: Block, under: int) -> int:
    match = re.match(r"^(\d+(?:\.\d+)*)[.):]?$", block.number or "")
    if match:
        return match[1].count(".") + 1 - match[1].endswith(".0")
    if block.kind == "heading":
        return max(block.level, 1)
    return under


def _numbered_under(heading: Block, opener: Block) -> bool:
    """Whether a heading's printed number stands below the opener's (10.2 below 10)."""
    top, below = opener.number.rstrip(".):"), heading.number.rstrip(".):")
    top = top.removesuffix(".0")
    return bool(top) and below.startswith(top + ".")


def _is_false_heading(block: Block) -> bool:
    """Whether a heading is really running text that the author set in a heading's style."""
    text = block.text.rstrip()
    long = len(text) > 160 or (len(text) > 70 and text.endswith((".", ";")))
    return long or performs(text) or _brings_points(text)


def _brings_points(text: str) -> bool:
    """Whether a sentence in a heading's type asks, and its points follow: `The policy should:`."""
    return text.endswith(":") and len(text.split()) >= FEWEST_WORDS and has_duty(text)


FEWEST_WORDS = 8
"""Words from which what a heading asks is a sentence of its own, and no name over a list of asks."""
LONGEST_NAME = 6
"""Most words of a heading that counts as a body's name for the company it keeps."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """The section that is open while the blocks are walked."""

    name: str = ""
    index: int = -1
    depth: int = 0
    heading: Block | None = None
    bodies: int = 0
    """Headings of the opener's own rank so far that name bodies."""


_TYPED_NUMBER = re.compile(
    r"^(\d{1,3}(?:\.\d{1,3}){1,4}[a-z]?\.?|\(\d{1,3}\))\s+(?=[\"'‘“(]?[A-Z])"
)


def with_number(block: Block) -> Block:
    """Split a dotted number that still stands in a block's words (`7.2.10. On ...`) from them."""
    match = None if block.number or block.kind == "table" else _TYPED_NUMBER.match(block.text)
    if match is None:
        return block
    return msgspec.structs.replace(block, number=match[1], text=block.text[match.end() :])


_COUNTED = re.compile(r"^(\d{1,3})\s+(?=[\"'‘“(]?[A-Z])")
FEWEST_COUNTED = 3
"""Fewest paragraphs that must count on from 1 for their bare numbers to be numbers of a list."""


def with_counted(blocks: list[Block]) -> list[Block]:
    """Split bare numbers from paragraphs that count on from 1 (`1 The Trust ...`, `2 To review ...`).

    A number that counts nothing ("12 months later") is left in its sentence.
    """
    run: list[int] = []
    found: set[int] = set()
    for index, block in enumerate(blocks):
        match = (
            None
            if block.number or block.kind in ("table", "heading")
            else _COUNTED.match(block.text)
        )
        value = int(match[1]) if match else 0
        if value == len(run) + 1:
            run.append(index)
        elif value == 1:
            run = [index]
        if len(run) >= FEWEST_COUNTED:
            found.update(run)
    return [_split_counted(b) if i in found else b for i, b in enumerate(blocks)]


def _split_counted(block: Block) -> Block:
    match = _COUNTED.match(block.text)
    if match is None:
        return block
    return msgspec.structs.replace(block, number=match[1], text=block.text[match.end() :])


_INNER_LABEL = re.compile(
    r"(?<=\s)(?=Recommendation [A-Z]?\d{1,3}[a-z]?\s?:\s+[\"'‘“(]?[A-Z]|[(\[][A-Z]? ?\d{1,3}[)\]]:?\s+[\"'‘“(]?[A-Z])"
)


def split_at_labels(block: Block) -> list[Block]:
    """Split a block at a label inside it, where the first words are a label of the same shape.

    A paragraph that lost its end at the foot of a page runs into the next recommendation.
    """
    shape = _shape(block.printed)
    if block.kind == "table" or not shape or not _INNER_LABEL.search(block.text):
        return [block]
    first, *pieces = _INNER_LABEL.split(block.text)
    parts = [first]
    for piece in pieces:
        if _shape(piece) == shape:
            parts.append(piece)
        else:
            parts[-1] += piece
    rest = [msgspec.structs.replace(block, text=part.strip(), number="") for part in parts[1:]]
    return [msgspec.structs.replace(block, text=parts[0].strip()), *map(with_number, rest)]


def _shape(text: str) -> str:
    match = re.match(r"Recommendation [A-Z]?\d+[a-z]?\s?:|[(\[][A-Z]? ?\d+[)\]]", text)
    return re.sub(r"\d+", "0", match[0]) if match else ""


def build_outline(document: Document) -> Outline:
    """Put each block of a document under its headings and into its section."""
    passages: list[Passage] = []
    stack: list[tuple[int, Block]] = []
    opened = _Opened()
    blocks = chain.from_iterable(split_at_labels(with_number(b)) for b in document.blocks)
    for index, block in enumerate(with_counted(list(blocks))):
        if (block.kind == "heading" and not _is_false_heading(block)) or _is_promoted(block):
            named = section_of(block.text)
            depth = _depth(block, (stack[-1][0] + 1) if stack and not named else 1)
            while stack and stack[-1][0] >= depth:
                stack.pop()
            stack.append((depth, block))
            if _opens(named, opened, depth, block):
                opened = _Opened(named, index, depth, block)
            elif opened.heading is not None and is_body(block.text):
                opened = replace(opened, bodies=opened.bodies + 1)
        heads = tuple(head for _, head in stack)
        passages.append(Passage(index, block, heads, opened.name, opened.index))
    return Outline(document, tuple(passages))


def _opens(named: str, opened: _Opened, depth: int, block: Block) -> bool:
    """Whether a heading ends the section that is open and begins another (perhaps a nameless one)."""
    opener = opened.heading
    inside = opener is not None and (depth > opened.depth or _numbered_under(block, opener))
    if named_label(block.text):
        return opened.name == "response" and not inside
    if not inside:
        return bool(named) or not _stays(opened, block)
    if opener is not None and opener.kind != "heading" and block.kind == "heading" and named:
        return True
    if opened.name == "recommendations":
        return named in ("recommendations", "action-plan", "appendix", "response", "previous")
    return named in (
        "recommendations",
        "lessons",
        "action-plan",
        "previous",
        "response",
        "appendix",
    )


def _stays(opened: _Opened, block: Block) -> bool:
    """Whether a nameless heading of the opener's own rank stands within the opener's section.

    So it is where an author gives agencies' names or topics the same look as the chapter's title; among
    bodies a short heading is taken for one more (a charity called Haven).
    """
    if opened.name not in ("recommendations", "action-plan", "lessons") or opened.heading is None:
        return False
    if is_body(block.text) or (opened.heading.number and not block.number):
        return True
    return opened.bodies >= 2 and not block.number and len(block.text.split()) <= LONGEST_NAME
