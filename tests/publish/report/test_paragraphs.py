"""An analyst's words: by section, through the gate, and never more than words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from learnt.publish.report import BadParagraphs, compose, held_in_words, read_paragraphs
from learnt.publish.report.composed import Run, TableBlock, Written
from learnt.publish.report.paragraphs import parse_words, split_paragraphs
from learnt.records import Held
from learnt.records.public import Reason
from tests.publish.factories import an_analysis

TEXT = "## changes\n\nTraining began.\n\n### Police\n\nA desk opened.\n\n## conclusions\nDone.\n"


def test_a_file_is_split_at_its_sections() -> None:
    found = split_paragraphs(TEXT).by_section
    assert list(found) == ["changes", "conclusions"]
    assert "### Police" in found["changes"]


def test_a_folder_holds_a_file_for_each_section(write: Callable[[str, str], Path]) -> None:
    path = write("words/changes.md", "Training began.")
    write("words/conclusions.md", "Done.")
    assert read_paragraphs(path.parent).by_section["conclusions"] == "Done."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("## weather\nIt rained.", "no section “weather”"),
        ("It rained.\n## changes\nMore.", "before the first words"),
        ("## changes\nOne.\n## changes\nTwo.", "comes twice"),
    ],
)
def test_a_bad_file_is_told_in_one_line(text: str, said: str) -> None:
    with pytest.raises(BadParagraphs, match=said):
        split_paragraphs(text, "words.md")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadParagraphs, match=r"nowhere\.md: there is no such file"):
        read_paragraphs(tmp_path / "nowhere.md")


def gate(text: str) -> str | Held:
    """Hold what names Alice, and change what names a day."""
    if "Alice" in text:
        reason = Reason(record="", field="text", offset=0, rule="name", message="may be a name")
        return Held(reasons=(reason,))
    return text.replace("4 May", "May")


def test_the_gate_holds_a_block_and_lets_the_others_pass() -> None:
    words = split_paragraphs("## conclusions\nAlice spoke.\n\nOn 4 May it ended.")
    composed = compose(an_analysis(public=True), paragraphs=words, gate=gate)
    printed = repr(composed.sections)
    assert "Alice" not in printed
    assert "On May it ended." in printed
    assert held_in_words(composed.held) == ("conclusions: may be a name",)


def test_internal_words_pass_unchanged() -> None:
    words = split_paragraphs("## conclusions\nAlice spoke on 4 May.")
    composed = compose(an_analysis(), paragraphs=words, gate=gate)
    assert "Alice spoke on 4 May." in repr(composed.sections)


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", (Run("plain"),)),
        ("**strong** *soft*", (Run("strong", strong=True), Run(" "), Run("soft", emphasis=True))),
        ("[see](https://example.org/a)", (Run("see", link="https://example.org/a"),)),
        ("[see](ftp://example.org/a)", (Run("see"),)),  # a scheme that is not allowed
        ("[see](/admin)", (Run("see"),)),  # an address of nobody's page
        ("<b>x</b>", (Run("<b>x</b>"),)),  # HTML stays words
        ("![a picture](https://example.org/a.png)", (Run("a picture"),)),
    ],
)
def test_markdown_becomes_runs(text: str, runs: tuple[Run, ...]) -> None:
    (block,) = parse_words(text)
    assert isinstance(block, Written)
    assert block.runs == runs


def test_lists_keep_depth_and_number() -> None:
    blocks = parse_words("3. three\n4. four\n   - inner\n\n> said")
    assert all(isinstance(one, Written) for one in blocks)
    assert [(one.kind, one.depth, one.number) for one in blocks if isinstance(one, Written)] == [
        ("numbered", 1, 3),
        ("numbered", 1, 4),
        ("bullet", 2, 1),
        ("quotation", 0, 0),
    ]
    assert isinstance(blocks[0], Written)


TOPICS = (
    "Before.\n\n| Topic | What changed |\n|---|---|\n| Housing | A **desk** |\n| Police |\n\nAfter."
)


def test_a_table_of_the_analyst_is_a_table() -> None:
    before, table, after = parse_words(TOPICS, "changes")
    assert isinstance(before, Written)
    assert isinstance(table, TableBlock)
    assert isinstance(after, Written)
    assert table.headers == ("Topic", "What changed")
    rows = [[cell.text for cell in row] for row in table.rows]
    assert rows == [["Housing", "A desk"], ["Police", ""]]


def test_a_table_of_the_analyst_is_numbered_and_looked_at() -> None:
    words = split_paragraphs(f"## changes\n{TOPICS}\n\n| Who |\n|---|\n| Alice |")
    public = replace(an_analysis(), public=True)
    section = next(
        one for one in compose(public, paragraphs=words, gate=gate).sections if one.id == "changes"
    )
    tables = [one for one in section.blocks if isinstance(one, TableBlock)]
    assert [one.label[:6] for one in tables] == ["Table "]
    assert "Alice" not in repr(section)
