"""A page's structure tags. They are a witness, not the truth: authors misuse them.

PDFium builds the tree anew for each page, but an element's way from the root (which child of which
child) is the same on every page, so it serves as the element's identity over the document.
"""

import ctypes
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

from learnt.read.pdf.calls import address, count_kids, element_kind, get_kid, kid_content_id
from learnt.read.pdf.ink import Tag

_DEEPEST, _MOST = 60, 20_000
Way = tuple[int, ...]


@dataclass(slots=True)
class TagReader:
    """Reads the tags of one document's pages and keeps the elements' keys."""

    keys: dict[Way, int] = field(default_factory=dict)

    def read(self, page: Any) -> tuple[Tag, ...]:
        """Give the tags that hold content of an open PDFium page, in the tree's order."""
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        if not tree:
            return ()
        try:
            return self._walk(tree)
        finally:
            pdfium.FPDF_StructTree_Close(tree)

    def _walk(self, tree: Any) -> tuple[Tag, ...]:
        tags: list[Tag] = []
        count = min(max(pdfium.FPDF_StructTree_CountChildren(tree), 0), _MOST)
        stack: list[tuple[int, Way, tuple[str, ...]]] = [
            (address(child), (index,), ())
            for index in range(count)
            if (child := pdfium.FPDF_StructTree_GetChildAtIndex(tree, index))
        ]
        stack.reverse()
        seen = 0
        while stack and seen < _MOST:
            seen += 1
            element, way, path = stack.pop()
            path = (*path, _role(element))
            children, mcids = _kids(element)
            if mcids:
                tags.append(self._tag(way, path, mcids))
            if len(way) < _DEEPEST:
                stack.extend((kid, (*way, index), path) for index, kid in reversed(children))
        return tuple(tags)

    def _tag(self, way: Way, path: tuple[str, ...], mcids: tuple[int, ...]) -> Tag:
        parents = tuple(self._key(way[:depth]) for depth in range(1, len(way)))
        return Tag(path[-1], path, self._key(way), parents, mcids)

    def _key(self, way: Way) -> int:
        return self.keys.setdefault(way, len(self.keys))


def _kids(element: int) -> tuple[list[tuple[int, int]], tuple[int, ...]]:
    children: list[tuple[int, int]] = []
    mcids: list[int] = []
    for index in range(min(max(count_kids(element), 0), _MOST)):
        mcid = kid_content_id(element, index)
        if mcid >= 0:
            mcids.append(mcid)
        elif child := get_kid(element, index):
            children.append((index, child))
    return children, tuple(mcids)


def _role(element: int) -> str:
    buffer = ctypes.create_string_buffer(128)
    length = element_kind(element, ctypes.addressof(buffer), 128)
    return buffer.raw[: min(length, 128)].decode("utf-16-le", "replace").rstrip("\0")
