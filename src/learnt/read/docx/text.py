"""Walks through one paragraph of Word: its words, breaks, fields, notes and text boxes.

Insertions are taken as accepted and deletions as done; of a field the result counts, not its
instruction; hidden words are set apart. Fields may open in one paragraph and close in another,
so one `Reader` walks through a whole part in order.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from lxml import etree

from learnt.read.docx.package import MC, W, attribute, is_on
from learnt.read.docx.styles import Dress, Styles
from learnt.read.inline import Piece

_TRANSPARENT = {
    W + tag
    for tag in (
        "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "bdo", "dir",
        "ruby", "rubyBase", "object", "drawing", "pict",
    )
}  # fmt: skip
_SYMBOLS = {"f0b7": "•", "f0a7": "•", "f0fc": "✓", "f0d8": "•", "f0e0": "→", "f02d": "–"}
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


@dataclass(slots=True)
class Walk:
    """What was met in one paragraph, in order."""

    pieces: list[Piece] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Kind (`footnote`, `endnote`) and id of each note that is referred to."""
    rendered_breaks: int = 0
    printed_breaks: int = 0
    early_rendered: int = 0
    early_printed: int = 0
    """Page breaks before the first word: the paragraph begins after them."""
    contents: bool = False
    """Whether any of it is the result of a field that makes a contents page."""
    page_field: bool = False

    @property
    def text(self) -> str:
        """All visible words, untidied."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    showing: bool = False

    @property
    def is_contents(self) -> bool:
        return self.instruction.strip().upper().startswith(("TOC", "RD ", "INDEX"))


class Reader:
    """Reads paragraphs of one part, in order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields: list[_Field] = []
        self._paragraph: etree._Element | None = None
        self._run: etree._Element | None = None
        self._found = Walk()

    def walk(self, paragraph: etree._Element) -> Walk:
        """Give what `paragraph` holds."""
        self._found = Walk(contents=any(item.is_contents for item in self._fields))
        self._paragraph, self._run = paragraph, None
        self._nodes(paragraph)
        return self._found

    def _nodes(self, parent: etree._Element) -> None:
        for node in parent:
            if not isinstance(node.tag, str):
                continue
            handler = self._HANDLERS.get(node.tag)
            if handler is not None:
                handler(self, node)
            elif node.tag in _TRANSPARENT or not node.tag.startswith(W):
                self._nodes(node)

    def _in_run(self, node: etree._Element) -> None:
        outer, self._run = self._run, node
        self._nodes(node)
        self._run = outer

    def _choice(self, node: etree._Element) -> None:
        """Take one of several ways to say the same: the first that holds words, else the first."""
        branches = [child for child in node if child.tag in (f"{MC}Choice", f"{MC}Fallback")]
        speaking = [branch for branch in branches if next(branch.iter(f"{W}t"), None) is not None]
        for child in (speaking or branches)[:1]:
            self._nodes(child)

    def _words(self, text: str) -> None:
        if self._paragraph is None or any(not item.showing for item in self._fields):
            return
        dress = self._styles.dress(self._paragraph, self._run)
        if dress.hidden:
            self._found.hidden.append(text)
        else:
            self._found.pieces.append(_piece(text, dress))

    def _break(self, node: etree._Element) -> None:
        if attribute(node, "type") == "page":
            self._found.printed_breaks += 1
            self._found.early_printed += not self._found.text.strip()
        self._words("\n")

    def _symbol(self, node: etree._Element) -> None:
        code = attribute(node, "char").casefold()
        try:
            self._words(_SYMBOLS.get(code) or ("•" if code.startswith("f") else chr(int(code, 16))))
        except (ValueError, OverflowError):
            return

    def _rendered(self, node: etree._Element) -> None:
        self._found.rendered_breaks += 1
        self._found.early_rendered += not self._found.text.strip()

    def _note(self, node: etree._Element) -> None:
        kind = str(node.tag)[len(W) :].removesuffix("Reference")
        self._found.notes.append((kind, attribute(node, "id")))

    def _simple_field(self, node: etree._Element) -> None:
        self._found.page_field |= _is_page(attribute(node, "instr"))
        self._nodes(node)

    def _field_mark(self, node: etree._Element) -> None:
        kind = attribute(node, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].showing = True
            self._found.contents |= self._fields[-1].is_contents
        elif kind == "end" and self._fields:
            self._found.page_field |= _is_page(self._fields.pop().instruction)

    def _instruction(self, node: etree._Element) -> None:
        if self._fields:
            self._fields[-1].instruction += node.text or ""

    _HANDLERS: ClassVar[dict[str, Callable[["Reader", etree._Element], None]]] = {
        f"{W}r": _in_run,
        f"{MC}AlternateContent": _choice,
        f"{W}txbxContent": lambda self, node: self._found.boxes.append(node),
        f"{W}fldSimple": _simple_field,
        f"{W}t": lambda self, node: self._words(node.text or ""),
        _MATHS: lambda self, node: self._words(node.text or ""),
        f"{W}br": _break,
        f"{W}cr": _break,
        f"{W}sym": _symbol,
        f"{W}lastRenderedPageBreak": _rendered,
        f"{W}footnoteReference": _note,
        f"{W}endnoteReference": _note,
        f"{W}fldChar": _field_mark,
        f"{W}instrText": _instruction,
        f"{W}tab": lambda self, node: self._words("\t"),
        f"{W}ptab": lambda self, node: self._words("\t"),
        f"{W}noBreakHyphen": lambda self, node: self._words("-"),
    }


def is_deleted(paragraph: etree._Element) -> bool:
    """Whether the end of `paragraph` was deleted under tracked changes: it runs into the next."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None


def is_hidden_mark(paragraph: etree._Element) -> bool:
    """Whether the end of `paragraph` is hidden, so that Word draws no label for it."""
    return is_on(paragraph.find(f"{W}pPr/{W}rPr/{W}vanish"))


def _is_page(instruction: str) -> bool:
    return instruction.strip().upper().split(" ")[0] in ("PAGE", "NUMPAGES", "SECTIONPAGES")


def _piece(text: str, dress: Dress) -> Piece:
    return Piece(
        text,
        bold=dress.bold,
        italic=dress.italic,
        underline=dress.underline,
        size=dress.size,
        colour=dress.colour,
        font=dress.font,
    )
