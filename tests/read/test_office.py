import os
import shutil
from pathlib import Path

import pytest

from learnt.errors import Unreadable
from learnt.read import office
from learnt.read.office import convert_office, read_office
from learnt.read.sniff import DOCX, ODT, RTF, sniff
from tests.read.docx.word import level, num, para, pattern, word_file

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"),
    reason="LibreOffice is not installed",
)


@pytest.mark.tool("soffice")
@needs_office
@pytest.mark.parametrize("ending", ["odt", "rtf", "doc"])
def test_automatic_numbers_survive(ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = {"odt": "odt", "rtf": "rtf:Rich Text Format", "doc": "doc:MS Word 97"}
    monkeypatch.setitem(office._FILTERS, ending, kinds[ending])
    levels = (level(0, "Recommendation %1:"), level(1, "%1.%2"))
    lists = pattern("0", *levels) + num("1", "0")
    made = word_file(
        para("Share", num="1"),
        para("within", num="1", level=1),
        para("Train", num="1"),
        numbering=lists,
    )
    data = convert_office(made, "a.docx", DOCX, ending)
    found = read_office(data, "a", sniff(data, "a"))
    assert [block.printed for block in found.blocks] == [
        "Recommendation 1: Share",
        "1.1 within",
        "Recommendation 2: Train",
    ]
    assert found.media_type == sniff(data, "a")


def test_missing_office_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office_program", lambda: None)
    with pytest.raises(Unreadable) as caught:
        read_office(b"{\\rtf1 x}", "a.rtf", RTF)
    assert caught.value.cause == "needs-office"


def test_converter_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nsleep 60 &\nwait\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(program))
    monkeypatch.setattr(office, "SECONDS", 0.2)
    with pytest.raises(Unreadable) as caught:
        read_office(b"x", "a.odt", ODT)
    assert caught.value.cause == "timeout"


def test_converter_that_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexit 0\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(program))
    with pytest.raises(Unreadable) as caught:
        read_office(b"x", "a.odt", ODT)
    assert caught.value.cause == "damaged"
