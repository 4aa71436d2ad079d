"""What stands beside the text is set apart, and text that looks like it is not."""

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.read.pdf.paper import HEIGHT, PROSE, drawn, lines, printed, read, texts, write

DAYS = ("", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
NOUNS = ("the officer", "a neighbour", "the family", "a doctor", "the chair", "a friend")


def pages(count: int, header: str = "", footer: str = "", first: str = ""):  # type: ignore[no-untyped-def]
    """Pages of prose; `{n}` in header, footer and first line is the page's number."""

    def maker(number: int):  # type: ignore[no-untyped-def]
        def page(canvas: Canvas) -> None:
            if header:
                write(canvas, 72, 40, header.format(n=number), 9)
            top = 100.0
            if first:
                write(canvas, 72, 86, first.format(n=number))
            for at in range(6):
                opening = f"{DAYS[number]} was the day on which {NOUNS[at]} came to be told"
                body = [opening, *PROSE[1:3], f"and {NOUNS[at]} did so by all."]
                top = lines(canvas, 72, top, body) + 10
            if footer:
                write(canvas, 280, 810, footer.format(n=number), 9)

        return page

    return drawn(*(maker(number) for number in range(1, count + 1)))


@pytest.mark.parametrize(
    ("footer", "kind"),
    [
        ("{n}", "page-number"),
        ("Page {n}", "page-number"),
        ("Page {n} of 9", "page-number"),
        ("- {n} -", "page-number"),
        ("{n} | P a g e", "page-number"),
        ("Page {n} | Final report 2024/7", "footer"),
        ("OFFICIAL SENSITIVE", "footer"),
        ("https://www.example.org/reports/review {n}/9", "browser"),
    ],
)
def test_running_feet_are_set_apart(footer: str, kind: str) -> None:
    document = read(pages(6, footer=footer))
    assert texts(document, kind) == [footer.format(n=n) for n in range(1, 7)]
    assert all(text.endswith("by all.") for text in printed(document))


def test_odd_and_even_headers_differ() -> None:
    def maker(number: int):  # type: ignore[no-untyped-def]
        def page(canvas: Canvas) -> None:
            x, text = (
                (72, f"{number}   Review of a death")
                if number % 2
                else (300, f"Findings   {number}")
            )
            write(canvas, x, 40, text, 9)
            lines(canvas, 72, 100, [*PROSE, f"The end of page {number}."])

        return page

    document = read(drawn(*(maker(number) for number in range(1, 9))))
    assert len(texts(document, "header")) == 8
    assert not any("Review of a death" in text for text in printed(document))


class TestTextIsNotFurniture:
    def test_recommendation_repeated_at_the_top_of_pages(self) -> None:
        """Each page opens with a recommendation's heading: only its figure varies."""
        document = read(pages(6, first="Recommendation {n}"))
        assert [t[:16] for t in printed(document) if t.startswith("Recommendation")] == [
            f"Recommendation {n}" for n in range(1, 7)
        ]

    def test_same_line_repeated_within_the_body(self) -> None:
        document = read(pages(6, header="Review of a death", first="The panel recommends that"))
        assert sum(t.startswith("The panel recommends that") for t in printed(document)) == 6
        assert len(texts(document, "header")) == 6

    def test_number_that_counts_something_else(self) -> None:
        """A figure alone at the foot is only a page number if it goes with the pages."""

        def maker(value: int):  # type: ignore[no-untyped-def]
            def page(canvas: Canvas) -> None:
                lines(canvas, 72, 100, PROSE)
                write(canvas, 72, 800, str(value))

            return page

        document = read(drawn(*(maker(value) for value in (17, 3, 250, 41))))
        assert "250" in " ".join(printed(document))

    def test_single_page_keeps_all_its_lines(self) -> None:
        document = read(pages(1, first="Summary of the review"))
        assert "Summary of the review" in " ".join(printed(document))


class TestContents:
    def page(self, canvas: Canvas) -> None:
        write(canvas, 72, 100, "Contents", 14, "Helvetica-Bold")
        for at, title in enumerate(("Introduction", "Background", "Recommendations")):
            write(canvas, 72, 130 + 20 * at, f"{at + 1}. {title} {'.' * 60} {at + 3}")

    def bare(self, canvas: Canvas) -> None:
        write(canvas, 72, 100, "Contents", 14, "Helvetica-Bold")
        for at, title in enumerate(("Introduction", "Background", "Recommendations")):
            write(canvas, 72, 130 + 20 * at, title)
            write(canvas, 500, 130 + 20 * at, str(at + 3))

    def body(self, canvas: Canvas) -> None:
        write(canvas, 72, 100, "Introduction", 14, "Helvetica-Bold")
        lines(canvas, 72, 130, PROSE)

    @pytest.mark.parametrize("kind", ["page", "bare"])
    def test_entries_are_set_apart(self, kind: str) -> None:
        document = read(drawn(getattr(self, kind), self.body))
        assert len(texts(document, "contents")) == 4
        assert printed(document)[0] == "Introduction"

    def test_sentence_with_dots_stays(self) -> None:
        def page(canvas: Canvas) -> None:
            lines(canvas, 72, 100, [*PROSE, "She said that she was afraid ... and did not go on."])

        document = read(drawn(page))
        assert not texts(document, "contents")
        assert printed(document)[-1].endswith("did not go on.")


class TestFootnotes:
    def page(self, canvas: Canvas) -> None:
        lines(canvas, 72, 100, PROSE)
        canvas.line(72, HEIGHT - 745, 216, HEIGHT - 745)
        for at, mark in enumerate("12"):
            write(canvas, 72, 756 + 24 * at, mark, 6)
            write(canvas, 78, 760 + 24 * at, "See the guidance on reviews, which", 9)
            write(canvas, 72, 771 + 24 * at, "was revised later.", 9)

    def test_each_note_is_one_with_its_mark(self) -> None:
        document = read(drawn(self.page))
        notes = [(n.number, n.text) for n in document.furniture if n.kind == "footnote"]
        text = "See the guidance on reviews, which was revised later."
        assert notes == [("1", text), ("2", text)]
        assert len(document.blocks) == 1

    def test_small_type_without_mark_or_line_is_text(self) -> None:
        def page(canvas: Canvas) -> None:
            lines(canvas, 72, 100, PROSE)
            write(canvas, 72, 780, "Published by the partnership in June.", 9)

        document = read(drawn(page))
        assert not texts(document, "footnote")
        assert printed(document)[-1].startswith("Published by")


def test_watermark_is_a_note() -> None:
    def page(canvas: Canvas) -> None:
        lines(canvas, 72, 100, PROSE)
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "DRAFT")

    document = read(drawn(page))
    assert texts(document, "note") == ["DRAFT"]
    assert len(document.blocks) == 1
