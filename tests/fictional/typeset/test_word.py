import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree
from tests.fictional.typeset.samples import PROSE, whole

from learnt.fictional.manuscript import Bullets, Frame, Heading, Manuscript, Paragraph
from learnt.fictional.typeset.word import typeset_docx

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def _write(tmp_path: Path, *elements: object, seed: int = 0, **options: object) -> Path:
    path = tmp_path / "small.docx"
    manuscript = Manuscript("A title", elements, **options)  # type: ignore[arg-type]  # any element
    typeset_docx(manuscript, path, seed=seed)
    return path


def _part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def _value(node: etree._Element, path: str) -> str:
    return str(node.xpath(f"string({path})", namespaces=W))


def labels(path: Path) -> list[tuple[str, str]]:
    """Give each numbered paragraph's printed number and text, counted as Word counts."""
    numbering = _part(path, "word/numbering.xml")
    lists = {_value(num, "@w:numId"): num for num in numbering.findall("w:num", W)}
    kinds = {
        _value(kind, "@w:abstractNumId"): kind for kind in numbering.findall("w:abstractNum", W)
    }
    counters: dict[str, Counter[int]] = {}
    started: set[str] = set()
    found = []
    for paragraph in _part(path, "word/document.xml").iter(qn("w:p")):
        number = _value(paragraph, "w:pPr/w:numPr/w:numId/@w:val")
        if not number:
            continue
        level = int(_value(paragraph, "w:pPr/w:numPr/w:ilvl/@w:val"))
        kind = _value(lists[number], "w:abstractNumId/@w:val")
        counter = counters.setdefault(kind, Counter())
        start = _value(lists[number], f"w:lvlOverride[@w:ilvl={level}]/w:startOverride/@w:val")
        if start and number not in started:
            counter[level] = int(start)
        else:
            counter[level] += 1
        started.add(number)
        for deeper in [key for key in counter if key > level]:
            del counter[deeper]
        found.append((_printed(kinds[kind], level, counter), _text(paragraph)))
    return found


def _printed(kind: etree._Element, level: int, counter: Counter[int]) -> str:
    text = _value(kind, f"w:lvl[@w:ilvl={level}]/w:lvlText/@w:val")
    for index in range(level + 1):
        form = _value(kind, f"w:lvl[@w:ilvl={index}]/w:numFmt/@w:val")
        text = text.replace(f"%{index + 1}", _figure(counter[index], form))
    return text


def _figure(value: int, form: str) -> str:
    if form == "lowerLetter":
        return chr(ord("a") + value - 1)
    if form == "lowerRoman":
        return ("", "i", "ii", "iii", "iv", "v", "vi")[value]
    return str(value)


def _nodes(node: etree._Element, path: str) -> list[Any]:
    found = node.xpath(path, namespaces=W)
    assert isinstance(found, list)
    return found


def _text(paragraph: etree._Element) -> str:
    return "".join(str(text) for text in _nodes(paragraph, ".//w:t/text()"))


def _numbered(*marks: str) -> list[Paragraph]:
    return [Paragraph(f"Text of {mark}", number=mark, automatic=True) for mark in marks]


@pytest.mark.parametrize(
    "marks",
    [
        ["1.1", "1.2", "1.3"],
        ["10.2", "10.3", "10.7", "11.1"],  # begins late, has a gap
        ["1", "2", "1", "2"],  # begins again
        ["R1", "R2", "R4"],
        ["10.4a", "10.4b", "10.5a"],
        ["1.1.1", "1.1.2", "1.2.1"],
        ["Recommendation 3:", "Recommendation 4:"],
    ],
)
def test_word_counts_to_the_printed_numbers(marks: list[str], tmp_path: Path) -> None:
    found = labels(_write(tmp_path, *_numbered(*marks)))
    assert found == [(mark, f"Text of {mark}") for mark in marks]


def test_headings_and_paragraphs_share_their_counters(tmp_path: Path) -> None:
    elements: list[object] = []
    for section in (3, 4):
        elements.append(Heading(f"Section {section}", 1, f"{section}.", True))
        elements += _numbered(f"{section}.1", f"{section}.2")
    path = _write(tmp_path, *elements)
    assert [mark for mark, _ in labels(path)] == ["3.", "3.1", "3.2", "4.", "4.1", "4.2"]
    levels = _nodes(_part(path, "word/numbering.xml"), "//w:lvlText/@w:val")
    assert levels == ["%1.", "%1.%2"]


