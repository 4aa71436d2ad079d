"""The page: self-contained, in order, every table and picture with its words."""

import base64
import itertools
import re
from typing import Any

import pytest
from lxml import html as lxml_html

from learnt.publish.report import compose, make_paragraphs, to_html
from learnt.publish.report.composed import Cell, Number
from learnt.publish.report.html import is_numeric
from tests.publish.factories import an_analysis
from tests.publish.report.composed_factory import make_table


@pytest.fixture(scope="module")
def page() -> str:
    words = make_paragraphs({"conclusions": "Learning *was* shared.\n\n- one\n- two\n  - inner"})
    return to_html(compose(an_analysis(), paragraphs=words))


@pytest.fixture(scope="module")
def tree(page: str) -> Any:
    return lxml_html.fromstring(page)


def test_the_page_asks_for_nothing_outside(page: str, tree: Any) -> None:
    assert not tree.xpath("//script | //link | //iframe | //object")
    for address in tree.xpath("//@src | //@srcset | //@poster"):
        assert str(address).startswith("data:image/svg+xml;base64,")
    assert "@import" not in page
    assert "url(" not in page
    for picture in re.findall(r"base64,([^\"]+)", page):
        svg = base64.b64decode(picture).decode()
        assert "href" not in svg.replace("xmlns:xlink", "")


def test_headings_are_in_order(tree: Any) -> None:
    levels = [int(str(one.tag)[1]) for one in tree.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_tables_have_caption_and_scope(tree: Any) -> None:
    tables = tree.xpath("//table")
    assert len(tables) > 10
    for table in tables:
        assert table.findtext("caption") or table.xpath("caption/strong")
        assert all(one.get("scope") == "col" for one in table.xpath("thead//th"))
        assert all(one.get("scope") == "row" for one in table.xpath("tbody//th"))
        wide = {len(row) for row in table.xpath(".//tr")}
        assert len(wide) == 1, table.get("id")


def test_pictures_have_words_and_their_data(tree: Any) -> None:
    figures = tree.xpath("//figure")
    assert len(figures) >= 5
    for figure in figures:
        assert len(figure.find("img").get("alt")) > 30
        assert figure.xpath("details/summary")
        assert figure.xpath("details//table")


def test_contents_lead_to_the_sections(tree: Any) -> None:
    ids = set(tree.xpath("//@id"))
    links = [str(one) for one in tree.xpath("//nav//a/@href")]
    assert len(links) == 14
    assert all(link.removeprefix("#") in ids for link in links)


def test_lists_nest(tree: Any) -> None:
    assert [one.text for one in tree.xpath("//section//ul/li/ul/li")] == ["inner"]


def test_internal_pages_say_so_and_public_ones_do_not() -> None:
    internal = to_html(compose(an_analysis()))
    public = to_html(compose(an_analysis(public=True)))
    assert '@top-center { content: "Internal, not for publication"' in internal
    assert "noindex" in internal
    assert "not for publication" not in public
    assert "noindex" not in public


def test_the_same_report_gives_the_same_bytes(page: str) -> None:
    words = make_paragraphs({"conclusions": "Learning *was* shared.\n\n- one\n- two\n  - inner"})
    assert to_html(compose(an_analysis(), paragraphs=words)) == page


def test_data_can_be_printed_open() -> None:
    assert "<details open>" in to_html(compose(an_analysis()), opened=True)


def test_words_of_an_analyst_cannot_become_markup() -> None:
    words = make_paragraphs(
        {"conclusions": "<script>alert(1)</script> [a](javascript:alert(1)) ![b](https://x.org/y)"}
    )
    page = to_html(compose(an_analysis(), paragraphs=words))
    assert "<script" not in page
    assert "javascript:" not in re.sub(r"\[a\]\([^)]*\)", "", page)
    assert "https://x.org" not in page


@pytest.mark.parametrize(
    ("printed", "numeric"),
    [
        ("12% to 50%", True),
        ("less than 1% to 5%", True),
        ("1.10 to 6.50", True),
        ("16 or more", True),
        ("fewer than 5", True),
        ("YE Mar 2024", False),
    ],
)
def test_a_column_of_numbers_is_set_to_the_right(printed: str, numeric: bool) -> None:
    number = Number("12", "a.b", "x", "share_low")
    table = make_table(rows=((Cell("a"), Cell("12", (number,))), (Cell("b"), Cell(printed))))
    assert is_numeric(table, 1) is numeric
