import io
import zipfile

import docx
import pytest

from learnt.errors import Unreadable
from learnt.read.docx import read_docx
from tests.read.docx.word import (
    blocks,
    bold,
    cell,
    level,
    num,
    para,
    pattern,
    printed,
    read,
    row,
    style,
    table,
    word_file,
)

HEADINGS = style("H1", "heading 1", '<w:outlineLvl w:val="0"/>') + style(
    "H2", "heading 2", based="H1"
)
BOX = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))


def run(text: str, props: str = "") -> str:
    return f'<w:r><w:rPr>{props}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, result: str) -> str:
    return (
        f"{mark('begin')}<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f"{mark('separate')}{run(result)}{mark('end')}"
    )


def raw(inner: str, props: str = "") -> str:
    return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>"


@pytest.mark.parametrize(
    ("why", "inner", "text"),
    [
        (
            "tracked insertions are accepted",
            f"{run('The ')}<w:ins>{run('new ')}</w:ins>{run('text')}",
            "The new text",
        ),
        (
            "deletions are dropped",
            f"{run('The ')}<w:del><w:r><w:delText>old </w:delText></w:r></w:del>{run('text')}",
            "The text",
        ),
        (
            "what moved away is dropped",
            f"<w:moveFrom>{run('away ')}</w:moveFrom>{run('text')}",
            "text",
        ),
        ("a field shows its result", run("Page ") + field("REF target", "seven"), "Page seven"),
        (
            "a field within a field's instruction",
            mark("begin")
            + "<w:r><w:instrText>IF </w:instrText></w:r>"
            + field("REF x", "hidden")
            + mark("separate")
            + run("shown")
            + mark("end"),
            "shown",
        ),
        ("a simple field", f'<w:fldSimple w:instr="DATE">{run("May")}</w:fldSimple>', "May"),
        (
            "links, smart tags, content controls",
            f"<w:hyperlink>{run('one ')}</w:hyperlink><w:smartTag>{run('two ')}</w:smartTag>"
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run('three')}</w:sdtContent></w:sdt>",
            "one two three",
        ),
        (
            "tabs, hyphens, soft hyphens",
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t>"
            "<w:softHyphen/><w:t>d</w:t></w:r>",
            "a b-cd",
        ),
        (
            "a line break that only wraps",
            "<w:r><w:t>officers are</w:t><w:br/><w:t>reminded of it</w:t></w:r>",
            "officers are reminded of it",
        ),
        ("hidden words are no text", run("seen ") + run("unseen", "<w:vanish/>"), "seen"),
    ],
)
def test_words_of_a_paragraph(why: str, inner: str, text: str) -> None:
    assert printed(raw(inner)) == [text], why


def test_hidden_words_are_set_apart() -> None:
    furniture = read(raw(run("seen ") + run("unseen", "<w:vanish/>"))).furniture
    assert [(item.kind, item.text) for item in furniture] == [("note", "unseen")]


def test_deleted_paragraph_end_joins_paragraphs() -> None:
    first = raw(run("The council "), "<w:rPr><w:del/></w:rPr>")
    assert printed(first, para("should act.")) == ["The council should act."]


def test_heading_and_text_parted_by_a_line_break() -> None:
    inner = (
        run("Recommendation 4", "<w:b/>")
        + "<w:r><w:br/></w:r>"
        + run("That the trust trains staff.")
    )
    found = blocks(raw(inner), para("After."))
    assert [(block.kind, block.text) for block in found] == [
        ("heading", "Recommendation 4"),
        ("paragraph", "That the trust trains staff."),
        ("paragraph", "After."),
    ]


def test_lists_typed_with_line_breaks_become_items() -> None:
    lines = ("The trust should:", "(a) train staff", "(b) audit records")
    inner = "<w:r>" + "<w:br/>".join(f"<w:t>{line}</w:t>" for line in lines) + "</w:r>"
    assert [(block.kind, block.number) for block in blocks(raw(inner))] == [
        ("paragraph", ""),
        ("item", "(a)"),
        ("item", "(b)"),
    ]


