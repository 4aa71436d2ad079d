"""Writes fictional reviews into folders, each with its true answer (`truth.json`) beside it."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from learnt.fictional.draft import Draft, Layout, Part
from learnt.fictional.facts import Case, Size, make_case
from learnt.fictional.layouts import all_layouts
from learnt.fictional.typeset import FORMATS, typeset
from learnt.records import SourceDocument

TRUTH = "truth.json"
MEDIA = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html",
    ".md": "text/markdown",
    ".txt": "text/plain",
}


def write_reviews(
    count: int,
    seed: int,
    output: Path,
    formats: Sequence[str] | None = None,
    layouts: Sequence[str] | None = None,
    size: Size = "full",
) -> list[Path]:
    """Write `count` reviews, layout after layout, and give their folders (`0001-headed-inline-pdf`).

    Each review is written in each of `formats` that suits its layout, in a folder of its own;
    without `formats` each gets one, in turn, of those that this machine can write. Raises
    `KeyError` for an unknown layout and `CannotTypeset` where a format that was asked for cannot
    be written.
    """
    folders = []
    for number, layout in enumerate(_layouts(count, layouts), 1):
        draft = make_draft(layout, seed * 10_000 + number, size)
        for form in _formats(layout, formats, number):
            folder = output / f"{number:04d}-{layout.name}-{form}"
            write_draft(draft, layout.name, form, folder)
            folders.append(folder)
    return folders


def cases_of(count: int, seed: int, layouts: Sequence[str] | None = None) -> Iterator[Case]:
    """Give the cases of the reviews that `write_reviews` writes, in their order."""
    for number, layout in enumerate(_layouts(count, layouts), 1):
        yield _case_of(layout, seed * 10_000 + number, "full")


def _case_of(layout: Layout, seed: int, size: Size) -> Case:
    kind = layout.kinds[seed % len(layout.kinds)]
    return make_case(seed, kind, size, layout.welsh)


def make_draft(layout: Layout, seed: int, size: Size = "full") -> Draft:
    """Give the documents and the answer of one review: the same seed, the same words."""
    return layout.build(_case_of(layout, seed, size))


def write_draft(draft: Draft, layout: str, form: str, folder: Path) -> None:
    """Write the documents of `draft` in format `form`, and its answer, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    sources, files = [], []
    for part in draft.parts:
        path = folder / f"{part.role}{FORMATS[form].suffix}"
        typeset(part.manuscript, form, path, seed=draft.case.seed)
        sources.append(_source(part, path))
        files.append({"format": form, "name": path.name, "role": part.role})
    answer = make_answer(draft, layout) | {"documents": sources, "files": files}
    (folder / TRUTH).write_text(json.dumps(answer, ensure_ascii=False, indent=1), "utf-8")


def make_answer(draft: Draft, layout: str) -> dict[str, Any]:
    """Give the true answer as JSON: a `learnt.review/1` with `layout`, `seed`, `traps` and `case` added.

    `case` holds the values of the case register that the text states, and only those.
    """
    review: dict[str, Any] = msgspec.to_builtins(draft.answer.review())
    traps = [{"kind": trap.kind, "text": trap.text} for trap in draft.answer.traps]
    return (
        review
        | {"layout": layout, "seed": draft.case.seed, "traps": traps}
        | {"case": draft.answer.case_facts()}
    )


def _source(part: Part, path: Path) -> dict[str, Any]:
    data = path.read_bytes()
    source = SourceDocument(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA[path.suffix],
        pages=_count_pages(path),
        language=part.manuscript.language,
        role=part.role,
    )
    told: dict[str, Any] = msgspec.to_builtins(source)
    return told


def _count_pages(path: Path) -> int:
    if path.suffix != ".pdf":
        return 0
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def _layouts(count: int, names: Sequence[str] | None) -> Iterator[Layout]:
    known = all_layouts()
    chosen = [known[name] for name in names] if names else list(known.values())
    for number in range(count):
        yield chosen[number % len(chosen)]


def _formats(layout: Layout, asked: Sequence[str] | None, number: int) -> list[str]:
    if asked:
        return [form for form in asked if _suits(layout, form)]
    usable = [
        form for form in layout.formats if form in FORMATS and FORMATS[form].available() is None
    ]
    turn = number + number // len(all_layouts())
    return [usable[turn % len(usable)]] if usable else []


def _suits(layout: Layout, form: str) -> bool:
    """Whether the layout occurs in the format; `scan-200` and the like are kinds of `scan`."""
    return form in layout.formats or (form.startswith("scan-") and "scan" in layout.formats)
