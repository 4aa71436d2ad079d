"""Scanned PDFs: pages of the ReportLab PDF as pictures, slightly turned, speckled and blurred."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.pdf import typeset_pdf
from learnt.fictional.typeset.wording import subject

_POINTS = 72
_MOST_TURN = 0.7
_PAPER = [level * 248 // 255 for level in range(256)]
"""White paper is not quite white under the lamp."""
_NOISE = 2.5
"""Standard deviation of a pixel, in levels of 256."""
_DPI = (200, 240, 300)

Pixels = npt.NDArray[np.int16]


class _PictureFile(str):
    """A file's path that prints as its bare name.

    ReportLab derives an object's name from the printed path, and a temporary folder's would
    change the bytes of the PDF with each run.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return os.path.basename(self)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page's picture on disk, and the page's size in points."""

    file: Path
    size: tuple[float, float]


def typeset_scan(
    manuscript: Manuscript,
    path: Path,
    *,
    seed: int = 0,
    dpi: int | None = None,
    text_share: float = 0.0,
) -> None:
    """Write `manuscript` as a scan to `path`; the same seed gives the same bytes.

    `dpi` is drawn from the seed where None; `text_share` (0 to 1) of the pages keep their text,
    as where somebody put a scanned appendix behind a typed report. Pages are made one by one.
    """
    with tempfile.TemporaryDirectory(prefix="learnt-scan-") as name:
        folder = Path(name)
        printed = folder / "printed.pdf"
        typeset_pdf(manuscript, printed, seed=seed)
        pictures = photograph(printed, folder, seed=seed, dpi=dpi, text_share=text_share)
        with _binary_streams():
            if text_share:
                typeset_pdf(manuscript, path, seed=seed, canvas=_mixing_canvas(pictures))
            else:
                bind(manuscript, [picture for _, picture in sorted(pictures.items())], path)


def photograph(
    printed: Path, folder: Path, *, seed: int, dpi: int | None, text_share: float
) -> dict[int, Picture]:
    """Give the pictures, made in `folder`, of the pages of `printed` by number (from 1)."""
    draw = np.random.default_rng(seed)
    dots = dpi or int(draw.choice(_DPI))
    pictures: dict[int, Picture] = {}
    with pdfium.PdfDocument(printed) as document:
        dust = _make_dust(document[0], dots, draw)
        for index in range(round(len(document) * text_share), len(document)):
            page = document[index]
            clean = page.render(scale=dots / _POINTS, grayscale=True).to_pil()
            file = folder / f"{index + 1}.jpg"
            quality = int(draw.integers(60, 76))
            wear(clean, dust, draw).save(file, quality=quality, dpi=(dots, dots))
            pictures[index + 1] = Picture(file, page.get_size())
            page.close()
    return pictures


def bind(manuscript: Manuscript, pictures: list[Picture], path: Path) -> None:
    """Write a PDF of nothing but `pictures`, with the manuscript's properties."""
    canvas = Canvas(str(path), invariant=1, pageCompression=0)
    canvas.setTitle(manuscript.title)
    canvas.setSubject(subject(manuscript))
    canvas.setCreator("Scanner")
    for picture in pictures:
        canvas.setPageSize(picture.size)
        canvas.drawImage(_PictureFile(str(picture.file)), 0, 0, *picture.size)
        canvas.showPage()
    canvas.save()


@contextmanager
def _binary_streams() -> Iterator[None]:
    """Keep ReportLab from writing pictures as text, which makes them a quarter larger."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


def wear(clean: Image.Image, dust: Pixels, draw: np.random.Generator) -> Image.Image:
    """Turn, blur and speckle a page as glass, lamp and dust do."""
    turn = float(draw.uniform(-_MOST_TURN, _MOST_TURN))
    turned = clean.convert("L").rotate(turn, Image.Resampling.BILINEAR, fillcolor=255)
    blurred = turned.filter(ImageFilter.BoxBlur(float(draw.uniform(0.2, 0.6))))
    pixels = np.asarray(blurred.point(_PAPER)).astype(np.int16)
    start = int(draw.integers(0, len(dust) - pixels.size))
    pixels += dust[start : start + pixels.size].reshape(pixels.shape)
    _speckle(pixels, draw)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _make_dust(page: Any, dots: int, draw: np.random.Generator) -> Pixels:
    """Give noise for a page and a little more, so that each page takes it from another place."""
    width, height = (int(points * dots / _POINTS) + 2 for points in page.get_size())
    return draw.normal(0, _NOISE, width * (height + 300)).astype(np.int16)


def _speckle(pixels: Pixels, draw: np.random.Generator) -> None:
    height, width = pixels.shape
    for _ in range(int(draw.integers(40, 160))):
        y, x = int(draw.integers(0, height - 3)), int(draw.integers(0, width - 3))
        size = int(draw.integers(1, 4))
        pixels[y : y + size, x : x + size] = draw.integers(40, 160)


def _mixing_canvas(pictures: dict[int, Picture]) -> type[Canvas]:
    """Give a canvas that puts the picture in place of what was drawn on its page."""

    class MixingCanvas(Canvas):
        def showPage(self) -> None:  # noqa: N802
            """End the page; ReportLab's name."""
            picture = pictures.get(self.getPageNumber())
            if picture:
                own: Any = self
                own._code, own._annotationrefs = [], []
                own.init_graphics_state()
                self.drawImage(_PictureFile(str(picture.file)), 0, 0, *picture.size)
            super().showPage()

    return MixingCanvas
