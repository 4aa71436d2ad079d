"""A value found for a field, with its evidence and how sure it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from learnt.records import Evidence

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """A value, its evidence and its weight: the heaviest one is kept."""

    value: T
    evidence: Evidence
    weight: float = 1.0


def best(values: Iterable[Value[T]]) -> Value[T] | None:
    """Give the heaviest value, the first of equals; None where there is none."""
    chosen: Value[T] | None = None
    for value in values:
        if chosen is None or value.weight > chosen.weight:
            chosen = value
    return chosen
