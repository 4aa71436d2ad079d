"""Long texts are looked at in pieces, and nothing is lost or moved by it."""

from hypothesis import given
from hypothesis import strategies as st

from learnt.deidentify.names import find_names
from learnt.deidentify.names.pieces import LONGEST, cut

FILLING = "The panel looked at what was recorded, and at what was not. " * 60


@given(st.text(alphabet="ab .\n", max_size=4 * LONGEST))
def test_the_pieces_are_the_text(text: str) -> None:
    pieces = list(cut(text))
    assert "".join(piece for _, piece in pieces) == text
    assert all(text[start:].startswith(piece) for start, piece in pieces)
    assert all(len(piece) <= LONGEST for _, piece in pieces)


def test_a_name_at_the_end_stands_where_it_stands() -> None:
    text = FILLING + "Nadia told her GP on 3 May 2019."
    assert [(n.text, text[n.start : n.end]) for n in find_names(text)] == [
        ("Nadia", "Nadia"),
        ("3 May 2019", "3 May 2019"),
    ]


def test_a_name_shown_in_one_piece_is_found_in_another() -> None:
    text = "Grace period. " + FILLING + "The sister, Quillane, spoke. " + FILLING + "Quillane."
    assert [n.start for n in find_names(text)] == [
        text.index("Quillane"),
        text.rindex("Quillane"),
    ]
