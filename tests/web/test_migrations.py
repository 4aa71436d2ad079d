"""Libraries of the first release come up to the newest with everything in them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from learnt.web.curation.models import Intake

OURS = tuple(app.label for app in apps.get_app_configs() if app.name.startswith("learnt."))
pytestmark = pytest.mark.django_db(transaction=True)


def newest() -> list[tuple[str, str]]:
    return list(MigrationExecutor(connection).loader.graph.leaf_nodes())


def first() -> list[tuple[str, str]]:
    return [
        node for node in MigrationExecutor(connection).loader.graph.root_nodes() if node[0] in OURS
    ]


@pytest.fixture
def old() -> Iterator[Any]:
    """Give the models of the first release, with the store as it was then."""
    wanted = first()
    assert {app for app, _ in wanted} == set(OURS)
    others = [node for node in newest() if node[0] not in OURS]
    executor = MigrationExecutor(connection)
    executor.migrate([*wanted, *others])
    yield executor.loader.project_state([*wanted, *others]).apps
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())


def go_up() -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(newest())
    return MigrationExecutor(connection).loader.project_state(newest()).apps


def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def fill(old: Any) -> None:
    """Put a row into each table of the first release that holds what people gave."""
    now = timezone.now()
    person = old.get_model("accounts", "User").objects.create(
        username="ann@example.org", email="ann@example.org", password="!"
    )
    old.get_model("accounts", "Grant").objects.create(
        user=person, role="editor", partnership="here"
    )
    intake = old.get_model("curation", "Intake").objects.create(
        key="key-1",
        slug="here-2030",
        partnership="here",
        proposal="{}",
        read_at=now,
        summary="Short.",
    )
    told = {"intake": intake, "by": person}
    old.get_model("curation", "Decision").objects.create(
        **told, action="correct", record="rec-1", value={"text": "As corrected."}
    )
    old.get_model("curation", "NameDecision").objects.create(**told, words="Rose", is_person=False)
    old.get_model("curation", "Takedown").objects.create(**told, reason="asked", places={"a": 1})
    old.get_model("curation", "HeldRead").objects.create(**told, page="/desk/")
    old.get_model("curation", "SourceFile").objects.create(
        intake=intake, name="a.pdf", sha256="a" * 64, media_type="application/pdf", size=1, path="a"
    )
    old.get_model("curation", "BlindCoding").objects.create(
        intake=intake, record="rec-1", coder=person, theme="training", main=True
    )
    old.get_model("curation", "Upload").objects.create(by=person, folder="a", total=2)
    old.get_model("catalogue", "Problem").objects.create(page="/", what="a slip")
    old.get_model("catalogue", "Tombstone").objects.create(slug="gone-2030")


def test_what_people_gave_comes_up_with_the_store(old: Any) -> None:
    fill(old)
    tables = [model for app in OURS for model in old.get_app_config(app).get_models()]
    before = {model._meta.label: model.objects.count() for model in tables}
    assert sum(before.values()) == 12
    new = go_up()
    after = {label: new.get_model(label).objects.count() for label in before}
    assert after == before | {"curation.Decision": 2}
    kept = Intake.objects.get()
    assert kept.slug == "here-2030"
    assert kept.decisions.get(action="correct").value == {"text": "As corrected."}
    assert kept.decisions.get(action="summary").value == {"text": "Short."}
    assert kept.takedowns.get().places == {"a": 1}
    assert kept.codings.get().main
