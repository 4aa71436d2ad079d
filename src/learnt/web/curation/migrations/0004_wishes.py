from typing import Any

from django.db import migrations, models

ACTIONS = (
    "accept",
    "correct",
    "add",
    "drop",
    "split",
    "join",
    "themes",
    "metadata",
    "summary",
    "labels",
    "pseudonym",
)


def to_decisions(apps: Any, schema: Any) -> None:
    """Keep what stood in the columns as decisions, which can be taken back."""
    decisions = apps.get_model("curation", "Decision").objects
    for intake in apps.get_model("curation", "Intake").objects.exclude(summary="", labels={}):
        if intake.summary:
            decisions.create(intake=intake, action="summary", value={"text": intake.summary})
        if intake.labels:
            decisions.create(
                intake=intake, action="labels", value={"labels": intake.labels, "convicted": []}
            )


class Migration(migrations.Migration):
    dependencies = [("curation", "0003_takedown_marks")]

    operations = [
        migrations.AlterField(
            model_name="decision",
            name="action",
            field=models.CharField(choices=[(a, a) for a in ACTIONS], max_length=12),
        ),
        migrations.RunPython(to_decisions, migrations.RunPython.noop),
        migrations.RemoveField(model_name="historicalintake", name="labels"),
        migrations.RemoveField(model_name="historicalintake", name="summary"),
        migrations.RemoveField(model_name="intake", name="labels"),
        migrations.RemoveField(model_name="intake", name="summary"),
    ]
