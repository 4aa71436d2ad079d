"""What all tests share: tools of the machine that may be missing, and the real input."""

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "learnt", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("learnt")
# A busy machine is no reason to fail, and what failed once has to fail again for who mends it.

TOOLS: dict[str, tuple[str, ...]] = {
    "soffice": ("soffice", "libreoffice"),
    "tesseract": ("tesseract",),
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "pdftotext": ("pdftotext",),
    "pdftoppm": ("pdftoppm",),
    "pg_ctl": ("pg_ctl", *(str(path) for path in Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))),
}
"""The names under which a tool may stand on the path."""

SHARED = Path(__file__).resolve().parents[2] / "shared"


def in_ci() -> bool:
    """Whether nothing may skip for want of a tool."""
    return os.environ.get("CI", "").lower() in ("true", "1")


def missing(tool: str) -> bool:
    """Whether the machine lacks `tool`."""
    return not any(shutil.which(name) for name in TOOLS.get(tool, (tool,)))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tool is missing; in CI that is a failure."""
    for marker in item.iter_markers("tool"):
        lacking = [tool for tool in marker.args if missing(tool)]
        if lacking:
            reason = f"needs {' and '.join(lacking)}"
            (pytest.fail if in_ci() else pytest.skip)(reason)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip that names a tool into a failure in CI, however the test skipped."""
    report = yield
    if in_ci() and report.skipped and isinstance(report.longrepr, tuple):
        reason = report.longrepr[2].lower()
        if any(tool in reason for tool in (*TOOLS, "libreoffice", "tesserocr")):
            report.outcome = "failed"
            report.longrepr = f"skipped in CI for want of a tool: {reason}"
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real input beside the repository."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the real input is not beside the repository")
    return SHARED / "data"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Give a function that writes a text file into a temporary folder."""

    def make(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return make
