import pytest

from learnt.read.language import language_of, language_of_all, mark_language
from learnt.records import Block, Cell, Document, Row

EN = "The panel heard that the council was told of this and that they should have acted on it."
CY = "Mae'r panel wedi clywed bod y cyngor yn gwybod am hyn ac y dylai fod wedi gweithredu ar y pryd."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (EN, "en"),
        (CY, "cy"),
        ("Recommendations", ""),  # too short to tell
        ("Argymhelliad 1", ""),
        ("", ""),
        ("12 34 56 78 90 11 22 33 44", ""),  # no words
        ("Heddlu Dyfed Powys Hafan Cymru Bawso Llamau Relate Barnardos Gofal", ""),  # names only
        ("La policía fue informada por los vecinos del barrio aquella noche", ""),  # another one
    ],
)
def test_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("texts", "language"),
    [([EN], "en"), ([CY, CY], "cy"), ([EN, CY], "en+cy"), ([EN] * 20 + [CY], "en"), (["Hm"], "")],
)
def test_language_of_a_document(texts: list[str], language: str) -> None:
    assert language_of_all(texts) == language


def test_blocks_that_differ_are_marked() -> None:
    def block(text: str) -> Block:
        return Block(kind="paragraph", text=text)

    table = Block(kind="table", rows=(Row((Cell("1"), Cell(CY))),))
    blocks = (*[block(EN)] * 10, block(CY), block("Short"), table)
    document = Document(name="a", sha256="", media_type="", blocks=blocks)
    marked = mark_language(document)
    assert marked.language in ("en", "en+cy")
    assert [found.language for found in marked.blocks[9:]] == [
        "" if marked.language == "en" else "en", "cy", "", "cy",
    ]  # fmt: skip
