"""What is on a page: words with their look, lines, boxes, tags; and files that cannot be read."""

import io
import re

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from learnt.errors import Unreadable
from learnt.read.pdf.load import Pdf, load_pages
from tests.read.pdf.paper import HEIGHT, WIDTH, drawn, write


def first_page(data: bytes):  # type: ignore[no-untyped-def]  # a one-line helper
    return next(load_pages(data, "test.pdf"))


def test_word_has_its_place_and_look() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 0, 0)
        write(canvas, 72, 100, "Bold words", 14, "Helvetica-Bold")

    word = first_page(drawn(page)).words[0]
    assert (word.text, word.size, word.bold, word.italic) == ("Bold", 14, True, False)
    assert (word.colour, word.font) == ("#ff0000", "Helvetica-Bold")
    assert word.baseline == pytest.approx(100, abs=0.1)
    assert word.x0 == pytest.approx(72, abs=0.5)
    assert word.top < 100 < word.bottom


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_turned_page_reads_upright(turn: int) -> None:
    """A page turned for display gives the words where a reader sees them."""

    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.saveState()
        # The canvas swaps the sides of a page that is turned by a quarter.
        moves = {90: (HEIGHT, 0), 180: (WIDTH, HEIGHT), 270: (0, WIDTH)}
        canvas.translate(*moves.get(turn, (0, 0)))
        canvas.rotate(turn)
        canvas.setFont("Helvetica", 11)
        for at, text in enumerate(("First line of words here", "Second line of words here")):
            canvas.drawString(72, 500 - 20 * at, text)
        canvas.restoreState()

    got = first_page(drawn(page))
    assert [w.text for w in got.words][:2] == ["First", "line"]
    assert {w.angle for w in got.words} == {0}
    assert got.words[0].x0 == pytest.approx(72, abs=1)
    assert got.words[0].baseline < got.words[5].baseline
    assert (got.width, got.height) == (WIDTH, HEIGHT)
    assert got.words[0].baseline == pytest.approx(HEIGHT - 500, abs=0.5)


def test_sideways_text_on_an_upright_page_is_set_upright() -> None:
    """A landscape table pasted sideways: all words are turned, so the page is."""

    def page(canvas: Canvas) -> None:
        canvas.translate(300, 100)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(0, 0, "one two three four five six seven eight nine ten eleven twelve")

    got = first_page(drawn(page))
    assert got.width > got.height
    assert {w.angle for w in got.words} == {0}


def test_a_watermark_keeps_its_angle() -> None:
    def page(canvas: Canvas) -> None:
        for at in range(12):
            write(canvas, 72, 100 + 20 * at, "plain words stand here")
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "DRAFT")

    got = {word.text: word.angle for word in first_page(drawn(page)).words}
    assert got["plain"] == 0
    assert got["DRAFT"] == 315


def test_crop_box_moves_the_origin() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setCropBox((50, 50, 545, 792))
        write(canvas, 72, 100, "Words")

    got = first_page(drawn(page))
    assert (got.width, got.height) == (495, 742)
    assert got.words[0].x0 == pytest.approx(22, abs=0.5)
    assert got.words[0].baseline == pytest.approx(50, abs=0.5)


class TestRaised:
    def page(self, canvas: Canvas) -> None:
        text = canvas.beginText(72, HEIGHT - 100)
        for part, rise, size in (
            ("the panel", 0, 11),
            ("12", 4, 6.5),
            (". On the 5", 0, 11),
            ("th", 4, 6.5),
            (" day", 0, 11),
        ):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(part)
        canvas.drawText(text)

    def test_note_mark_stands_apart(self) -> None:
        words = first_page(drawn(self.page)).words
        assert [w.text for w in words if w.superscript] == ["12"]
        assert "panel" in [w.text for w in words]

    def test_raised_letters_stay_in_their_word(self) -> None:
        words = first_page(drawn(self.page)).words
        word = next(w for w in words if w.text == "5th")
        assert word.size == 11


