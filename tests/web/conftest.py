"""Each test of the library keeps its reports in a folder of its own, and remembers nothing."""

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def own_reports(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "library" / "reports"
    cache.clear()
