"""Pictures of a report's pages, with the words that were taken from them marked.

A report is untrusted: its pages are drawn by a process of their own with limits of time and memory
(`drawing`), and the picture is kept under the report's hash. Pictures
show everything a report names; only signed-in people of its partnership see them.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings

from learnt.records import Box, Evidence
from learnt.web.curation.models import SourceFile

SECONDS = 20
PDF = "application/pdf"


def page_picture(file: SourceFile, page: int, boxes: Sequence[Box] = ()) -> bytes | None:
    """Give a page as PNG with `boxes` (in points from its top left) marked; None if it has no picture."""
    if file.media_type != PDF or page < 1:
        return None
    kept = folder_of(file) / f"{page}-{_mark_of(boxes)}.png"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        partial = kept.with_name(f".{kept.name}.{os.getpid()}.part")
        order = {"page": page, "boxes": [list(box) for box in boxes], "to": str(partial)}
        order["from"] = str(Path(settings.MEDIA_ROOT) / file.path)
        if not _draw_apart(order):
            partial.unlink(missing_ok=True)
            return None
        partial.replace(kept)
    return kept.read_bytes()


def folder_of(file: SourceFile) -> Path:
    """Give the folder that holds the pictures of a report; a takedown empties it."""
    return Path(settings.MEDIA_ROOT).parent / "pictures" / file.sha256


def boxes_on(evidence: Sequence[Evidence], document: str, page: int) -> list[Box]:
    """Give the boxes that evidence names on a page."""
    return [e.box for e in evidence if e.box and e.document == document and e.page == page]


def _mark_of(boxes: Sequence[Box]) -> str:
    return "_".join("x".join(str(round(edge)) for edge in box) for box in boxes)[:100] or "plain"


def _draw_apart(order: dict[str, object]) -> bool:
    command = [sys.executable, "-m", "learnt.web.curation.drawing"]
    environment = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "PYTHONPATH")}
    try:
        done = subprocess.run(
            command,
            input=json.dumps(order),
            text=True,
            timeout=SECONDS,
            capture_output=True,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
