import pytest

from learnt.errors import Unreadable
from learnt.read.html import read_html
from learnt.records import Document


def page(body: str, head: str = "") -> Document:
    return read_html(f"<!doctype html><meta charset=utf-8>{head}<body>{body}".encode(), "p.html")


def printed(body: str, head: str = "") -> list[str]:
    return [block.printed for block in page(body, head).blocks]


@pytest.mark.parametrize(
    ("why", "body", "lines"),
    [
        ("start", "<ol start=3><li>a<li>b</ol>", ["3. a", "4. b"]),
        ("value", "<ol><li>a<li value=9>b<li>c</ol>", ["1. a", "9. b", "10. c"]),
        ("reversed", "<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("letters and romans", "<ol type=a><li>a<li>b</ol><ol type=I><li>c</ol>", ["a. a", "b. b", "I. c"]),
        ("style", "<ol style='list-style-type:lower-roman'><li>a<li>b</ol>", ["i. a", "ii. b"]),
        ("no marks", "<ol style='list-style:none'><li>a</ol>", ["a"]),
        ("nested", "<ul><li>a<ul><li>b</ul><li>c</ul>", ["• a", "◦ b", "• c"]),
        ("two paragraphs in an item", "<ol><li><p>a</p><p>b</p></ol>", ["1. a", "b"]),
        ("a typed label beats a bullet", "<ul><li>10.4a That</ul>", ["10.4a That"]),
        ("a number typed and counted", "<ol><li>1. That</ol>", ["1. That"]),
        ("words without a paragraph", "<div>loose<div>inner <b>bold</b></div>tail</div>",
         ["loose", "inner bold", "tail"]),
        ("blanks fold", "<p>a\n  b<br>c</p>", ["a b c"]),
        ("term and value", "<dl><dt>Published:<dd>May 2025<dt>From<dd>A council</dl>",
         ["Published: May 2025", "From: A council"]),
        ("details are read", "<details><summary>More</summary><p>Inside.</p></details>", ["More", "Inside."]),
        ("captions", "<figure><img alt=x><figcaption>Figure 1</figcaption></figure>", ["Figure 1"]),
        ("note marks are no words", '<p>Done<sup><a href="#fn1">1</a></sup>.</p>', ["Done."]),
        ("a power is a word", "<p>m<sup>2</sup></p>", ["m2"]),
        ("entities", "<p>Health &amp; Care &mdash; x</p>", ["Health & Care — x"]),
    ],
)  # fmt: skip
def test_what_a_reader_sees(why: str, body: str, lines: list[str]) -> None:
    assert printed(body) == lines, why


@pytest.mark.parametrize(
    ("why", "body", "kind"),
    [
        ("menu", "<nav><a href=/>Home</a></nav>", "contents"),
        ("page header", "<header><p>Council</p></header>", "header"),
        ("page footer", "<footer><p>Crown copyright</p></footer>", "footer"),
        ("role", "<div role=contentinfo>Crown copyright</div>", "footer"),
        ("cookies", "<div class=cookie-banner><p>We use cookies</p></div>", "note"),
        ("hidden", "<p hidden>unseen</p>", "note"),
        ("not displayed", "<p style='display: none'>unseen</p>", "note"),
        ("by a rule", "<style>.x{display:none}</style><p class=x>unseen</p>", "note"),
        ("for screen readers", "<p class=govuk-visually-hidden>unseen</p>", "note"),
        ("Word's contents", "<p class=MsoToc1>1 Terms 3</p>", "contents"),
        ("links into the page", "<ul><li><a href=#a>A</a><li><a href=#b>B</a><li><a href=#c>C</a></ul>", "contents"),
        ("notes at the end", "<div role=doc-endnotes><ol><li>See there.</ol></div>", "footnote"),
    ],
)  # fmt: skip
def test_what_surrounds_the_text_is_set_apart(why: str, body: str, kind: str) -> None:
    found = page(f"<main><p>Text.</p></main>{body}")
    assert [block.text for block in found.blocks] == ["Text."], why
    assert {item.kind for item in found.furniture} == {kind}, why


@pytest.mark.parametrize(
    ("why", "body"),
    [
        ("a header within the article", "<article><header><h1>Kept</h1></header></article>"),
        ("an aside that speaks", "<main><aside>Kept</aside></main>"),
        ("a class that only sounds so", "<div class=sharepoint-zone>Kept</div>"),
        ("related work, told at length", f"<div class=related>Kept {'word ' * 400}</div>"),
        ("a list of links to elsewhere", "<ul><li><a href=/x>Kept</a><li>b<li>c</ul>"),
    ],
)
def test_what_belongs_to_the_text_stays(why: str, body: str) -> None:
    assert any("Kept" in block.text for block in page(body).blocks), why


def test_spans_fill_the_grid() -> None:
    (found,) = page(
        "<table><thead><tr><th>No<th>Text<th>Who</thead>"
        "<tr><td rowspan=2>1<td>First<ul><li>x<li>y</ul><td>Police<br>Housing"
        "<tr><td colspan=2>Wide<tr><td colspan=3>All</table>"
    ).blocks
    assert [row.texts for row in found.rows] == [
        ("No", "Text", "Who"),
        ("1", "First\n• x\n• y", "Police\nHousing"),
        ("1", "Wide", "Wide"),
        ("All", "All", "All"),
    ]
    assert [[cell.merged for cell in row.cells] for row in found.rows[2:]] == [
        [True, False, True],
        [False, True, True],
    ]
    assert [row.header for row in found.rows] == [True, False, False, False]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><p>Recommendation 1</p><p>Act.</p></table>",
        "<div style='border: 1px solid black'><p>Recommendation 1</p><p>Act.</p></div>",
        "<style>.panel{background:#eef}</style><div class=panel><p>Recommendation 1</p><p>Act.</p></div>",
        "<table role=presentation><tr><td>Recommendation 1<td>Act.</table>",
    ],
)
def test_boxes_are_frames(body: str) -> None:
    found = page(f"<p>Before.</p>{body}<p>After.</p>").blocks
    assert [block.text for block in found] == ["Before.", "Recommendation 1", "Act.", "After."]
    assert [bool(block.frame) for block in found] == [False, True, True, False]


