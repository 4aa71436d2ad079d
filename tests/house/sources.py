"""The project's own files, as the rules of the house look at them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"


@cache
def modules() -> dict[str, Path]:
    """Give every module of the package by its dotted name."""
    found = {}
    for path in written(SOURCE / "learnt"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    """Give a module's syntax tree."""
    return ast.parse(path.read_text("utf-8"), str(path))


def python_files() -> list[Path]:
    """Give all Python files of the project."""
    folders = ("src", "tests", "benchmarks")
    return [path for folder in folders for path in written(ROOT / folder)]


def written(folder: Path) -> list[Path]:
    """Give the Python files in a folder that a person wrote: no migrations, nothing built."""
    made = {"build"}
    return sorted(
        path
        for path in folder.rglob("*.py")
        if not made.intersection(path.relative_to(folder).parts)
        and (path.parent.name != "migrations" or path.name == "__init__.py")
    )


@cache
def tracked_files() -> list[Path]:
    """Give the files that git keeps, or all that could be where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
        return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    return [*python_files(), *ROOT.glob("*.*"), *(ROOT / "docs").rglob("*.md")]
