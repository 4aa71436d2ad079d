"""How a PDF looks: faces, colours and places of furniture, drawn from the seed."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.fonts import tt2ps
from reportlab.lib.styles import ParagraphStyle

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.pdf.fonts import STYLES, Face, choose_face

_INKS = ("#000000", "#1f3864", "#4b2e6f", "#00594f", "#7a1f3d", "#005a9c")
_TINTS = ("#e7e6e6", "#dbe5f1", "#e6e0ec", "#d9efec", "#f4e1e8", "#deebf7")
MARGIN = 62.0
"""Points from the paper's edge to the text at the sides (22 mm)."""
HANG = 40.0
"""Points between the margin, where paragraph numbers stand, and the text."""
STEP = 18.0
"""Points that each level of a list moves in."""


@dataclass(frozen=True, slots=True)
class Look:
    """The choices that make one report look unlike the next."""

    face: Face
    size: float
    ink: Color
    tint: Color
    align: Literal[0, 1, 2, 4]
    leading: float
    hyphenated: bool
    page_place: Literal["left", "centre", "right", "outer", "top"]
    header_rule: bool
    first_page_bare: bool
    outline: bool
    header_dark: bool
    closed_breaks: bool
    title_drop: float

    @property
    def bold(self) -> str:
        """The bold of the face."""
        return _variant(self.face.name, 1)

    @property
    def italic(self) -> str:
        """The italic of the face."""
        return _variant(self.face.name, 2)

    def style(
        self,
        size: float = 0.0,
        *,
        bold: bool = False,
        italic: bool = False,
        colour: Color | None = None,
        align: Literal[0, 1, 2, 4] | None = None,
        left: float = 0.0,
        hang: float = 0.0,
        before: float = 0.0,
        after: float = 0.0,
    ) -> ParagraphStyle:
        """Give a paragraph style; sizes and spaces in points, 0 for the text's own size."""
        size = size or self.size
        leading = size * (self.leading if size < 16 else 1.15)
        return ParagraphStyle(
            "text",
            fontName=_variant(self.face.name, bold + 2 * italic),
            bulletFontName=_variant(self.face.name, bold + 2 * italic),
            fontSize=size,
            bulletFontSize=size,
            leading=leading,
            alignment=self.align if align is None else align,
            leftIndent=left,
            bulletIndent=left - hang,
            spaceBefore=before,
            spaceAfter=after,
            textColor=colour or HexColor("#000000"),
            embeddedHyphenation=1 if self.hyphenated else 0,
            allowWidows=0,
            allowOrphans=0,
        )

    def centred(self, size: float = 0.0, *, bold: bool = False) -> ParagraphStyle:
        """Give the style of a centred line."""
        return self.style(size, bold=bold, align=TA_CENTER, after=(size or self.size) * 0.8)


def choose_look(manuscript: Manuscript, letters: str, seed: int) -> Look:
    """Draw a look from `seed` that fits the manuscript's own wishes and its `letters`."""
    draw = Random(f"look {seed}")  # nosec B311 # seeded on purpose, no secret
    ink = draw.randrange(len(_INKS))
    return Look(
        face=choose_face(manuscript.font, letters, draw.randrange(4)),
        size=manuscript.size,
        ink=HexColor(_INKS[ink]),
        tint=HexColor(_TINTS[ink]),
        align=TA_JUSTIFY if manuscript.justified else TA_LEFT,
        leading=draw.choice((1.2, 1.25, 1.35)),
        hyphenated=manuscript.hyphenated,
        page_place=draw.choice(("left", "centre", "right", "outer", "top")),
        header_rule=draw.random() < 0.5,
        first_page_bare=draw.random() < 0.7,
        outline=draw.random() < 0.5,
        header_dark=draw.random() < 0.4,
        closed_breaks=draw.random() < 0.6,
        title_drop=draw.choice((0.0, 60.0, 140.0, 220.0)),
    )


def _variant(name: str, style: int) -> str:
    return tt2ps(name, *STYLES[style])
