"""`learnt schema`: the JSON Schema of what Learnt writes."""

import click


@click.command()
@click.argument("kind", type=click.Choice(["review", "document"]), default="review")
def schema(kind: str) -> None:
    """Print the JSON Schema of a review (learnt.review/1) or of a document.

    \b
    Examples:
      learnt schema > review.schema.json
      learnt schema document
    """
    from learnt.export.schema import schema_text

    click.echo(schema_text(kind), nl=False)
