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

    monkeypatch.setattr("learnt.web.apart.subprocess.Popen", Never)
    monkeypatch.setattr(refreshing, "AT_ONCE", 0)
    return commands


def test_a_small_library_does_not_wait(two: None) -> None:
    refreshing.refresh_soon()
    assert RepeatGroup.objects.count() == 1


def test_a_large_one_is_left_to_a_process(two: None, started: list[list[str]]) -> None:
    refreshing.refresh_soon()
    assert not RepeatGroup.objects.exists()
    assert started[0][-2:] == ["resume", "--automatic"]
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


def test_a_comparison_that_is_killed_is_taken_up(
    two: None, started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies() -> int:
        raise KeyboardInterrupt

    refreshing.refresh_soon()
    monkeypatch.setattr(refreshing, "refresh_repeats", dies)
    with pytest.raises(KeyboardInterrupt):
        refreshing.refresh_when_due()
    assert refreshing.comparing().due, "it is still to be done"
    assert not refreshing.comparing().at_work
    monkeypatch.undo()
    assert refreshing.refresh_when_due() == 1
    assert RepeatGroup.objects.get().size == 2
    assert not refreshing.comparing().due


def test_the_desk_tells_and_a_publisher_asks_for_it(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        shelf(1, ASK)
        shelf(2, ASK, csp="Tarnbrook Community Safety Partnership")
    client.force_login(person("editor"))
    told = client.get("/desk/").content.decode()
    assert "Not up to date" in told
    assert "Compare now" not in told
    assert client.post("/desk/compare/").status_code == 403
    client.force_login(person("publisher"))
    assert "Compare now" in client.get("/desk/").content.decode()
    assert "Up to date." in client.post("/desk/compare/", follow=True).content.decode()
    assert RepeatGroup.objects.get().size == 2


def test_the_command_takes_up_what_is_due(two: None, started: list[list[str]]) -> None:
    from learnt.cli.library_resume import resume

    refreshing.refresh_soon()
    assert (Path(settings.MEDIA_ROOT).parent / "repeats-due").exists()
    (settings.HOME / "library.sqlite3").touch()
    for said in ("is compared anew", "was not due"):
        answer = CliRunner().invoke(resume, [], obj=settings.HOME)
        assert (answer.exit_code, said in answer.output) == (0, True), answer.output
    assert RepeatGroup.objects.count() == 1
