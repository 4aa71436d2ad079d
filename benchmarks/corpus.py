"""The fictional reviews to measure on: written once into a folder, then read as cases."""

import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from learnt.records import Review

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "build" / "bench"
TRUTH = "truth.json"
Size = Literal["brief", "full"]


BENCHED = ("pdf", "pdf-office", "pdf-browser", "docx", "html", "md", "txt", "scan-200")
"""The formats that the bench reads: three engines of PDF, what people type, and scans at 200 dpi."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which reviews to write: how many of each layout, and in which formats (all if empty)."""

    each: int = 1
    seed: int = 1
    layouts: Sequence[str] = ()
    formats: Sequence[str] = ()
    size: Size = "full"
    """How long born-digital reviews are; scanned ones are always brief."""


@dataclass(frozen=True, slots=True)
class Case:
    """The documents of one review in one layout and format, with the true answer."""

    name: str
    layout: str
    format: str
    paths: tuple[Path, ...]
    truth: Review


def write_corpus(wanted: Wanted) -> list[Path]:
    """Write the reviews that are not there yet and give the folders, one a layout and format.

    A review is the same whatever else is asked for, and is written anew when the writer's code changes.
    """
    from learnt.fictional.generate import write_reviews
    from learnt.fictional.layouts import all_layouts

    print_of_code = _fingerprint()
    for old in CACHE.glob("fictional-*"):
        if old.name != f"fictional-{print_of_code}":
            shutil.rmtree(old, ignore_errors=True)
    folders = []
    for place, layout in enumerate(all_layouts()):
        if wanted.layouts and layout not in wanted.layouts:
            continue
        for form in wanted.formats or available_formats():
            size: Size = "brief" if is_scan(form) else wanted.size
            key = f"{layout}-{form}-{size}-{wanted.each}-{wanted.seed}"
            folder = CACHE / f"fictional-{print_of_code}" / key
            if not (folder / ".done").exists():
                shutil.rmtree(folder, ignore_errors=True)
                folder.mkdir(parents=True)
                seed = wanted.seed * 1000 + place
                write_reviews(wanted.each, seed, folder, [form], [layout], size)
                (folder / ".done").touch()
            folders.append(folder)
    return folders


def is_scan(form: str) -> bool:
    """Whether a format is one of scanned pages."""
    return "scan" in form


def available_formats() -> list[str]:
    """Give the formats of the bench that this machine can write."""
    from learnt.fictional.typeset import FORMATS

    return [form for form in BENCHED if FORMATS[form].available() is None]


def _fingerprint() -> str:
    """Give a short hash of the code and lists that write fictional reviews."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "src" / "learnt" / "fictional").rglob("*")):
        if path.suffix in (".py", ".toml"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def read_cases(folder: Path) -> Iterator[Case]:
    """Give the cases under `folder`: one for each `truth.json` and format beside it."""
    for path in sorted(folder.rglob(TRUTH)):
        answer = json.loads(path.read_text("utf-8"))
        truth = read_truth(answer)
        for form, names in sorted(_files(answer, path.parent).items()):
            paths = tuple(path.parent / name for name in names)
            yield Case(path.parent.name, str(answer.get("layout", "?")), form, paths, truth)


def read_truth(answer: dict[str, Any]) -> Review:
    """Give the review in a `truth.json`, which holds it whole or under `review`."""
    body = answer["review"] if "recommendations" in answer.get("review", {}) else answer
    return msgspec.convert(body, Review)


def _files(answer: dict[str, Any], folder: Path) -> dict[str, list[str]]:
    """Give the files' names by format, from the answer's list, else from the folder."""
    by_format: dict[str, list[str]] = {}
    for entry in answer.get("files", ()):
        by_format.setdefault(entry["format"], []).append(entry["name"])
    if not by_format:
        for path in sorted(folder.iterdir()):
            if path.name != TRUTH and path.is_file():
                by_format.setdefault(path.suffix.lstrip("."), []).append(path.name)
    return by_format
