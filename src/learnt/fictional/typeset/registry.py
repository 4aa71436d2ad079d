"""The formats by name: how each is written, and why one may be missing on this machine."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.errors import CannotTypeset


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


def _needs(*modules: str) -> Callable[[], str | None]:
    def missing() -> str | None:
        absent = [module for module in modules if find_spec(module) is None]
        names = ", ".join(absent)
        return f"{names} not installed: pip install 'learnt[fictional]'" if absent else None

    return missing


FORMATS: dict[str, Format] = {
    "pdf": Format(".pdf", _pdf, _needs("reportlab")),
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
