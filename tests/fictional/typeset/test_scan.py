from pathlib import Path

import pypdfium2 as pdfium
from tests.fictional.typeset.pages import page_texts, properties
from tests.fictional.typeset.samples import PROSE

from learnt.fictional.manuscript import Manuscript, NewPage, Paragraph
from learnt.fictional.typeset.scan import typeset_scan

SHORT = Manuscript(
    "Scanned report",
    (Paragraph(PROSE * 8), NewPage(), Paragraph(PROSE * 8)),
)


def _pixels(path: Path, page: int) -> tuple[int, int, float]:
    with pdfium.PdfDocument(path) as document:
        picture = document[page].render(scale=0.5, grayscale=True).to_pil()
    shades = picture.resize((1, 1)).getpixel((0, 0))
    assert isinstance(shades, int)
    return picture.width, picture.height, float(shades)


def test_scan_holds_pictures_and_no_text(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    typeset_scan(SHORT, path, seed=1, dpi=100)
    assert page_texts(path) == ["", ""]
    assert properties(path)["Subject"] == "Fictional"
    with pdfium.PdfDocument(path) as document:
        kinds = [[item.type for item in page.get_objects()] for page in document]
        image = next(iter(document[0].get_objects()))
        assert isinstance(image, pdfium.PdfImage)
        assert image.get_px_size() == (827, 1170)
    assert kinds == [[3], [3]]


def test_scan_is_light_paper_with_dark_words(tmp_path: Path) -> None:
    """A page that came out black once: whole numbers of 16 bits ran over."""
    path = tmp_path / "scan.pdf"
    typeset_scan(SHORT, path, seed=1, dpi=100)
    assert 200 < _pixels(path, 0)[2] < 250


def test_same_seed_same_scan(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("two", 1), ("three", 2)):
        typeset_scan(SHORT, tmp_path / name, seed=seed, dpi=72)
    one, two, three = ((tmp_path / name).read_bytes() for name in ("one", "two", "three"))
    assert one == two != three


def test_mixed_document_keeps_the_text_of_its_first_pages(tmp_path: Path) -> None:
    path = tmp_path / "mixed.pdf"
    typeset_scan(SHORT, path, seed=1, dpi=72, text_share=0.5)
    first, second = page_texts(path)
    assert "practitioners" in first
    assert second == ""
    assert _pixels(path, 1)[2] > 200
