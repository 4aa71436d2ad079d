from pathlib import Path

from tests.fictional.typeset.samples import PROSE, whole

from learnt.fictional.manuscript import Bullets, Frame, Manuscript, Paragraph, Table
from learnt.fictional.typeset.markdown import typeset_markdown
from learnt.fictional.typeset.plain import WIDTH, typeset_plain

TABLE = Table(("No.", "Text"), (("Group",), ("1", "a | b\nc"), ("2", None)))


def _markdown(tmp_path: Path, *elements: object, seed: int = 0) -> str:
    typeset_markdown(Manuscript("A title", elements), tmp_path / "x.md", seed=seed)  # type: ignore[arg-type]  # any element
    return (tmp_path / "x.md").read_text(encoding="utf-8")


def _plain(tmp_path: Path, *elements: object, seed: int = 0) -> str:
    typeset_plain(Manuscript("A title", elements), tmp_path / "x.txt", seed=seed)  # type: ignore[arg-type]  # any element
    return (tmp_path / "x.txt").read_text(encoding="utf-8")


def test_pipe_table_keeps_bars_and_line_breaks(tmp_path: Path) -> None:
    text = _markdown(tmp_path, TABLE)
    assert "| No. | Text |\n| --- | --- |\n| **Group** |  |\n| 1 | a \\| b<br>c |\n| 2 |  |" in text


def test_markdown_numbers_are_not_made_lists(tmp_path: Path) -> None:
    text = _markdown(tmp_path, Paragraph("Words", number="1."), Paragraph("2. Typed"))
    assert "\n1\\. Words" in text
    assert "\n2\\. Typed" in text


def test_markdown_lists_nest(tmp_path: Path) -> None:
    text = _markdown(tmp_path, Bullets(("one",), ("1.",)), Bullets(("sub",), ("(a)",), level=1))
    assert "1. one\n\n    - (a) sub" in text


def test_markdown_boxes_are_quotations(tmp_path: Path) -> None:
    assert "> **Box 1** Words" in _markdown(tmp_path, Frame((Paragraph("Words", label="Box 1"),)))


def test_plain_text_is_wrapped(tmp_path: Path) -> None:
    text = _plain(tmp_path, Paragraph(PROSE * 4, number="1.1"))
    lines = text.split("\n")
    assert max(map(len, lines)) <= WIDTH
    assert " ".join(PROSE.split()) in " ".join(text.split())


def test_plain_table_loses_its_cells(tmp_path: Path) -> None:
    assert "Group\n1\ta | b c\n2\t" in _plain(tmp_path, TABLE, seed=0)
    assert "Group\n1\na | b c\n2" in _plain(tmp_path, TABLE, seed=1)


def test_both_say_fictional_where_they_add_the_title(tmp_path: Path) -> None:
    assert "Fictional" in _markdown(tmp_path, Paragraph("Words"))
    assert "Fictional" in _plain(tmp_path, Paragraph("Words"))


def test_whole_manuscript_in_order(tmp_path: Path) -> None:
    text = _plain(tmp_path, *whole().elements)
    places = [text.index(f"Event {number}.") for number in range(1, 31)]
    assert places == sorted(places)
