"""Scanned PDFs: pages of the ReportLab PDF as pictures, slightly turned, speckled and blurred."""

import io
import tempfile
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.pdf import typeset_pdf

_POINTS = 72
_MOST_TURN = 0.7
_PAPER = 248
_DPI = (200, 240, 300)


def typeset_scan(
    manuscript: Manuscript,
    path: Path,
    *,
    seed: int = 0,
    dpi: int | None = None,
    text_share: float = 0.0,
) -> None:
    """Write `manuscript` as a scan to `path`; the same seed gives the same pictures.

    `dpi` is drawn from the seed where None; `text_share` (0 to 1) of the pages keep their text,
    as where somebody put a scanned appendix behind a typed report. Pages are made one by one.
    """
    with tempfile.TemporaryDirectory(prefix="learnt-scan-") as folder:
        printed = Path(folder) / "printed.pdf"
        typeset_pdf(manuscript, printed, seed=seed)
        scan_pdf(printed, path, seed=seed, dpi=dpi, text_share=text_share)


def scan_pdf(
    source: Path, path: Path, *, seed: int = 0, dpi: int | None = None, text_share: float = 0.0
) -> None:
    """Write the PDF `source` as a scan to `path`, with the choices of `typeset_scan`."""
    draw = np.random.default_rng(seed)
    dots = dpi or int(draw.choice(_DPI))
    with pdfium.PdfDocument(source) as printed, pdfium.PdfDocument.new() as scanned:
        typed = round(len(printed) * text_share)
        if typed:
            scanned.import_pages(printed, list(range(typed)))
        for index in range(typed, len(printed)):
            page = printed[index]
            picture = _wear(page.render(scale=dots / _POINTS, grayscale=True).to_pil(), draw)
            _add_picture(scanned, picture, page.get_size(), int(draw.integers(60, 76)))
            page.close()
        scanned.save(path)


def _wear(picture: Image.Image, draw: np.random.Generator) -> Image.Image:
    """Turn, blur and speckle a page as glass, lamp and dust do."""
    turn = float(draw.uniform(-_MOST_TURN, _MOST_TURN))
    turned = picture.convert("L").rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
    blurred = turned.filter(ImageFilter.GaussianBlur(float(draw.uniform(0.3, 0.7))))
    pixels = np.asarray(blurred, dtype=np.int16) * _PAPER // 255
    pixels += draw.integers(-7, 8, pixels.shape, dtype=np.int16)
    _speckle(pixels, draw)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _speckle(pixels: np.ndarray, draw: np.random.Generator) -> None:
    height, width = pixels.shape
    for _ in range(int(draw.integers(40, 160))):
        y, x = int(draw.integers(0, height - 3)), int(draw.integers(0, width - 3))
        size = int(draw.integers(1, 4))
        pixels[y : y + size, x : x + size] = draw.integers(40, 160)


def _add_picture(
    scanned: pdfium.PdfDocument, picture: Image.Image, size: tuple[float, float], quality: int
) -> None:
    """Add a page of `size` points that shows `picture`."""
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=quality)
    packed.seek(0)
    page = scanned.new_page(*size)
    image = pdfium.PdfImage.new(scanned)
    image.load_jpeg(packed, inline=True)
    image.set_matrix(pdfium.PdfMatrix().scale(*size))
    page.insert_obj(image)
    page.gen_content()
    page.close()
