import io

import pytest
from page import ValidationProfile, validate_pdf_bytes
from pypdfium2 import PdfDocument

from learnt.publish.report.pdf import to_pdf
from tests.publish.report.composed_factory import make_report


@pytest.fixture(scope="module")
def written() -> bytes:
    return to_pdf(make_report())


def test_it_passes_a_validator_of_pdf_ua(written: bytes) -> None:
    told = validate_pdf_bytes(written, profile=ValidationProfile.PDF_UA_1)
    assert told.is_compliant, [str(one) for one in told.failures]


def test_the_validator_finds_fault_with_a_paper_without_tags() -> None:
    plain = PdfDocument.new()
    plain.new_page(595, 842)
    stream = io.BytesIO()
    plain.save(stream)
    told = validate_pdf_bytes(stream.getvalue(), profile=ValidationProfile.PDF_UA_1)
    assert not told.is_compliant


def test_it_has_bookmarks(written: bytes) -> None:
    titles = [one.get_title() for one in PdfDocument(written).get_toc()]
    assert "Homicides" in titles


def test_page_number_and_notice_stand_on_every_page(written: bytes) -> None:
    for page in PdfDocument(written):
        text = page.get_textpage().get_text_range()
        assert "Internal, not for publication" in text
        assert "Page " in text or any(line.strip().isdigit() for line in text.splitlines())


def test_the_contents_tell_pages(written: bytes) -> None:
    first = PdfDocument(written)[0].get_textpage().get_text_range()
    line = next(line for line in first.splitlines() if "Homicides" in line)
    assert line.rstrip()[-1].isdigit(), line
