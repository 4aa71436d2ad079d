from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.fictional.typeset.samples import whole

from learnt.fictional.manuscript import Bullets, Frame, Manuscript, Paragraph, Table
from learnt.fictional.typeset.html import html_page


def _page(*elements: object, seed: int = 1) -> LexborHTMLParser:
    return LexborHTMLParser(html_page(Manuscript("A title", elements), seed))  # type: ignore[arg-type]  # any element


def _seed(semantic: bool) -> int:
    """Give a seed with or without real headings."""
    for seed in range(50):
        has = LexborHTMLParser(html_page(whole(), seed)).css_first("main h2[id]") is not None
        if has == semantic:
            return seed
    raise AssertionError("no seed gives this variant")


def test_headings_are_headings_or_bold_paragraphs() -> None:
    good = LexborHTMLParser(html_page(whole(), _seed(True)))
    poor = LexborHTMLParser(html_page(whole(), _seed(False)))
    assert "Glossary" in [node.text() for node in good.css("h2")]
    assert not poor.css("h2[id]")
    assert "Glossary" in [node.text() for node in poor.css("p > strong")]


def test_lists_nest_in_the_item_before() -> None:
    page = _page(
        Bullets(("one", "two"), ("•", "•")), Bullets(("sub",), ("(a)",), level=1, automatic=True)
    )
    inner = page.css_first("ul > li > ol")
    assert inner is not None
    assert inner.attributes["type"] == "a"
    assert inner.parent is not None
    assert inner.parent.text(deep=False) == "two"


@pytest.mark.parametrize(
    ("marks", "start", "values"),
    [
        (("1.", "2."), None, [None, None]),
        (("4.", "5."), "4", [None, None]),
        (("1.", "3."), None, [None, "3"]),
    ],
)
def test_ordered_lists_keep_their_numbers(
    marks: tuple[str, ...], start: str | None, values: list[str | None]
) -> None:
    node = _page(Bullets(("a", "b"), marks, automatic=True)).css_first("ol")
    assert node is not None
    assert node.attributes.get("start") == start
    assert [item.attributes.get("value") for item in node.css("li")] == values


def test_merged_cells_span_rows_and_groups_span_columns() -> None:
    rows = (("Group",), ("1", "Council"), ("2", None), ("3", None), ("4", "Trust"))
    page = _page(Table(("No.", "Agency"), rows))
    assert [node.attributes["colspan"] for node in page.css("td[colspan]")] == ["2"]
    spans = [(node.text(), node.attributes["rowspan"]) for node in page.css("td[rowspan]")]
    assert spans == [("Council", "3")]
    assert [len(row.css("td")) for row in page.css("tbody tr")] == [1, 2, 1, 1, 2]


def test_marks_of_html_are_escaped() -> None:
    page = _page(Paragraph("a < b & <c>"), Frame((Paragraph("d & e"),)))
    assert "a < b & <c>" in [node.text() for node in page.css("p")]


def test_footnotes_are_linked_both_ways() -> None:
    page = _page(Paragraph("Words", footnote="The note."))
    note = page.css_first("section.footnotes li#fn1")
    assert note is not None
    assert "The note." in note.text()
    assert page.css_first("sup a[href='#fn1']") is not None


def test_page_says_fictional(tmp_path: Path) -> None:
    meta = _page(Paragraph("x")).css_first("meta[name=description]")
    assert meta is not None
    assert meta.attributes["content"] == "Fictional"
