from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("curation", "0004_wishes")]

    operations = [
        migrations.AddField(
            model_name="upload", name="found", field=models.JSONField(default=list)
        ),
        migrations.AddField(
            model_name="upload", name="read", field=models.PositiveIntegerField(default=0)
        ),
    ]
