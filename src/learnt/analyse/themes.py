"""The codebook as counting needs it: names of themes, and their counterparts in published groupings."""

from functools import cache
from typing import Literal

import msgspec

from learnt.rulebook import load
from learnt.words import alike

Grouping = Literal["home_office", "library", "cambridgeshire"]
GROUPINGS: tuple[Grouping, ...] = ("home_office", "library", "cambridgeshire")


class CodedTheme(msgspec.Struct, frozen=True):
    """A theme of `rules/codebook.toml`; "" is no counterpart."""

    id: str
    name: str
    axis: str
    home_office: str = ""
    library: str = ""
    cambridgeshire: str = ""


class ThemeFile(msgspec.Struct, frozen=True):
    """What counting needs of the codebook."""

    theme: tuple[CodedTheme, ...]


@cache
def themes() -> dict[str, CodedTheme]:
    """Give the themes by id, in the order of the codebook."""
    return {one.id: one for one in load("codebook.toml", ThemeFile).theme}


@cache
def name_of(theme: str) -> str:
    """Give what a theme is called; a theme of another codebook keeps its id."""
    known = themes().get(theme)
    return known.name if known else theme


@cache
def counterpart(theme: str, grouping: Grouping) -> str:
    """Give the group in which a published grouping has a theme, "" where it has none.

    A recommendation may be coded to such a group itself, as the Home Office library tags it.
    """
    known = themes().get(theme)
    if known is None:
        return next((one for one in groups_of(grouping) if alike(one) == alike(theme)), "")
    found: str = getattr(known, grouping)
    return found


@cache
def names_of_axis(axis: str) -> tuple[str, ...]:
    """Give the names of the themes of one axis (change, subject)."""
    return tuple(one.name for one in themes().values() if one.axis == axis)


@cache
def groups_of(grouping: Grouping) -> tuple[str, ...]:
    """Give the groups of a published grouping."""
    return tuple(dict.fromkeys(filter(None, (getattr(one, grouping) for one in themes().values()))))
