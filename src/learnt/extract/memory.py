"""What a document's own words teach about it: which words are ordinary, which headings name bodies.

A charity called Haven or Framework is no dictionary's body; but where a report heads its lists with bodies' names,
a heading among them is one too, and a word that the report never writes in lower case is a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from learnt.agencies import is_body, split_bodies
from learnt.agencies.shape import is_unit
from learnt.extract.labels import named_label
from learnt.extract.outline import Outline, Passage, level_of, section_of

_LOWER = re.compile(r"\b[a-z][a-z'’-]{2,}\b")
LEAD_IN = re.compile(
    r"^(?:recommendations?|actions?)\s+(?:for|to|addressed to|made to|directed at|relating to|from)\s+(?:the\s+)?",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"\s*(?:[–—-]|:)?\s*(?:(?:single[- ]agency|multi[- ]agency|imr|agency|individual)\s+)?"
    r"(?:recommendations?|actions?)(?:\s*\(\d+\))?\s*:?$",
    re.IGNORECASE,
)


_NUMBER = re.compile(r"^\d+(?:\.\d+)*[.)]?\s+(?=[A-Z])")


def name_in_heading(text: str) -> str:
    """Give a heading without "Recommendations for", "... recommendations" and its colon."""
    words = _NUMBER.sub("", text.strip().rstrip(":").strip())
    return TRAILING.sub("", LEAD_IN.sub("", words)).strip()


LONGEST_LINE = 120
FAR = 60
"""Most blocks between a body's chapter heading and the heading of its recommendations."""


@dataclass(frozen=True)
class Memory:
    """What one document teaches; worked out when first asked for."""

    outline: Outline

    @cached_property
    def ordinary(self) -> frozenset[str]:
        """Words that the document writes in lower case."""
        words: set[str] = set()
        for passage in self.outline.passages:
            words.update(_LOWER.findall(passage.block.text))
            for row in passage.block.rows:
                for text in row.texts:
                    words.update(_LOWER.findall(text))
        return frozenset(words)

    def is_name(self, words: str) -> bool:
        """Whether words in capitals are a name here: none of them is an ordinary word of the report."""
        told = [word for word in re.findall(r"[A-Za-z'’-]{3,}", words) if word[0].isupper()]
        return bool(told) and any(word.casefold() not in self.ordinary for word in told)

    @cached_property
    def _all_words(self) -> str:
        parts = [p.block.text for p in self.outline.passages]
        parts += [t for p in self.outline.passages for row in p.block.rows for t in row.texts]
        return "\n".join(parts)

    @cached_property
    def lines(self) -> frozenset[str]:
        """Short texts that fill a paragraph, a heading or a cell: each whole, not a line of several."""
        told = [p.block.text for p in self.outline.passages]
        told += [t for p in self.outline.passages for row in p.block.rows for t in row.texts]
        whole = (text.strip(" :;,") for text in told if "\n" not in text)
        return frozenset(text for text in whole if 0 < len(text) <= LONGEST_LINE)

    def run_together(self, printed: str) -> tuple[str, ...]:
        """Part names that a lost line break ran together; each fills a line elsewhere.

        A department after its council's name is no second body.
        """
        words = printed.split()
        for cut in range(1, len(words)):
            first, second = " ".join(words[:cut]), " ".join(words[cut:])
            if first not in self.lines or not is_body(first) or is_unit(first, second):
                continue
            rest = (second,) if second in self.lines else self.run_together(second)
            if rest and all(is_body(name) or self.is_name(name) for name in rest):
                return (first, *rest)
        return ()

    def first_of_two(self, printed: str) -> int:
        """Give where the first of two bodies ends in "X and Y"; 0 where it is one body's name.

        It is two where the report names Y on its own no less often than both together ("Devon and
        Cornwall Police" is never "Cornwall Police"), and where an article stands before Y.
        """
        for match in re.finditer(r" (?:and|&) (?:the )?", printed):
            first, second = printed[: match.start()], printed[match.end() :]
            if not second or not is_body(second) or not (is_body(first) or self.is_name(first)):
                continue
            if is_body(first) and len(split_bodies(printed)) == 1:
                continue
            together = self._all_words.count(printed)
            alone = self._all_words.count(second) - together
            if match[0].endswith("the ") or alone >= max(1, together):
                return match.start()
        return 0

    def is_always_one(self, printed: str) -> bool:
        """Whether "X and Y" is one name here: the report names Y nowhere but after "X and"."""
        first, _, second = printed.rpartition(" and ")
        if not first or is_body(second) or not is_body(first):
            return False
        together = self._all_words.count(printed)
        return together >= 2 and self._all_words.count(second) == together

    @cached_property
    def _heading_bodies(self) -> frozenset[int]:
        groups: dict[tuple[int, int], list[Passage]] = {}
        for passage in self.outline.passages:
            if passage.section == "recommendations" and _may_name_a_body(passage):
                groups.setdefault((passage.start, passage.block.level), []).append(passage)
        named: set[int] = set()
        for passages in groups.values():
            told = [p for p in passages if is_body(name_in_heading(p.block.text))]
            if len(told) >= 2 and 2 * len(told) >= len(passages):
                named.update(p.index for p in passages if self.is_name(p.block.text))
        return frozenset(named)

    def names_a_body(self, passage: Passage) -> bool:
        """Whether a heading names a body: by its words, or by the company that it keeps.

        "Multi-agency and partnership recommendations" tells a level; a name ends in a capital.
        """
        name = name_in_heading(passage.block.text)
        if level_of(passage.block.text) and name.rpartition(" ")[2].islower():
            return False
        return bool(name) and (is_body(name) or passage.index in self._heading_bodies)

    @cached_property
    def owners(self) -> dict[int, Passage]:
        """Give the body's heading that each section of recommendations stands under, by the section's start.

        Only where several sections stand each under another body; a heading of the same rank as those is
        a body's too, whatever it says.
        """
        heads = [p for p in self.outline.passages if p.is_heading]
        found: dict[int, Passage] = {}
        for opener in _openers(self.outline):
            before = [p for p in heads if p.index < opener.index and not section_of(p.block.text)]
            if before and opener.index - before[-1].index <= FAR:
                found[opener.index] = before[-1]
        named = [p for p in found.values() if is_body(name_in_heading(p.block.text))]
        if len({p.index for p in named}) < 2:
            return {}
        ranks = {p.block.level for p in named}
        return {start: p for start, p in found.items() if p in named or p.block.level in ranks}


def _may_name_a_body(passage: Passage) -> bool:
    text = passage.block.text
    return passage.is_heading and not named_label(text) and not section_of(text)


def _openers(outline: Outline) -> Iterable[Passage]:
    return (p for p in outline.passages if p.section == "recommendations" and p.index == p.start)
