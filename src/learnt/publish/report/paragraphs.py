"""An analyst's own words: Markdown by section, kept apart from the data so that a new run keeps them.

In public output each block passes a gate, which is given as a function; what it holds is not printed.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from learnt.errors import LearntError
from learnt.publish.report.composed import Cell, HeldWords, Run, TableBlock, Written
from learnt.publish.report.rules import rules
from learnt.records import Held

Gate = Callable[[str], "str | Held"]
"""Takes a text that is to become public; gives it, perhaps changed, or why it is held."""

SCHEMES = frozenset({"http", "https", "mailto"})
"""Links may lead there only; others are printed as plain words."""

HEADING = re.compile(r"^##[ \t]+(\S+)[ \t]*$", re.M)


class BadParagraphs(LearntError):
    """An analyst's file cannot be used; the message names the file, the section and what to do."""


class Paragraphs(msgspec.Struct, frozen=True):
    """An analyst's Markdown by the id of the section in which it stands."""

    by_section: dict[str, str] = msgspec.field(default_factory=dict)


def make_paragraphs(texts: Mapping[str, str], name: str = "paragraphs") -> Paragraphs:
    """Give paragraphs by section; raises `BadParagraphs` for a section that the report has not."""
    known = [one.id for one in rules().section]
    for section in texts:
        if section not in known:
            raise BadParagraphs(
                f"{name}: there is no section “{section}”; the sections are {', '.join(known)}"
            )
    return Paragraphs({section: text for section, text in texts.items() if text.strip()})


def read_paragraphs(path: Path) -> Paragraphs:
    """Read one Markdown file with `## section-id` headings, or a folder with a `section-id.md` each.

    Raises `BadParagraphs` for an unknown section, words before the first heading, a section that
    comes twice, a file that is not UTF-8 text, and a path that is not there.
    """
    if not path.exists():
        raise BadParagraphs(f"{path.name}: there is no such file or folder")
    try:
        if path.is_dir():
            files = sorted(path.glob("*.md"))
            return make_paragraphs({one.stem: one.read_text("utf-8") for one in files}, path.name)
        return split_paragraphs(path.read_text("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as error:
        raise BadParagraphs(f"{path.name}: cannot be read as UTF-8 text") from error


def split_paragraphs(text: str, name: str = "paragraphs") -> Paragraphs:
    """Split one Markdown text at its `## section-id` headings; raises `BadParagraphs`."""
    before, *rest = HEADING.split(text.replace("\r\n", "\n"))
    if before.strip():
        raise BadParagraphs(
            f"{name}: put a heading such as “## conclusions” before the first words"
        )
    texts: dict[str, str] = {}
    for section, words in zip(rest[::2], rest[1::2], strict=True):
        if section in texts:
            raise BadParagraphs(f"{name}: the section “{section}” comes twice")
        texts[section] = words
    return make_paragraphs(texts, name)


def pass_gate(section: str, text: str, gate: Gate | None) -> tuple[str, list[HeldWords]]:
    """Give the words that may be printed, and those that the gate holds, block by block.

    A block is what stands between empty lines. Without a gate all words are given as they are.
    """
    if gate is None:
        return text, []
    kept, held = [], []
    for block in re.split(r"\n[ \t]*\n", text):
        if not block.strip():
            continue
        answer = gate(block)
        if isinstance(answer, Held):
            reasons = tuple(dict.fromkeys(one.message for one in answer.reasons))
            held.append(HeldWords(section=section, text=block, reasons=reasons))
        else:
            kept.append(answer)
    return "\n\n".join(kept), held


def parse_words(text: str, prefix: str = "") -> tuple[Written | TableBlock, ...]:
    """Read Markdown as plain blocks: paragraphs, headings, list items, quotations, tables.

    HTML stays text, pictures become their words, and a link that leads elsewhere than to a web page
    or a mail address becomes plain words. `prefix` begins the ids of headings.
    """
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")
    return tuple(_blocks(parser.parse(text), prefix))


class _Place:
    """Where the reader of Markdown stands: in which lists, in how many quotations, under which token."""

    def __init__(self) -> None:
        self.lists: list[tuple[str, int]] = []
        self.quoted = self.headings = 0
        self.kind = "paragraph"

    def move(self, token: Token) -> None:
        """Step into or out of what a token opens or closes."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            start = int(token.attrs.get("start", 1)) - 1
            self.lists.append(("bullet" if token.type[0] == "b" else "numbered", start))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open":
            self.lists[-1] = (self.lists[-1][0], self.lists[-1][1] + 1)
        elif token.type in ("blockquote_open", "blockquote_close"):
            self.quoted += 1 if token.type.endswith("open") else -1
        elif token.type in ("heading_open", "paragraph_open"):
            self.kind = token.type.removesuffix("_open")

    def write(self, runs: tuple[Run, ...], prefix: str) -> Written:
        """Give words as the block that they are here."""
        if self.kind == "heading":
            self.headings += 1
            return Written(kind="heading", runs=runs, id=f"{prefix}-{self.headings}")
        if self.lists:
            kind, number = self.lists[-1]
            depth = len(self.lists)
            return Written(
                kind="bullet" if kind == "bullet" else "numbered",
                runs=runs,
                depth=depth,
                number=number,
            )
        return Written(kind="quotation" if self.quoted else "paragraph", runs=runs)


def _blocks(tokens: list[Token], prefix: str) -> Iterator[Written | TableBlock]:
    place = _Place()
    rows: list[list[str]] | None = None
    tables = 0
    for token in tokens:
        place.move(token)
        if token.type == "table_open":
            rows = []
        elif token.type == "table_close" and rows:
            tables += 1
            yield _table(rows, f"{prefix}-table-{tables}")
            rows = None
        elif rows is not None:
            _into_table(rows, token)
        elif token.type in ("fence", "code_block"):
            yield Written(kind="paragraph", runs=(Run(token.content.strip()),))
        elif token.type == "inline":
            yield place.write(tuple(_runs(token.children or [])), prefix)


def _into_table(rows: list[list[str]], token: Token) -> None:
    if token.type == "tr_open":
        rows.append([])
    elif token.type == "inline":
        rows[-1].append("".join(run.text for run in _runs(token.children or [])))


def _table(rows: list[list[str]], name: str) -> TableBlock:
    return TableBlock(
        id=name,
        label="",
        caption=rules().words["own_table"],
        headers=tuple(rows[0]),
        rows=tuple(tuple(Cell(text) for text in row) for row in rows[1:]),
    )


def _runs(tokens: list[Token]) -> Iterator[Run]:
    strong = emphasis = 0
    link = ""
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            strong += 1 if token.type.endswith("open") else -1
        elif token.type in ("em_open", "em_close"):
            emphasis += 1 if token.type.endswith("open") else -1
        elif token.type == "link_open":
            link = allowed(str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            link = ""
        elif token.type in ("softbreak", "hardbreak"):
            yield Run(" ")
        elif token.content:
            yield Run(token.content, bool(strong), bool(emphasis), link)


def allowed(address: str) -> str:
    """Give a link's address where it may be followed, else nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    fits = parts.scheme in SCHEMES and (parts.netloc or parts.scheme == "mailto")
    return address if fits else ""
