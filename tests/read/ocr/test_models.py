"""What OCR lacks is told in one line that says how to get it."""

from pathlib import Path

import pytest

from learnt.errors import Unreadable
from learnt.read import dispatch
from learnt.read.ocr import models
from tests.read.ocr.scans import scan, typeset

PAGE = typeset([(72, 60, "The panel met six times.", "Helvetica", 11)])


def test_models_are_looked_for_where_the_variable_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "eng.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert models.find_data() == tmp_path
    assert models.has_model("eng")
    assert not models.has_model("cym")


def test_missing_parts_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "find_data", lambda: None)
    assert "tesseract-ocr" in models.missing_part()
    monkeypatch.setattr(models, "PACKAGES", ("no_such_package_here",))
    assert "learnt[ocr]" in models.missing_part()


@pytest.mark.parametrize("off", [True, False])
def test_scan_without_ocr_says_what_it_needs(off: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "PACKAGES", ("no_such_package_here",))
    with pytest.raises(Unreadable) as caught:
        dispatch.parse(scan(PAGE), "scan.pdf", ocr=not off)
    assert caught.value.cause == "needs-ocr"
    assert ("switched off" in str(caught.value)) == off
    assert str(caught.value).startswith("scan.pdf")


def test_text_needs_no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "PACKAGES", ("no_such_package_here",))
    assert dispatch.parse(PAGE, "text.pdf").pages == 1
