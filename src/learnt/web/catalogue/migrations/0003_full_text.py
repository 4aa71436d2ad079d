"""The full-text table of search: on SQLite only. `learnt library rebuild-index` fills it."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

CREATE = (
    "CREATE VIRTUAL TABLE catalogue_searchtext USING fts5(exact, stems, more, concepts, "
    "tokenize = \"unicode61 remove_diacritics 2 tokenchars '=&/-'\")",
    "CREATE VIRTUAL TABLE catalogue_searchvocabulary USING fts5vocab(catalogue_searchtext, 'row')",
)
DROP = ("DROP TABLE catalogue_searchvocabulary", "DROP TABLE catalogue_searchtext")


def create(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the table and the list of its words."""
    if editor.connection.vendor == "sqlite":
        for statement in CREATE:
            editor.execute(statement)


def drop(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Take both away."""
    if editor.connection.vendor == "sqlite":
        for statement in DROP:
            editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [("catalogue", "0002_search")]
    operations = [migrations.RunPython(create, drop)]
