"""Word files by python-docx, with Word's own automatic numbers, footnotes, sections and fields."""

import io
import zipfile
from pathlib import Path
from random import Random

import docx

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.word.body import BodyMaker
from learnt.fictional.typeset.word.boxes import KINDS
from learnt.fictional.typeset.word.furniture import set_furniture, set_properties, set_styles
from learnt.fictional.typeset.word.notes import add_footnotes
from learnt.fictional.typeset.word.tables import TableLook

_TINTS = ("E7E6E6", "DBE5F1", "E6E0EC", "D9EFEC", "F4E1E8")
_EPOCH = (2020, 1, 1, 0, 0, 0)


def typeset_docx(manuscript: Manuscript, path: Path, *, seed: int = 0) -> None:
    """Write `manuscript` as a Word file to `path`; the same seed gives the same bytes."""
    draw = Random(f"word {seed}")  # nosec B311 # seeded on purpose, no secret
    document = docx.Document()
    ink = set_styles(document, manuscript, draw)
    set_furniture(document, manuscript, draw)
    set_properties(document, manuscript)
    body = document.element.body
    section = body.sectPr
    look = TableLook(draw.choice(_TINTS), ink, dark=draw.random() < 0.4)
    maker = BodyMaker(manuscript, section, look, draw.choice(KINDS))
    nodes = maker.make()
    body.remove(section)
    for node in nodes:
        body.append(node)
    maker.numbering.fill(document.part.numbering_part.element)
    add_footnotes(document, maker.notes)
    _save(document, path)


def _save(document: docx.document.Document, path: Path) -> None:
    """Save with fixed dates in the archive, so that the same content gives the same bytes."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
