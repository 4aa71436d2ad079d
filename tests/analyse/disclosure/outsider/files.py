"""Reading the files of a report as an outsider has them: HTML, CSV, JSON, Word, PDF."""

import base64
import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Any

CAPTION = re.compile(r"^(?:Table|Data of figure) \d+\. ")
PICTURE = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
SPACE = re.compile(r"\s+")


@dataclass
class Table:
    """A table as printed: its caption, its headers, its rows."""

    caption: str
    headers: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Files:
    """What the files of a report hold."""

    findings: list[dict[str, Any]]
    tables: dict[str, list[Table]]
    """The tables by the name of their CSV file: as CSV, and each time that they stand in the page."""
    others: list[Table]
    """Tables of the page that no CSV file has."""
    text: str
    pictures: list[list[str]]
    """The words of each picture."""


def read_files(page: str, findings: str, archive: bytes) -> Files:
    """Read the page, `findings.json` and the zip of tables."""
    tables, captions = _zipped(archive)
    reader = _Page()
    reader.feed(page)
    others: list[Table] = []
    for table in reader.tables:
        table.caption = CAPTION.sub("", table.caption)
        name = captions.get(table.caption)
        (tables[name] if name else others).append(table)
    return Files(
        findings=json.loads(findings),
        tables=tables,
        others=others,
        text="\n".join(reader.text),
        pictures=[_words(found) for found in PICTURE.findall(page)],
    )


def word_text(data: bytes) -> str:
    """Give everything that stands in a Word file, in any of its parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    joined = b"\n".join(parts).decode("utf-8")
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</w:(?:p|tc)>", "\n", joined)))


def _words(picture: str) -> list[str]:
    svg = base64.b64decode(picture).decode("utf-8")
    found = re.findall(r"<text[^>]*>([^<]*)", svg) + re.findall(r'aria-label="([^"]*)"', svg)
    return [unescape(one) for one in found if one]


def _zipped(data: bytes) -> tuple[dict[str, list[Table]], dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {row[0]: row[1] for row in _csv(archive, "tables.csv")[1:]}
        tables = {}
        for name, caption in names.items():
            headers, *rows = _csv(archive, name)
            tables[name.removesuffix(".csv")] = [Table(caption, headers, rows)]
    return tables, {caption: name.removesuffix(".csv") for name, caption in names.items()}


def _csv(archive: zipfile.ZipFile, name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"))))


class _Page(HTMLParser):
    """The tables of a page, and its other text by paragraph."""

    BLOCKS = ("p", "h1", "h2", "h3", "h4", "li", "figcaption", "summary", "dd", "dt")
    SKIPPED = ("style", "script", "head")

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self.text: list[str] = []
        self._into: list[str] = []
        self._inside = 0
        self._skipped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.SKIPPED:
            self._skipped += 1
        elif tag == "table":
            self._flush()
            self.tables.append(Table(""))
            self._inside += 1
        elif tag == "tr" and self._inside:
            self.tables[-1].rows.append([])
        elif tag in ("td", "th", "caption", *self.BLOCKS) and self._inside:
            self._into = []
        elif tag in self.BLOCKS:
            self._flush()
        told = dict(attrs)
        for name in ("alt", "title", "aria-label"):
            if told.get(name):
                self.text.append(str(told[name]))

    def handle_endtag(self, tag: str) -> None:
        if tag in self.SKIPPED:
            self._skipped -= 1
        elif not self._inside:
            if tag in self.BLOCKS:
                self._flush()
        elif tag == "caption":
            self.tables[-1].caption = self._taken()
        elif tag in ("td", "th"):
            self.tables[-1].rows[-1].append(self._taken())
        elif tag == "table":
            self._inside -= 1
            table = self.tables[-1]
            if table.rows:
                table.headers, *table.rows = table.rows

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._into.append(data)

    def _taken(self) -> str:
        text = SPACE.sub(" ", "".join(self._into)).strip()
        self._into = []
        return text

    def _flush(self) -> None:
        if text := self._taken():
            self.text.append(text)


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of a text, each with the paragraph's other parts cut off."""
    for paragraph in text.splitlines():
        yield from re.split(r"(?<=[.;]) ", paragraph)