def test_layout_table_holds_a_real_one() -> None:
    inner = "<table><tr><th>No<th>Text<tr><td>1<td>Act</table>"
    found = page(f"<table><tr><td>menu<td><h2>Title</h2>{inner}</table>").blocks
    assert [block.kind for block in found] == ["paragraph", "heading", "table"]


def test_headings_of_tag_role_and_dress() -> None:
    found = page(
        "<h2>Findings</h2><div role=heading aria-level=3>Police</div>"
        "<p><b>Recommendation 1</b><br>That the trust acts.</p><p>More text.</p>"
    ).blocks
    assert [(block.kind, block.level) for block in found] == [
        ("heading", 2), ("heading", 3), ("heading", 4), ("paragraph", 0), ("paragraph", 0),
    ]  # fmt: skip


def test_lists_written_by_word() -> None:
    """Word writes an item as a paragraph; its label is a part that is to be ignored."""
    label = (
        "<![if !supportLists]><span style='mso-list:Ignore'>{}<span>&nbsp; </span></span><![endif]>"
    )
    style = "class=MsoListParagraph style='mso-list:l0 level{} lfo1'"
    found = page(
        f"<p {style.format(1)}>{label.format('Recommendation 3:')}Act.</p>"
        f"<p {style.format(2)}>{label.format('(a)')}Train.</p>"
    ).blocks
    assert [(block.kind, block.number, block.text, block.level) for block in found] == [
        ("paragraph", "Recommendation 3:", "Act.", 0),
        ("item", "(a)", "Train.", 1),
    ]


@pytest.mark.parametrize(
    ("why", "data"),
    [
        ("a mark at the start", "<p>café’s</p>".encode("utf-16")),
        ("a declared encoding", "<meta charset=windows-1252><p>café’s</p>".encode("cp1252")),
        ("mislabelled as Latin-1", "<meta charset=iso-8859-1><p>café’s</p>".encode("cp1252")),
        ("UTF-8 that says it is not", "<meta charset=iso-8859-1><p>café’s</p>".encode()),
        ("nothing declared", "<p>café’s</p>".encode("cp1252")),
    ],
)
def test_encodings(why: str, data: bytes) -> None:
    assert [block.text for block in read_html(data, "p").blocks] == ["café’s"], why


def test_web_archive() -> None:
    data = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=X\r\n\r\n--X\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<p>caf=C3=A9</p>\r\n--X--\r\n"
    )
    assert [block.text for block in read_html(data, "p.mht").blocks] == ["café"]
    with pytest.raises(Unreadable):
        read_html(data.replace(b"text/html", b"image/png"), "p.mht")


def test_deep_nesting_loses_no_words() -> None:
    found = page("<div>" * 3000 + "deep" + "</div>" * 3000 + "<p>after</p>").blocks
    assert [block.text for block in found] == ["deep", "after"]


def test_title_and_properties() -> None:
    found = page("<p>x</p>", "<title> A  review </title><meta name=author content='A Person'>")
    assert (found.title, found.properties["author"]) == ("A review", "A Person")
