"""Runs of letters with their dress, and the cutting of a paragraph at its line breaks.

Authors put a heading and its text, or a whole list, into one paragraph with line breaks between.
`segments` cuts such a paragraph where the lines are of different kinds, and joins the rest.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from learnt.read.labels import split_label
from learnt.words import tidy


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one dress; `\\n` in `text` is a line break within the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 0.0
    colour: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a paragraph that stands for itself: its words and the dress of most letters."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 0.0
    colour: str = ""
    font: str = ""
    lead: str = ""
    """The bold words that open a segment whose other words are not bold."""


def segments(pieces: Iterable[Piece], *, each_line: bool = False) -> list[Segment]:
    """Give the parts of a paragraph; one where its line breaks only wrap its words.

    With `each_line` (in cells of tables) every line break ends a part.
    """
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        lines[-1].append(_with_text(piece, first))
        lines.extend([_with_text(piece, other)] for other in others)
    parts: list[list[Piece]] = []
    blank = True
    for line in lines:
        if not tidy("".join(piece.text for piece in line)):
            blank = True
            continue
        if not parts or blank or each_line or _breaks(parts[-1], line):
            parts.append(line)
        else:
            parts[-1] = [*parts[-1], Piece(" "), *line]
        blank = False
    return [summarise(part) for part in parts]


def summarise(pieces: Iterable[Piece]) -> Segment:
    """Give the text of `pieces` and what most of its letters look like."""
    pieces = [piece for piece in pieces if piece.text]
    weight = {piece: len(piece.text.replace(" ", "")) for piece in pieces}
    total = sum(len(piece.text.replace(" ", "")) for piece in pieces)
    solid = [piece for piece in pieces if any(letter.isalnum() for letter in piece.text)] or pieces
    most = max(solid, key=lambda piece: weight[piece], default=Piece(""))
    return Segment(
        text=tidy("".join(piece.text for piece in pieces)),
        bold=bool(total) and all(piece.bold for piece in solid),
        italic=bool(total) and all(piece.italic for piece in solid),
        underline=bool(total) and all(piece.underline for piece in solid),
        size=most.size,
        colour=most.colour,
        font=most.font,
        lead=_lead(solid),
    )


def _lead(pieces: list[Piece]) -> str:
    opening: list[str] = []
    for piece in pieces:
        if not piece.bold:
            return tidy("".join(opening))
        opening.append(piece.text)
    return ""


def _with_text(piece: Piece, text: str) -> Piece:
    return Piece(
        text, piece.bold, piece.italic, piece.underline, piece.size, piece.colour, piece.font
    )


def _breaks(before: list[Piece], line: list[Piece]) -> bool:
    """Whether `line` begins something new: another dress throughout, or a label."""
    above, below = summarise(before), summarise(line)
    if split_label(below.text)[0]:
        return True
    if (above.bold, above.underline) != (below.bold, below.underline):
        return above.bold or below.bold or above.underline or below.underline
    return above.text.endswith((".", ":", ";")) and below.text[:1].isupper()
