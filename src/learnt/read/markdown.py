"""Reads Markdown by way of HTML, with the numbers of lists as they are printed in the file."""

import hashlib
import re
from collections.abc import Sequence

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from learnt.read.encoding import decode_text
from learnt.read.html import read_html
from learnt.read.labels import split_runs
from learnt.read.pipes import escape_surplus, find_table, split_cells, write_rows
from learnt.read.stacked import read_stacked
from learnt.read.tabs import find_tabbed, read_tabbed
from learnt.records import Document

_COUNTED = re.compile(r"[A-Z]{1,4}\d{1,3}[a-z]?[.:)]?|\d{1,3}(?:\.\d{1,3})*[a-z]?:?")
_LEAST_TOGETHER = 3
"""Labelled lines in a row from which each of them is known to be whole."""
MEDIA_TYPE = "text/markdown"


def read_markdown(data: bytes, name: str) -> Document:
    """Give the Markdown text `data` as a Document."""
    properties, lines = _front_matter(decode_text(data).split("\n"))
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse("\n".join(_mend_tables(lines)))
    _note_marks(tokens)
    page = parser.renderer.render(tokens, parser.options, {})
    document = read_html(f"<!doctype html><meta charset=utf-8>{page}".encode(), name)
    return msgspec.structs.replace(
        document,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        title=properties.get("title", ""),
        properties=properties,
    )


def _front_matter(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """Cut off the properties between two lines of `---` at the top, if any."""
    if (
        not lines
        or lines[0].strip() != "---"
        or "---" not in (line.strip() for line in lines[1:40])
    ):
        return {}, lines
    end = next(at for at, line in enumerate(lines) if at and line.strip() == "---")
    pairs = [line.partition(":") for line in lines[1:end]]
    found = {
        key.strip().casefold(): value.strip().strip("\"'") for key, mark, value in pairs if mark
    }
    return {key: value for key, value in found.items() if value}, lines[end + 1 :]


def _mend_tables(lines: Sequence[str]) -> list[str]:
    """Write tables so that the parser sees them: careless ones, and those copied without pipes."""
    mended: list[str] = []
    at = 0
    while at < len(lines):
        table, end = _table(lines, at)
        if table:
            mended.extend(("", *table, ""))
        elif end == at:
            mended.append(lines[at])
            end = at + 1
        at = end
    return _part_labelled(mended)


def _table(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """The table that begins at `at`, written with pipes, and the line after it; or nothing."""
    end = find_table(lines, at)
    if end > at:
        columns = len(split_cells(lines[at]))
        body = [escape_surplus(line, columns) for line in lines[at + 2 : end]]
        return [*lines[at : at + 2], *body], end
    if not lines[at].strip() or (at and lines[at - 1].strip()):
        return [], at
    end = find_tabbed(lines, at)
    if end > at:
        return write_rows(read_tabbed(lines[at:end])), end
    rows, end = read_stacked(lines, at)
    return (write_rows(rows), end) if rows else ([], at)


def _part_labelled(lines: Sequence[str]) -> list[str]:
    """Part lines that open with labels that count on (`R1 ...`, `8.2 ...`), which Markdown joins."""
    parted: list[str] = []
    together = 0
    for line, (label, _) in zip(lines, split_runs(lines), strict=True):
        counted = bool(_COUNTED.fullmatch(label)) and not line.startswith((" ", "\t"))
        if counted or (together >= _LEAST_TOGETHER and line[:1].isupper()):
            parted.append("")
        together = together + 1 if counted else 0
        parted.append(line)
    return parted


def _note_marks(tokens: Sequence[Token]) -> None:
    """Keep each item's printed mark, which Markdown would count anew (`1.`, `3.`, `7)`)."""
    for token in tokens:
        if token.type == "list_item_open" and token.info:
            token.attrSet("data-mark", f"{token.info}{token.markup}")