@pytest.mark.parametrize(
    ("why", "body", "kinds"),
    [
        ("a style", [para("Findings", style="H1"), para("Text.")], ["heading1", "paragraph0"]),
        (
            "a style based on one",
            [para("Findings", style="H2"), para("Text.")],
            ["heading2", "paragraph0"],
        ),
        (
            "an outline level of its own",
            [para("Findings", props='<w:outlineLvl w:val="2"/>'), para("Text.")],
            ["heading3", "paragraph0"],
        ),
        (
            "a bold line by an author without styles",
            [bold("Lessons learned"), para("Text of some length.")],
            ["heading1", "paragraph0"],
        ),
        (
            "a bold line under a styled heading",
            [para("Findings", style="H1"), bold("Police"), para("Text of some length.")],
            ["heading1", "heading2", "paragraph0"],
        ),
        (
            "a bold sentence is no heading",
            [bold("The panel was told of this."), para("Text of some length, not bold.")],
            ["paragraph0", "paragraph0"],
        ),
        (
            "a whole paragraph in a heading's style is none",
            [
                para("The panel heard that " + "much was said " * 9 + "and done.", style="H2"),
                para("T."),
            ],
            ["paragraph0", "paragraph0"],
        ),
        (
            "where most is bold, bold says nothing",
            [bold("Lessons learned"), bold("Another long line of words")],
            ["paragraph0", "paragraph0"],
        ),
    ],
)
def test_headings(why: str, body: list[str], kinds: list[str]) -> None:
    found = [f"{block.kind}{block.level}" for block in blocks(*body, styles=HEADINGS)]
    assert found == kinds, why


def test_bullets_nest_by_level() -> None:
    lists = pattern("0", level(0, "\uf0b7", "bullet"), level(1, "o", "bullet")) + num("1", "0")
    found = blocks(
        para("Intro:"),
        para("a", num="1"),
        para("b", num="1", level=1),
        para("c", num="1"),
        numbering=lists,
    )
    assert [(block.kind, block.level) for block in found[1:]] == [
        ("item", 0),
        ("item", 1),
        ("item", 0),
    ]


def test_merged_cells_repeat_their_text_and_say_so() -> None:
    restart, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    made = table(
        row("No", "Recommendation", "Agency", props="<w:tblHeader/>"),
        row(cell("1", props=restart), "First", "Police"),
        row(cell("", props=goes_on), "Second", "Housing"),
        row(cell("All agencies", props='<w:gridSpan w:val="3"/>')),
    )
    (found,) = blocks(made)
    assert [row.texts for row in found.rows] == [
        ("No", "Recommendation", "Agency"),
        ("1", "First", "Police"),
        ("1", "Second", "Housing"),
        ("All agencies", "All agencies", "All agencies"),
    ]
    assert [row.header for row in found.rows] == [True, False, False, False]
    assert found.rows[2].cells[0].merged
    assert not found.rows[1].cells[0].merged
    assert [row.spans_all for row in found.rows] == [False, False, False, True]


def test_cells_keep_numbers_lines_and_nested_tables() -> None:
    lists = pattern("0", level(0, "Recommendation %1")) + num("1", "0")
    inner = table(row("May", "done"), row("June", "open"))
    made = table(
        row(cell(para("", num="1")), cell("Train staff", "Audit")),
        row(cell(para("Tell all", num="1")), cell(inner, "after")),
    )
    (found,) = blocks(made, numbering=lists)
    assert [row.texts for row in found.rows] == [
        ("Recommendation 1", "Train staff\nAudit"),
        ("Recommendation 2 Tell all", "May done\nJune open\nafter"),
    ]


def test_first_row_alone_in_bold_is_the_header() -> None:
    (found,) = blocks(table(row(cell(bold("No")), cell(bold("Text"))), row("1", "Act")))
    assert [row.header for row in found.rows] == [True, False]


def test_rows_and_cells_in_content_controls_are_read() -> None:
    controlled = f"<w:sdt><w:sdtPr/><w:sdtContent>{row('2', 'b')}</w:sdtContent></w:sdt>"
    (found,) = blocks(table(row("1", "a"), controlled))
    assert [row.texts for row in found.rows] == [("1", "a"), ("2", "b")]


def test_table_of_one_cell_is_a_box() -> None:
    found = blocks(para("Before."), table(row(cell("Recommendation 1", "Act."))), para("After."))
    assert [(block.text, block.frame) for block in found] == [
        ("Before.", 0),
        ("Recommendation 1", 1),
        ("Act.", 1),
        ("After.", 0),
    ]


