"""Draws one page of a PDF, in a process of its own: `python -m learnt.web.curation.drawing`.

Reads an order as JSON from standard input: the file, the page (from 1), boxes in points, the target.
"""

import json
import sys

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from learnt.read.limits import Limits, confine_process

SCALE = 1.6
MARK = (255, 221, 0, 110)


def main() -> None:
    """Draw as ordered; any failure ends the process with a status that is not 0."""
    order = json.loads(sys.stdin.read())
    confine_process(Limits(seconds=15))
    with pdfium.PdfDocument(order["from"]) as document:
        image = document[order["page"] - 1].render(scale=SCALE).to_pil().convert("RGBA")
    layer = Image.new("RGBA", image.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for x0, top, x1, bottom in order["boxes"]:
        pen.rectangle([x0 * SCALE, top * SCALE, x1 * SCALE, bottom * SCALE], fill=MARK)
    Image.alpha_composite(image, layer).convert("RGB").save(order["to"], "PNG", optimize=True)


if __name__ == "__main__":
    main()
