"""Walks through a web page and drafts its blocks in reading order."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from learnt.read.drafts import NOTHING, Draft
from learnt.read.html.look import Declarations, Look, StyleSheet, inherit, is_box, is_hidden, points
from learnt.read.html.marks import ListMarks, open_list
from learnt.read.html.parts import is_contents_list, is_invisible, is_note_mark, part_of
from learnt.read.inline import Piece, Segment, segments, summarise
from learnt.read.labels import is_contents_title, split_label
from learnt.read.numerals import whole_number
from learnt.records import BlockKind, Furniture, FurnitureKind
from learnt.words import tidy

_DROPPED = {
    "script", "style", "noscript", "template", "iframe", "svg", "object", "button", "select",
    "input", "textarea", "head", "title", "meta", "link", "canvas", "audio", "video", "map",
}  # fmt: skip
_INLINE = {
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
}  # fmt: skip
_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_DEEPEST = 120
"""Elements within elements; deeper ones are read as bare words, so that no page exhausts the stack."""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the walk stands: the look of letters, the list, the box, the heading it is in."""

    look: Look = PLAIN
    lists: int = 0
    frame: int = 0
    heading: int = 0
    depth: int = 0
    style: str = ""
    indent: float = 0.0
    verbatim: bool = False


@dataclass(slots=True)
class Walker:
    """Gathers drafts and furniture; `number` waits for the words it stands before."""

    sheet: StyleSheet
    table_reader: "TableReader"
    drafts: list[Draft] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    number: str = ""
    level: int = 0
    frames: int = 0
    in_cell: bool = False

    def read(self, node: LexborNode, setting: Setting) -> None:
        """Draft everything in `node`."""
        for child in node.iter(include_text=True):
            self._node(child, setting)

    def flush(self, setting: Setting) -> None:
        """End the paragraph: what was gathered becomes a draft, or several."""
        pieces, self.pieces = self.pieces, []
        for part in segments(pieces, each_line=self.in_cell):
            number, text = self._label(part)
            words = replace(part, text=text)
            kind: BlockKind = "item" if number and setting.lists else "paragraph"
            if setting.heading:
                kind = "heading"
            self.drafts.append(
                Draft(words, number, kind, setting.heading, self.level, 0, setting.frame,
                      setting.indent, setting.style)
            )  # fmt: skip

    def _label(self, part: Segment) -> tuple[str, str]:
        """The number of a segment: the list's, unless the author typed a better one."""
        waiting, self.number = self.number, ""
        typed, rest = split_label(part.text)
        if not waiting:
            return (typed, rest) if rest else ("", part.text)
        same = typed.strip("().") == waiting.strip("().")
        bullet_only = not any(letter.isalnum() for letter in waiting)
        if typed and rest and (same or bullet_only):
            return typed, rest
        return waiting, part.text

    def _node(self, node: LexborNode, setting: Setting) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "", setting)
        elif tag == "br":
            self.pieces.append(Piece("\n"))
        elif tag not in _DROPPED and tag[:1] not in ("-", "!"):
            self._element(node, tag, setting)

    def _text(self, text: str, setting: Setting) -> None:
        if not setting.verbatim:
            text = text.replace("\n", " ")
        look = setting.look
        self.pieces.append(Piece(text, look.bold, look.italic, look.underline, look.size))

    def _element(self, node: LexborNode, tag: str, setting: Setting) -> None:
        declared = self.sheet.of(node)
        part = part_of(node)
        if is_hidden(node, declared) or is_invisible(node):
            self._set_apart(node, "note", setting)
        elif part:
            self._set_apart(node, part, setting)
        elif is_note_mark(node):
            return
        elif setting.depth > _DEEPEST:
            self._text(node.text(), setting)
        elif tag in _INLINE:
            self._inline(node, declared, setting)
        else:
            self.flush(setting)
            self._block(node, tag, declared, setting)

    def _inline(self, node: LexborNode, declared: Declarations, setting: Setting) -> None:
        if declared.get("mso-list") == "ignore":
            self.number = tidy(node.text())
            return
        look = inherit(setting.look, node, declared)
        self.read(node, replace(setting, look=look, depth=setting.depth + 1))
        if declared.get("display") == "block":
            self.pieces.append(Piece("\n"))

    def _block(self, node: LexborNode, tag: str, declared: Declarations, setting: Setting) -> None:
        inner = replace(
            setting,
            look=inherit(setting.look, node, declared),
            depth=setting.depth + 1,
            style=(node.attributes.get("class") or "").split(" ")[0] if tag == "p" else tag,
            indent=setting.indent + points(declared.get("margin-left", "")),
            heading=_heading_depth(node, tag) or setting.heading,
            verbatim=tag == "pre" or setting.verbatim,
        )
        if is_box(node, declared) and not setting.frame:
            self.frames += 1
            inner = replace(inner, frame=self.frames)
        handler = _BLOCKS.get(tag)
        if handler is not None:
            handler(self, node, declared, inner)
        else:
            self._note_word_level(declared)
            self.read(node, inner)
        self.flush(inner)

    def _note_word_level(self, declared: Declarations) -> None:
        """Take the level of a list item as Word writes it: `mso-list: l0 level2 lfo1`."""
        for word in declared.get("mso-list", "").split():
            if word.startswith("level"):
                self.level = min((whole_number(word[5:]) or 1) - 1, 8)

    def _set_apart(self, node: LexborNode, kind: FurnitureKind, setting: Setting) -> None:
        if (node.tag or "") not in _INLINE:
            self.flush(setting)
        if kind == "contents" and self.drafts and is_contents_title(self.drafts[-1].words.text):
            self.furniture.append(Furniture(kind, self.drafts.pop().words.text))
        last = ""
        for line in list(node.css("li, p, h1, h2, h3, h4, h5, h6, tr")) or [node]:
            text = tidy(line.text(separator=" "))
            if text and text != last:
                self.furniture.append(Furniture(kind, text))
            last = text

    def _list(self, node: LexborNode, declared: Declarations, setting: Setting) -> None:
        if is_contents_list(node):
            self._set_apart(node, "contents", setting)
            return
        marks = open_list(node, declared, setting.lists)
        within = replace(setting, lists=setting.lists + 1)
        for child in node.iter(include_text=True):
            if child.tag == "li":
                self._item(child, marks, within)
            else:
                self._node(child, within)

    def _item(self, node: LexborNode, marks: ListMarks, setting: Setting) -> None:
        self.flush(setting)
        outer = self.level
        declared = self.sheet.of(node)
        if is_hidden(node, declared):
            self._set_apart(node, "note", setting)
            return
        self.number, self.level = marks.mark(node, declared), setting.lists - 1
        look = inherit(setting.look, node, declared)
        self.read(node, replace(setting, look=look, depth=setting.depth + 1, style="li"))
        self.flush(replace(setting, style="li"))
        self.number, self.level = "", outer

    def _definitions(self, node: LexborNode, declared: Declarations, setting: Setting) -> None:
        """A list of terms: a short term and its short value are one line, as `Published: May`."""
        pairs = [child for child in node.traverse() if child.tag in ("dt", "dd")]
        at = 0
        while at < len(pairs):
            term, value = pairs[at], pairs[at + 1] if at + 1 < len(pairs) else None
            alone = at + 2 >= len(pairs) or pairs[at + 2].tag == "dt"
            if (
                term.tag == "dt"
                and value is not None
                and value.tag == "dd"
                and alone
                and _brief(term, value)
            ):
                text = f"{tidy(term.text()).rstrip(':')}: {tidy(value.text())}"
                self.drafts.append(
                    Draft(replace(NOTHING, text=text), frame=setting.frame, style="dd")
                )
                at += 2
                continue
            bold = replace(setting.look, bold=setting.look.bold or term.tag == "dt")
            self.read(term, replace(setting, look=bold, style=term.tag or ""))
            self.flush(setting)
            at += 1

    def _table(self, node: LexborNode, declared: Declarations, setting: Setting) -> None:
        self.table_reader(self, node, setting)

    def lines(self, node: LexborNode, setting: Setting) -> list[Segment]:
        """The lines of a cell: what would be blocks outside, each with its number before it."""
        inner = Walker(self.sheet, self.table_reader, in_cell=True)
        inner.read(node, replace(setting, look=Look(), heading=0, lists=0, frame=0))
        inner.flush(setting)
        self.furniture.extend(inner.furniture)
        found: list[Segment] = []
        for draft in inner.drafts:
            for row in draft.rows:
                texts = " ".join(cell.text for cell in row.cells if not cell.merged)
                found.append(summarise([Piece(texts)]))
            if not draft.rows and draft.words.text:
                text = f"{draft.number} {draft.words.text}".strip()
                found.append(replace(draft.words, text=text))
        return found


TableReader = Callable[[Walker, LexborNode, Setting], None]

_BLOCKS: dict[str, Callable[[Walker, LexborNode, Declarations, Setting], None]] = {
    "ul": Walker._list,
    "ol": Walker._list,
    "menu": Walker._list,
    "dir": Walker._list,
    "dl": Walker._definitions,
    "table": Walker._table,
}


def _heading_depth(node: LexborNode, tag: str) -> int:
    if node.attributes.get("role") == "heading":
        return min(whole_number(node.attributes.get("aria-level") or "2") or 2, 9)
    name = (node.attributes.get("class") or "").casefold()
    return _HEADINGS.get(tag, 1 if name == "msotitle" else 0)


def _brief(term: LexborNode, value: LexborNode) -> bool:
    return len(term.text().split()) <= 6 and len(value.text().split()) <= 15
