"""The codebook: the themes, what each asks for, and their counterparts in published groupings."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from learnt.errors import BadRule
from learnt.rulebook import load
from learnt.theme.cues import CueFile, Cues, ThemeCues, Tuned, Weights, build, own_cues

Axis = Literal["change", "subject"]
Grouping = Literal["home_office", "library", "cambridgeshire"]


class Theme(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One theme; `axis` tells the kind of change from what it is about."""

    id: str
    axis: Axis
    name: str
    asks_for: str
    not_for: str = ""
    cambridgeshire: str = ""
    home_office: str = ""
    library: str = ""


class Codebook(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The themes in the order of the file; a user's own may bring its cues in the same file."""

    version: str
    theme: tuple[Theme, ...]
    source: str = ""
    cues: dict[str, ThemeCues] = msgspec.field(default_factory=dict)
    sets: dict[str, str] = msgspec.field(default_factory=dict)
    weights: Weights = Weights()
    tuned: tuple[Tuned, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the themes."""
        return tuple(theme.id for theme in self.theme)

    def of_axis(self, axis: Axis) -> frozenset[str]:
        """Give the ids of the themes of one axis."""
        return frozenset(theme.id for theme in self.theme if theme.axis == axis)

    def counterpart(self, theme: str, grouping: Grouping) -> str:
        """Give the name of a theme's counterpart in a published grouping, "" if it has none."""
        found: str = getattr(next(one for one in self.theme if one.id == theme), grouping)
        return found


@cache
def own_codebook() -> Codebook:
    """Give the project's own codebook."""
    return _checked(load("codebook.toml", Codebook), "rules/codebook.toml")


def load_codebook(path: Path) -> Codebook:
    """Read a user's codebook; raises `BadRule` in one line where it does not hold together."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadRule(f"{path}: {error.strerror}") from error
    try:
        book = msgspec.toml.decode(data, type=Codebook)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadRule(f"{path.name}: {error}") from error
    _checked(book, path.name)
    if not book.cues:
        raise BadRule(f"{path.name}: there are no cues: add a table [cues.ID] for each theme")
    return book


def _checked(book: Codebook, name: str) -> Codebook:
    if not book.theme:
        raise BadRule(f"{name}: there is no [[theme]]")
    seen: set[str] = set()
    for theme in book.theme:
        if not theme.id or theme.id != theme.id.strip() or "," in theme.id:
            raise BadRule(f"{name}: {theme.id!r} cannot be the id of a theme")
        if theme.id in seen:
            raise BadRule(f"{name}: the theme {theme.id!r} stands there twice")
        seen.add(theme.id)
    return book


def cues_of(book: Codebook, without: Iterable[str] = ()) -> Cues:
    """Give the cues of `book`: its own, or those of the project for the project's codebook.

    `without` names texts whose reading led to cues that are to be left out.
    """
    data = (
        CueFile(
            source=book.source,
            cues=book.cues,
            sets=book.sets,
            weights=book.weights,
            tuned=book.tuned,
        )
        if book.cues
        else own_cues()
    )
    return build(data, {theme.id: theme.axis for theme in book.theme}, without)
