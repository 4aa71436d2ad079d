"""The agencies on the review's panel: from its table, else its list."""

import re
from collections.abc import Iterator, Sequence

from learnt.agencies import is_body, split_bodies
from learnt.extract.metadata.found import Value
from learnt.extract.metadata.rules import either, rules
from learnt.records import Block, Document, Evidence
from learnt.words import fold, fold_quotes, tidy

FAR = 6
"""Blocks between the heading and the panel's table or list."""
_PARTS = re.compile(r"\s*(?:[,;(]|\s[–—-]\s)\s*")


def find_panel(documents: Sequence[Document]) -> Value[tuple[str, ...]] | None:
    """Give the agencies on the panel as printed, in order, none twice; from the first document that tells."""
    for document in documents:
        for index, block in enumerate(document.blocks):
            if block.kind != "table" and _is_heading(block):
                found = _below(document, index)
                if found:
                    return found
    return None


def _is_heading(block: Block) -> bool:
    short = block.kind == "heading" or len(block.text) < 60 or block.text.endswith(":")
    return short and bool(either(rules().panel.headings).fullmatch(fold_quotes(block.text)))


def _below(document: Document, index: int) -> Value[tuple[str, ...]] | None:
    below = document.blocks[index + 1 : index + 1 + FAR]
    for block in below:
        if block.kind == "table":
            names = _in_table(block)
            return _value(document, block, names) if names else None
        if block.kind == "heading" and not _is_heading(block):
            break
    names = list(_in_list(document.blocks[index + 1 : index + 60]))
    return _value(document, document.blocks[index], names) if len(names) > 1 else None


def _value(document: Document, block: Block, names: Sequence[str]) -> Value[tuple[str, ...]]:
    once = {fold(name): name for name in reversed(names)}
    ordered = tuple(once[key] for key in dict.fromkeys(map(fold, names)))
    quote = "; ".join(ordered)
    evidence = Evidence(document.name, block.page or None, block.box, quote, "panel")
    return Value(ordered, evidence)


def _in_table(table: Block) -> list[str]:
    """Give the column of agencies: by its head, else the column of which most cells are bodies."""
    rows = [row for row in table.rows if not row.spans_all]
    if not rows:
        return []
    head = either(rules().panel.columns)
    for index, text in enumerate(rows[0].texts):
        if head.fullmatch(tidy(text).strip(" :")):
            return [tidy(row.texts[index]) for row in rows[1:] if tidy(row.texts[index])]
    columns = [[tidy(row.texts[i]) for row in rows] for i in range(len(rows[0].texts))]
    best = max(columns, key=lambda cells: sum(map(is_body, cells)))
    return [text for text in best if is_body(text)] if sum(map(is_body, best)) > 1 else []


def _in_list(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the agency of each item or line ("Jordan Vale, Head of Service, Eastmoor Council")."""
    seen = False
    for block in blocks:
        if block.kind in ("heading", "table") or (seen and block.kind != "item"):
            return
        lines = block.text.split("\n") if block.kind == "item" or len(block.text) < 160 else []
        for line in lines:
            name = _agency(tidy(line))
            if name and (block.kind == "item" or len(lines) > 1):
                seen = True
                yield name


def _agency(line: str) -> str:
    """Give the last part of a line that is a body's name, with a department printed after it."""
    if is_body(line):
        return line.rstrip(" .;,")
    cuts = [0, *[m.end() for m in _PARTS.finditer(line)]]
    for start in cuts:
        rest = line[start:].strip(" .;,)")
        if rest and is_body(rest) and len(split_bodies(rest)) == 1:
            return rest
    parts = [part.strip(" .)") for part in _PARTS.split(line)]
    return next((part for part in reversed(parts) if is_body(part)), "")
