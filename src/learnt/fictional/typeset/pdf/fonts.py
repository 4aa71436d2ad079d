"""Fonts for the PDF typesetter: those of the machine, of ReportLab, or the standard ones.

The printed letters of Welsh (ŵ, ŷ) are in no standard font and not in ReportLab's Vera, so a face
that has them is looked for among the machine's; where there is none, the letters lose their roof.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

FOLDERS = (
    "/usr/share/fonts/truetype/liberation",
    "/usr/share/fonts/truetype/liberation2",
    "/usr/share/fonts/liberation",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/dejavu",
    "/usr/share/fonts/TTF",
    "/System/Library/Fonts/Supplemental",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
"""Where Debian, Fedora, Arch, macOS and Windows keep their common fonts (from memory, unverified)."""

_FACES = {
    "sans": (
        ("LiberationSans", "-Regular", "-Bold", "-Italic", "-BoldItalic"),
        ("DejaVuSansCondensed", "", "-Bold", "-Oblique", "-BoldOblique"),
        ("Arial", "", " Bold", " Italic", " Bold Italic"),
        ("Vera", "", "Bd", "It", "BI"),
    ),
    "serif": (
        ("LiberationSerif", "-Regular", "-Bold", "-Italic", "-BoldItalic"),
        ("DejaVuSerifCondensed", "", "-Bold", "-Italic", "-BoldItalic"),
        ("Times New Roman", "", " Bold", " Italic", " Bold Italic"),
    ),
}
_STANDARD = {"sans": "Helvetica", "serif": "Times-Roman"}
_ROOFLESS = str.maketrans("ŵŷŴŶẁẃẅỳ", "wyWYwwwy") | str.maketrans(
    {"☐": "[ ]", "✓": "*", "☑": "[x]", "☒": "[x]"}
)


STYLES: tuple[tuple[Literal[0, 1], Literal[0, 1]], ...] = ((0, 0), (1, 0), (0, 1), (1, 1))
"""Bold and italic of the four faces of a family, in the order of its files."""


@dataclass(frozen=True, slots=True)
class Face:
    """A registered family: its name for ReportLab, and the letters it has (None: WinAnsi only)."""

    name: str
    letters: frozenset[int] | None

    def clean(self, text: str) -> str:
        """Give `text` with letters that the face lacks replaced by their plainer likes."""
        if all(self._has(letter) for letter in text):
            return text
        plain = "".join(c if self._has(c) else c.translate(_ROOFLESS) for c in text)
        return "".join(c if self._has(c) else "?" for c in plain)

    def _has(self, letter: str) -> bool:
        if letter in "\n\xad" or ord(letter) < 127:
            return True
        if self.letters is not None:
            return ord(letter) in self.letters
        return bool(letter.encode("cp1252", "ignore"))


def choose_face(kind: str, text: str, turn: int) -> Face:
    """Give a face of `kind` (`serif`, `sans`) that has every letter of `text`.

    `turn` chooses among those that fit; without one the first of any kind.
    """
    faces = [*_installed(kind), Face(_STANDARD[kind], None)]
    letters = set(text)
    fitting = [face for face in faces if all(face._has(letter) for letter in letters)]
    return fitting[turn % len(fitting)] if fitting else faces[0]


@cache
def _installed(kind: str) -> tuple[Face, ...]:
    found = (_register(family, styles) for family, *styles in _FACES[kind])
    return tuple(face for face in found if face)


def _register(family: str, styles: list[str]) -> Face | None:
    files = [_find(f"{family}{style}.ttf") for style in styles]
    if any(file is None for file in files):
        return None
    try:
        fonts = [TTFont(f"{family}{i}", str(file)) for i, file in enumerate(files)]
    except TTFError:
        return None
    for i, font in enumerate(fonts):
        pdfmetrics.registerFont(font)
        addMapping(family, *STYLES[i], font.fontName)
    return Face(family, frozenset(fonts[0].face.charToGlyph))


def _find(name: str) -> str | None:
    if name.startswith("Vera"):
        return name
    for folder in FOLDERS:
        if (Path(folder) / name).is_file():
            return str(Path(folder) / name)
    return None
