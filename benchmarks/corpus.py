"""The fictional reviews to measure on: written once into a folder, then read as cases."""

import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from learnt.records import Review

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / "build" / "bench"
TRUTH = "truth.json"


@dataclass(frozen=True, slots=True)
class Case:
    """The documents of one review in one layout and format, with the true answer."""

    name: str
    layout: str
    format: str
    paths: tuple[Path, ...]
    truth: Review


def write_corpus(
    each: int, seed: int, layouts: Sequence[str], formats: Sequence[str], fresh: bool = False
) -> Path:
    """Write `each` reviews of each layout (unless they are there already) and give their folder."""
    from learnt.fictional.generate import write_reviews
    from learnt.fictional.layouts import all_layouts

    chosen = list(layouts) or list(all_layouts())
    forms = list(formats) or available_formats()
    named = "-".join([*sorted(layouts), *sorted(forms)])
    folder = CACHE / f"{named}-{each}-{seed}"
    done = folder / ".done"
    if fresh or not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        write_reviews(each * len(chosen), seed, folder, formats=forms, layouts=chosen)
        done.touch()
    return folder


def available_formats() -> list[str]:
    """Give the formats that this machine can write."""
    from learnt.fictional.typeset import FORMATS

    return [name for name, form in FORMATS.items() if form.available() is None]


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
