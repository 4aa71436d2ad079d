"""Drafts a Word file's paragraphs; where the reader stands is kept in a `Context`."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from learnt.read.docx.frames import Frames
from learnt.read.docx.numbering import Label, Numbering
from learnt.read.docx.package import MC, Package, W, attribute
from learnt.read.docx.pages import Pages
from learnt.read.docx.styles import Styles
from learnt.read.docx.text import Reader, Walk, is_deleted, is_hidden_mark
from learnt.read.drafts import Draft
from learnt.read.inline import Piece, Segment, segments
from learnt.read.labels import is_contents_title, is_item_label, split_label
from learnt.records import Furniture
from learnt.words import tidy

_CONTAINERS = {
    W + tag
    for tag in ("sdtContent", "customXml", "ins", "moveTo", "smartTag", "txbxContent", "body")
}


@dataclass(slots=True)
class Line:
    """A paragraph as a cell of a table holds it: one line, its page, whether it is bold."""

    text: str
    bold: bool = False


@dataclass(slots=True)
class Context:
    """What all parts of the reader share: the file, its styles, and where the reader stands."""

    package: Package
    styles: Styles
    numbering: Numbering
    reader: Reader
    pages: Pages
    frames: Frames
    drafts: list[Draft] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    notes: list[tuple[str, str, int]] = field(default_factory=list)
    """Kind, id and page of each note referred to, in order."""
    carried: list[Piece] = field(default_factory=list)
    """Words whose paragraph's end was deleted, or a drop capital: they open the next paragraph."""


def start(package: Package) -> Context:
    """Give a context at the top of the document."""
    styles = Styles(package)
    stated = package.properties().get("pages", "")
    return Context(
        package, styles, Numbering(package, styles), Reader(styles),
        Pages(package.main, stated), Frames(styles),
    )  # fmt: skip


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs, tables and content controls of `element`, through wrappers without meaning."""
    for child in element:
        if not isinstance(child.tag, str):
            continue
        if child.tag in _CONTAINERS:
            yield from children(child)
        elif child.tag == f"{MC}AlternateContent":
            branch = child.find(f"{MC}Choice")
            yield from children(branch if branch is not None else child)
        elif child.tag == f"{W}sdt" and not is_contents_control(child):
            content = child.find(f"{W}sdtContent")
            yield from children(content) if content is not None else ()
        else:
            yield child


def is_contents_control(control: etree._Element) -> bool:
    """Whether a content control is the one Word wraps around a contents page."""
    gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return attribute(gallery) == "Table of Contents"


def read_paragraph(context: Context, paragraph: etree._Element, frame: int) -> list[etree._Element]:
    """Draft one paragraph; give the text boxes that are anchored in it, which come after it."""
    walk = context.reader.walk(paragraph)
    page = context.pages.begin(paragraph, walk)
    if walk.contents or context.styles.is_contents(paragraph):
        _contents_line(context, paragraph, walk)
    elif _runs_on(paragraph):
        context.carried.extend(walk.pieces)
    else:
        _draft(context, paragraph, walk, page, frame or context.frames.of(paragraph))
    _set_apart(context, walk, page)
    context.pages.end(paragraph, walk)
    return walk.boxes


def read_contents(context: Context, control: etree._Element) -> None:
    """Set apart the lines of a contents page."""
    for paragraph in control.iter(f"{W}p"):
        _contents_line(context, paragraph, context.reader.walk(paragraph))


def cell_lines(context: Context, paragraph: etree._Element) -> tuple[list[Line], Walk]:
    """Give the lines of a paragraph in a table's cell, its label before the first."""
    walk = context.reader.walk(paragraph)
    label = _label(context, paragraph)
    _set_apart(context, walk, context.pages.now)
    if _runs_on(paragraph):
        context.carried.extend(walk.pieces)
        return [], walk
    parts = segments(_with_carried(context, walk), each_line=True)
    lines = [Line(part.text, part.bold) for part in parts]
    if label and label.text and (lines or any(letter.isalnum() for letter in label.text)):
        first = lines[0] if lines else Line("")
        lines = [Line(f"{label.text} {first.text}".strip(), first.bold), *lines[1:]]
    return lines, walk


def _label(context: Context, paragraph: etree._Element) -> Label | None:
    if is_deleted(paragraph) or is_hidden_mark(paragraph):
        return None
    return context.numbering.label(paragraph)


def _runs_on(paragraph: etree._Element) -> bool:
    """Whether the words belong to the next paragraph: its end was deleted, or it is a drop cap."""
    drop = attribute(paragraph.find(f"{W}pPr/{W}framePr"), "dropCap")
    return is_deleted(paragraph) or drop in ("drop", "margin")


def _with_carried(context: Context, walk: Walk) -> list[Piece]:
    pieces, context.carried = [*context.carried, *walk.pieces], []
    return pieces


def _draft(context: Context, paragraph: etree._Element, walk: Walk, page: int, frame: int) -> None:
    label = _label(context, paragraph)
    depth = context.styles.heading_depth(paragraph)
    bare = Draft(
        page=page,
        frame=frame,
        indent=context.styles.indent(paragraph, label.definition if label else None),
        style=context.styles.name(context.styles.identity(paragraph)),
        nesting=label.level if label else 0,
    )
    parts = segments(_with_carried(context, walk)) or (
        [Segment("")] if label and label.text else []
    )
    for at, part in enumerate(parts):
        draft = _numbered(replace(bare, words=part), label if at == 0 else None)
        is_heading = depth and not (label and label.bullet) and _same_dress(parts[0], part)
        context.drafts.append(replace(draft, kind="heading", depth=depth) if is_heading else draft)


def _numbered(draft: Draft, label: Label | None) -> Draft:
    if label is not None and label.text:
        number, kind = label.text, "item" if is_item_label(label.text) else "paragraph"
        return replace(draft, number=number, kind=kind)  # type: ignore[arg-type]  # both are kinds
    number, rest = split_label(draft.words.text)
    if not number or not rest:
        return draft
    return replace(draft, number=number, words=replace(draft.words, text=rest))


def _same_dress(first: Segment, part: Segment) -> bool:
    return (first.bold, first.size) == (part.bold, part.size)


def _contents_line(context: Context, paragraph: etree._Element, walk: Walk) -> None:
    if context.drafts and is_contents_title(context.drafts[-1].words.text):
        title = context.drafts.pop()
        context.furniture.append(Furniture("contents", title.words.text, page=title.page))
    for line in walk.text.split("\n"):
        if tidy(line):
            context.furniture.append(Furniture("contents", tidy(line), page=context.pages.now))


def _set_apart(context: Context, walk: Walk, page: int) -> None:
    hidden = tidy("".join(walk.hidden))
    if hidden:
        context.furniture.append(Furniture("note", hidden, page=page))
    context.notes.extend((kind, identity, page) for kind, identity in walk.notes)
