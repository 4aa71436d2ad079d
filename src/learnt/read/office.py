"""Turns old and other word processors' files into Word files, where LibreOffice is installed.

Word files are chosen because lists come through as lists: their numbers are then worked out as in
any Word file. Each conversion has a profile of its own, so that several may run at once.
"""

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import msgspec

from learnt.errors import Unreadable
from learnt.read.docx import read_docx
from learnt.read.sniff import DOC, ODT, RTF
from learnt.records import Document

_ENDINGS = {DOC: "doc", ODT: "odt", RTF: "rtf"}
_FILTERS = {
    "docx": "docx:MS Word 2007 XML",
    "pdf": "pdf:writer_pdf_Export",
    "txt": "txt:Text (encoded):UTF8",
}
_PROGRAMS = ("soffice", "libreoffice")
SECONDS = 120.0


def office_program() -> str | None:
    """The path of LibreOffice, or None where it is not installed."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def read_office(data: bytes, name: str, media_type: str) -> Document:
    """Give the .doc, .odt or .rtf file `data` as a Document.

    Raises `Unreadable`: needs-office where LibreOffice is missing, damaged where it makes nothing
    of the file, timeout after `SECONDS`.
    """
    document = read_docx(convert_office(data, name, media_type), name)
    digest = hashlib.sha256(data).hexdigest()
    return msgspec.structs.replace(document, sha256=digest, media_type=media_type)


def convert_office(data: bytes, name: str, media_type: str, target: str = "docx") -> bytes:
    """Give `data` converted to `target` (docx, pdf, txt); raises as `read_office` does."""
    program = office_program()
    if program is None:
        advice = "needs LibreOffice to be read; install it, or save the file as .docx or PDF"
        raise Unreadable(name, "needs-office", advice)
    with tempfile.TemporaryDirectory(prefix="learnt-") as folder:
        ending = _ENDINGS.get(media_type, "docx")
        flat = media_type == ODT and not data.startswith(b"PK")
        source = Path(folder) / f"in.{'fodt' if flat else ending}"
        source.write_bytes(data)
        _run(
            [
                program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
                f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
                "--convert-to", _FILTERS[target], "--outdir", folder, str(source),
            ],
            folder,
            name,
        )  # fmt: skip
        made = Path(folder) / f"in.{target}"
        if not made.exists() or made == source:
            raise Unreadable(name, "damaged", "LibreOffice cannot open it; save the file anew")
        return made.read_bytes()


def _run(command: list[str], folder: str, name: str) -> None:
    """Run the converter in a group of its own, so that its children end with it."""
    environment = {**os.environ, "HOME": folder}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    try:
        process.wait(timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        advice = f"LibreOffice took more than {SECONDS:.0f} seconds; save the file as PDF"
        raise Unreadable(name, "timeout", advice) from error
    finally:
        _end_group(process)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
