"""The command itself: what all commands share, and the exit status.

0: all fine; 1: something failed, the rest is done; 2: wrong use; 130: stopped by Ctrl-C.
"""

import importlib
import os
import sys
from typing import NoReturn

import click

from learnt import __version__
from learnt.errors import LearntError

COMMANDS = {
    "extract": "learnt.cli.extract",
    "show": "learnt.cli.show",
    "facts": "learnt.cli.facts",
    "fictional": "learnt.cli.fictional",
    "names": "learnt.cli.names",
    "publishable": "learnt.cli.publishable",
    "agencies": "learnt.cli.agencies",
    "schema": "learnt.cli.schema",
    "smart": "learnt.cli.smart",
    "themes": "learnt.cli.themes",
    "similar": "learnt.cli.similar",
    "repeats": "learnt.cli.repeats",
    "report": "learnt.cli.report",
    "register": "learnt.cli.register",
    "library": "learnt.cli.library",
    "demo": "learnt.cli.demo",
}
"""The module of each command; each has a function of the command's name."""

FAILED, INTERRUPTED = 1, 130


class Commands(click.Group):
    """Loads a command's module when it is called, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order in which a user needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give the command called `cmd_name`."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(COMMANDS[cmd_name]), cmd_name)
        assert isinstance(command, click.Command)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="learnt")
def cli() -> None:
    """Turn published reviews of domestic homicides into structured recommendations.

    \b
    Try it without real cases:
      learnt fictional --reviews 3 --output fictional
      learnt extract fictional
    """


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and leave with its exit status; no failure shows a traceback."""
    try:
        status = cli.main(args=arguments, prog_name="learnt", standalone_mode=False)
    except click.exceptions.Abort:
        leave(INTERRUPTED, "stopped; nothing was written")
    except click.ClickException as error:
        error.show()
        leave(error.exit_code)
    except LearntError as error:
        leave(FAILED, f"learnt: {error}")
    except BrokenPipeError:
        # Whoever read the result has gone; Python would complain again when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        leave(FAILED)
    except OSError as error:
        leave(FAILED, f"learnt: {error.filename or ''}: {error.strerror or error}")
    leave(status if isinstance(status, int) else 0)


def leave(status: int, message: str = "") -> NoReturn:
    """Print `message` on standard error, if there is one, and end with `status`.

    After Ctrl-C without waiting for the threads: each would wait for the file that it reads.
    """
    if message:
        click.echo(message, err=True)
    if status == INTERRUPTED:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)
