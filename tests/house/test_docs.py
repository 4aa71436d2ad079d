"""The documents tell of everything that is there, and point at nothing that is not."""

import re
from pathlib import Path

import msgspec
import pytest

from learnt import records
from learnt.cli.root import COMMANDS
from tests.house.sources import ROOT

DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
PARTS: dict[str, type[msgspec.Struct]] = {
    "review": records.Metadata,
    "documents": records.SourceDocument,
    "recommendations": records.Recommendation,
    "evidence": records.Evidence,
    "actions": records.Action,
    "lessons": records.Lesson,
    "unplaced": records.Unplaced,
    "warnings": records.Warning,
}


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = LINK.findall(path.read_text("utf-8"))
    assert not [link for link in links if not (path.parent / link).exists()]


@pytest.mark.parametrize("part", PARTS)
def test_the_data_dictionary_has_every_field(part: str) -> None:
    text = (ROOT / "docs" / "data-dictionary.md").read_text("utf-8")
    section = text.partition(f"\n## `{part}`\n")[2].partition("\n## ")[0]
    told = set(re.findall(r"`(\w+)`", section))
    assert {field.name for field in msgspec.structs.fields(PARTS[part])} <= told


def test_the_data_dictionary_has_every_part() -> None:
    text = (ROOT / "docs" / "data-dictionary.md").read_text("utf-8")
    assert all(f"| `{field}` |" in text for field in records.Review.__struct_fields__)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_or_guide_tells_of_every_command(name: str) -> None:
    texts = [
        (ROOT / file).read_text("utf-8") for file in ("README.md", "docs/guide.md", "docs/cli.md")
    ]
    assert any(f"learnt {name}" in text for text in texts)


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = (folder / "README.md").read_text("utf-8")
    names = [path.name for path in folder.glob("[0-9]*.md")]
    assert names
    assert not [name for name in names if name not in listed]


@pytest.mark.parametrize("target", ["demo", "test", "lint", "bench", "docs"])
def test_the_makefile_has_the_targets(target: str) -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}:", text, re.M)
    assert f"make {target}" in text, "in its help"
