"""Tells what part of a review a document is: overview, summary, action-plan, letter or other."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from learnt.extract.plan_columns import is_action_plan
from learnt.records import Block, Document
from learnt.rulebook import load

FIRST_LINES = 14
"""Blocks at the top of a document that are looked at."""
TITLE_LINES = 3
"""Lines from which a first page is a title page, and the next page is not looked at."""
_CHAPTER = re.compile(
    r"(?:\d+[.)]?\s|contents|introduction|foreword|background|preface|cyflwyniad|cynnwys)",
    re.IGNORECASE,
)
LONGEST_LETTER = 12
"""Pages of the longest letter."""


class _Role(msgspec.Struct, frozen=True):
    id: str
    patterns: tuple[str, ...]


class _RoleRules(msgspec.Struct, frozen=True):
    source: str
    role: tuple[_Role, ...]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rules = load("roles.toml", _RoleRules)
    return {role.id: re.compile("|".join(role.patterns), re.IGNORECASE) for role in rules.role}


def role_of(document: Document) -> str:
    """Give the role of a document by its first lines, then its file name, then what fills it."""
    lines = list(_first_lines(document))
    for text in lines:
        role = _role_in(text, document)
        if role == "overview" and _kind_only(text):
            role = next(
                (r for t in lines if (r := _role_in(t, document)) and not _kind_only(t)), role
            )
        if role:
            return role
    if _is_mostly_plan(document):
        return "action-plan"
    return _role_in(re.sub(r"[_.-]+", " ", document.name), document) or "other"


def says_overview(document: Document) -> bool:
    """Whether the first lines call the document the overview, the full or the final report."""
    pattern = _patterns()["overview"]
    return any(pattern.search(line) and not _kind_only(line) for line in _first_lines(document))


def _first_lines(document: Document) -> Iterator[str]:
    """Give the lines of the title page: up to its end, the first chapter or the first long paragraph."""
    told = 0
    for index, block in enumerate(document.blocks[:FIRST_LINES]):
        turned = block.page > document.blocks[0].page and told >= TITLE_LINES
        if turned or (index > 0 and len(block.text) > 300) or _opens_chapter(block):
            return
        if block.kind != "table":
            told += 1
            yield from (line.strip() for line in block.text.split("\n") if len(line) < 200)


def _opens_chapter(block: Block) -> bool:
    return block.kind == "heading" and (
        bool(_CHAPTER.match(block.text)) or block.number.strip(".)").isdigit()
    )


def _role_in(text: str, document: Document) -> str:
    for role, pattern in _patterns().items():
        if pattern.search(text) and (role != "letter" or document.pages <= LONGEST_LETTER):
            return role
    return ""


def _kind_only(text: str) -> bool:
    """Whether a line says only what kind of review it is, as every document of it does."""
    named = re.search(r"\b(?:overview|full|final) report\b|adroddiad", text, re.IGNORECASE)
    return named is None and bool(_patterns()["overview"].search(text))


def _is_mostly_plan(document: Document) -> bool:
    plans = [block for block in document.blocks if _is_plan(block)]
    in_plans = sum(len(text) for block in plans for row in block.rows for text in row.texts)
    outside = sum(len(block.text) for block in document.blocks)
    return in_plans > outside


def _is_plan(block: Block) -> bool:
    return block.kind == "table" and is_action_plan(block) is not None
