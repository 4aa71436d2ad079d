"""Modules and functions stay short, and every public name says what it is."""

import ast
from pathlib import Path

import pytest

from tests.house.sources import ROOT, modules, python_files, tree

MODULE_CEILING = 400
FUNCTION_CEILING = 50


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", python_files(), ids=name_of)
def test_modules_and_functions_stay_short(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= MODULE_CEILING, f"{lines} lines"
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= FUNCTION_CEILING, f"{node.name}: {length} lines"


@pytest.mark.parametrize("module", modules())
def test_public_names_have_a_docstring(module: str) -> None:
    source = tree(modules()[module])
    assert ast.get_docstring(source) or not source.body, "the module"
    for node in source.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


@pytest.mark.parametrize("path", python_files(), ids=name_of)
def test_no_failure_is_swallowed(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else ""
            assert node.type is not None, f"line {node.lineno}: a bare except"
            assert caught not in ("Exception", "(Exception,)"), f"line {node.lineno}"
