"""PDF by a word processor: the Word file, converted by LibreOffice where it is installed."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.errors import CannotTypeset
from learnt.fictional.typeset.word import typeset_docx

_NAMES = ("soffice", "libreoffice")
_PLAIN = "pdf:writer_pdf_Export"
_TAGGED = _PLAIN + ':{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_UNTAGGED = _PLAIN + ':{"UseTaggedPDF":{"type":"boolean","value":"false"}}'
_SECONDS = 300


@dataclass(frozen=True, slots=True)
class Job:
    """A manuscript, the path of its PDF and the seed of its look."""

    manuscript: Manuscript
    path: Path
    seed: int = 0


def missing_office() -> str | None:
    """Give nothing where LibreOffice is found, else the advice."""
    if any(shutil.which(name) for name in _NAMES):
        return None
    return "LibreOffice (soffice) is not installed: apt-get install libreoffice-writer"


def typeset_office(manuscript: Manuscript, path: Path, *, seed: int = 0) -> None:
    """Write `manuscript` as a PDF by way of Word; tagged for every other seed."""
    typeset_many([Job(manuscript, path, seed)])


def typeset_many(jobs: Sequence[Job]) -> None:
    """Write all `jobs` with at most two starts of LibreOffice, which cost seconds each."""
    for tagged in (False, True):
        _convert([job for job in jobs if bool(job.seed % 2) == tagged], tagged=tagged)


def _convert(jobs: Sequence[Job], *, tagged: bool) -> None:
    if not jobs:
        return
    with tempfile.TemporaryDirectory(prefix="learnt-office-") as folder:
        files = []
        for index, job in enumerate(jobs):
            files.append(Path(folder) / f"{index}.docx")
            typeset_docx(job.manuscript, files[-1], seed=job.seed)
        _run_office(files, Path(folder), _TAGGED if tagged else _UNTAGGED)
        for file, job in zip(files, jobs, strict=True):
            made = file.with_suffix(".pdf")
            if not made.is_file():
                raise CannotTypeset(f"LibreOffice made no PDF of {job.path.name}")
            shutil.move(made, job.path)


def _run_office(files: Sequence[Path], folder: Path, target: str) -> None:
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise CannotTypeset(str(missing_office()))
    command = [
        program,
        "--headless",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        target,
        "--outdir",
        str(folder),
        *(str(file) for file in files),
    ]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise CannotTypeset(f"LibreOffice failed: {error}") from error
