"""The order of the steps: find the files, read them, put together what belongs together, extract.

Reading fans out over threads, each of which waits for a process of its own; extracting fans out
over any `Executor`. Results come in the order of the files, whatever finishes first.
"""

import logging
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from learnt import __version__
from learnt.errors import LearntError, NothingToExtract, Unreadable
from learnt.files import find_files
from learnt.reading_kept import read_kept
from learnt.records import Document, Review

log = logging.getLogger(__name__)

StrPath = str | os.PathLike[str]
Progress = Callable[[str, int, int], None]
"""Told the stage (`read`, `extract`), how many are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the user may choose: how many files at once, OCR, what is one review.

    `timeout` is the seconds that reading one file may take; extracting has no limit of its own.
    """

    jobs: int = 1
    timeout: float | None = None
    ocr: bool = True
    one_review: bool = False
    separate: bool = False
    keep: Path | None = None
    """A folder for what was read, so that a run that was cut short goes on."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read; `folder` is the walked folder it was found in, None if it was named itself."""

    path: Path
    folder: Path | None = None


Held = tuple[Source, Document]
"""A document and the file that it was read from."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A file that gave nothing, in one line; `skipped` if nobody asked for this very file."""

    name: str
    message: str
    skipped: bool = False


@dataclass(slots=True)
class Batch:
    """What became of a number of files."""

    files: int = 0
    groups: list[list[Document]] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    @property
    def failures(self) -> list[Trouble]:
        """The files that should have been read and were not."""
        return [trouble for trouble in self.troubles if not trouble.skipped]


def read_path(path: StrPath, *, ocr: bool = True, timeout: float | None = None) -> Document:
    """Read one file in a process of its own; `timeout` in seconds."""
    from learnt.read import Limits, read_file

    limits = Limits(seconds=timeout, seconds_per_scan=0) if timeout else Limits()
    return read_file(path, limits=limits, ocr=ocr)


def extract_paths(
    paths: StrPath | Iterable[StrPath], *, ocr: bool = True, timeout: float | None = None
) -> Review:
    """Read the documents of one review and extract it; raises what the first bad file raises."""
    from learnt.extract import extract_review

    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    found, _ = find_sources([Path(path) for path in given])
    held = [(source, read_path(source.path, ocr=ocr, timeout=timeout)) for source in found]
    if not held:
        raise NothingToExtract("no document was given, or the folder holds none")
    return extract_review(name_apart(held))


def find_sources(paths: Sequence[Path]) -> tuple[list[Source], list[Trouble]]:
    """Give the files that `paths` mean, each once; folders are walked in order of names.

    Hidden files and what Learnt itself wrote are passed over, and told.
    """
    sources: dict[Path, Source] = {}
    troubles: list[Trouble] = []
    for path in paths:
        if not path.is_dir():
            sources.setdefault(path.absolute(), Source(path))
            continue
        for found, reason in find_files(path):
            if reason:
                troubles.append(Trouble(str(found), reason, skipped=True))
            else:
                sources.setdefault(found.absolute(), Source(found, path))
    return list(sources.values()), troubles


def run(paths: Sequence[Path], settings: Settings, progress: Progress = lambda *_: None) -> Batch:
    """Do all the steps for `paths`."""
    batch = read_batch(paths, settings, progress)
    extract_batch(batch, progress, settings.jobs)
    return batch


def read_batch(
    paths: Sequence[Path], settings: Settings, progress: Progress = lambda *_: None
) -> Batch:
    """Read all files and put together the documents of one review."""
    sources, troubles = find_sources(paths)
    batch = Batch(files=len(sources), troubles=troubles)
    read: list[Held] = []
    progress("read", 0, len(sources))
    for done, (source, answer) in enumerate(_read_all(sources, settings), start=1):
        if isinstance(answer, Document):
            read.append((source, answer))
        else:
            skipped = source.folder is not None and answer.cause == "unsupported"
            batch.troubles.append(Trouble(str(source.path), _said(answer), skipped))
        progress("read", done, len(sources))
    alone, again = drop_duplicates(read, settings)
    batch.troubles.extend(again)
    batch.groups = group(alone, settings)
    return batch


def _read_all(
    sources: Sequence[Source], settings: Settings
) -> Iterator[tuple[Source, Document | Unreadable]]:
    """Read the files, several at once, and give them in their order."""
    pool = ThreadPoolExecutor(max_workers=max(1, settings.jobs))
    try:
        yield from zip(
            sources, pool.map(lambda source: _try_read(source, settings), sources), strict=True
        )
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _try_read(source: Source, settings: Settings) -> Document | Unreadable:
    def read(path: Path) -> Document:
        return read_path(path, ocr=settings.ocr, timeout=settings.timeout)

    try:
        if settings.keep and source.path.is_file():
            return read_kept(source.path, settings.keep, read, __version__)
        return read(source.path)
    except Unreadable as error:
        return error


