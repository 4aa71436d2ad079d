"""`learnt names`: the people, codes, days, contacts and places in a text."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from learnt.deidentify.names import Name

DOCUMENTS = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
"""How files begin that hold a document and not a text."""


@click.command(context_settings={"show_default": True})
@click.argument("file", metavar="FILE|-")
@click.option("--format", "form", type=click.Choice(["json", "table"]), default="json")
@click.option("--text", "show_text", is_flag=True, help="Print the text itself, and no names.")
@click.option("--no-public", is_flag=True, help="Leave out what looks like a name and stays.")
def names(file: str, form: str, show_text: bool, no_public: bool) -> None:
    """Find the people of the case in a text, and what else tells who they are.

    Gives start, end, text and kind of each finding, in order: name, code (Adult A, GP3, initials),
    date (days), contact (telephone, e-mail, numbers of a person), place (addresses, postcodes) and
    public (a law, an institution, an author: name-like, and stays). Offsets are in characters of
    the text as given, from 0; line ends of two characters count as two.

    FILE is a text, or - for standard input. A PDF, Word or RTF file is read first, and offsets are
    then over the text that --text prints. Rules cannot find every name: let a person look too.

    \b
    Examples:
      learnt names recommendations.txt
      echo "Nadia told her GP." | learnt names - --format table
      learnt names overview-report.pdf --text > overview.txt
    """
    from learnt.deidentify.names import find_names, learn

    text = read_text(file)
    if show_text:
        click.echo(text, nl=not text.endswith("\n"))
        return
    found = find_names(text, learn(text))
    write([name for name in found if not (no_public and name.kind == "public")], form)


def read_text(file: str) -> str:
    """Give the text of a file or of standard input, its line ends untouched."""
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    if data.startswith(DOCUMENTS):
        return read_document(file, data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if b"\0" in data[:4096]:
        raise click.UsageError(f"{file}: this is no text and no document that Learnt knows")
    return data.decode("cp1252", errors="replace")


def read_document(file: str, data: bytes) -> str:
    """Give the text of a document, a blank line between its blocks and bars between cells."""
    from learnt.cli.scratch import scratch_folder
    from learnt.deidentify.names import texts_of
    from learnt.pipeline import read_path

    with scratch_folder() as folder:
        path = Path(file)
        if file == "-":
            path = folder / "stdin"
            path.write_bytes(data)
        return "\n\n".join(texts_of(read_path(path))) + "\n"


def write(found: "list[Name]", form: str) -> None:
    """Print what was found, as JSON or with a line for each."""
    if form == "json":
        rows = [{"start": n.start, "end": n.end, "text": n.text, "kind": n.kind} for n in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    from learnt.export.cells import plain

    click.echo(f"{'start':>7} {'end':>7}  {'kind':8} text")
    for name in found:
        click.echo(plain(f"{name.start:>7} {name.end:>7}  {name.kind:8} {name.text}"))
