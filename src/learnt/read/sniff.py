"""Tells what a file is by its content; its name is only asked between plain text and Markdown."""

import io
import re
import zipfile
import zlib

from learnt.errors import Unreadable
from learnt.read.archive import check_archive
from learnt.read.data_files import data_kind
from learnt.read.encoding import decode_text

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML, MARKDOWN, PLAIN = "text/html", "text/markdown", "text/plain"
DOC, ODT, RTF = "application/msword", "application/vnd.oasis.opendocument.text", "application/rtf"
OFFICE = (DOC, ODT, RTF)

_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_NOT_TEXT = {
    "spreadsheetml": "a spreadsheet; save the sheet that holds the text as PDF",
    "ms-excel": "a spreadsheet; save the sheet that holds the text as PDF",
    "presentationml": "a presentation; save it as PDF",
    "ms-powerpoint": "a presentation; save it as PDF",
    "opendocument.spreadsheet": "a spreadsheet; save the sheet that holds the text as PDF",
    "opendocument.presentation": "a presentation; save it as PDF",
    "epub": "an e-book; save it as PDF or HTML",
}
_PDF_WITHIN = 1024
"""Bytes within which readers accept the mark `%PDF-` (ISO 32000-1, annex H.3.4.1)."""
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|p|h[1-6]|"
    r"table|article|main|section|span|ul|ol)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAGS = re.compile(r"</(?:p|div|table|li|h[1-6]|body|html|span|td)>", re.IGNORECASE)
_MARKDOWN = (
    re.compile(r"^#{1,6} +\S", re.MULTILINE),
    re.compile(r"(?<!\w)(\*\*|__)\S(?:.*?\S)?\1(?!\w)"),
    re.compile(r"\[[^\]\n]+\]\((?:https?:|#|/|\.)[^)\s]*\)"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"^> ", re.MULTILINE),
    re.compile(r"\A---\n(?:\w[\w-]*:.*\n)+---\n"),
    re.compile(r"^\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?$", re.MULTILINE),
)


def sniff(data: bytes, name: str) -> str:
    """Give the media type of `data`; `name` stands in messages.

    Raises `Unreadable`: empty, unsupported, damaged, encrypted, too-large.
    """
    if not data.strip(b"\x00 \t\r\n\f\xef\xbb\xbf"):
        raise Unreadable(name, "empty", "the file is empty; get it again from where it came")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _sniff_ole(data, name)
    for mark, media_type in _IMAGES:
        if data.startswith(mark):
            return media_type
    if data.lstrip()[:5] == b"{\\rtf":
        return RTF
    return _sniff_text(data, name)


def _sniff_zip(data: bytes, name: str) -> str:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        check_archive(archive, name)
        names = set(archive.namelist())
        kind = _first_bytes(archive, "mimetype").decode("ascii", "replace")
        types = _first_bytes(archive, "[Content_Types].xml")
    except (zipfile.BadZipFile, ValueError, OSError, zlib.error, EOFError) as error:
        raise Unreadable(name, "damaged", "the file is damaged; get it again") from error
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return ODT
    main = re.search(
        rb'PartName="/?([^"]+)"\s+ContentType="[^"]*(?:word|ms-word)[^"]*main\+xml"', types
    )
    if main or "word/document.xml" in names:
        return DOCX
    told = (
        kind
        + " "
        + " ".join(re.findall(r"(\w+ml)\.\w+\.main|ms-\w+", types.decode("utf-8", "replace")))
    )
    for mark, what in _NOT_TEXT.items():
        if mark in told or mark in kind:
            raise Unreadable(name, "unsupported", f"this is {what}")
    if names and types:
        raise Unreadable(name, "unsupported", "an Office file without a text in it; save it as PDF")
    raise Unreadable(name, "unsupported", "a zip archive; unpack it and give the files in it")


def _first_bytes(archive: zipfile.ZipFile, path: str) -> bytes:
    try:
        with archive.open(path) as part:
            return part.read(200_000)
    except (KeyError, RuntimeError, NotImplementedError):
        return b""


def _sniff_ole(data: bytes, name: str) -> str:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise Unreadable(name, "encrypted", "is protected by a password; save it without one")
    if holds("WordDocument"):
        return DOC
    if holds("Workbook") or holds("Book"):
        raise Unreadable(name, "unsupported", f"this is {_NOT_TEXT['ms-excel']}")
    if holds("PowerPoint Document"):
        raise Unreadable(name, "unsupported", f"this is {_NOT_TEXT['ms-powerpoint']}")
    if holds("__substg1.0_"):
        raise Unreadable(name, "unsupported", "an e-mail; save its attachment and give that")
    raise Unreadable(name, "unsupported", "an old Office file without a text in it; save it as PDF")


def _sniff_text(data: bytes, name: str) -> str:
    head = data[:200_000]
    if _is_binary(head):
        advice = "neither a PDF, a Word file, a web page nor a text; save it as one of these"
        raise Unreadable(name, "unsupported", advice)
    text = decode_text(head)
    start = text[:4000]
    kind = data_kind(text, whole=len(data) <= len(head))
    if kind:
        raise Unreadable(name, "unsupported", f"this is {kind} data, not a report; give the report")
    if "office:document" in start and "opendocument.text" in start:
        return ODT
    if (
        re.search(r"mime-version:", start, re.IGNORECASE)
        and "multipart/related" in start.casefold()
    ):
        return HTML
    if _HTML.match(start) or len(_HTML_TAGS.findall(text)) >= 5 or _has_root(start):
        return HTML
    signs = sum(bool(pattern.search(text)) for pattern in _MARKDOWN)
    headings = len(_MARKDOWN[0].findall(text))
    named = name.casefold().endswith((".md", ".markdown"))
    if signs >= 2 or headings >= 3 or (named and signs):
        return MARKDOWN
    return PLAIN


def _has_root(start: str) -> bool:
    return bool(re.search(r"<(?:!doctype html|html)[\s>]", start, re.IGNORECASE))


def _is_binary(head: bytes) -> bool:
    """Whether control bytes abound; UTF-16 with its mark (or every second byte nought) is text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    nulls = head.count(0)
    if nulls > 0.3 * len(head):
        halves = (head[0::2].count(0), head[1::2].count(0))
        return min(halves) > 0.05 * max(halves)
    controls = sum(head.count(code) for code in range(32) if code not in (9, 10, 12, 13, 27))
    return controls > 0.01 * len(head)
