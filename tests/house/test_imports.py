"""Who may import whom: a step knows the shared nouns and itself, and nothing goes in a circle."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.sources import modules, tree

SHARED = {"records", "errors", "rulebook", "words", "agencies"}
ALLOWED: dict[str, set[str]] = {
    "records": {"errors"},
    "words": set(),
    "errors": set(),
    "rules": set(),
    "rulebook": {"errors", "rules"},
    "agencies": {"records", "words", "errors", "rulebook"},
    "read": SHARED,
    "extract": SHARED,
    "theme": SHARED,
    "deidentify": SHARED,
    "link": SHARED,
    "export": SHARED,
    "register": SHARED,
    "analyse": SHARED,
    "publish": SHARED | {"export"},
    "reporting": {"*"},
    "files": set(),
    "fictional": {"records", "words"},
    "pipeline": {"*"},
    "enrich": {"*"},
    "reading_kept": {"records", "files"},
    "cli": {"*"},
    "web": {"*"},
    "": {"*"},
    "__main__": {"cli"},
}
"""What each part of the package may import beside itself; `*` means anything."""

SEVERAL = {"pipeline", "enrich", "reporting", "cli", "web", "", "__main__"}


def part_of(module: str) -> str:
    """Give the part of the package that a module belongs to (`learnt.read.pdf` → `read`)."""
    return module.removeprefix("learnt").lstrip(".").partition(".")[0]


def imports(module: str, whole: bool = True) -> Iterator[str]:
    """Give the modules of the package that `module` imports; `whole` counts late ones too."""
    source = tree(modules()[module])
    nodes = ast.walk(source) if whole else at_import(source)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("learnt"))
        elif isinstance(node, ast.ImportFrom):
            base = absolute(module, node)
            if base.partition(".")[0] == "learnt":
                for name in node.names:
                    inner = f"{base}.{name.name}"
                    yield inner if inner in modules() else base


def at_import(source: ast.Module) -> Iterator[ast.AST]:
    """Give the nodes that run when a module is imported (not in functions or for types only)."""
    waiting: list[ast.AST] = [source]
    while waiting:
        node = waiting.pop()
        yield node
        for child in ast.iter_child_nodes(node):
            typing_only = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test)
            if not isinstance(child, ast.FunctionDef | ast.Lambda) and not typing_only:
                waiting.append(child)


def absolute(module: str, node: ast.ImportFrom) -> str:
    """Give the dotted name that an import means."""
    if not node.level:
        return node.module or ""
    package = module.split(".")
    if modules()[module].name != "__init__.py":
        package = package[:-1]
    base = package[: len(package) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])


@pytest.mark.parametrize("module", modules())
def test_a_step_knows_only_the_nouns_and_itself(module: str) -> None:
    part = part_of(module)
    assert part in ALLOWED, f"{module}: say in ALLOWED what the new part may import"
    allowed = ALLOWED[part] | {part}
    if "*" in allowed:
        return
    wrong = sorted({name for name in imports(module) if part_of(name) not in allowed})
    assert not wrong, f"{module} may not import {', '.join(wrong)}"


def test_no_module_imports_itself_in_a_circle() -> None:
    edges = {module: sorted(set(imports(module, whole=False))) for module in modules()}
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " -> ".join([*path[path.index(module) :], module])
        if module in done or module not in edges:
            return
        for other in edges[module]:
            if other != module and not is_own_package(other, module):
                visit(other, (*path, module))
        done.add(module)

    for module in edges:
        visit(module, ())


def is_own_package(package: str, module: str) -> bool:
    """Whether an import names the package that holds the module, which Python has already begun."""
    return module.startswith(f"{package}.") and modules()[package].name == "__init__.py"


@cache
def words_of(path: Path) -> str:
    return path.read_text("utf-8", "replace")


def test_no_one_but_fictional_reads_its_lists() -> None:
    for module, path in modules().items():
        if part_of(module) != "fictional":
            assert "fictional.lists" not in words_of(path), module
            assert "fictional/lists" not in words_of(path), module


@pytest.mark.parametrize(
    "name", ["django", "requests", "httpx", "torch", "pandas", "urllib.request"]
)
def test_the_core_needs_no_network_and_no_framework(name: str) -> None:
    for module, path in modules().items():
        if name == "django" and (part_of(module) == "web" or "learnt.cli.library" in module):
            continue
        for node in ast.walk(tree(path)):
            found = (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert not any(other == name or other.startswith(f"{name}.") for other in found), path
