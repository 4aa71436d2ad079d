"""A search for names that sees nothing, to show what the second look alone holds."""

import pytest

from tests.deidentify.factories import blind_search


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the search for names find nothing in texts that become public."""
    blind_search(monkeypatch)
