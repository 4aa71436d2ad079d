import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from tests.fictional.typeset.pages import flat, page_texts, properties, sizes
from tests.fictional.typeset.samples import PROSE, long_table, whole

from learnt.fictional.manuscript import Frame, Heading, Manuscript, NewPage, Paragraph, Table
from learnt.fictional.typeset.pdf import typeset_pdf


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "report.pdf"
    typeset_pdf(whole(watermark="DRAFT"), path, seed=1)
    return path


def _set(tmp_path: Path, *elements: object, seed: int = 0, **options: object) -> Path:
    path = tmp_path / "small.pdf"
    manuscript = Manuscript("A title", elements, **options)  # type: ignore[arg-type]  # any element
    typeset_pdf(manuscript, path, seed=seed)
    return path


def test_properties_say_fictional(report: Path) -> None:
    found = properties(report)
    assert found["Title"] == "Domestic Homicide Review"
    assert found["Subject"] == "Fictional"


def test_own_subject_still_says_fictional(tmp_path: Path) -> None:
    path = _set(tmp_path, Paragraph("x"), properties={"subject": "Overview", "author": "A Chair"})
    assert properties(path)["Subject"] == "Fictional: Overview"
    assert properties(path)["Author"] == "A Chair"


def test_contents_page_tells_true_pages(report: Path) -> None:
    pages = page_texts(report)
    for line in ("1. Section 1", "Details of 3", "5. Recommendations", "Glossary"):
        listed = re.search(rf"^{re.escape(line)}[ .]*(\d+)$", pages[1], re.MULTILINE)
        assert listed, line
        assert line in pages[int(listed[1]) - 1]


def test_furniture_on_every_page_but_the_title(report: Path) -> None:
    pages = page_texts(report)
    assert all("Calder Vale CSP" in page for page in pages[1:])
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]


def test_pages_turn_and_turn_back(report: Path) -> None:
    wide = [width > height for width, height in sizes(report)]
    assert wide[0] is wide[-1] is False
    assert 1 <= sum(wide) <= 6


def test_every_event_once_and_in_order(report: Path) -> None:
    """Nothing is lost or doubled where columns and pages break."""
    events = [int(number) for number in re.findall(r"Event (\d+)\.", flat(report))]
    assert events == list(range(1, 31))


def test_rows_and_groups_survive_page_breaks(report: Path) -> None:
    text = flat(report)
    assert [int(n) for n in re.findall(r"Row (\d+)\.", text)] == list(range(1, 13))
    assert re.findall(r"Theme \d", text) == ["Theme 1", "Theme 2", "Theme 3"]


@pytest.mark.parametrize("repeat", [True, False])
def test_header_row_repeats_when_asked(repeat: bool, tmp_path: Path) -> None:
    path = _set(tmp_path, long_table(30, repeat_header=repeat))
    pages = page_texts(path)
    headed = [page for page in pages if "Recommendation" in page]
    assert len(pages) > 2
    assert len(headed) == (len(pages) if repeat else 1)


def test_rows_are_cut_in_mid_cell(tmp_path: Path) -> None:
    path = _set(tmp_path, long_table(30, repeat_header=False))
    first, second = page_texts(path)[:2]
    assert re.search(r"Row \d+\.", first)
    before_next_row = second.split("Row ")[0]
    assert len(before_next_row) > 60, "the second page should open in the middle of a cell"


@pytest.mark.parametrize(("rules", "least", "most"), [("all", 60, 999), ("none", 0, 2)])
def test_rules_are_drawn(rules: str, least: int, most: int, tmp_path: Path) -> None:
    path = _set(tmp_path, long_table(8, rules=rules))
    with pdfium.PdfDocument(path) as document:
        paths = [item for item in document[0].get_objects() if item.type == 2]
    assert least <= len(paths) <= most


def test_footnote_stands_on_the_page_of_its_mark(tmp_path: Path) -> None:
    filler = [Paragraph(f"Filler {index}. {PROSE * 2}") for index in range(40)]
    for index in range(0, 40, 3):
        filler[index] = Paragraph(f"{PROSE}Marked {index}end.", footnote=f"Note {index}end.")
    pages = page_texts(_set(tmp_path, *filler))
    assert len(pages) > 2
    for index in range(0, 40, 3):
        holder = [page for page in pages if f"Marked {index}end" in " ".join(page.split())]
        noted = [page for page in pages if f"Note {index}end" in " ".join(page.split())]
        assert holder == noted, index


def test_welsh_letters_and_quotes_print(tmp_path: Path) -> None:
    text = flat(_set(tmp_path, Paragraph("‘Tŷ Gwyn’ – “ŵyr” • é"), seed=2))
    plain = text.replace("ŷ", "y").replace("ŵ", "w")
    assert "‘Ty Gwyn’ – “wyr” • é" in plain


def test_hyphens_stand_at_line_ends_only(tmp_path: Path) -> None:
    path = _set(tmp_path, Paragraph(PROSE * 12), hyphenated=True, justified=True)
    lines = page_texts(path)[0].split("\n")
    assert any(re.search(r"[a-z]{2}-$", line) for line in lines)
    assert not any(re.search(r"[a-z][-\xad][a-z]", line) for line in lines)


def test_box_over_two_pages_keeps_its_words(tmp_path: Path) -> None:
    inside = tuple(Paragraph(f"Boxed {index}. {PROSE * 2}") for index in range(30))
    text = flat(_set(tmp_path, Paragraph("Before."), Frame(inside, shaded=True)))
    assert [int(n) for n in re.findall(r"Boxed (\d+)\.", text)] == list(range(30))


def test_title_is_added_only_where_missing(tmp_path: Path) -> None:
    assert flat(_set(tmp_path, Paragraph("Words."), page_numbers="none")).count("A title") == 1
    twice = _set(tmp_path, Paragraph("A title", centred=True), page_numbers="none")
    assert flat(twice).count("A title") == 1


@pytest.mark.parametrize(
    ("style", "printed"),
    [("n", "2"), ("page n", "Page 2"), ("page n of m", "Page 2 of 3"), ("n/m", "2/3")],
)
def test_page_number_styles(style: str, printed: str, tmp_path: Path) -> None:
    elements = [Paragraph("a"), NewPage(), Paragraph("b"), NewPage(), Heading("c")]
    page = page_texts(_set(tmp_path, *elements, page_numbers=style))[1]
    assert printed in page.split("\n")


def test_page_numbers_in_welsh(tmp_path: Path) -> None:
    elements = [Paragraph("a"), NewPage(), Paragraph("b")]
    assert "Tudalen 2 o 2" in page_texts(_set(tmp_path, *elements, language="cy"))[1]


def test_empty_table_and_odd_rows_do_not_fail(tmp_path: Path) -> None:
    table = Table((), (("one", None), ("only",)))
    assert "only" in flat(_set(tmp_path, table))