def _said(error: Unreadable) -> str:
    """Give the message without the file's name, which is printed before it."""
    where = f"page {error.page}: " if error.page else ""
    return f"{where}{error.advice}"


def drop_duplicates(read: Sequence[Held], settings: Settings) -> tuple[list[Held], list[Trouble]]:
    """Keep the first of files with the same bytes, and tell of the others.

    With `one_review` a file may stand in several folders, each of which is a review.
    """
    first: dict[tuple[Path | None, str], Path] = {}
    kept: list[Held] = []
    troubles: list[Trouble] = []
    for source, document in read:
        review = source.path.parent if settings.one_review and source.folder else None
        same = first.setdefault((review, document.sha256), source.path)
        if same is source.path:
            kept.append((source, document))
        else:
            told = f"a duplicate: the same file as {same}, which is used"
            troubles.append(Trouble(str(source.path), told, skipped=True))
    return kept, troubles


def group(read: Sequence[Held], settings: Settings) -> list[list[Document]]:
    """Put together the documents of one review, each under a name of its own.

    A file that was named is a review; files found in a folder that belong together are one. With
    `one_review` the files of each folder are one review, and so are all that were named; with
    `separate` every file is one.
    """
    groups: dict[tuple[str, Path | None, int], list[Held]] = {}
    for position, (source, document) in enumerate(read):
        if settings.one_review:
            key = ("folder", source.path.parent if source.folder else None, 0)
        elif settings.separate or source.folder is None:
            key = ("file", None, position)
        else:
            key = ("walked", source.folder, 0)
        groups.setdefault(key, []).append((source, document))
    result: list[list[Held]] = []
    for (how, _, _), held in groups.items():
        result.extend(_belonging(held) if how == "walked" else [held])
    return [name_apart(held) for held in result]


def _belonging(held: list[Held]) -> list[list[Held]]:
    """Part the files of a walked folder by review; the folders in it are taken as a hint."""
    if len(held) < 2:
        return [held]
    from learnt.extract.grouping import group_documents

    folders = [str(source.path.parent.relative_to(source.folder or ".")) for source, _ in held]
    hints = ["" if folder == "." else folder for folder in folders]
    sources = {id(document): source for source, document in held}
    groups = group_documents([document for _, document in held], hints)
    return [[(sources[id(document)], document) for document in group] for group in groups]


def name_apart(held: Sequence[Held]) -> list[Document]:
    """Give a review's documents, those of one name with as much of their folders as tells them apart."""
    names = [document.name for _, document in held]
    paths = [source.path.absolute() for source, _ in held]
    result = []
    for (_, document), path in zip(held, paths, strict=True):
        rivals = [p for p, name in zip(paths, names, strict=True) if name == document.name]
        name = document.name
        if len(rivals) > 1:
            depth = _depth_apart(path, rivals)
            name = "/".join([*path.parts[-depth:-1], name])
        result.append(msgspec.structs.replace(document, name=name))
    return result


def _depth_apart(path: Path, rivals: Sequence[Path]) -> int:
    """Give how many parts at a path's end tell it from the others."""
    depth = 1
    while depth < len(path.parts) and (
        sum(other.parts[-depth:] == path.parts[-depth:] for other in rivals) > 1
    ):
        depth += 1
    return depth


def extract_batch(
    batch: Batch,
    progress: Progress = lambda *_: None,
    jobs: int = 1,
    executor: Executor | None = None,
) -> None:
    """Extract the reviews of `batch`, in `executor` or in as many processes as `jobs`.

    A review that cannot be extracted, for whatever reason, is a trouble of the batch; the others go on.
    """
    pool = executor or _make_pool(min(jobs, len(batch.groups)))
    total = len(batch.groups)
    progress("extract", 0, total)
    try:
        waiting = [pool.submit(extract_group, documents) for documents in batch.groups]
        for done, (future, documents) in enumerate(zip(waiting, batch.groups, strict=True), 1):
            fault = future.exception()
            if fault is None:
                batch.reviews.append(future.result())
            else:
                batch.troubles.append(_trouble(fault, documents))
            progress("extract", done, total)
    finally:
        if executor is None:
            pool.shutdown(wait=False, cancel_futures=True)


def extract_group(documents: Sequence[Document]) -> Review:
    """Extract one review; at the top of a module so that another process can call it."""
    from learnt.extract import extract_review

    return extract_review(documents)


def _make_pool(workers: int) -> Executor:
    """Give processes for several reviews at once, a thread for one."""
    if workers < 2:
        return ThreadPoolExecutor(max_workers=1)
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _trouble(fault: BaseException, documents: Sequence[Document]) -> Trouble:
    names = ", ".join(document.name for document in documents)
    if isinstance(fault, LearntError):
        return Trouble(names, str(fault))
    log.debug("%s: extracting failed", names, exc_info=fault)
    told = f"{type(fault).__name__}: {fault}".splitlines()[0]
    return Trouble(names, f"a fault of Learnt while extracting ({told}); please report it")
