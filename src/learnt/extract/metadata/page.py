"""What a library's page about a review adds: its summary and the address of the report."""

import re
from collections.abc import Sequence

from learnt.extract.metadata.found import Value
from learnt.extract.metadata.lines import Line
from learnt.extract.metadata.rules import either, rules
from learnt.records import Document, Evidence
from learnt.words import fold_quotes

_ADDRESS = re.compile(r"https?://[^\s<>()\"']+[^\s<>()\"'.,;]")
LONGEST_SUMMARY = 12
"""Paragraphs of the longest summary."""


def is_page(lines: Sequence[Line]) -> bool:
    """Whether a document is a page about a review rather than the review."""
    marks = either(rules().page.marks)
    told = {m.group().casefold() for line in lines[:40] for m in marks.finditer(line.text)}
    return len(told) >= 2


def find_summary(lines: Sequence[Line]) -> Value[str] | None:
    """Give the summary of a library's page; a report's own chapters are no such summary."""
    if not is_page(lines):
        return None
    heads = either(rules().page.summaries)
    for at, line in enumerate(lines):
        if heads.fullmatch(line.text.strip(" :")):
            body: list[str] = []
            for below in lines[at + 1 : at + 1 + LONGEST_SUMMARY]:
                if below.block.kind == "heading" or either(rules().page.marks).match(below.text):
                    break
                body.append(below.text)
            if body:
                return Value("\n".join(body), lines[at + 1].evidence("summary", body[0]))
    return None


def find_source(documents: Sequence[Document], lines: Sequence[Line]) -> Value[str] | None:
    """Give the address that the document prints as its own or its report's."""
    links = either(rules().page.links)
    for line in lines:
        match = _ADDRESS.search(line.text)
        if (
            match
            and (line.front or "available at" in line.text)
            and links.search(fold_quotes(line.text))
        ):
            return Value(match.group(), line.evidence("source-line"))
    for document in documents:
        for key in ("source_url", "source", "url"):
            if _ADDRESS.fullmatch(document.properties.get(key, "")):
                address = document.properties[key]
                return Value(
                    address, Evidence(document.name, None, None, address, "source-property")
                )
        for piece in document.furniture:
            match = _ADDRESS.search(piece.text) if piece.kind == "browser" else None
            if match and "…" not in piece.text:
                place = Evidence(
                    document.name, piece.page or None, piece.box, piece.text, "source-browser"
                )
                return Value(match.group(), place)
    return None
