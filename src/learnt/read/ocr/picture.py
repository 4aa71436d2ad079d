"""Pictures of pages: a grey array of bytes (0 black, 255 white) and its scale in pixels a point."""

import io
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from PIL import Image, ImageSequence, UnidentifiedImageError

from learnt.errors import Unreadable

Grey = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]

DPI = 200
"""Oversampling a 200 dpi scan to 300 dpi doubled the time and gained nothing when measured."""
MOST_PIXELS = 30_000_000
"""A page of A2 at 200 dpi has 15 million; the picture of a larger page is made coarser."""
FINEST = 300
MOST_FRAMES = 500
MOST_IMAGE_PIXELS = 200_000_000
LARGEST_SIDE = 2000.0
"""Points; an image file that does not tell its resolution is taken for a page of A4 width."""


@dataclass(frozen=True)
class Picture:
    """A page's picture; `scale` is pixels a point, `width` and `height` the page's in points."""

    grey: Grey
    scale: float
    width: float
    height: float


def picture_page(data: bytes, number: int, dpi: int = DPI) -> Picture:
    """Draw page `number` (from 1) of the PDF `data` as it is displayed, at most at `dpi`."""
    page = _open_pdf(data)[number - 1]
    try:
        width, height = page.get_size()
        scale = _bounded_scale(width, height, dpi / 72)
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        grey = np.array(bitmap.to_numpy().reshape(bitmap.height, bitmap.width), copy=True)
        bitmap.close()
    finally:
        page.close()
    return Picture(grey, scale, width, height)


def bind_images(data: bytes, name: str) -> bytes:
    """Give an image file as a PDF of pictures: one page, or as many as a TIFF has.

    Raises `Unreadable` where the file is damaged or its pictures are enormous.
    """
    out = io.BytesIO()
    with _open_image(data, name) as image:
        frames = itertools.islice(ImageSequence.Iterator(image), MOST_FRAMES)
        sheets = [_sheet(frame) for frame in frames]
        for number, (sheet, dpi) in enumerate(sheets):
            out.seek(0)
            sheet.save(out, "PDF", resolution=dpi, append=number > 0)
    return out.getvalue()


def _sheet(frame: Image.Image) -> tuple[Image.Image, float]:
    """Give a frame as a grey page, not too fine, and its dots per inch."""
    upright = _transposed(frame)
    dpi = _stated_dpi(frame, upright)
    shrink = min(1.0, FINEST / dpi, (MOST_PIXELS / (upright.width * upright.height)) ** 0.5)
    if shrink == 1.0:
        return upright, dpi
    size = max(1, round(upright.width * shrink)), max(1, round(upright.height * shrink))
    return upright.resize(size, Image.Resampling.LANCZOS), dpi * shrink


def _transposed(frame: Image.Image) -> Image.Image:
    """Turn a photograph as its camera says, lay it on white and take away its colours."""
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(frame)
    if "A" in upright.getbands() or "transparency" in upright.info:
        upright = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
    return upright.convert("L")


def _stated_dpi(frame: Image.Image, upright: Image.Image) -> float:
    stated = float(frame.info.get("dpi", (0, 0))[0] or 0)
    if 90 <= stated <= 1200 and max(upright.size) / stated * 72 <= LARGEST_SIDE:
        return stated
    return max(50.0, min(upright.size) / (595.28 / 72))


def _bounded_scale(width: float, height: float, scale: float) -> float:
    pixels = width * height * scale * scale
    return scale if pixels <= MOST_PIXELS else float(scale * (MOST_PIXELS / pixels) ** 0.5)


@lru_cache(maxsize=1)
def _open_pdf(data: bytes) -> Any:
    return pdfium.PdfDocument(data)


@contextmanager
def _open_image(data: bytes, name: str) -> Iterator[Image.Image]:
    previous, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, MOST_IMAGE_PIXELS // 2
    try:
        with Image.open(io.BytesIO(data)) as image:
            yield image
    except Image.DecompressionBombError:
        advice = "the image has too many pixels; save it smaller and try again"
        raise Unreadable(name, "too-large", advice) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        advice = f"the image is damaged ({error}); save it anew and try again"
        raise Unreadable(name, "damaged", " ".join(advice.split())) from None
    finally:
        Image.MAX_IMAGE_PIXELS = previous
