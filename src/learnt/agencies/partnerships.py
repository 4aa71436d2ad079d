"""Community safety partnerships (`rules/partnerships.csv`): their names and what lies in their area.

Area names and regions are from the Domestic Homicide Review Dataset for England and Wales (Cook and
Cook 2026, doi 10.5281/zenodo.21648010, CC BY 4.0); the rest is from memory and unverified.
"""

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from learnt.agencies.kinds import phrases
from learnt.agencies.names import key, place_key, slug
from learnt.agencies.vocabulary import words as head_nouns
from learnt.errors import BadRule

FILE = "partnerships.csv"
WALES = "Wales"
"""A region as the file has it; boards there followed another law."""


class Partnership(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A partnership; the ids of bodies are empty where not known surely."""

    id: str
    name: str
    area: str
    aliases: tuple[str, ...]
    region: str
    districts: tuple[str, ...]
    police: str
    council: str
    icb: str
    health_board: str
    ambulance: str
    source: Literal["dhrd", "memory"]


@dataclass(frozen=True, slots=True)
class Partnerships:
    """All partnerships, by folded name or area, and by the districts that only one of them has."""

    all: tuple[Partnership, ...]
    by_key: dict[str, Partnership]
    by_district: dict[str, Partnership]


@cache
def partnerships() -> Partnerships:
    """Give the partnerships; raises `BadRule` where a row does not fit or a name means two."""
    text = files("learnt.rules").joinpath(FILE).read_text("utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    found: list[Partnership] = []
    for number, row in enumerate(rows, start=1):
        lists = {
            name: row[name].split(";") if row[name] else [] for name in ("aliases", "districts")
        }
        try:
            found.append(msgspec.convert({**row, **lists}, Partnership))
        except msgspec.ValidationError as error:
            raise BadRule(f"rules/{FILE}: row {number}: {error}") from error
    return Partnerships(tuple(found), _by_name(found), _by_district(found))


def _by_name(found: list[Partnership]) -> dict[str, Partnership]:
    by_key: dict[str, Partnership] = {}
    for one in found:
        for name in (one.name, one.area, *one.aliases):
            for folded in {key(name), place_key(name)} - {""}:
                if by_key.setdefault(folded, one) is not one:
                    raise BadRule(f"rules/{FILE}: {name}: means {one.id} and {by_key[folded].id}")
    return by_key


def _by_district(found: list[Partnership]) -> dict[str, Partnership]:
    """Give the largest partnership of each district; its police and council are the district's."""
    by_district: dict[str, Partnership] = {}
    for one in sorted(found, key=lambda p: -len(p.districts)):
        for district in one.districts:
            by_district.setdefault(place_key(district), one)
    return by_district


def partnership_place(name: str) -> str:
    """Give the place in a partnership's name: "Safer Loxley Partnership" → "loxley"."""
    folded = key(name)
    csp = phrases().by_id["csp"]
    for opening in sorted(map(key, csp.opens), key=len, reverse=True):
        if folded.startswith(f"{opening} "):
            folded = folded.removeprefix(f"{opening} ")
            break
    for ending in sorted({key(n) for n in (*csp.names, *csp.tails)}, key=len, reverse=True):
        if folded.endswith(f" {ending}"):
            folded = folded.removesuffix(f" {ending}")
            break
    return place_key(folded)


def named_partnership(folded: str) -> Partnership | None:
    """Give the partnership of a folded name that is more than a place ("keeping bristol safe ...")."""
    one = partnerships().by_key.get(folded)
    return one if one and folded.rsplit(" ", 1)[-1] in head_nouns().heads else None


@lru_cache(maxsize=16384)
def one_place(place: str) -> str:
    """Give a place's folded name, the usual one where an area has two ("hull", "kingston upon hull")."""
    folded = place_key(place)
    known = partnerships().by_key.get(folded)
    return place_key(known.area) if known else folded


@lru_cache(maxsize=4096)
def find_partnership(name: str) -> Partnership | None:
    """Give the partnership that a review calls `name` ("Norfolk", "Safer Leeds"), or None."""
    known = partnerships().by_key
    return known.get(key(name)) or known.get(place_key(name)) or known.get(partnership_place(name))


@cache
def council_name(council: str) -> str:
    """Give a name for the id of a council: "Norfolk County Council" where the area has districts."""
    place = council.removesuffix("-council")
    served = [one for one in partnerships().all if one.council == council]
    of_county = any(len(one.districts) > 1 or slug(one.area) != place for one in served)
    shown = next((one.area for one in partnerships().all if slug(one.area) == place), None)
    shown = shown or place.replace("-", " ").title()
    return f"{shown} County Council" if of_county else f"{shown} Council"
