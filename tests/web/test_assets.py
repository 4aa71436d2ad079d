"""Styles and scripts: a first library finds them, and pages work where they cannot be built."""

from pathlib import Path

import pytest
from django.conf import settings

from learnt.web import build_assets


def no_npm() -> str:
    raise build_assets.NoAssets("no npm here")


@pytest.fixture
def nothing_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(build_assets, "BUILD", tmp_path)
    monkeypatch.setattr(build_assets, "ASSETS", tmp_path / "assets")
    monkeypatch.setattr(build_assets, "npm", no_npm)
    return tmp_path / "assets"


def test_what_is_built_after_the_start_is_found() -> None:
    # Asked when the program starts, before the first build has made the folder.
    assert ("govuk", build_assets.ASSETS) in settings.STATICFILES_DIRS


def test_without_npm_pages_get_plain_files(nothing_built: Path) -> None:
    with pytest.raises(build_assets.NoAssets):
        build_assets.main()
    assert "initAll" in (nothing_built / "govuk-frontend.min.js").read_text()
    assert (nothing_built / "learnt.css").read_text() == ""


def test_plain_files_never_replace_built_ones(nothing_built: Path) -> None:
    nothing_built.mkdir()
    (nothing_built / "learnt.css").write_text("body {}")
    with pytest.raises(build_assets.NoAssets):
        build_assets.main()
    assert (nothing_built / "learnt.css").read_text() == "body {}"


def test_plain_files_are_replaced_when_npm_comes(nothing_built: Path) -> None:
    build_assets.stand_in()
    with pytest.raises(build_assets.NoAssets):
        build_assets.main()
