import io
import struct
import zipfile

import pytest

from learnt.errors import Unreadable
from learnt.read import archive as limits
from learnt.read.sniff import sniff
from tests.read.docx.word import para, word_file


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_TYPES", "[Content_Types].xml"), data)
    return stream.getvalue()


def types(kind: str) -> bytes:
    main = f"application/vnd.openxmlformats-officedocument.{kind}.main+xml"
    return f'<Types><Override PartName="/x/y.xml" ContentType="{main}"/></Types>'.encode()


def ole(stream: str) -> bytes:
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le") + bytes(100)
    )


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"

MACROS = (
    b'<Override PartName="/word/document.xml" '
    b'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
)


@pytest.mark.parametrize(
    ("why", "data", "media_type"),
    [
        ("PDF", b"%PDF-1.7\n...", "application/pdf"),
        ("PDF behind junk", b"junk\n" * 20 + b"%PDF-1.4", "application/pdf"),
        ("Word", word_file(para("x")), DOCX),
        ("Word with macros", zipped(_TYPES=MACROS), DOCX),
        ("OpenDocument", zipped(mimetype=ODT.encode()), ODT),
        ("flat OpenDocument", f'<?xml version="1.0"?><office:document office:mimetype="{ODT}">'.encode(), ODT),
        ("old Word", ole("WordDocument"), "application/msword"),
        ("RTF", b"{\\rtf1\\ansi Hello}", "application/rtf"),
        ("PNG", b"\x89PNG\r\n\x1a\n...", "image/png"),
        ("JPEG", b"\xff\xd8\xff\xe0...", "image/jpeg"),
        ("TIFF", b"II*\x00....", "image/tiff"),
        ("HTML", b"<!DOCTYPE html><html><p>x", "text/html"),
        ("HTML without a type", b"  <html><body>x", "text/html"),
        ("XHTML", b'<?xml version="1.0"?>\n<!-- c --><html xmlns="x"><body/>', "text/html"),
        ("a piece of HTML", b"<div><p>One</p></div>", "text/html"),
        ("web archive", b"MIME-Version: 1.0\nContent-Type: multipart/related; x", "text/html"),
        ("UTF-16 HTML", "<html><body>x".encode("utf-16"), "text/html"),
        ("Markdown", b"# Title\n\nText with **bold** words.\n", "text/markdown"),
        ("text", b"Recommendation 1: share information.\n", "text/plain"),
        ("text with one hash", b"31 pulled\n# Recommendation Addressed to\n1 Act\n", "text/plain"),
        ("text with < and >", b"Ages < 18 and > 65 were left out.\n", "text/plain"),
        ("UTF-16 text", "Recommendation 1".encode("utf-16"), "text/plain"),
        ("Windows text", "The victim’s café".encode("cp1252"), "text/plain"),
        ("text with a table", b"Norfolk\n| a | b |\n|---|---|\n| 1 | 2 |\n", "text/plain"),
    ],
)  # fmt: skip
def test_content_tells(why: str, data: bytes, media_type: str) -> None:
    assert sniff(data, "misleading.pdf") == media_type, why


@pytest.mark.parametrize(
    ("why", "data", "cause"),
    [
        ("nothing", b"", "empty"),
        ("blanks only", b" \n\t\r\n", "empty"),
        ("a spreadsheet", zipped(_TYPES=types("spreadsheetml.sheet")), "unsupported"),
        ("a presentation", zipped(_TYPES=types("presentationml.presentation")), "unsupported"),
        ("a zip of files", zipped(a__b=b"x"), "unsupported"),
        ("a zip that is cut", word_file(para("x"))[:200], "damaged"),
        ("an old spreadsheet", ole("Workbook"), "unsupported"),
        ("an encrypted Office file", ole("EncryptedPackage"), "encrypted"),
        ("a program", b"\x7fELF\x02\x01\x01" + bytes(range(32)) * 50, "unsupported"),
        ("a bomb", zipped(word__document=b"0" * 40_000_000), "too-large"),
    ],
)
def test_what_is_no_report_says_so(why: str, data: bytes, cause: str) -> None:
    with pytest.raises(Unreadable) as caught:
        sniff(data, "x.docx")
    assert caught.value.cause == cause, why
    assert "\n" not in str(caught.value)


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ENTRIES", 2)
    with pytest.raises(Unreadable, match="parts"):
        sniff(word_file(para("x")), "x.docx")


def test_declared_sizes_are_believed_before_unpacking() -> None:
    """Sizes in the directory are what counts: here they claim four gigabytes."""
    data = bytearray(zipped(a=b"x" * 100))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 0xFFFFFFF0)
    with pytest.raises(Unreadable) as caught:
        sniff(bytes(data), "x.docx")
    assert caught.value.cause == "too-large"


def test_locked_zip_is_encrypted() -> None:
    data = bytearray(zipped(a=b"x"))
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, 1)
    with pytest.raises(Unreadable) as caught:
        sniff(bytes(data), "x.docx")
    assert caught.value.cause == "encrypted"


def test_name_decides_only_between_text_and_markdown() -> None:
    one_sign = b"# Title\n\nText.\n"
    assert sniff(one_sign, "a.md") == "text/markdown"
    assert sniff(one_sign, "a.txt") == "text/plain"
    assert sniff(b"%PDF-1.7", "a.md") == "application/pdf"
