import io
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.shared import Cm
from msgspec.structs import replace

from learnt.publish.report.composed import Cell, Section
from learnt.publish.report.word import to_word
from tests.publish.report.composed_factory import make_report, make_table


@pytest.fixture(scope="module")
def written() -> bytes:
    return to_word(make_report())


@pytest.fixture(scope="module")
def opened(written: bytes) -> Any:
    return Document(io.BytesIO(written))


def texts(opened: Any, style: str) -> list[str]:
    return [one.text for one in opened.paragraphs if one.style.name == style]


def test_headings_are_headings(opened: Any) -> None:
    assert texts(opened, "Title") == ["Overview of reviews in Elmbury"]
    assert texts(opened, "Heading 1") == ["Homicides"]
    assert texts(opened, "Heading 2") == ["Who died"]


def test_the_contents_can_be_counted_anew(opened: Any) -> None:
    """The list that we write is the result of a field, whole: begun, parted and ended once."""
    xml = opened.element.xml
    inside = xml[xml.index(">Contents<") : xml.index(' TOC \\o "1-2"')]
    assert inside.count('fldCharType="begin"') == 1
    after = xml[xml.index(' TOC \\o "1-2"') : xml.index('w:val="Heading1"')]
    assert after.count('fldCharType="separate"') == after.count('fldCharType="end"') == 1
    assert after.index('"separate"') < after.index(">Homicides<") < after.index('"end"')


def test_captions_are_counted_by_word(opened: Any) -> None:
    assert texts(opened, "Caption") == [
        "Table 1: Sex of the people who died",
        "Figure 1: Sex of the people who died",
        "Table 2: Sex of the people who died",
    ]
    assert "SEQ Figure" in opened.element.xml


def test_a_table_can_be_edited_and_repeats_its_head(opened: Any) -> None:
    table = opened.tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["Female", "13"]
    assert "w:tblHeader" in table.rows[0]._tr.xml


def test_a_picture_has_an_alternative_text(opened: Any) -> None:
    shape = opened.inline_shapes[0]
    assert shape._inline.docPr.get("descr") == "13 were women and 7 were men."


def test_a_picture_fits_between_the_margins(opened: Any) -> None:
    shape = opened.inline_shapes[0]
    assert 0 < shape.width <= Cm(16.5)


def test_a_long_column_is_wider_than_a_short_one() -> None:
    long = make_table(rows=((Cell("A word"), Cell("a very long cell of many words " * 3)),), last=0)
    report = make_report()
    section = Section(id="long", title="Long", blocks=(long,))
    opened = Document(io.BytesIO(to_word(replace(report, sections=(section,)))))
    first, second = (column.cells[0].width for column in opened.tables[0].columns)
    assert second > 2 * first


def test_the_notice_stands_on_every_page(opened: Any) -> None:
    assert opened.sections[0].header.paragraphs[0].text == "Internal, not for publication"


def test_without_a_notice_the_head_is_empty() -> None:
    opened = Document(io.BytesIO(to_word(make_report(notice=""))))
    assert opened.sections[0].header.paragraphs[0].text == ""


def test_links_lead_within_and_outside(written: bytes, opened: Any) -> None:
    assert 'w:anchor="s_homicides"' in opened.element.xml
    assert 'w:name="s_homicides"' in opened.element.xml
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert b"https://example.org/guide" in archive.read("word/_rels/document.xml.rels")


def test_the_language_is_british_english(opened: Any) -> None:
    assert 'w:val="en-GB"' in opened.styles.element.xml


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(written: bytes, tmp_path: Path) -> None:
    paper = tmp_path / "report.docx"
    paper.write_bytes(written)
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        home,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(paper),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
