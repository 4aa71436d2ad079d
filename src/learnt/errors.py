"""What can go wrong, one class a step, each told in one line: what, where, what to do."""


class LearntError(Exception):
    """Base of every error that Learnt raises on purpose."""


class Unreadable(LearntError):
    """A file cannot be read: encrypted, damaged, empty, too large or not a document.

    The message is one line that names the file, the cause and what to do; `cause` is a short
    code (`encrypted`, `damaged`, `empty`, `too-large`, `no-pages`, `unsupported`, `timeout`,
    `memory`, `needs-ocr`, `needs-office`, `missing`).
    """

    def __init__(self, name: str, cause: str, advice: str, page: int | None = None) -> None:
        self.name, self.cause, self.advice, self.page = name, cause, advice, page
        where = f"{name}, page {page}" if page else name
        super().__init__(f"{where}: {advice}")

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[str, str, str, int | None]]:
        return Unreadable, (self.name, self.cause, self.advice, self.page)


class NothingToExtract(LearntError):
    """No document was given from which a review could be made."""


class BadRule(LearntError):
    """A file in `rules/` does not fit its type; the message names the file and the key."""


class BrokenSeal(LearntError, ValueError):
    """A public record's seal does not fit: it did not come through the gate, or was changed since."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(
            f"{what}: the seal does not fit its content; only the gate makes public records,"
            " and the key must be the one that sealed it"
        )


class BadLabel(LearntError):
    """A label for a person's role cannot be used; the message names the role and the reason."""


class CannotWrite(LearntError):
    """A report or file cannot be written here; the message says what is missing and how to get it."""
