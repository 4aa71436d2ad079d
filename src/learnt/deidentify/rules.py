"""The data that de-identification goes by (`rules/deidentify.toml`), typed."""

from functools import cache

import msgspec

from learnt import rulebook


class Instead(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands instead of contacts and places."""

    contact: str
    address: str
    postcode: str
    place: str
    staff_number: str


class Places(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before a place of the case, words inside a place's name, and places too large to hide."""

    before: tuple[str, ...]
    joining: tuple[str, ...]
    large: tuple[str, ...]


class Titles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of a public title, by what is known, and the name of a document of unknown role."""

    whole: str
    without_year: str
    without_csp: str
    bare: str
    file: str


class Summary(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Parts of the composed summary."""

    opening: str
    commissioned: str
    death: str
    recommendations: str
    recommendation: str
    addressees: str
    others: str
    other: str
    actions: str
    action: str
    published: str
    most_bodies: int
    months: tuple[str, ...]
    numbers: tuple[str, ...]


class Address(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that the address of a page may hold."""

    words: frozenset[str]


class Rescan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside a capitalised word that show that it is no person."""

    before: frozenset[str]
    after: frozenset[str]
    titles: tuple[str, ...]
    things: tuple[str, ...]


class Bodies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Small words inside a body's name, and signs that never stand in one."""

    joining: frozenset[str]
    signs: tuple[str, ...]
    areas: frozenset[str]
    openings: tuple[str, ...]


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `rules/deidentify.toml`."""

    source: str
    instead: Instead
    places: Places
    titles: Titles
    kinds: dict[str, str]
    summary: Summary
    address: Address
    bodies: Bodies
    rescan: Rescan
    reasons: dict[str, str]


@cache
def rules() -> Rules:
    """Give the rules of de-identification."""
    return rulebook.load("deidentify.toml", Rules)
