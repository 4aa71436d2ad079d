"""Tells lessons by their labels, introductions by their words, and which recommendations are named."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from learnt.extract.labels import number_ref
from learnt.records import Block
from learnt.rulebook import load
from learnt.words import fold_quotes


class LessonRules(msgspec.Struct, frozen=True):
    """The rules file `lessons.toml` as it stands."""

    source: str
    labels: tuple[str, ...]
    alone: tuple[str, ...]
    introductions: tuple[str, ...]
    headings: tuple[str, ...]
    not_headings: tuple[str, ...]
    columns: tuple[str, ...]
    elsewhere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LessonLabel:
    """A lesson's label: its reference as printed, and the words after it."""

    ref: str
    rest: str


_REF = r"[A-Z]{0,3}\d{1,3}(?:\.\d{1,3})*[a-z]?"
_NUMBER = re.compile(
    r"^(?:(?:section|chapter|part)\s+)?(?:\d+(?:\.\d+)*|[A-Z])[.):]*\s+", re.IGNORECASE
)
_SPELT = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBERS = re.compile(
    r"\b(?:recommendations?|recs?\.?|argymhelliad)\s+(?:nos?\.?\s*)?"
    r"((?:[A-Z]{0,2}\d{1,3}(?:\.\d{1,3})*[a-z]?(?:\s*(?:,|and|&|,\s*and|to|-|–)\s*)?)+)",
    re.IGNORECASE,
)
_ONE = re.compile(r"[A-Za-z]{0,2}\d{1,3}(?:\.\d{1,3})*[a-z]?")


def lesson_rules() -> LessonRules:
    """Give the rules of lessons."""
    return load("lessons.toml", LessonRules)


@cache
def _label() -> re.Pattern[str]:
    words = "|".join(lesson_rules().labels)
    return re.compile(
        rf"^(?i:{words})\s*(?:(?i:no\.?|number|#)\s*)?"
        rf"(?P<ref>{_REF}|(?i:{_SPELT})\b|[A-Z](?=\s*[:.)–-]|$))?"
        r"(?P<sep>\s*[:.)]+(?=\s|$)|\s*[–—-]\s+|\s*$|\s+(?=[\"'‘“(]?[A-Z]))"
    )


@cache
def _alone() -> re.Pattern[str]:
    return re.compile("|".join(lesson_rules().alone), re.IGNORECASE)


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile("|".join(lesson_rules().introductions), re.IGNORECASE)


@cache
def _columns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(form, re.IGNORECASE) for form in lesson_rules().columns)


def lesson_label(block: Block) -> LessonLabel | None:
    """Read the label that opens a block ("Lesson 2:", "Key finding 4"); None where none does.

    A mention ("Lesson 2 was shared with ...") is no label. "Learning point" alone is one as a heading.
    """
    if (block.kind == "heading" or block.style.bold) and _alone().fullmatch(block.text.strip(" :")):
        return LessonLabel("", "")
    for text in (block.text, block.printed):
        match = _label().match(text)
        if match is None:
            continue
        rest = text[match.end() :].strip()
        if match["ref"] or (match["sep"].strip() == ":" and rest):
            return LessonLabel(match["ref"] or number_ref(block.number), rest)
    return None


def is_introduction(text: str) -> bool:
    """Whether a paragraph only brings in the lessons, or says where they stand."""
    return _introduction().search(fold_quotes(text)) is not None


@cache
def _headings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    rules = lesson_rules()
    yes, no = "|".join(rules.headings), "|".join(rules.not_headings)
    return re.compile(yes, re.IGNORECASE), re.compile(no, re.IGNORECASE)


@cache
def is_lesson_heading(text: str) -> bool:
    """Whether a heading opens a section of lessons ("7 Learning", "Lessons identified")."""
    words = _NUMBER.sub("", fold_quotes(text)).strip(" .:")
    yes, no = _headings()
    return yes.fullmatch(words) is not None and no.fullmatch(words) is None


def brings_in_lessons(block: Block) -> bool:
    """Whether a paragraph is a small heading over a list ("Learning points:")."""
    small = block.kind == "paragraph" and block.text.rstrip().endswith(":")
    return small and is_lesson_heading(block.text)


def lesson_column(heads: Sequence[str]) -> int:
    """Give which column's head says that lessons stand below, the plainest of several; -1 for none."""
    plain = [fold_quotes(head).strip(" .:") for head in heads]
    for form in _columns():
        for place, head in enumerate(plain):
            if form.fullmatch(head):
                return place
    return -1


def named_recommendations(text: str) -> list[str]:
    """Give the references that a text names ("(Recommendations 3 and 4)"); "3 to 5" counts through."""
    found: list[str] = []
    for match in _NUMBERS.finditer(text):
        refs = _ONE.findall(match[1])
        through = re.fullmatch(r"(\d+)\s*(?:to|-|–)\s*(\d+)\W*", match[1].strip())
        if through and int(through[1]) < int(through[2]) < int(through[1]) + 30:
            refs = [str(n) for n in range(int(through[1]), int(through[2]) + 1)]
        found.extend(refs)
    return found
