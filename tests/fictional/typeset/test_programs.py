"""PDFs by other programs: a word processor and a browser."""

import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from tests.fictional.typeset.pages import flat, page_texts, properties, sizes
from tests.fictional.typeset.samples import whole

from learnt.fictional.typeset.browser import typeset_browser
from learnt.fictional.typeset.office import Job, typeset_many


@pytest.mark.tool("soffice")
def test_word_processor_prints_automatic_numbers(tmp_path: Path) -> None:
    paths = [tmp_path / "plain.pdf", tmp_path / "tagged.pdf"]
    manuscript = whole(automatic=True)
    typeset_many([Job(manuscript, path, seed) for seed, path in enumerate(paths)])
    for path in paths:
        text = flat(path)
        for mark in ("1. Section 1", "3.2 The panel", "(b) another", "Recommendation 4: The panel"):
            assert mark in text, mark
        assert [int(n) for n in re.findall(r"Event (\d+)\.", text)] == list(range(1, 31))
        assert properties(path)["Subject"] == "Fictional"
        assert any(width > height for width, height in sizes(path))
        with pdfium.PdfDocument(path) as document:
            assert document.is_tagged() == (path.stem == "tagged")


@pytest.mark.tool("chromium")
def test_browser_prints_address_and_page(tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    typeset_browser(whole(), path, seed=1)
    pages = page_texts(path)
    assert 4 <= len(pages) <= 20
    assert all("http://www.council.example/" in page for page in pages)
    assert f"{len(pages)}/{len(pages)}" in pages[-1]
    assert "Row 12." in flat(path)
