import pytest

from learnt.read.markdown import read_markdown
from learnt.records import Document


def read(text: str) -> Document:
    return read_markdown(text.encode(), "r.md")


@pytest.mark.parametrize(
    ("why", "text", "lines"),
    [
        ("numbers as printed, not counted anew", "1. a\n3. b\n7. c", ["1. a", "3. b", "7. c"]),
        ("brackets as printed", "2) a\n3) b", ["2) a", "3) b"]),
        ("bullets nest", "- a\n  - b\n- c", ["• a", "◦ b", "• c"]),
        ("a wrapped paragraph", "The panel\nheard this.", ["The panel heard this."]),
        ("dotted numbers", "8.2 The panel", ["8.2 The panel"]),
        ("emphasis is no letter", "The **panel** _heard_", ["The panel heard"]),
        ("a year is no list", "2019\\. That was", ["2019. That was"]),
        ("script is dropped", "a\n\n<script>x()</script>\n\nb", ["a", "b"]),
    ],
)
def test_lines(why: str, text: str, lines: list[str]) -> None:
    assert [block.printed for block in read(text).blocks] == lines, why


def test_headings_lists_and_tables() -> None:
    found = read(
        "# Title\n\n## Recommendations\nText:\n| # | Text | To |\n|---|---|---|\n| 1 | Act | A | B |\n"
    )
    assert [(block.kind, block.level) for block in found.blocks] == [
        ("heading", 1), ("heading", 2), ("paragraph", 0), ("table", 0),
    ]  # fmt: skip
    assert found.blocks[3].rows[1].texts == ("1", "Act", "A | B")
    assert found.media_type == "text/markdown"


def test_front_matter_is_properties() -> None:
    found = read("---\ntitle: A review\nauthor: 'A Person'\n---\n# Head\n\nText.")
    assert (found.title, found.properties["author"]) == ("A review", "A Person")
    assert [block.text for block in found.blocks] == ["Head", "Text."]
