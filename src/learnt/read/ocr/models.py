"""Tells whether this machine can recognise pages: the libraries and Tesseract's models."""

import os
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("numpy", "PIL", "tesserocr")
DATA_FOLDERS = (
    "/usr/share/tesseract-ocr/*/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
    "/opt/local/share/tessdata",
)
"""Where Debian, Fedora, macOS and a build from source put the models."""


def find_data() -> Path | None:
    """Give the folder with Tesseract's model of English, or None."""
    stated = os.environ.get("TESSDATA_PREFIX")
    folders = [Path(stated), Path(stated) / "tessdata"] if stated else []
    for pattern in DATA_FOLDERS:
        folders += sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
    return next((folder for folder in folders if (folder / "eng.traineddata").is_file()), None)


def missing_part() -> str:
    """Say what OCR lacks on this machine, and how to get it; empty where it lacks nothing."""
    if not all(find_spec(package) for package in PACKAGES):
        return "reading them needs the OCR extra: pip install 'learnt[ocr]'"
    if find_data() is None:
        return "reading them needs Tesseract's English model: apt-get install tesseract-ocr"
    return ""


def has_model(language: str) -> bool:
    """Whether Tesseract's model of a language (`cym`, `osd`) is installed."""
    folder = find_data()
    return folder is not None and (folder / f"{language}.traineddata").is_file()
