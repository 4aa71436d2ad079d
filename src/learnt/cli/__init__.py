"""The command `learnt`: one thin file a command."""

from learnt.cli.root import main

__all__ = ["main"]
