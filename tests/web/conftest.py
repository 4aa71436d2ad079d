"""Each test of the library keeps its reports in a folder of its own, and remembers nothing."""

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from learnt.web.accounts.models import User
from tests.web.factories import HERE, person


@pytest.fixture(autouse=True)
def own_reports(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "library" / "reports"
    cache.clear()


@pytest.fixture
def editor(client: Client) -> User:
    """Give an editor of one partnership, whom `client` is signed in as."""
    user = person("editor", HERE)
    client.force_login(user)
    return user


@pytest.fixture
def publisher(client: Client) -> User:
    """Give a publisher of one partnership, whom `client` is signed in as."""
    user = person("publisher", HERE)
    client.force_login(user)
    return user
