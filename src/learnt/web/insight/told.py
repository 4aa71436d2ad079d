"""What disclosure control did, as a person reads it: a line a table and reason."""

from collections.abc import Iterable
from dataclasses import dataclass

from learnt.records.finding import Analysis, Protection

WHOLE = "the whole table"
DID = {"merged": "put together", "withheld": "withheld"}


@dataclass(frozen=True, slots=True)
class Told:
    """Groups of one table that were put together or withheld for one reason."""

    table: str
    of: str
    groups: tuple[str, ...]
    did: str
    why: str


def tell(protections: Iterable[Protection], analysis: Analysis) -> list[Told]:
    """Give the protections by table in their order; groups with the same reason share a line."""
    lines: dict[tuple[str, str, str], list[str]] = {}
    for one in protections:
        lines.setdefault((one.tally, one.did, one.why), []).append(one.group or WHOLE)
    return [_line(analysis, *key, groups) for key, groups in lines.items()]


def _line(analysis: Analysis, name: str, did: str, why: str, groups: list[str]) -> Told:
    tally = analysis.tally(name)
    title, of = (tally.title, tally.of) if tally else (name, "")
    return Told(title, of, tuple(groups), DID[did], why)
