"""Sets a scanned page upright: by the degree or two that it was laid askew, and by quarter turns.

Askew: projection profiles. The dark pixels are summed along lines of each angle; where the lines of
print lie along the angle, the sums change most from one to the next (Postl's criterion, as in
Leptonica's skew finder).
"""

import numpy as np
import numpy.typing as npt
from PIL import Image

from learnt.read.ocr.picture import Grey, Mask

WIDEST = 5.0
COARSE, FINE = 0.25, 0.02
LEAST = 0.03
"""Degrees: the widest angle looked for, the two steps of the search, and what is left as it is."""
AS_SHARP = 0.98
SAMPLE = 60_000
PROFILE_SIDE = 1200
TOO_FEW = 200


def find_dark(grey: Grey) -> Mask:
    """Mark the pixels of ink: those below Otsu's threshold (1979), which parts ink from paper best."""
    return np.asarray(grey <= min(_otsu(grey), 200))


def find_faint(grey: Grey) -> Mask:
    """Mark all that is no paper: ink, its soft rims, grey print and faint dust."""
    paper = int(np.percentile(grey[::8, ::8], 80))
    return np.asarray(grey < (paper + min(_otsu(grey), 200)) / 2)


def _otsu(grey: Grey) -> int:
    counts = np.bincount(grey.ravel()[:: max(1, grey.size // 2_000_000)], minlength=256)
    levels = np.arange(256)
    weight = np.cumsum(counts)
    total, mean = weight[-1], np.cumsum(counts * levels)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (mean[-1] * weight / total - mean) ** 2 / (weight * (total - weight))
    return int(np.nanargmax(between)) if np.isfinite(between).any() else 128


def find_skew(dark: Mask) -> float:
    """Give the degrees, anticlockwise, by which the page must be turned to lie straight."""
    step = max(1, max(dark.shape) // PROFILE_SIDE)
    rows, columns = np.nonzero(dark[::step, ::step])
    if len(rows) < TOO_FEW:
        return 0.0
    if len(rows) > SAMPLE:
        chosen = np.random.default_rng(0).choice(len(rows), SAMPLE, replace=False)
        rows, columns = rows[chosen], columns[chosen]
    rough = _sharpest(rows, columns, np.arange(-WIDEST, WIDEST + COARSE, COARSE))
    fine = _sharpest(rows, columns, np.arange(rough - COARSE, rough + COARSE, FINE))
    return 0.0 if abs(fine) < LEAST or abs(fine) >= WIDEST else -fine


def turn_straight(grey: Grey, degrees: float) -> Grey:
    """Turn the picture by `degrees` anticlockwise about its middle; paper fills the corners."""
    if not degrees:
        return grey
    paper = int(np.percentile(grey[::8, ::8], 90))
    image = Image.fromarray(grey).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=paper)
    return np.array(image, dtype=np.uint8)


def lies_sideways(dark: Mask) -> bool:
    """Whether the print seems to run up or down the page, by which way its profile is sharper."""
    step = max(1, max(dark.shape) // PROFILE_SIDE)
    rows, columns = np.nonzero(dark[::step, ::step])
    if len(rows) < TOO_FEW:
        return False
    return _sharpness(columns) > 1.5 * _sharpness(rows)


def _sharpest(
    rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64], angles: npt.NDArray[np.float64]
) -> float:
    """Give the angle (degrees up from level, along the print) whose profile is sharpest."""
    found = []
    for angle in angles:
        along = rows + columns * np.tan(np.radians(angle))
        found.append(_sharpness(np.rint(along - along.min()).astype(np.int64)))
    sharp = np.array(found)
    # Angles less than a pixel apart over a line are as good as each other: take their middle.
    return float(angles[sharp >= AS_SHARP * sharp.max()].mean())


def _sharpness(places: npt.NDArray[np.int64]) -> float:
    profile = np.bincount(places).astype(np.float64)
    return float(np.square(np.diff(profile)).sum()) / max(1, len(profile))
