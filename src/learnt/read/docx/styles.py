"""What a paragraph's style says of it, through the chain of styles it is based on."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from learnt.read.docx.package import Package, W, attribute, is_on
from learnt.read.numerals import whole_number

_TWIPS = 20.0
"""Twentieths of a point, Word's unit of length."""


@dataclass(frozen=True, slots=True)
class Dress:
    """The look of a run: what its own properties, its style and the paragraph's style add up to."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    hidden: bool = False
    size: float = 0.0
    colour: str = ""
    font: str = ""


class Styles:
    """The styles of a document, asked by style id; an unknown id says nothing."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self._doc_default: etree._Element | None = None
        for root in package.related("styles"):
            self._doc_default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
            for style in root.findall(f"{W}style"):
                identity = attribute(style, "styleId")
                self._styles[identity] = style
                if attribute(style, "type") == "paragraph" and attribute(style, "default") in (
                    "1",
                    "true",
                ):
                    self._default = identity

    def chain(self, identity: str) -> Iterator[etree._Element]:
        """The style and those it is based on, nearest first; a circle is walked once."""
        seen: set[str] = set()
        while identity in self._styles and identity not in seen:
            seen.add(identity)
            style = self._styles[identity]
            yield style
            identity = attribute(style.find(f"{W}basedOn"))

    def identity(self, paragraph: etree._Element) -> str:
        """The style id of a paragraph, the default one where it names none."""
        found = attribute(paragraph.find(f"{W}pPr/{W}pStyle"))
        return found if found in self._styles else self._default

    def name(self, identity: str) -> str:
        """The name of a style as Word shows it; built-in ones are English in every language."""
        style = self._styles.get(identity)
        return attribute(style.find(f"{W}name")) if style is not None else ""

    def paragraph_property(self, paragraph: etree._Element, key: str) -> etree._Element | None:
        """The element `key` (`numPr`, `outlineLvl`, `ind`) of the paragraph or the nearest style."""
        own = paragraph.find(f"{W}pPr/{W}{key}")
        if own is not None:
            return own
        for style in self.chain(self.identity(paragraph)):
            found = style.find(f"{W}pPr/{W}{key}")
            if found is not None:
                return found
        return None

    def heading_depth(self, paragraph: etree._Element) -> int:
        """1 to 9 for a heading by its outline level or its style's name, else 0."""
        own = _outline(paragraph)
        if own is not None:
            return own
        for style in self.chain(self.identity(paragraph)):
            name = attribute(style.find(f"{W}name")).casefold()
            if name == "title":
                return 1
            if name.startswith("heading ") and whole_number(name[8:]):
                return min(whole_number(name[8:]) or 9, 9)
            level = _outline(style)
            if level is not None:
                return level
        return 0

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Whether the paragraph wears a style of a contents page or list of figures."""
        for style in self.chain(self.identity(paragraph)):
            name = attribute(style.find(f"{W}name")).casefold()
            if (name.startswith("toc ") and whole_number(name[4:])) or name == "table of figures":
                return True
        return False

    def dress(self, paragraph: etree._Element, run: etree._Element | None) -> Dress:
        """How `run` looks in `paragraph`; toggles such as bold are taken from the nearest voice."""
        sources = list(self._run_sources(paragraph, run))
        return Dress(
            bold=_switch(sources, "b"),
            italic=_switch(sources, "i"),
            underline=_switch(sources, "u"),
            hidden=_switch(sources, "vanish"),
            size=_size(sources),
            colour=_colour(sources),
            font=_font(sources),
        )

    def indent(self, paragraph: etree._Element, level: etree._Element | None) -> float:
        """The left indent in points; `level` is the list level, which stands above the style."""
        own = paragraph.find(f"{W}pPr/{W}ind")
        listed = level.find(f"{W}pPr/{W}ind") if level is not None else None
        styled = self.paragraph_property(paragraph, "ind")
        for source in (own, listed, styled):
            for key in ("left", "start"):
                if source is not None and attribute(source, key):
                    return _number(attribute(source, key)) / _TWIPS
        return 0.0

    def table_header_is_bold(self, identity: str) -> bool:
        """Whether a table style sets the first row in bold."""
        for style in self.chain(identity):
            for part in style.findall(f"{W}tblStylePr"):
                if attribute(part, "type") == "firstRow":
                    return is_on(part.find(f"{W}rPr/{W}b"))
        return False

    def _run_sources(
        self, paragraph: etree._Element, run: etree._Element | None
    ) -> Iterator[etree._Element]:
        own = run.find(f"{W}rPr") if run is not None else None
        if own is not None:
            yield own
            for style in self.chain(attribute(own.find(f"{W}rStyle"))):
                yield from style.findall(f"{W}rPr")
        for style in self.chain(self.identity(paragraph)):
            yield from style.findall(f"{W}rPr")
        if self._doc_default is not None:
            yield self._doc_default


def _outline(element: etree._Element) -> int | None:
    """The heading's depth that an outline level of its own gives; 0 is body text, None says nothing."""
    level = whole_number(attribute(element.find(f"{W}pPr/{W}outlineLvl")))
    if level is None:
        return None
    return level + 1 if level < 9 else 0


def _switch(sources: list[etree._Element], key: str) -> bool:
    for source in sources:
        found = source.find(W + key)
        if found is not None:
            return is_on(found)
    return False


def _size(sources: list[etree._Element]) -> float:
    for source in sources:
        value = attribute(source.find(f"{W}sz"))
        if value:
            return _number(value) / 2
    return 10.0


def _colour(sources: list[etree._Element]) -> str:
    for source in sources:
        value = attribute(source.find(f"{W}color"))
        if value:
            return "" if value == "auto" else f"#{value.lower()}"
    return ""


def _font(sources: list[etree._Element]) -> str:
    for source in sources:
        value = attribute(source.find(f"{W}rFonts"), "ascii")
        if value:
            return value
    return ""


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0
