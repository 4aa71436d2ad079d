"""Works out the labels that Word draws but does not store: `8.2`, `(a)`, `Recommendation 3:`.

A paragraph names a list (w:num) and a level; the list is an instance of a pattern (w:abstractNum)
with which it shares its counters, unless it overrides them (ECMA-376 part 1, 17.9). Where the
standard is silent, the way of LibreOffice's own import is followed; the tests compare with it.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from learnt.read.docx.package import Package, W, attribute, is_on
from learnt.read.docx.styles import Styles
from learnt.read.numerals import whole_number, write_number
from learnt.words import tidy

LEVELS = 9
_PICTURE_FONTS = ("wingdings", "webdings", "symbol", "zapf")
"""Fonts whose letters are pictures: an `l` of Wingdings is a round bullet."""


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph's automatic label and the level it stands on."""

    text: str
    level: int
    bullet: bool
    definition: etree._Element | None
    list_id: str


@dataclass(slots=True)
class _List:
    """One w:num: the pattern it belongs to and what it overrides, by level."""

    pattern: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, etree._Element] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)


class Numbering:
    """Gives each paragraph its label; ask in document order, once for each paragraph."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._styles = styles
        self._patterns: dict[str, etree._Element] = {}
        self._lists: dict[str, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        for root in package.related("numbering"):
            for pattern in root.findall(f"{W}abstractNum"):
                self._patterns[attribute(pattern, "abstractNumId")] = pattern
            for num in root.findall(f"{W}num"):
                self._lists[attribute(num, "numId")] = _read_list(num)

    def label(self, paragraph: etree._Element) -> Label | None:
        """The label of `paragraph`, counted on; None where it stands in no list."""
        place = self._place(paragraph)
        if place is None:
            return None
        list_id, level = place
        definition = self._level(list_id, level)
        if definition is None:
            return None
        counters = self._count(list_id, level)
        form = _form(definition)
        text = _bullet(definition) if form == "bullet" else self._write(list_id, level, counters)
        return Label(text, level, form == "bullet", definition, self._pattern_id(list_id))

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The list and level of a paragraph: its own, else its style's."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        list_id = attribute(own.find(f"{W}numId")) if own is not None else ""
        level = attribute(own.find(f"{W}ilvl")) if own is not None else ""
        if not list_id:
            list_id, styled = self._styled_place(paragraph)
            level = level or styled
        if list_id in ("", "0") or list_id not in self._lists:
            return None
        return list_id, min(whole_number(level) or 0, LEVELS - 1)

    def _styled_place(self, paragraph: etree._Element) -> tuple[str, str]:
        """List and level that the paragraph's style gives; the level may name the style instead."""
        list_id, level, names = "", "", []
        for style in self._styles.chain(self._styles.identity(paragraph)):
            names.append(attribute(style, "styleId"))
            found = style.find(f"{W}pPr/{W}numPr")
            if found is None:
                continue
            level = level or attribute(found.find(f"{W}ilvl"))
            list_id = attribute(found.find(f"{W}numId"))
            if list_id:
                break
        return list_id, level or self._level_of_style(list_id, names)

    def _level_of_style(self, list_id: str, names: list[str]) -> str:
        pattern = self._patterns.get(self._pattern_id(list_id))
        for name in names:
            for level in pattern.findall(f"{W}lvl") if pattern is not None else ():
                if attribute(level.find(f"{W}pStyle")) == name:
                    return attribute(level, "ilvl")
        return ""

    def _pattern_id(self, list_id: str) -> str:
        """The id of the pattern that holds the levels, through links to a list style."""
        seen: set[str] = set()
        while list_id in self._lists and list_id not in seen:
            seen.add(list_id)
            identity = self._lists[list_id].pattern
            pattern = self._patterns.get(identity)
            link = attribute(pattern.find(f"{W}numStyleLink")) if pattern is not None else ""
            if not link:
                return identity
            for style in self._styles.chain(link):
                target = attribute(style.find(f"{W}pPr/{W}numPr/{W}numId"))
                if target:
                    list_id = target
                    break
        return self._lists[list_id].pattern if list_id in self._lists else ""

    def _level(self, list_id: str, level: int) -> etree._Element | None:
        override = self._lists[list_id].levels.get(level)
        if override is not None:
            return override
        pattern = self._patterns.get(self._pattern_id(list_id))
        for found in pattern.findall(f"{W}lvl") if pattern is not None else ():
            if attribute(found, "ilvl") == str(level):
                return found
        return None

    def _count(self, list_id: str, level: int) -> list[int | None]:
        counters = self._counters.setdefault(self._pattern_id(list_id), [None] * LEVELS)
        found = self._lists[list_id]
        for upper in range(level + 1):
            if upper in found.starts and upper not in found.begun:
                counters[upper] = None
                self._clear_below(list_id, upper, counters)
            if upper == level or counters[upper] is None:
                counters[upper] = self._next(list_id, upper, counters[upper])
                found.begun.add(upper)
        self._clear_below(list_id, level, counters)
        return counters

    def _next(self, list_id: str, level: int, value: int | None) -> int:
        if value is not None:
            return value + 1
        starts = self._lists[list_id].starts
        if level in starts:
            return starts[level]
        definition = self._level(list_id, level)
        start = attribute(definition.find(f"{W}start")) if definition is not None else ""
        return whole_number(start) or 0 if definition is not None else 1

    def _clear_below(self, list_id: str, level: int, counters: list[int | None]) -> None:
        """Begin the deeper levels anew, save those that restart only after a higher one (or never)."""
        for deeper in range(level + 1, LEVELS):
            definition = self._level(list_id, deeper)
            written = attribute(definition.find(f"{W}lvlRestart")) if definition is not None else ""
            restart = whole_number(written)
            if restart is None or level < restart:
                counters[deeper] = None

    def _write(self, list_id: str, level: int, counters: list[int | None]) -> str:
        definition = self._level(list_id, level)
        if definition is None:
            return ""
        text = definition.find(f"{W}lvlText")
        legal = is_on(definition.find(f"{W}isLgl"))

        def place(found: re.Match[str]) -> str:
            at = int(found.group(1)) - 1
            form = _form(self._level(list_id, at))
            value = counters[at]
            return write_number(0 if value is None else value, "decimal" if legal else form)

        return tidy(re.sub(r"%([1-9])", place, attribute(text)))


