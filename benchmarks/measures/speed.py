"""Pages a second on text PDFs of at least 50 pages, and the memory that a 200-page report takes."""

import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import pypdfium2 as pdfium

from benchmarks.corpus import CACHE, ROOT, Case

LONG = 50
WHOLE = 200
TARGETS = {"median pages/s": 40.0, "slowest pages/s": 12.0, "peak MB": 400.0}


class TimedFile(msgspec.Struct):
    """One file's pages, and the seconds for reading and for extracting it."""

    path: str
    pages: int
    read: float
    extract: float


class Timing(msgspec.Struct):
    """What `benchmarks.timing` prints."""

    files: list[TimedFile]
    startup: float
    peak_mb: float


@dataclass(frozen=True, slots=True)
class Speed:
    """Pages a second by layout and format, and the peak memory in MB."""

    by_layout: dict[str, float] = field(default_factory=dict)
    startup: float = 0.0
    peak_mb: float = 0.0

    @property
    def median(self) -> float:
        """The median of the layouts."""
        return statistics.median(self.by_layout.values()) if self.by_layout else 0.0

    @property
    def slowest(self) -> tuple[str, float]:
        """The slowest layout and its pages a second."""
        return min(self.by_layout.items(), key=lambda pair: pair[1], default=("-", 0.0))


def page_count(path: Path) -> int:
    """Give the number of pages of a PDF."""
    with pdfium.PdfDocument(path) as pdf:
        return len(pdf)


def stitch(path: Path, pages: int, output: Path) -> Path:
    """Write a PDF of `pages` pages that repeats those of `path`."""
    with pdfium.PdfDocument(path) as source, pdfium.PdfDocument.new() as whole:
        while len(whole) < pages:
            whole.import_pages(source, list(range(min(len(source), pages - len(whole)))))
        whole.save(output)
    return output


def measure(cases: Sequence[Case]) -> Speed:
    """Time one long PDF a layout and format (short ones are repeated up to 50 pages)."""
    chosen: dict[str, Path] = {}
    for case in cases:
        pdfs = [path for path in case.paths if path.suffix == ".pdf"]
        if pdfs and "scan" not in case.format:
            longest = max(pdfs, key=page_count)
            key = f"{case.layout} {case.format}"
            if key not in chosen or page_count(longest) > page_count(chosen[key]):
                chosen[key] = longest
    if not chosen:
        return Speed()
    CACHE.mkdir(parents=True, exist_ok=True)
    paths = {
        key: path
        if page_count(path) >= LONG
        else stitch(path, LONG, CACHE / f"speed-{key.replace(' ', '-')}.pdf")
        for key, path in chosen.items()
    }
    timed = run_timing(list(paths.values()))
    rates = {
        key: entry.pages / (entry.read + entry.extract)
        for key, entry in zip(paths, timed.files, strict=True)
    }
    longest = max(paths.values(), key=page_count)
    whole = run_timing([stitch(longest, WHOLE, CACHE / "speed-200.pdf")])
    return Speed(rates, timed.startup, whole.peak_mb)


def run_timing(paths: list[Path]) -> Timing:
    """Time `paths` in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.timing", *map(str, paths)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return msgspec.json.decode(done.stdout, type=Timing)
