"""The columns that later steps add to the sheet of recommendations; only those that were run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec import UNSET

from learnt.export.cells import SEPARATOR, Value
from learnt.records import Recommendation, Smart

CRITERIA = ("owner", "action", "measure", "time")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's name, its width in letters and what stands in it."""

    name: str
    width: int
    value: Callable[[Recommendation], Value]


def further_columns(items: Sequence[Recommendation]) -> list[Column]:
    """Give the columns of the steps that were run on any of `items`."""
    return [*_agencies(items), *_themes(items), *_smart(items)]


def _agencies(items: Sequence[Recommendation]) -> list[Column]:
    """Give what is told of each addressee, in the order of `addressees`; empty where not resolved."""
    if not any(b.agency is not UNSET for item in items for b in item.addressees):
        return []

    def joined(field: str) -> Callable[[Recommendation], Value]:
        def value(item: Recommendation) -> Value:
            told = [getattr(body, field) for body in item.addressees]
            return SEPARATOR.join(one if isinstance(one, str) else "" for one in told)

        return value

    named = {"addressee_types": "type", "agencies": "agency", "agencies_now": "agency_now"}
    return [Column(name, 24, joined(field)) for name, field in named.items()]


def _themes(items: Sequence[Recommendation]) -> list[Column]:
    if not any(isinstance(item.themes, tuple) for item in items):
        return []

    def ids(item: Recommendation) -> Value:
        codings = item.themes if isinstance(item.themes, tuple) else ()
        return SEPARATOR.join(coding.id for coding in codings)

    def main(item: Recommendation) -> Value:
        return item.main_theme if isinstance(item.main_theme, str) else None

    return [Column("themes", 30, ids), Column("main_theme", 18, main)]


def _smart(items: Sequence[Recommendation]) -> list[Column]:
    if not any(isinstance(item.smart, Smart) for item in items):
        return []

    def met(name: str) -> Callable[[Recommendation], Value]:
        def value(item: Recommendation) -> Value:
            found = item.smart
            return str(getattr(found, name).met).upper() if isinstance(found, Smart) else None

        return value

    return [Column(f"smart_{name}", 8, met(name)) for name in CRITERIA]