def _read_list(num: etree._Element) -> _List:
    found = _List(attribute(num.find(f"{W}abstractNumId")))
    for override in num.findall(f"{W}lvlOverride"):
        level = whole_number(attribute(override, "ilvl"))
        if level is None:
            continue
        start = whole_number(attribute(override.find(f"{W}startOverride")))
        definition = override.find(f"{W}lvl")
        if definition is not None:
            found.levels[level] = definition
        if start is not None:
            found.starts[level] = start
    return found


def _form(definition: etree._Element | None) -> str:
    """The number format of a level; Word 2010's own formats stand in a choice of their own."""
    if definition is None:
        return "decimal"
    form = definition.find(f"{W}numFmt")
    if form is None:
        form = next(definition.iter(f"{W}numFmt"), None)
    if attribute(form) == "custom":
        return "decimalZero" if attribute(form, "format").startswith("0") else "decimal"
    return attribute(form) or "decimal"


def _bullet(definition: etree._Element) -> str:
    mark = attribute(definition.find(f"{W}lvlText")).strip()
    font = attribute(definition.find(f"{W}rPr/{W}rFonts"), "ascii").casefold()
    drawn = font.startswith(_PICTURE_FONTS) and mark.isalnum()
    if definition.find(f"{W}lvlPicBulletId") is not None or drawn:
        return "•"
    return "•" if "\ue000" <= mark[:1] <= "\uf8ff" else mark
