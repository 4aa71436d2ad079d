"""Makes scans with known words: a page set with reportlab, pictured, turned, blurred and speckled."""

import io
from collections.abc import Sequence

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter
from reportlab.pdfgen.canvas import Canvas

A4 = (595.28, 841.89)


def typeset(
    lines: Sequence[tuple[float, float, str, str, float]], size: tuple[float, float] = A4
) -> bytes:
    """Give a one-page PDF with lines of (x, top of the line, text, font, size)."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size)
    for x, top, text, font, points in lines:
        canvas.setFont(font, points)
        canvas.drawString(x, size[1] - top - points, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture(pdf: bytes, page: int = 1, dpi: int = 200) -> Image.Image:
    """Give a page as a grey image."""
    with pdfium.PdfDocument(pdf) as document:
        drawn: Image.Image = document[page - 1].render(scale=dpi / 72, grayscale=True).to_pil()
        return drawn


def spoil(
    image: Image.Image, turn: float = 0.7, speckles: int = 150, seed: int = 1, quality: int = 60
) -> Image.Image:
    """Give the image as a tired scanner sees it: turned by degrees, blurred, noisy, speckled."""
    random = np.random.default_rng(seed)
    image = image.convert("L").rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
    image = image.filter(ImageFilter.GaussianBlur(0.7))
    pixels = np.asarray(image, dtype=np.float64)
    pixels = pixels * 0.86 + 22 + random.normal(0, 9, pixels.shape)
    height, width = pixels.shape
    for _ in range(speckles):
        y, x = int(random.integers(0, height - 3)), int(random.integers(0, width - 3))
        side = int(random.integers(1, 4))
        pixels[y : y + side, x : x + side] = random.integers(20, 110)
    grey = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    out = io.BytesIO()
    grey.save(out, "JPEG", quality=quality)
    return Image.open(io.BytesIO(out.getvalue()))


def bind(images: Sequence[Image.Image], dpi: int = 200) -> bytes:
    """Give the images as a PDF, one a page."""
    out = io.BytesIO()
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], resolution=dpi, quality=70)
    return out.getvalue()


def scan(pdf: bytes, turn: float = 0.7, dpi: int = 200, seed: int = 1) -> bytes:
    """Give every page of a PDF as a scan, turned a little more or less each."""
    with pdfium.PdfDocument(pdf) as document:
        count = len(document)
    turns = [turn * (1 if page % 2 else -1) for page in range(1, count + 1)]
    return bind(
        [
            spoil(picture(pdf, page, dpi), turns[page - 1], seed=seed + page)
            for page in range(1, count + 1)
        ],
        dpi,
    )
