"""Keys that belong to one installation, kept in a file that only its owner may read."""

import os
import secrets
from pathlib import Path


def read_or_make_key(path: Path) -> str:
    """Give the key in `path`; the first call draws one and writes it (mode 600).

    Two processes that start at once get the same key: the file is made only once.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text("ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(64) + "\n")
    return path.read_text("ascii").strip()
