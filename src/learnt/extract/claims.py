"""What a form of recommendation found before anything is merged: claims, each with its places."""

from dataclasses import dataclass, field, replace

from learnt.extract.outline import Outline, Passage
from learnt.records import Block, Box, Evidence

Spot = tuple[int, int]
"""A block's index and a row's index in it (-1: the block as a whole)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A recommendation as one form saw it in one place.

    `series` tells lists apart: two claims of one series are never the same recommendation. `addressees` are
    as printed by the structure (column, heading, bracket), `heading` the bodies of a group row over it.
    """

    text: str
    rule: str
    spots: tuple[Spot, ...]
    evidence: Evidence
    ref: str = ""
    title: str = ""
    addressees: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    """Bodies of an action plan's lead column: addressees where nothing else names one."""
    heading: tuple[str, ...] = ()
    level: str = ""
    scope: str = ""
    context: str = ""
    series: tuple[object, ...] = ()
    confidence: float = 0.9

    def but(self, **changes: object) -> "Claim":
        """Give the claim with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # checked by the dataclass


@dataclass(frozen=True, slots=True)
class Doubt:
    """A passage that looked like a recommendation and was not taken, and why."""

    text: str
    reason: str
    evidence: Evidence


@dataclass(slots=True)
class Findings:
    """Claims and doubts of one document, and the places that are taken."""

    claims: list[Claim] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    taken: set[Spot] = field(default_factory=set)
    doubted: set[Spot] = field(default_factory=set)

    def add(self, claim: Claim) -> None:
        """Take a claim and mark its places."""
        self.claims.append(claim)
        self.taken.update(claim.spots)

    def doubt(self, outline: Outline, passage: Passage, reason: str) -> None:
        """Set a passage aside, once, with the first reason why it was not taken."""
        block = passage.block
        if (passage.index, -1) in self.doubted:
            return
        self.doubted.add((passage.index, -1))
        self.doubts.append(Doubt(block.printed, reason, evidence_of(outline, block, "doubt")))

    def is_taken(self, index: int) -> bool:
        """Whether the block, or a row of it, belongs to a claim."""
        return (index, -1) in self.taken


def evidence_of(outline: Outline, block: Block, rule: str, quote: str = "") -> Evidence:
    """Give the evidence for words of a block: page, box, the words as printed, the rule."""
    page, box = block.page or None, block.box
    return place_evidence(outline, page, box, quote or block.printed, rule)


def place_evidence(
    outline: Outline, page: int | None, box: Box | None, quote: str, rule: str
) -> Evidence:
    """Give the evidence for words at a page and box of the outline's document."""
    return Evidence(outline.document.name, page, box, quote, rule)
