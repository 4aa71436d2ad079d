"""Words to rows, and rows to pieces."""

from dataclasses import replace

from learnt.read.pdf.lines import find_rows, make_line, split_wide
from tests.read.pdf.paper import ink_words


def test_words_of_one_baseline_are_a_row() -> None:
    words = [
        *ink_words(72, 100, "one two"),
        *ink_words(300, 101, "three"),
        *ink_words(72, 114, "four"),
    ]
    assert [row.text for row in find_rows(1, words)] == ["one two three", "four"]


def test_wide_gaps_cut_a_row() -> None:
    (row,) = find_rows(1, [*ink_words(72, 100, "one two"), *ink_words(300, 100, "three")])
    assert [piece.text for piece in split_wide(row)] == ["one two", "three"]


def test_note_mark_leaves_no_blank_before_a_stop() -> None:
    word, stop = ink_words(72, 100, "panel .")
    mark = replace(word, text="12", x0=word.x1, x1=word.x1 + 4, superscript=True)
    assert make_line(1, [word, mark, replace(stop, x0=word.x1 + 5)]).text == "panel."


def test_row_of_marks_alone_keeps_its_text() -> None:
    """A damaged page may hold nothing else; later stages rely on a line having text."""
    marks = [replace(word, superscript=True) for word in ink_words(72, 100, "1 2")]
    assert make_line(1, marks).text == "1 2"


def test_turned_words_are_in_no_row() -> None:
    assert find_rows(1, ink_words(72, 100, "DRAFT", angle=45)) == []
