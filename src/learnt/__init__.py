"""Learnt turns published reviews of domestic homicides into structured recommendations.

    import learnt

    document = learnt.read("overview-report.pdf")
    review = learnt.extract(["overview-report.pdf", "action-plan.docx"])
    for recommendation in review.recommendations:
        print(recommendation.ref, recommendation.text)
    text = learnt.to_json(review)
    again = learnt.from_json(text)

The records that come back are described in `learnt.records`.
"""

import sys
from collections.abc import Callable, Iterable
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from learnt.records import Document, Review

__all__ = ["__version__", "extract", "from_json", "read", "to_json"]
__version__ = "0.1.0"

StrPath = str | PathLike[str]


def read(path: StrPath, *, ocr: bool = True, timeout: float | None = None) -> "Document":
    """Read one file of any known format and give its blocks in reading order.

    `ocr` lets scanned pages be recognised; `timeout` is in seconds for the file. Raises
    `learnt.errors.Unreadable` where the file cannot be read, with one line that says why.
    """
    from learnt.pipeline import read_path

    return read_path(path, ocr=ocr, timeout=timeout)


def extract(
    paths: StrPath | Iterable[StrPath], *, ocr: bool = True, timeout: float | None = None
) -> "Review":
    """Read the documents of one review and give what it recommends, and all about it.

    `paths` is a file, a folder with the documents of one review, or several files. Raises
    `learnt.errors.Unreadable` for the first file that cannot be read and
    `learnt.errors.NothingToExtract` where there is no document.
    """
    from learnt.pipeline import extract_paths

    return extract_paths(paths, ocr=ocr, timeout=timeout)


def to_json(record: "Review | Document") -> str:
    """Give a review (`learnt.review/1`) or a document as JSON, indented by two."""
    from learnt.export.as_json import encode

    return encode(record)


def from_json(text: str | bytes) -> "Review | Document":
    """Give back the review or document that `to_json` wrote; raises `ValueError` for any other."""
    from learnt.export.as_json import decode

    return decode(text)


class _Face(ModuleType):
    """The package itself: its verbs stay callable when a step of the same name is imported.

    Importing `learnt.read` binds that package to the name `read` here. It keeps its modules and
    becomes callable, so that `learnt.read(path)` means the same before and after.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        verb = _VERBS.get(name)
        if verb is not None and isinstance(value, ModuleType):
            value.__class__ = type("Step", (ModuleType,), {"__call__": staticmethod(verb)})
        super().__setattr__(name, value)


_VERBS: dict[str, Callable[..., Any]] = {"read": read, "extract": extract}
sys.modules[__name__].__class__ = _Face
