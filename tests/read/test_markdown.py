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
        (
            "lines with labels that count on",
            "R1 Act.\nR2 Tell.\nR3 Ask.\nSource: the review",
            ["R1 Act.", "R2 Tell.", "R3 Ask.", "Source: the review"],
        ),
        (
            "labelled paragraphs that wrap",
            "8.2 The panel\nheard.\n8.3 It\nmet.",
            ["8.2 The panel heard.", "8.3 It met."],
        ),
        (
            "a figure that opens a line",
            "The panel met\n3 Officers there.",
            ["The panel met 3 Officers there."],
        ),
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


ROWS = [("R1", "The board should act.", "A | B"), ("R10", "Tell staff.", "A"), ("R2", "Ask.", "B")]
HEAD = ("#", "Recommendation", "Addressed to")


@pytest.mark.parametrize(
    ("why", "between", "after"),
    [("cells", "\n\n", "\n\n"), ("lines", "\n", "\n"), ("tabs", "\t", "\n")],
)
def test_tables_copied_without_their_borders(why: str, between: str, after: str) -> None:
    text = after.join(between.join(row) for row in (HEAD, *ROWS))
    found = read(f"## Recommendations\n\n{text}\n\nSource: the review")
    assert [block.kind for block in found.blocks] == ["heading", "table", "paragraph"], why
    assert [row.texts for row in found.blocks[1].rows] == [HEAD, *ROWS], why
