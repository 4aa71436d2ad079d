"""The formats by name: how each is written, and why one may be missing on this machine."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.browser import missing_browser, typeset_browser
from learnt.fictional.typeset.errors import CannotTypeset
from learnt.fictional.typeset.html import typeset_html
from learnt.fictional.typeset.markdown import typeset_markdown
from learnt.fictional.typeset.office import missing_office, typeset_office
from learnt.fictional.typeset.plain import typeset_plain
from learnt.fictional.typeset.word import typeset_docx


class Typesetter(Protocol):
    """Writes a manuscript to a path; the same seed makes the same choices of look."""

    def __call__(self, manuscript: Manuscript, path: Path, *, seed: int = 0) -> None:
        """Write the file."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the ending of its files, its typesetter and what it needs."""

    suffix: str
    typesetter: Typesetter
    missing: Callable[[], str | None]

    def available(self) -> str | None:
        """Give nothing where the format can be written, else what is missing and how to get it."""
        return self.missing()


def _pdf(manuscript: Manuscript, path: Path, *, seed: int = 0) -> None:
    from learnt.fictional.typeset.pdf import typeset_pdf

    typeset_pdf(manuscript, path, seed=seed)


def _scan(dpi: int | None = None, text_share: float = 0.0) -> Typesetter:
    def write(manuscript: Manuscript, path: Path, *, seed: int = 0) -> None:
        from learnt.fictional.typeset.scan import typeset_scan

        typeset_scan(manuscript, path, seed=seed, dpi=dpi, text_share=text_share)

    return write


def _needs(*modules: str) -> Callable[[], str | None]:
    def missing() -> str | None:
        absent = [module for module in modules if find_spec(module) is None]
        names = ", ".join(absent)
        return f"{names} not installed: pip install 'learnt[fictional]'" if absent else None

    return missing


_SCANNER = _needs("reportlab", "numpy", "PIL")

FORMATS: dict[str, Format] = {
    "pdf": Format(".pdf", _pdf, _needs("reportlab")),
    "pdf-office": Format(".pdf", typeset_office, missing_office),
    "pdf-browser": Format(".pdf", typeset_browser, missing_browser),
    "docx": Format(".docx", typeset_docx, _needs("docx")),
    "html": Format(".html", typeset_html, _needs()),
    "md": Format(".md", typeset_markdown, _needs()),
    "txt": Format(".txt", typeset_plain, _needs()),
    "scan": Format(".pdf", _scan(), _SCANNER),
    "scan-200": Format(".pdf", _scan(dpi=200), _SCANNER),
    "scan-300": Format(".pdf", _scan(dpi=300), _SCANNER),
    "scan-mixed": Format(".pdf", _scan(text_share=0.5), _SCANNER),
}
"""Every format that `typeset` knows."""


def typeset(manuscript: Manuscript, format: str, path: Path, *, seed: int = 0) -> None:  # noqa: A002
    """Write `manuscript` in `format` (a name in `FORMATS`) to `path`.

    Raises `CannotTypeset` for an unknown format and where its tool is missing or fails.
    """
    known = FORMATS.get(format)
    if known is None:
        raise CannotTypeset(f"unknown format {format!r}: choose from {', '.join(FORMATS)}")
    reason = known.available()
    if reason:
        raise CannotTypeset(f"cannot write {format}: {reason}")
    known.typesetter(manuscript, path, seed=seed)
