"""Turns bytes into text: marks at the start first, then UTF-8, then what the file says, then a guess."""

import codecs
import re

import charset_normalizer

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([a-zA-Z0-9_.:-]+)""", re.IGNORECASE)
_MISLABELLED = {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii", "windows-1252"}
"""Labels that pages wear whose bytes are Windows-1252 (WHATWG Encoding Standard)."""
_CONTROLS = re.compile("[\x80-\x9f]")


def decode_text(data: bytes, declared: str = "") -> str:
    """Give `data` as text with `\\n` line ends; `declared` is the name of an encoding, if one is told.

    Never fails: what no encoding explains is read as Windows-1252, odd bytes replaced.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _lines(data.decode(name, errors="replace"))
    for name in ("utf-8", declared.casefold()):
        text = _try(data, "cp1252" if name in _MISLABELLED else name)
        if text is not None:
            return _lines(text)
    return _lines(_guess(data))


def declared_encoding(data: bytes) -> str:
    """The encoding that an HTML or XML file names in its first 4,096 bytes, or empty."""
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else ""


def _try(data: bytes, name: str) -> str | None:
    if not name:
        return None
    try:
        return data.decode(name)
    except (UnicodeDecodeError, LookupError):
        return None


def _guess(data: bytes) -> str:
    sixteen = _without_mark(data)
    if sixteen:
        return data.decode(sixteen, errors="replace")
    text = _try(data, "cp1252")
    if text is not None:
        return text
    best = charset_normalizer.from_bytes(data[:200_000]).best()
    if best is not None and best.encoding.replace("_", "-") not in ("utf-16", "utf-32"):
        found = _try(data, best.encoding)
        if found is not None and not _CONTROLS.search(found):
            return found
    return data.decode("cp1252", errors="replace")


def _without_mark(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of English is nought."""
    sample = data[:2000]
    if len(sample) < 4 or sample.count(0) < len(sample) * 0.3:
        return ""
    return "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
