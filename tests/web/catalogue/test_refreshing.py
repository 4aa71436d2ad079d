"""What was said again follows a publication: at once, or by a process of its own."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.test import Client

from learnt.web.catalogue import refreshing
from learnt.web.catalogue.models import RepeatGroup
from tests.web.factories import person, published
from tests.web.search.shelf import shelf

pytestmark = pytest.mark.django_db
ASK = "The police force should train its call handlers in the risk of strangulation."
PLACES = ("Fallowmere", "Tarnbrook")


@pytest.fixture
def two() -> None:
    for number, place in enumerate(PLACES, start=1):
        shelf(number, ASK, csp=f"{place} Community Safety Partnership")


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Give the commands that would have been started, with every library a large one."""
    commands: list[list[str]] = []

    class Never:
        def __init__(self, command: list[str], **_: Any) -> None:
            commands.append(command)

        def poll(self) -> int:
            return 0

    monkeypatch.setattr("learnt.web.catalogue.refreshing.subprocess.Popen", Never)
    monkeypatch.setattr(refreshing, "AT_ONCE", 0)
    return commands


def test_a_small_library_does_not_wait(two: None) -> None:
    refreshing.refresh_soon()
    assert RepeatGroup.objects.count() == 1


def test_a_large_one_is_left_to_a_process(two: None, started: list[list[str]]) -> None:
    refreshing.refresh_soon()
    assert not RepeatGroup.objects.exists()
    assert started[0][-2:] == ["rebuild-index", "--when-due"]
    assert refreshing.refresh_when_due() == 1
    assert RepeatGroup.objects.get().size == 2
    assert refreshing.refresh_when_due() == 0


def test_what_was_asked_for_meanwhile_is_done_next(
    two: None, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []

    def compare() -> int:
        if not done:
            refreshing.refresh_soon()
            assert refreshing.refresh_when_due() == 0, "two at once"
        done.append(1)
        return 0

    monkeypatch.setattr(refreshing, "refresh_repeats", compare)
    refreshing.refresh_soon()
    assert refreshing.refresh_when_due() == 2


def test_a_page_does_not_wait_for_the_comparison(client: Client, started: list[list[str]]) -> None:
    stored = published(1)
    client.force_login(person("publisher", stored.partnership))
    client.post(f"/desk/reviews/{stored.slug}/publish/")
    assert len(started) == 1


def test_the_command_asks_whether_it_is_due(two: None, started: list[list[str]]) -> None:
    from learnt.cli.library_search import rebuild_index

    refreshing.refresh_soon()
    assert (Path(settings.MEDIA_ROOT).parent / "repeats-due").exists()
    (settings.HOME / "library.sqlite3").touch()
    answer = CliRunner().invoke(rebuild_index, ["--when-due"], obj=settings.HOME)
    assert (answer.exit_code, answer.output) == (0, "")
    assert RepeatGroup.objects.count() == 1
