"""Reading order: columns, headings across them, boxes beside the text."""

from reportlab.pdfgen.canvas import Canvas

from tests.read.pdf.paper import HEIGHT, PROSE, drawn, lines, printed, read, write

LEFT = [
    "Officers went to the house and found",
    "that nobody was at home, so that they",
    "left a card with their number on it",
    "and went away again.",
]
RIGHT = [
    "The housing officer wrote a letter to",
    "the tenant, who did not answer it for",
    "a month, and no visit was made until",
    "the spring of that year.",
]


def text_of(body: list[str]) -> str:
    return " ".join(body)


def test_left_column_comes_first() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 100, LEFT)
        lines(canvas, 320, 100, RIGHT)

    assert printed(read(drawn(page))) == [text_of(LEFT), text_of(RIGHT)]


def test_columns_need_no_common_baselines() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 100, LEFT)
        lines(canvas, 320, 107, RIGHT)

    assert printed(read(drawn(page))) == [text_of(LEFT), text_of(RIGHT)]


def test_heading_across_parts_the_columns() -> None:
    def page(canvas: Canvas) -> None:
        for top in (120, 260):
            write(canvas, 72, top - 30, f"What was found by the panel in its part number {top}", 16)
            lines(canvas, 72, top, LEFT)
            lines(canvas, 320, top, RIGHT)

    got = printed(read(drawn(page)))
    assert [text[:8] for text in got] == ["What was", "Officers", "The hous"] * 2


def test_short_heading_for_both_columns_on_the_left() -> None:
    def page(canvas: Canvas) -> None:
        for top, title in ((120, "Police"), (260, "Housing")):
            write(canvas, 72, top - 30, title, 14, "Helvetica-Bold")
            lines(canvas, 72, top, LEFT)
            lines(canvas, 320, top, RIGHT)

    got = [text[:7] for text in printed(read(drawn(page)))]
    assert got == ["Police", "Officer", "The hou", "Housing", "Officer", "The hou"]


def test_paragraph_goes_on_in_the_next_column() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 100, [*LEFT, *LEFT[:3]])
        lines(canvas, 320, 100, [LEFT[3], *RIGHT])

    got = read(drawn(page)).blocks
    assert got[1].text == text_of(LEFT)
    assert len(got[1].places) == 2


def test_margin_numbers_are_no_column() -> None:
    def page(canvas: Canvas) -> None:
        for at in range(5):
            write(canvas, 50, 100 + 60 * at, f"2.{at + 1}")
            lines(canvas, 90, 100 + 60 * at, [PROSE[0][:70], "and nothing more was done."])

    got = read(drawn(page)).blocks
    assert [block.number for block in got] == [f"2.{n}" for n in range(1, 6)]


def test_labels_and_values_are_read_row_by_row() -> None:
    def page(canvas: Canvas) -> None:
        for at, (name, value) in enumerate(
            [
                ("Chair", "Pat Example"),
                ("Author", "Sam Sample"),
                ("Date", "June 2020"),
                ("Area", "Westmarsh"),
            ]
        ):
            write(canvas, 72, 100 + 16 * at, name)
            write(canvas, 200, 100 + 16 * at, value)

    document = read(drawn(page))
    said = " ".join(printed(document)) or " ".join(
        cell for block in document.blocks for row in block.rows for cell in row.texts
    )
    assert said.index("Pat Example") < said.index("Author")


class TestBoxes:
    def page(self, canvas: Canvas) -> None:
        lines(canvas, 72, 100, PROSE)
        canvas.rect(72, HEIGHT - 260, 400, 60, stroke=1, fill=0)
        write(canvas, 80, 220, "Recommendation 2", 11, "Helvetica-Bold")
        lines(
            canvas,
            80,
            235,
            ["That the board reviews its policy on visits to people who live alone", "in rooms."],
        )
        lines(canvas, 72, 290, PROSE)

    def test_text_in_a_box_has_its_frame(self) -> None:
        got = read(drawn(self.page)).blocks
        assert [block.frame for block in got] == [0, 1, 1, 0]
        assert got[2].text.endswith("live alone in rooms.")

    def test_side_box_does_not_cut_the_text_beside_it(self) -> None:
        def page(canvas: Canvas) -> None:
            lines(canvas, 72, 100, LEFT)
            canvas.rect(320, HEIGHT - 150, 200, 60, stroke=1, fill=0)
            lines(canvas, 330, 105, ["Always ask when a person", "comes to see you alone."])
            lines(canvas, 72, 170, PROSE)

        got = read(drawn(page)).blocks
        assert sorted(block.text for block in got) == sorted(
            [text_of(LEFT), "Always ask when a person comes to see you alone.", " ".join(PROSE)]
        )
        assert [block.frame for block in got if block.text.startswith("Always")] == [1]

    def test_highlighted_words_are_no_box(self) -> None:
        def page(canvas: Canvas) -> None:
            canvas.setFillColorRGB(1, 1, 0)
            canvas.rect(110, HEIGHT - 117, 90, 13, stroke=0, fill=1)
            canvas.setFillColorRGB(0, 0, 0)
            lines(canvas, 72, 100, PROSE)

        (block,) = read(drawn(page)).blocks
        assert block.frame == 0
        assert block.text == " ".join(PROSE)
