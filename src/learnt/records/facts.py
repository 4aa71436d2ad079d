"""Facts of a case that a report's text tells: proposals for an editor, never counted before."""

from typing import Literal

import msgspec

from learnt.records.case import Value
from learnt.records.review import Evidence

FactTable = Literal["incidents", "victims", "perpetrators"]


class CaseFact(msgspec.Struct, frozen=True, kw_only=True):
    """A value of the case register with the words that tell it.

    `person` counts from 1 in its table, in the order in which the report brings the people in, and is
    0 for the incident. `variable` and `value` are the register's. `confidence` is from 0 to 1;
    `rule` names the rule whose evidence counts most. The first evidence is the strongest.
    """

    table: FactTable
    person: int
    variable: str
    value: Value
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    rule: str = ""


class FactDoubt(msgspec.Struct, frozen=True, kw_only=True):
    """A variable of which the report tells different values: they stand side by side, none is taken."""

    table: FactTable
    person: int
    variable: str
    values: tuple[CaseFact, ...]
    reason: str


class CaseFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the documents of one review tell of its case, and what they tell in two ways."""

    facts: tuple[CaseFact, ...] = ()
    doubts: tuple[FactDoubt, ...] = ()
