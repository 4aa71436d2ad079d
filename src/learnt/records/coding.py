"""What the steps after `extract` say of a recommendation: its themes, and whether it can be acted on."""

import msgspec


class ThemeCoding(msgspec.Struct, frozen=True):
    """A theme of the codebook, and the words that led to it, as printed."""

    id: str
    words: tuple[str, ...] = ()


class Criterion(msgspec.Struct, frozen=True):
    """Whether a recommendation meets a criterion; `why` gives the words, or what is missing."""

    met: bool
    why: str


class Smart(msgspec.Struct, frozen=True, kw_only=True):
    """Can it be acted on as written: by whom, doing what, known to be done by what, and when."""

    owner: Criterion
    action: Criterion
    measure: Criterion
    time: Criterion
