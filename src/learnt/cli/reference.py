"""Writes the reference of the command from its own help: `python -m learnt.cli.reference`."""

import click

from learnt.cli.root import COMMANDS, cli

HEAD = """# The command `learnt`

Written from `--help` by `make docs`; do not change it by hand.
"""
WIDTH = 88


def reference() -> str:
    """Give the help of all commands as Markdown."""
    parts = [HEAD, section("learnt", cli)]
    parent = click.Context(cli, info_name="learnt")
    for name in COMMANDS:
        command = cli.get_command(parent, name)
        assert command is not None
        parts += sections(f"learnt {name}", command)
    return "\n".join(parts)


def sections(name: str, command: click.Command) -> list[str]:
    """Give a command's section and, if it is a group, those of its commands after it."""
    found = [section(name, command)]
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name)
        for inner in command.list_commands(context):
            one = command.get_command(context, inner)
            assert one is not None
            found += sections(f"{name} {inner}", one)
    return found


def section(name: str, command: click.Command) -> str:
    """Give one command's heading and help."""
    context = click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH)
    context.help_option_names = ["-h", "--help"]
    return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    print(reference(), end="")
