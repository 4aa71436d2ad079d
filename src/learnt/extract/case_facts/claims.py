"""What one sentence claims of the case, before all that is told is weighed."""

from dataclasses import dataclass

from learnt.extract.case_facts.sentences import Place
from learnt.records import Value
from learnt.records.facts import FactTable


@dataclass(frozen=True, slots=True)
class Claim:
    """A value for a variable, who it is of, the words, the rule and how much it counts (0 to 1)."""

    table: FactTable
    person: int
    variable: str
    value: Value
    place: Place
    quote: str
    rule: str
    weight: float = 0.9
    page: int = 0


def owner_of(tag: str) -> tuple[tuple[FactTable, int], ...]:
    """Give table and number of the people that a tag means: two for `B`, none for anybody else."""
    if tag == "B":
        return (("victims", 1), ("perpetrators", 1))
    if tag[:1] == "V":
        return (("victims", int(tag[1:])),)
    return (("perpetrators", int(tag[1:])),) if tag[:1] == "P" else ()
