"""Nothing that finds, cues or resolves may know the words that fictional reviews are written from."""

import ast
import tomllib
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "learnt"
LISTS = SOURCE / "fictional" / "lists"
OUTSIDE = [
    path for path in SOURCE.rglob("*.py") if "fictional" not in path.relative_to(SOURCE).parts
]
MAY_WRITE = ("cli", "web", "pipeline.py")
"""Where the generator may be called from, to write reviews; not even there are its lists read."""


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


@pytest.mark.parametrize("path", OUTSIDE, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_else_reads_the_lists(path: Path) -> None:
    imported = _imports(path)
    writes = path.relative_to(SOURCE).parts[0] in MAY_WRITE
    allowed = {"learnt.fictional", "learnt.fictional.generate", "learnt.fictional.layouts"}
    reached = {name for name in imported if name.startswith("learnt.fictional")}
    assert all(writes and name.startswith(tuple(allowed)) for name in reached)
    assert "learnt.fictional.lists" not in imported
    assert not any("fictional/lists" in text for text in _strings(path))


def test_fictional_imports_no_step() -> None:
    steps = ("read", "extract", "deidentify", "theme", "link", "agencies", "rulebook", "pipeline")
    for path in (SOURCE / "fictional").rglob("*.py"):
        assert not {name for name in _imports(path) if name.startswith(_dotted(steps))}, path


def _dotted(steps: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"learnt.{step}" for step in steps)


def test_rules_hold_no_invented_place() -> None:
    places = tomllib.loads((LISTS / "places.toml").read_text("utf-8"))
    invented = [name for key, names in places.items() if key != "source" for name in names]
    for path in (SOURCE / "rules").iterdir():
        if path.suffix in {".toml", ".csv"}:
            text = path.read_text("utf-8")
            assert not [name for name in invented if name in text], path


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.toml")), ids=lambda path: path.name)
def test_every_list_says_its_source(path: Path) -> None:
    assert tomllib.loads(path.read_text("utf-8"))["source"]
