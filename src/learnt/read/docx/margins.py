"""Sets apart what stands beside a Word file's text: running headers and footers, notes."""

import re
from collections.abc import Iterator

from lxml import etree

from learnt.read.docx.body import Context
from learnt.read.docx.package import MC, W, attribute
from learnt.read.docx.text import Reader
from learnt.read.numerals import roman
from learnt.records import Furniture, FurnitureKind
from learnt.words import tidy

_PAGE_WORDS = re.compile(r"(?:page|tudalen|p\.?|of|o|\W|\d)*", re.IGNORECASE)


def headers_and_footers(context: Context) -> Iterator[Furniture]:
    """Give each different line of the running headers and footers once."""
    seen: set[tuple[str, str]] = set()
    kinds: tuple[FurnitureKind, ...] = ("header", "footer")
    for kind in kinds:
        for root in context.package.related(kind):
            for text, is_number in _lines(context, root):
                if (kind, text) not in seen:
                    seen.add((kind, text))
                    yield Furniture("page-number" if is_number else kind, text)


def notes(context: Context) -> Iterator[Furniture]:
    """Give the footnotes and endnotes that the text refers to, numbered in that order."""
    for kind in ("footnote", "endnote"):
        texts = {
            attribute(note, "id"): _note_text(context, note)
            for root in context.package.related(f"{kind}s")
            for note in root.findall(W + kind)
        }
        used = [(identity, page) for found, identity, page in context.notes if found == kind]
        for count, (identity, page) in enumerate(used, start=1):
            number = str(count) if kind == "footnote" else roman(count)
            if texts.get(identity):
                yield Furniture("footnote", texts[identity], page=page, number=number)


def _lines(context: Context, root: etree._Element) -> Iterator[tuple[str, bool]]:
    reader = Reader(context.styles)
    for paragraph in root.iter(f"{W}p"):
        if next(paragraph.iterancestors(f"{MC}Fallback"), None) is not None:
            continue
        walk = reader.walk(paragraph)
        text = tidy(walk.text)
        if text:
            yield text, walk.page_field and bool(_PAGE_WORDS.fullmatch(text))


def _note_text(context: Context, note: etree._Element) -> str:
    reader = Reader(context.styles)
    return tidy(" ".join(reader.walk(paragraph).text for paragraph in note.iter(f"{W}p")))
