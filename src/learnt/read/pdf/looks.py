"""The font, size, weight and colour of a page's characters, and how the page marks them.

All characters of a text object look alike. Some engines make an object of each letter, so what many
objects share is worked out once.
"""

import ctypes
import math
import re
from dataclasses import dataclass
from typing import Any

from learnt.read.pdf.calls import (
    char_matrix,
    count_marks,
    fill_colour,
    font_flags,
    font_name,
    font_of,
    font_size,
    font_weight,
    get_mark,
    mark_name,
    mark_text,
    marked_content_id,
    render_mode,
)
from learnt.read.pdf.space import Matrix, multiply

_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b", re.IGNORECASE)
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_FORCE_BOLD, _ITALIC_FLAG = 1 << 18, 1 << 6
_BOLD_WEIGHT = 600
_NO_OBJECT = -2
"""Stands for the render mode, -1 to 7, of a character that PDFium made up."""
Font = tuple[str, bool, bool]
"""Its name, and whether it is bold and italic."""
Given = tuple[float, tuple[float, ...], Font, int, tuple[int, ...], int, str]
"""What PDFium says of an object: size, matrix, font, render mode, colour, content id, artifact."""


@dataclass(frozen=True, slots=True)
class Look:
    """What all characters of one text object share."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: str
    mcid: int
    artifact: str
    angle: int


class LookReader:
    """Reads the looks of one open text page's objects."""

    def __init__(self, text_page: int, matrix: Matrix) -> None:
        self.page = text_page
        self.turn: Matrix = (*matrix[:4], 0.0, 0.0)
        self.by_object: dict[int, Look] = {}
        self.made: dict[Given, Look] = {}
        self.fonts: dict[int, Font] = {}
        self.raw = (ctypes.c_float * 6)()
        self.raw_at = ctypes.addressof(self.raw)
        self.rgba = (ctypes.c_uint * 4)()
        self.rgba_at = ctypes.addressof(self.rgba)

    def look(self, handle: int, index: int) -> Look:
        """Give the look of object `handle` (0: none), to which character `index` belongs."""
        found = self.by_object.get(handle)
        if found is None:
            given = self._given(handle, index)
            found = self.made.get(given)
            if found is None:
                found = self.made[given] = self._make(given)
            self.by_object[handle] = found
        return found

    def _given(self, handle: int, index: int) -> Given:
        char_matrix(self.page, index, self.raw_at)
        size, matrix = font_size(self.page, index), tuple(self.raw)[:4]
        if not handle:
            return size, matrix, ("", False, False), _NO_OBJECT, (), -1, ""
        mcid = marked_content_id(handle)
        return (
            size,
            matrix,
            self._font(handle),
            render_mode(handle),
            self._fill(handle),
            mcid,
            "" if mcid >= 0 else _artifact(handle),
        )

    def _make(self, given: Given) -> Look:
        size, (a, b, c, d), (font, bold, italic), mode, rgb, mcid, artifact = given
        right, down, c, d, _, _ = multiply((a, b, c, d, 0.0, 0.0), self.turn)
        size = round(size * math.hypot(c, d), 2)
        angle = round(math.degrees(math.atan2(down, right))) % 360
        # Render mode 2 fills and strokes: how engines fake a bold that the font lacks.
        bold = bold or mode == 2
        slanted = c != 0.0 and d != 0.0 and angle == 0 and abs(c / d) > 0.1
        italic = italic or (slanted and mode != _NO_OBJECT)
        colour = "#" + "".join(f"{part:02x}" for part in rgb) if rgb else ""
        return Look(font, size, bold, italic, colour, mcid, artifact, angle)

    def _fill(self, handle: int) -> tuple[int, ...]:
        at = self.rgba_at
        if not fill_colour(handle, at, at + 4, at + 8, at + 12):
            return ()
        return tuple(self.rgba)[:3]

    def _font(self, handle: int) -> tuple[str, bool, bool]:
        font = font_of(handle)
        if not font:
            return "", False, False
        if font not in self.fonts:
            raw = _name_of(font)
            name = _SUBSET.sub("", raw.split(b"\0")[0].decode("utf-8", "replace"))
            flags = max(font_flags(font), 0)
            heavy = font_weight(font) >= _BOLD_WEIGHT
            self.fonts[font] = (
                name,
                bool(_BOLD.search(name)) or bool(flags & _FORCE_BOLD) or heavy,
                bool(_ITALIC.search(name)) or bool(flags & _ITALIC_FLAG),
            )
        return self.fonts[font]


def _name_of(font: int) -> bytes:
    length = font_name(font, None, 0)
    if length <= 0:
        return b""
    buffer = ctypes.create_string_buffer(length)
    font_name(font, ctypes.addressof(buffer), length)
    return buffer.raw[:length]


def _artifact(handle: int) -> str:
    """Give the subtype of the artifact that the object is marked as (`Header`), or `Artifact`."""
    for index in range(max(count_marks(handle), 0)):
        mark = get_mark(handle, index)
        name = _mark_text(mark_name, mark)
        if name == "Artifact":
            return _mark_text(mark_text, mark, b"Subtype") or name
    return ""


def _mark_text(call: Any, *handles: Any) -> str:
    buffer, length = (ctypes.c_ushort * 64)(), ctypes.c_ulong()
    size = ctypes.sizeof(buffer)
    if not call(*handles, ctypes.addressof(buffer), size, ctypes.addressof(length)):
        return ""
    return bytes(buffer)[: min(length.value, 128)].decode("utf-16-le", "replace").rstrip("\0")
