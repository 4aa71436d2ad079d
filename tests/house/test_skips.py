"""A test whose tool is missing skips at home and fails where nothing may skip."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import ROOT

TESTS = """
import pytest

@pytest.mark.tool("no-such-tool")
def test_marked():
    pass

def test_by_hand():
    pytest.skip("tesseract is not installed")

def test_for_another_reason():
    pytest.skip("the real input is not beside the repository")
"""


@pytest.mark.parametrize(
    ("ci", "outcome"), [("", "3 skipped"), ("true", "1 failed, 1 skipped, 1 error")]
)
def test_a_missing_tool(tmp_path: Path, ci: str, outcome: str) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_it.py").write_text(TESTS)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = tool(name): needs a tool\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        env=os.environ | {"CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome in done.stdout
