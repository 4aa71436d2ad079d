"""Reads Word files (.docx, .docm, .dotx), with the numbers that Word draws but does not store."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from learnt.read.docx.body import start
from learnt.read.docx.flow import read_container
from learnt.read.docx.margins import headers_and_footers, notes
from learnt.read.docx.package import W, open_package
from learnt.read.drafts import Draft, contents_apart, finish
from learnt.read.labels import is_item_label
from learnt.records import Document, Furniture

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_docx(data: bytes, name: str) -> Document:
    """Give the Word file `data` as a Document; raises `Unreadable` (damaged, too-large, encrypted)."""
    package = open_package(data, name)
    context = start(package)
    body = package.main.find(f"{W}body")
    if body is not None:
        read_container(context, body)
    drafts, contents = contents_apart(context.drafts)
    furniture = [*context.furniture, *contents, *notes(context), *headers_and_footers(context)]
    properties = package.properties()
    changed = sum(1 for _ in package.main.iter(f"{W}del", f"{W}ins", f"{W}moveFrom"))
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        pages=context.pages.now,
        title=properties.get("title", ""),
        properties=properties,
        blocks=finish(_nest(drafts)),
        furniture=_in_page_order(furniture),
        warnings=("tracked changes were taken as accepted",) if changed else (),
    )


def _nest(drafts: Sequence[Draft]) -> list[Draft]:
    """Nest list items by their indent (and level) under the items before them."""
    nested: list[Draft] = []
    open_items: list[tuple[float, int]] = []
    for draft in drafts:
        is_item = bool(draft.number) and is_item_label(draft.number) and draft.kind != "heading"
        if is_item:
            place = (draft.indent, draft.nesting)
            while open_items and open_items[-1] >= place:
                open_items.pop()
            draft = replace(draft, nesting=len(open_items))
            open_items.append(place)
        elif draft.kind == "heading" or draft.rows or draft.number or not draft.indent:
            open_items = []
        nested.append(draft)
    return nested


def _in_page_order(furniture: Sequence[Furniture]) -> tuple[Furniture, ...]:
    return tuple(sorted(furniture, key=lambda item: item.page))
