from pathlib import Path

import pytest
from tests.fictional.typeset.samples import whole

from learnt.fictional.typeset import FORMATS, CannotTypeset, typeset
from learnt.fictional.typeset.registry import Format

QUICK = ("pdf", "docx", "html", "md", "txt")


@pytest.mark.parametrize("name", QUICK)
def test_same_seed_same_bytes(name: str, tmp_path: Path) -> None:
    typeset(whole(automatic=True), name, tmp_path / "one", seed=3)
    typeset(whole(automatic=True), name, tmp_path / "two", seed=3)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("name", ["pdf", "docx", "html"])
def test_seeds_change_the_look(name: str, tmp_path: Path) -> None:
    files = [tmp_path / str(seed) for seed in range(4)]
    for seed, file in enumerate(files):
        typeset(whole(), name, file, seed=seed)
    assert len({file.read_bytes() for file in files}) > 1


def test_unknown_format_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(CannotTypeset, match=r"unknown format 'odt': choose from pdf, .*scan"):
        typeset(whole(), "odt", tmp_path / "x")


def test_missing_tool_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known = FORMATS["pdf-office"]
    gone = Format(known.suffix, known.typesetter, lambda: "LibreOffice is not installed")
    monkeypatch.setitem(FORMATS, "pdf-office", gone)
    with pytest.raises(CannotTypeset, match="cannot write pdf-office: LibreOffice"):
        typeset(whole(), "pdf-office", tmp_path / "x")


def test_missing_programs_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    for name in ("pdf-office", "pdf-browser"):
        assert "not installed" in (FORMATS[name].available() or "")
    assert FORMATS["html"].available() is None
