"""What codes a recommendation to themes, whether by rules, by a learned model or by hand."""

from typing import Protocol

import msgspec

from learnt.records import ThemeCoding


class Codings(msgspec.Struct, frozen=True, kw_only=True):
    """The themes of one recommendation, the likeliest first, and the main one.

    `main` is None where no theme was coded: no coding is better than a guess. `change` and
    `subject` are the same codings, the two axes apart: the kind of change that is asked for, and
    what it is about.
    """

    codings: tuple[ThemeCoding, ...] = ()
    main: str | None = None
    change: tuple[ThemeCoding, ...] = ()
    subject: tuple[ThemeCoding, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the themes."""
        return tuple(coding.id for coding in self.codings)


class Coder(Protocol):
    """Codes the words of a recommendation; `name` stands beside its codings in tables."""

    @property
    def name(self) -> str:
        """What the coder is called."""
        ...

    def code(
        self,
        text: str,
        title: str | None = None,
        context: str | None = None,
        addressees: tuple[str, ...] = (),
    ) -> Codings:
        """Code `text`, as printed.

        `title` is its heading, `context` the paragraph before it where it points back to one,
        `addressees` the printed names of whom it tells to act (a name is no theme).
        """
        ...