def test_blank_without_a_space_is_seen() -> None:
    """Some engines leave the space out where kerning makes it narrow; on paper it shows."""

    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 12)
        text = canvas.beginText(72, 700)
        text.textOut("under")
        text.moveCursor(0, 0)
        canvas.drawText(text)
        width = canvas.stringWidth("under", "Helvetica", 12)
        canvas.drawString(72 + width + 1.9, 700, "the")

    assert [w.text for w in first_page(drawn(page)).words] == ["under", "the"]


class TestDrawing:
    def test_thin_shapes_are_lines(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.rect(72, 700, 300, 0.5, stroke=0, fill=1)
            canvas.line(72, 600, 72, 650)

        got = first_page(drawn(page))
        assert [edge.upright for edge in got.edges] == [False, True]
        assert not got.panels

    def test_box_is_a_panel_with_four_edges(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setFillColorRGB(0.9, 0.9, 1)
            canvas.rect(72, 600, 300, 80, stroke=1, fill=1)

        got = first_page(drawn(page))
        assert len(got.edges) == 4
        (panel,) = got.panels
        assert (panel.fill, panel.stroked) == ("#e6e6ff", True)
        assert (panel.x0, panel.top) == pytest.approx((72, HEIGHT - 680))

    def test_white_ground_is_nothing(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setFillColorRGB(1, 1, 1)
            canvas.rect(72, 600, 300, 80, stroke=0, fill=1)

        assert not first_page(drawn(page)).panels

    def test_form_objects_are_opened(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.beginForm("box")
            canvas.rect(0, 0, 100, 50, stroke=1, fill=0)
            canvas.endForm()
            canvas.translate(100, 500)
            canvas.doForm("box")

        (panel,) = first_page(drawn(page)).panels
        assert (panel.x0, panel.x1) == pytest.approx((100, 200))
        assert panel.bottom == pytest.approx(HEIGHT - 500)

    def test_drawn_disc_before_words_is_a_bullet(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.circle(80, HEIGHT - 97, 2.2, stroke=0, fill=1)
            write(canvas, 92, 100, "an item")
            canvas.circle(400, HEIGHT - 300, 2.2, stroke=0, fill=1)  # far from any word

        assert [w.text for w in first_page(drawn(page)).words] == ["•", "an", "item"]


class TestDocument:
    def test_properties_and_outline(self) -> None:
        def page(canvas: Canvas) -> None:
            write(canvas, 72, 100, "Words")
            canvas.bookmarkPage("a")
            canvas.addOutlineEntry("Findings", "a", 0)
            canvas.bookmarkPage("b")
            canvas.addOutlineEntry("Police", "b", 1)

        pdf = Pdf(drawn(page, title="A review"), "test.pdf")
        assert pdf.properties["Title"] == "A review"
        assert [(m.title, m.level, m.page) for m in pdf.outline] == [
            ("Findings", 1, 1),
            ("Police", 2, 1),
        ]
        pdf.close()


def locked() -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 700, "Words")
    canvas.save()
    return buffer.getvalue()


def pageless() -> bytes:
    data = drawn(lambda canvas: write(canvas, 72, 100, "Words"))
    data = re.sub(rb"/Count 1 /Kids \[ \d+ 0 R \]", b"/Count 0 /Kids [       ]", data)
    return re.sub(rb"/Kids \[ \d+ 0 R \]", b"/Kids [       ]", data).replace(
        b"/Count 1", b"/Count 0"
    )


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\nnothing else", "damaged"),
        (b"no PDF at all", "damaged"),
        (locked(), "encrypted"),
        (pageless(), "no-pages"),
    ],
)
def test_unreadable_files_tell_their_cause(data: bytes, cause: str) -> None:
    with pytest.raises(Unreadable) as caught:
        list(load_pages(data, "odd.pdf"))
    assert caught.value.cause == cause
    assert str(caught.value).startswith("odd.pdf: ")


def test_truncated_file_is_read_or_refused() -> None:
    """Half a file may be repaired by the library; it must not do anything else than these two."""
    data = drawn(*(lambda canvas: write(canvas, 72, 100, "Words") for _ in range(3)))
    causes: set[str] = set()
    for cut in (len(data) // 3, len(data) // 2, len(data) - 30):
        try:
            assert len(list(load_pages(data[:cut], "cut.pdf"))) <= 3
        except Unreadable as error:
            causes.add(error.cause)
    assert causes <= {"damaged", "no-pages"}
