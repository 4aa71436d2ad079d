"""Stand-ins for the steps, so that these tests see the command alone."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

import learnt.extract
import learnt.read
from learnt.errors import Unreadable
from learnt.read import Limits
from learnt.records import (
    Block,
    Document,
    Furniture,
    Metadata,
    Recommendation,
    Review,
    SourceDocument,
)

Write = Callable[[str, str], Path]


def read_lines(path: Path, *, limits: Limits | None = None, ocr: bool = True) -> Document:
    """Read a text file: a line a paragraph; one that opens with `broken` or `picture` is refused."""
    path = Path(path)
    if not path.exists():
        raise Unreadable(path.name, "missing", "there is no such file; check the path")
    text = path.read_text("utf-8")
    if text.startswith("broken"):
        raise Unreadable(path.name, "damaged", "it is damaged; save it anew")
    if text.startswith("picture"):
        raise Unreadable(path.name, "unsupported", "it is a picture; give a document")
    return Document(
        name=path.name,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        media_type="text/plain",
        pages=1,
        title=text.partition("\n")[0],
        blocks=tuple(Block(kind="paragraph", text=line, page=1) for line in text.splitlines()),
        furniture=(Furniture("footer", "Page 1", 1),),
    )


def extract_lines(documents: Sequence[Document]) -> Review:
    """Take each line that opens with `That` for a recommendation."""
    lines = [block.text for one in documents for block in one.blocks if block.text[:4] == "That"]
    return Review(
        review=Metadata(title=documents[0].title),
        documents=tuple(
            SourceDocument(
                name=d.name, sha256=d.sha256, media_type="text/plain", pages=1, language=""
            )
            for d in documents
        ),
        recommendations=tuple(
            Recommendation(id=f"r{n}", ref=str(n), text=text) for n, text in enumerate(lines, 1)
        ),
    )


def group_titles(
    documents: Sequence[Document], folders: Sequence[str] = ()
) -> list[list[Document]]:
    """Put together the documents whose first lines are the same."""
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.title, []).append(document)
    return list(groups.values())


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stand-ins in the place of the steps."""
    monkeypatch.setattr(learnt.read, "read_file", read_lines)
    monkeypatch.setattr(learnt.extract, "extract_review", extract_lines)
    monkeypatch.setattr("learnt.extract.grouping.group_documents", group_titles)


@pytest.fixture
def runner() -> CliRunner:
    """Give a runner that keeps standard output and standard error apart."""
    return CliRunner()
