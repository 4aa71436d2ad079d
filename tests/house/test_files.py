"""What no tracked file may hold, and what the pinned packages and rule files must."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

from tests.house.sources import ROOT, tracked_files

HERE = Path(__file__).name
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.])/(?:work|root|home|Users)/\w"),
    "the address of a package registry": re.compile(
        r"(?:pypi\.org|pythonhosted\.org|--index-url|extra-index-url|artifactory|nexus/)", re.I
    ),
    "work left for later": re.compile(r"\b(?:TODO|FIXME|XXX)\b"),
    "a blanket silencing of the linter": re.compile(
        r"#\s*(?:noqa|type:\s*ignore)\s*(?:$|#(?!\s*\w))"
    ),
}
LARGEST = 2_000_000
PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software|ISC|MPL|Mozilla|Unlicense|HPND|Zlib|CC0|Public Domain",
    re.I,
)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_holds(what: str) -> None:
    found = []
    for path in tracked_files():
        if path.name == HERE or path.stat().st_size > LARGEST:
            continue
        try:
            lines = path.read_text("utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [
            f"{path.relative_to(ROOT)}:{number}"
            for number, line in enumerate(lines, start=1)
            if FORBIDDEN[what].search(line)
        ]
    assert not found, f"{what}: {', '.join(found[:10])}"


def test_no_tracked_file_is_large() -> None:
    assert not [path for path in tracked_files() if path.stat().st_size > LARGEST]


def test_constraints_are_exact_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert lines
    assert not [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[\w.+!]+", line)]


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(name for extra in extras for name in extra)]
    pinned = {fold(line.partition("==")[0]) for line in (ROOT / "constraints.txt").open()}
    names = [re.split(r"[\[<>=!~; ]", name)[0] for name in wanted]
    assert not [name for name in names if fold(name) not in pinned]


def fold(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_pinned_package_is_permissive() -> None:
    doubtful = []
    for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines():
        name = line.partition("==")[0]
        try:
            told = metadata(name)
        except PackageNotFoundError:
            continue
        classifiers = " ".join(told.get_all("Classifier") or [])
        named = [told[key] for key in ("License-Expression", "License") if key in told]
        licence = " ".join([*named, classifiers])
        if not PERMISSIVE.search(licence):
            doubtful.append(f"{name}: {licence[:80]}")
    assert not doubtful


def test_every_rule_file_names_its_source() -> None:
    unsourced = [
        path.name
        for path in (ROOT / "src" / "learnt" / "rules").glob("*.toml")
        if "source" not in path.read_text("utf-8")
    ]
    assert not unsourced
