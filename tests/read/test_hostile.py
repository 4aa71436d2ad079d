"""Files that nobody made on purpose, or somebody did: each is read or refused in one line."""

import contextlib
import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.errors import Unreadable
from learnt.read.docx import read_docx
from learnt.read.html import read_html
from learnt.read.markdown import read_markdown
from learnt.read.plain import read_plain
from learnt.read.sniff import sniff
from learnt.records import Document
from tests.read.docx.word import (
    blocks,
    cell,
    level,
    num,
    para,
    pattern,
    printed,
    row,
    start_at,
    table,
    word_file,
)

TEXT_READERS = (read_html, read_markdown, read_plain)
GOOD = word_file(
    para("Findings", style="H1"),
    para("Share", num="1"),
    table(row("a", cell("b", props='<w:gridSpan w:val="2"/>')), row("c", "d", "e")),
    numbering=pattern("0", level(0, "%1.")) + num("1", "0"),
)


@pytest.mark.parametrize("reader", TEXT_READERS)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_read(reader: Callable[[bytes, str], Document], data: bytes) -> None:
    assert reader(data, "x").name == "x"


@given(text=st.text("<>/=\"' \n\t|-#*abol1.tdhruiv&;[]()", max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_markup_is_read(text: str) -> None:
    for reader in TEXT_READERS:
        reader(text.encode(), "x")


@given(at=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255), cut=st.integers(0, 40))
@settings(max_examples=80, deadline=None)
def test_a_damaged_word_file_is_read_or_refused(at: int, byte: int, cut: int) -> None:
    data = GOOD[:at] + bytes([byte]) + GOOD[at + 1 + cut :]
    for step in (sniff, read_docx):
        with contextlib.suppress(Unreadable):
            step(data, "x.docx")


@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_damaged_parts_are_read_or_refused(data: st.DataObject) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            at = data.draw(st.integers(0, len(part)))
            junk = data.draw(
                st.sampled_from((b"", b"9999999999999", b"<", b'"', b"-1", "²".encode()))
            )
            new.writestr(name, part[:at] + junk + part[at + 3 * len(junk) :])
    with contextlib.suppress(Unreadable):
        read_docx(made.getvalue(), "x.docx")


@pytest.mark.parametrize("huge", ["999999999", "9" * 5000, "²", "-3", ""])
@pytest.mark.parametrize("form", ["lowerLetter", "upperRoman", "chicago", "decimal"])
def test_forged_numbers_cost_nothing(huge: str, form: str) -> None:
    lists = pattern("0", level(0, "%1.", form)) + num(
        "1", "0", start_at(0, 1).replace('"1"', f'"{huge}"')
    )
    assert len(printed(para("x", num="1"), numbering=lists)[0]) < 40


def test_forged_spans_cost_nothing() -> None:
    (found,) = blocks(table(row(cell("a", props='<w:gridSpan w:val="99999999"/>'), "b")))
    assert len(found.rows[0].cells) < 100
    page = read_html(
        b"<table><tr><td colspan=99999999 rowspan=99999999>a<td>b<tr><td>c</table>", "x"
    )
    assert all(len(made.cells) <= 201 for made in page.blocks[0].rows)


def test_styles_in_a_circle() -> None:
    circle = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    )
    assert printed(para("x", style="A"), styles=circle) == ["x"]


def test_nested_tables_without_end() -> None:
    inner = "x"
    for _ in range(30):
        inner = table(row(cell(inner), "y"), row("z", "w"))
    assert "x" in str(blocks(inner))