def test_bordered_and_shaded_paragraphs_are_boxes() -> None:
    border = f"<w:pBdr>{BOX}</w:pBdr>"
    underline = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    shade = '<w:shd w:val="clear" w:fill="DDEEFF"/>'
    found = blocks(
        para("One", props=border), para("Two", props=border), para("Out"),
        para("Three", props=shade), para("Line", props=underline),
    )  # fmt: skip
    assert [block.frame for block in found] == [1, 1, 0, 2, 0]


def test_text_box_is_read_once() -> None:
    content = f"<w:txbxContent>{para('Recommendation 2')}{para('Share it.')}</w:txbxContent>"
    shape = f"<wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp>"
    drawn = f"<w:drawing><wp:inline><a:graphic>{shape}</a:graphic></wp:inline></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    choice = f"<mc:Choice>{drawn}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}</mc:AlternateContent>"
    for inner in (both, old, drawn):
        found = blocks(raw(f"{run('Anchor.')}<w:r>{inner}</w:r>"))
        assert [(block.text, block.frame) for block in found] == [
            ("Anchor.", 0),
            ("Recommendation 2", 1),
            ("Share it.", 1),
        ]


def test_notes_headers_and_contents_are_furniture() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    contents = (
        mark("begin") + '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>' + mark("separate")
    )
    document = read(
        bold("Contents"),
        raw(contents + run("1 Terms 3")),
        raw(run("2 Panel 5") + mark("end")),
        para("Panel 5", style="TOC1"),
        raw(run("Body text") + note + run(".")),
        footnotes=f'<w:footnote w:type="separator" w:id="0">{para("-")}</w:footnote>'
        f'<w:footnote w:id="2">{para("See chapter 3.")}</w:footnote>',
        header=para("Review of a death"),
        footer=raw(run("Page ") + field("PAGE", "4")),
        styles=style("TOC1", "toc 1"),
    )
    assert [block.text for block in document.blocks] == ["Body text."]
    assert [(item.kind, item.text, item.number) for item in document.furniture] == [
        ("contents", "Contents", ""),
        ("contents", "1 Terms 3", ""),
        ("contents", "2 Panel 5", ""),
        ("contents", "Panel 5", ""),
        ("footnote", "See chapter 3.", "1"),
        ("header", "Review of a death", ""),
        ("page-number", "Page 4", ""),
    ]


def test_pages_as_word_last_laid_them_out() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = read(
        para("One."),
        raw(turn + run("Two.")),
        raw(run("Begins ") + turn + run("ends.")),
        table(row(cell(raw(turn + run("a"))), cell(raw(turn + run("b")))), row("c", "d")),
    )
    assert [block.page for block in found.blocks] == [1, 2, 2, 4]
    assert found.pages == 4


def test_breaks_alone_are_believed_only_with_the_stated_number() -> None:
    body = (para("One."), raw('<w:r><w:br w:type="page"/></w:r>'), para("Two."))
    assert read(*body, app="<Pages>2</Pages>").pages == 2
    assert read(*body, app="<Pages>60</Pages>").pages == 0
    assert read(*body).pages == 0


def test_strict_files_are_read() -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_file(para("Words.")))) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        for name in old.namelist():
            text = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, text)
    assert [block.text for block in read_docx(made.getvalue(), "strict.docx").blocks] == ["Words."]


def test_a_file_of_another_maker() -> None:
    stream = io.BytesIO()
    made = docx.Document()
    made.core_properties.title = "A review"
    made.add_heading("Recommendations", 1)
    made.add_paragraph("Share information", style="List Number")
    made.add_paragraph("Train staff", style="List Number")
    made.save(stream)
    document = read_docx(stream.getvalue(), "a.docx")
    assert document.title == "A review"
    assert [block.printed for block in document.blocks] == [
        "Recommendations",
        "1. Share information",
        "2. Train staff",
    ]


@pytest.mark.parametrize(
    ("data", "cause"),
    [(b"no zip at all", "damaged"), (word_file(para("x"))[:300], "damaged")],
)
def test_damaged_files_say_so(data: bytes, cause: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_docx(data, "bad.docx")
    assert caught.value.cause == cause


def test_entities_are_not_expanded() -> None:
    made = io.BytesIO()
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>safe &b;</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", bomb)
    assert all("aaaa" not in block.text for block in read_docx(made.getvalue(), "x.docx").blocks)
