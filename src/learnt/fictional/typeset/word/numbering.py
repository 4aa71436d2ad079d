"""Word's automatic numbers: list definitions that count up to the numbers the manuscript prints.

A definition (`abstractNum`) has levels with patterns such as `%1.%2` or `Recommendation %1:`; an
instance (`num`) may start a level anew. `Numbering` simulates Word's counters and makes a new
instance only where the next printed number is not the one that Word would count to.
"""

from dataclasses import dataclass, field

from learnt.fictional.typeset.word.marks import Mark, is_roman, parse_mark
from learnt.fictional.typeset.word.oxml import Node, twips, w

_HANG = 36.0
_BULLET = "bullet"
LIST_STEP = 24.0
"""Points that each level of a list moves in."""


@dataclass
class _Level:
    pattern: str
    format: str
    left: float
    hang: float
    bold: bool = False


@dataclass
class _Family:
    """A definition under way: its levels, its counters and its latest instance."""

    kind: str
    prefix: str
    levels: list[_Level]
    counters: list[int]
    number: int = 0


@dataclass
class Numbering:
    """Gives each numbered paragraph its (numId, level); makes the part's XML at the end."""

    families: list[_Family] = field(default_factory=list)
    instances: list[tuple[int, int, int]] = field(default_factory=list)
    """Of each num: the family's index, the level started anew, the start."""

    def outline(self, mark: str, *, bold: bool = False) -> tuple[int, int] | None:
        """Number a heading, a paragraph or a label; None where `mark` cannot count."""
        parsed = parse_mark(mark)
        if parsed is None:
            return None
        index, automatic = self._find_outline(parsed)
        level = automatic - 1
        if index is None:
            index = self._add("outline", parsed.texts[0])
        family = self.families[index]
        if level == len(family.levels):
            left = _HANG if not parsed.texts[0].strip() else 0.0
            pattern = parsed.pattern(automatic)
            family.levels.append(_Level(pattern, parsed.formats[-1], left, left, bold))
            family.counters.append(0)
        return self._count(index, level, parsed.values[-1])

    def listed(self, marks: tuple[str, ...], depth: int) -> list[tuple[int, int]]:
        """Number the items of one list at `depth`, beginning anew."""
        roman = is_roman(marks[0]) if marks else False
        left = LIST_STEP * (depth + 1)
        places = []
        for position, mark in enumerate(marks):
            parsed = parse_mark(mark, roman=roman)
            kind = parsed.formats[-1] if parsed else _BULLET
            pattern = parsed.pattern(1) if parsed else mark
            index = self._find_list(pattern, kind, depth)
            if index is None:
                index = self._add(f"list {depth}", "")
                self.families[index].levels.append(_Level(pattern, kind, left, LIST_STEP))
                self.families[index].counters.append(0)
            if position == 0 and parsed:
                self.families[index].counters[0] = -1
            value = parsed.values[-1] if parsed else self.families[index].counters[0] + 1
            places.append(self._count(index, 0, value))
        return places

    def fill(self, part: Node) -> None:
        """Replace the children of `w:numbering` by the definitions and instances made."""
        for child in list(part):
            part.remove(child)
        for index, family in enumerate(self.families):
            part.append(_definition(index, family))
        for number, (family_index, level, start) in enumerate(self.instances, 1):
            part.append(_instance(number, family_index, level, start))

    def _find_outline(self, mark: Mark) -> tuple[int | None, int]:
        """Give the family that can count to `mark`, and how many counters are automatic."""
        count = len(mark.values)
        for index, family in enumerate(self.families):
            if family.kind != "outline" or family.prefix != mark.texts[0]:
                continue
            above = tuple(family.counters[: count - 1])
            if above != mark.values[:-1] or len(family.levels) < count - 1:
                continue
            fits = len(family.levels) == count - 1
            if fits or family.levels[count - 1].pattern == mark.pattern(count):
                return index, count
        if count == 1:
            return None, 1
        return self._find_flat(mark), 1

    def _find_flat(self, mark: Mark) -> int | None:
        pattern = mark.pattern(1)
        for index, family in enumerate(self.families):
            if family.kind == "outline" and family.levels[0].pattern == pattern:
                return index
        return None

    def _find_list(self, pattern: str, kind: str, depth: int) -> int | None:
        for index, family in enumerate(self.families):
            if family.kind == f"list {depth}":
                level = family.levels[0]
                if (level.pattern, level.format) == (pattern, kind):
                    return index
        return None

    def _add(self, kind: str, prefix: str) -> int:
        self.families.append(_Family(kind, prefix, [], []))
        return len(self.families) - 1

    def _count(self, index: int, level: int, value: int) -> tuple[int, int]:
        family = self.families[index]
        expected = family.counters[level] + 1
        if not family.number or expected != value:
            self.instances.append((index, level, value))
            family.number = len(self.instances)
        family.counters[level] = value
        family.counters[level + 1 :] = [0] * len(family.counters[level + 1 :])
        return family.number, level


def _definition(index: int, family: _Family) -> Node:
    node = w("abstractNum", abstractNumId=str(index))
    node.append(w("nsid", val=f"{0x1A000000 + index:08X}"))
    node.append(w("multiLevelType", val="multilevel"))
    for level, settings in enumerate(family.levels):
        layout = w("lvl", ilvl=str(level))
        layout.append(w("start", val="1"))
        layout.append(w("numFmt", val=settings.format))
        if not settings.hang:
            layout.append(w("suff", val="space"))
        layout.append(w("lvlText", val=settings.pattern))
        layout.append(w("lvlJc", val="left"))
        indent = w("ind", left=twips(settings.left), hanging=twips(settings.hang))
        layout.append(w("pPr", indent))
        if settings.bold:
            layout.append(w("rPr", w("b")))
        node.append(layout)
    return node


def _instance(number: int, family: int, level: int, start: int) -> Node:
    node = w("num", numId=str(number))
    node.append(w("abstractNumId", val=str(family)))
    node.append(w("lvlOverride", w("startOverride", val=str(start)), ilvl=str(level)))
    return node