def test_labels_are_automatic_and_not_typed(tmp_path: Path) -> None:
    elements = [Paragraph(PROSE, label=f"Recommendation {n}:", automatic=True) for n in (1, 2, 5)]
    path = _write(tmp_path, *elements)
    assert [mark for mark, _ in labels(path)] == [f"Recommendation {n}:" for n in (1, 2, 5)]
    assert "Recommendation" not in " ".join(p.text for p in docx.Document(str(path)).paragraphs)


@pytest.mark.parametrize(
    "marks",
    [("(a)", "(b)", "(c)"), ("i.", "ii.", "iii."), ("1.", "2.", "4."), ("(h)", "(i)", "(j)")],
)
def test_lists_count_and_begin_again(marks: tuple[str, ...], tmp_path: Path) -> None:
    items = tuple(f"item {mark}" for mark in marks)
    lists = [
        Bullets(items, marks, automatic=True),
        Paragraph("between"),
        Bullets(items, marks, 1, True),
    ]
    path = _write(tmp_path, *lists, lists[0])
    assert [mark for mark, _ in labels(path)] == list(marks) * 3


def test_typed_numbers_stay_typed(tmp_path: Path) -> None:
    path = _write(tmp_path, Heading("Lessons", 1, "7."), Paragraph("Words", number="7.1"))
    assert labels(path) == []
    texts = [p.text for p in docx.Document(str(path)).paragraphs]
    assert "7. Lessons" in texts
    assert "7.1\tWords" in texts


def test_footnotes_stand_in_their_part(tmp_path: Path) -> None:
    path = _write(tmp_path, Paragraph("a", footnote="First."), Paragraph("b", footnote="Second."))
    notes = _part(path, "word/footnotes.xml").findall("w:footnote", W)
    assert [_text(note).strip() for note in notes][2:] == ["First.", "Second."]
    marks = _nodes(_part(path, "word/document.xml"), "//w:footnoteReference/@w:id")
    assert marks == ["1", "2"]


def test_sections_turn_pages_and_set_columns(tmp_path: Path) -> None:
    path = tmp_path / "whole.docx"
    typeset_docx(whole(), path)
    body = _part(path, "word/document.xml")
    turned = _nodes(body, "//w:sectPr/w:pgSz[@w:orient='landscape']")
    columns = _nodes(body, "//w:sectPr/w:cols/@w:num")
    assert len(turned) == 1
    assert "2" in columns
    assert columns[-1] == "1"


def test_table_cells_are_merged(tmp_path: Path) -> None:
    path = tmp_path / "whole.docx"
    typeset_docx(whole(), path)
    table = docx.Document(str(path)).tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "Recommendation", "Agency"]
    assert len({cell._tc for cell in table.rows[1].cells}) == 1
    assert table.rows[4].cells[2]._tc is table.rows[3].cells[2]._tc


def test_contents_are_a_field_with_entries(tmp_path: Path) -> None:
    path = tmp_path / "whole.docx"
    typeset_docx(whole(automatic=True), path)
    entries = [p for p in docx.Document(str(path)).paragraphs if "toc" in p.style.name.lower()]  # type: ignore[union-attr]  # every paragraph has a style
    assert [re.sub(r"\t\d+$", "", p.text) for p in entries][:2] == ["1.\tSection 1", "Details of 1"]
    code = "".join(
        str(text) for text in _nodes(_part(path, "word/document.xml"), "//w:instrText/text()")
    )
    assert code.lstrip().startswith("TOC")


def test_frames_keep_their_words_in_every_kind(tmp_path: Path) -> None:
    kinds = set()
    for seed in range(12):
        path = _write(tmp_path, Frame((Paragraph("Boxed words.", label="Box 1"),)), seed=seed)
        body = _part(path, "word/document.xml")
        assert "Box 1 Boxed words." in _text(body)
        for tag in ("w:pBdr", "w:tbl", "w:txbxContent"):
            if body.find(f".//{qn(tag)}") is not None:
                kinds.add(tag)
    assert kinds == {"w:pBdr", "w:tbl", "w:txbxContent"}


def test_properties_say_fictional(tmp_path: Path) -> None:
    core = docx.Document(str(_write(tmp_path, Paragraph("x")))).core_properties
    assert (core.title, core.subject) == ("A title", "Fictional")


def test_page_fields_in_the_footer(tmp_path: Path) -> None:
    path = _write(tmp_path, Paragraph("x"), page_numbers="page n of m", footer="Foot")
    with zipfile.ZipFile(path) as archive:
        feet = " ".join(
            archive.read(name).decode() for name in archive.namelist() if "footer" in name
        )
    assert "PAGE" in feet
    assert "NUMPAGES" in feet
