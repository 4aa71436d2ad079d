"""Looks at a zip before it is unpacked: a small file may unpack to more than the machine holds."""

import zipfile
from itertools import pairwise

from learnt.errors import Unreadable

MOST_UNPACKED = 500_000_000
"""Bytes of all parts together; the largest real report of 200 pages with scans unpacks to a tenth."""
MOST_ENTRIES = 20_000
RATIO = 200
"""Unpacked to packed; text in XML packs 10 to 40 times, a bomb a thousand times."""
RATIO_FROM = 10_000_000
"""Bytes from which the ratio counts: a short file of blanks is no bomb."""


def check_archive(archive: zipfile.ZipFile, name: str) -> None:
    """Raise `Unreadable` (too-large, encrypted, damaged) where unpacking `archive` is not safe.

    Declared sizes are judged here; `zipfile` itself stops a part at its declared size.
    """
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Unreadable(name, "too-large", f"holds {len(entries)} parts; that is no report")
    total = sum(entry.file_size for entry in entries)
    if total > MOST_UNPACKED:
        raise Unreadable(name, "too-large", f"would unpack to {total // 1_000_000} MB; not opened")
    for entry in entries:
        if entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(entry.compress_size, 1):
            raise Unreadable(name, "too-large", "unpacks like a zip bomb; not opened")
    spans = sorted((entry.header_offset, entry.compress_size) for entry in entries)
    for (start, size), (following, _) in pairwise(spans):
        if following < start + size:
            raise Unreadable(name, "damaged", "the parts of the zip overlap; not opened")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(name, "encrypted", "is protected by a password; save it without one")
