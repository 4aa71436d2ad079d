"""What keeps a manuscript from being set."""


class CannotTypeset(RuntimeError):
    """A tool is missing or failed; the one-line message says which and what to do."""
