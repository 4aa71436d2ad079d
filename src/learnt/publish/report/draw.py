"""Draws a Vega-Lite specification: SVG for HTML and PDF, PNG for Word. The same input, the same bytes."""

import json
from functools import lru_cache
from typing import Any

import vl_convert

KEPT = 128
"""Drawings that are kept, as HTML, PDF and Word of one report draw the same."""
PNG_SCALE = 2.0


def to_svg(spec: dict[str, Any]) -> str:
    """Draw a specification as SVG text."""
    return _svg(json.dumps(spec, sort_keys=True))


def to_png(spec: dict[str, Any], *, scale: float = PNG_SCALE) -> bytes:
    """Draw a specification as PNG, `scale` times its size in pixels."""
    return _png(json.dumps(spec, sort_keys=True), scale)


@lru_cache(KEPT)
def _svg(spec: str) -> str:
    drawn: str = vl_convert.vegalite_to_svg(spec)
    return drawn


@lru_cache(KEPT)
def _png(spec: str, scale: float) -> bytes:
    drawn: bytes = vl_convert.vegalite_to_png(spec, scale=scale)
    return drawn
