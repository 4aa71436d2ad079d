"""Reads Markdown by way of HTML, with the numbers of lists as they are printed in the file."""

import hashlib
from collections.abc import Sequence

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from learnt.read.encoding import decode_text
from learnt.read.html import read_html
from learnt.read.pipes import escape_surplus, find_table, split_cells
from learnt.records import Document

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
    mended: list[str] = []
    at = 0
    while at < len(lines):
        end = find_table(lines, at)
        if end == at:
            mended.append(lines[at])
            at += 1
            continue
        columns = len(split_cells(lines[at]))
        mended.extend(("", *lines[at : at + 2]))
        mended.extend(escape_surplus(line, columns) for line in lines[at + 2 : end])
        at = end
    return mended


def _note_marks(tokens: Sequence[Token]) -> None:
    """Keep each item's printed mark, which Markdown would count anew (`1.`, `3.`, `7)`)."""
    for token in tokens:
        if token.type == "list_item_open" and token.info:
            token.attrSet("data-mark", f"{token.info}{token.markup}")
