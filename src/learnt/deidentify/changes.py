"""A change to a text: which stretch goes, what stands there instead, and why."""

from collections.abc import Iterable

import msgspec

from learnt.records.public import Removed


class Change(msgspec.Struct, frozen=True):
    """Characters `start` to `end` become `words`, by `rule`; the ledger calls what was there `kind`."""

    start: int
    end: int
    words: str
    kind: Removed
    rule: str


def settle(changes: Iterable[Change]) -> list[Change]:
    """Give the changes in order without overlaps: of two that overlap the earlier given one stays."""
    kept: list[Change] = []
    for change in changes:
        if all(change.end <= one.start or change.start >= one.end for one in kept):
            kept.append(change)
    return sorted(kept, key=lambda change: change.start)


def apply_changes(text: str, changes: Iterable[Change]) -> str:
    """Give `text` with settled, sorted changes made; doubled blanks at the seams are joined."""
    parts, at = [], 0
    for change in changes:
        parts += [text[at : change.start], change.words]
        at = change.end
    return "".join([*parts, text[at:]])
