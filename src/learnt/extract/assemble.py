"""Makes recommendations of merged claims: references, words, addressees, level, context, evidence, ids."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learnt.agencies import is_body
from learnt.extract.addressees import resolve, told_by
from learnt.extract.asking import introduces_list, label_line, needs_context
from learnt.extract.claims import Claim, Findings
from learnt.extract.labels import natural_key, split_trailing_ref
from learnt.extract.levels import level_for, scope_of
from learnt.extract.memory import Memory
from learnt.extract.outline import Outline, Passage, is_aside
from learnt.extract.recommendations.body import previous_paragraph
from learnt.extract.reconcile import Entry
from learnt.records import Addressee, Recommendation


@dataclass(frozen=True, slots=True)
class Source:
    """A document with what was found in it and what its words teach."""

    outline: Outline
    findings: Findings
    memory: Memory


_SLUG = re.compile(r"[^a-z0-9]+")


def heads_over(outline: Outline, claim: Claim, memory: Memory) -> list[Passage]:
    """Give the headings over a claim within its section, the nearest first.

    A line that stands as a heading over a list is one. Beyond the section's own heading only a body counts
    that several such sections stand under.
    """
    index = claim.spots[0][0]
    passage = outline.passages[index]
    if passage.section not in ("recommendations", "action-plan"):
        return []
    heads = _lines_over(outline, index)
    by_block = {id(p.block): p for p in outline.passages[: index + 1] if p.is_heading}
    over = [by_block[id(h)] for h in reversed(passage.headings) if id(h) in by_block]
    inside = [head for head in over if passage.start <= head.index != index]
    owner = memory.owners.get(passage.start)
    return [*heads, *inside, *([owner] if owner else [])]


def _lines_over(outline: Outline, index: int) -> list[Passage]:
    for before in reversed(outline.passages[max(0, index - 60) : index]):
        if before.is_heading:
            return []
        text = before.block.text
        if text in outline.field_lines:
            continue
        if before.block.kind != "table" and len(text) < 140 and _stands_over(text):
            return [before]
    return []


def _stands_over(text: str) -> bool:
    if label_line(text) is not None or is_aside(text):
        return False
    return is_body(text.rstrip(": ")) or (text.endswith(":") and introduces_list(text))


def assemble(
    entries: Sequence[Entry], sources: dict[str, Source], key: str
) -> list[Recommendation]:
    """Make the review's recommendations of its entries; `key` opens each id."""
    refs = Counter[str]()
    made = []
    for order, entry in enumerate(entries, start=1):
        name = _SLUG.sub("-", _ref(entry).casefold()).strip("-") or f"n{order}"
        refs[name] += 1
        identity = f"{key}-{name}" + (f"-{refs[name]}" if refs[name] > 1 else "")
        made.append(_recommendation(entry, sources, identity))
    return made


def _ref(entry: Entry) -> str:
    return next((claim.ref for claim in entry.claims if claim.ref), "")


def _recommendation(entry: Entry, sources: dict[str, Source], identity: str) -> Recommendation:
    first = entry.first
    source = sources[first.evidence.document]
    heads = heads_over(source.outline, first, source.memory)
    text, trailing = split_trailing_ref(first.text)
    bodies = _bodies(entry, sources)
    scope = next((s for s in (scope_of(c.scope) for c in entry.claims if c.scope) if s), None)
    return Recommendation(
        id=identity,
        ref=_ref(entry) or trailing,
        text=text,
        addressees=tuple(Addressee(name) for name in bodies),
        level=level_for(first, heads, bodies) or ("national" if scope == "national" else None),
        scope=scope,
        context=_context(first, source),
        title=next((claim.title for claim in entry.claims if claim.title), None),
        evidence=tuple(claim.evidence for claim in entry.claims),
        confidence=_confidence(entry),
    )


def _bodies(entry: Entry, sources: dict[str, Source]) -> tuple[str, ...]:
    """Give whom the entry addresses: as its first place prints, else another place, else the words."""
    printed = next((claim.addressees for claim in entry.claims if claim.addressees), ())
    if printed:
        return printed
    told = (told_by(c, sources[c.evidence.document].memory) for c in entry.claims)
    return next((bodies for bodies in told if bodies), ())


def resolved(claims: Sequence[Claim], source: Source) -> list[Claim]:
    """Give the claims of a document with the addressees that their places print."""
    return [
        resolve(claim, heads_over(source.outline, claim, source.memory), source.memory)
        for claim in claims
    ]


def _context(claim: Claim, source: Source) -> str | None:
    if claim.context:
        return claim.context
    if not needs_context(claim.text):
        return None
    passage = source.outline.passages[claim.spots[0][0]]
    return previous_paragraph(source.outline, passage, source.findings.taken) or None


def _confidence(entry: Entry) -> float:
    """Give the first place's confidence, raised where several places say the same."""
    best = max(claim.confidence for claim in entry.claims)
    return round(min(0.99, best + (0.01 if len(entry.claims) > 1 else 0.0)), 2)


def in_natural_order(claims: Sequence[Claim]) -> list[Claim]:
    """Sort a list by its references as a reader counts, where they make one run; else leave it.

    References with a slash (`018/14`) and lists in which numbers begin again stay as printed.
    """
    shapes = {re.sub(r"\d+", "0", claim.ref) for claim in claims}
    refs = [claim.ref for claim in claims]
    plain = len({re.sub("[a-z]$", "", shape) for shape in shapes}) == 1
    if not plain or "" in refs or any("/" in ref for ref in refs) or len(set(refs)) < len(refs):
        return list(claims)
    return sorted(claims, key=lambda claim: natural_key(claim.ref))


def gaps(refs: Iterable[str]) -> list[int]:
    """Give the whole numbers missing from a run of references (`1, 2, 4` gives 3)."""
    numbers = []
    for ref in refs:
        match = re.fullmatch(r"(?:R|Rec)?[ .]?(\d{1,3})", ref, re.IGNORECASE)
        if match is None:
            return []
        numbers.append(int(match[1]))
    return sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
