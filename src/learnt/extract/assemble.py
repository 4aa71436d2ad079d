"""Makes recommendations of merged claims: references, words, addressees, level, context, evidence, ids."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from learnt.agencies import is_body
from learnt.extract.addressees import resolve, told_by
from learnt.extract.asking import introduces_list, needs_context
from learnt.extract.claims import Claim
from learnt.extract.labels import natural_key, split_trailing_ref
from learnt.extract.levels import level_for, scope_of
from learnt.extract.outline import Outline, Passage
from learnt.extract.recommendations.body import previous_paragraph
from learnt.extract.reconcile import Entry
from learnt.records import Addressee, Recommendation

_SLUG = re.compile(r"[^a-z0-9]+")


def heads_over(outline: Outline, claim: Claim) -> list[Passage]:
    """Give the headings over a claim, the nearest first, and lines that stand as such over a list."""
    index = claim.spots[0][0]
    passage = outline.passages[index]
    heads: list[Passage] = []
    for before in reversed(outline.passages[max(passage.start, index - 60) : index]):
        if before.is_heading:
            break
        text = before.block.text
        if before.block.kind != "table" and len(text) < 140 and _stands_over(text):
            heads.append(before)
            break
    over = [h for h in passage.headings if h is not passage.block]
    by_block = {id(p.block): p for p in outline.passages[: index + 1] if p.is_heading}
    heads.extend(by_block[id(h)] for h in reversed(over) if id(h) in by_block)
    return heads


def _stands_over(text: str) -> bool:
    return is_body(text.rstrip(": ")) or (text.endswith(":") and introduces_list(text))


def assemble(
    entries: Sequence[Entry],
    outlines: dict[str, Outline],
    key: str,
    taken: dict[str, set[tuple[int, int]]],
) -> list[Recommendation]:
    """Make the review's recommendations of its entries; `key` opens each id."""
    refs = Counter[str]()
    made = []
    for order, entry in enumerate(entries, start=1):
        name = _SLUG.sub("-", _ref(entry).casefold()).strip("-") or f"n{order}"
        refs[name] += 1
        identity = f"{key}-{name}" + (f"-{refs[name]}" if refs[name] > 1 else "")
        made.append(_recommendation(entry, outlines, identity, taken))
    return made


def _ref(entry: Entry) -> str:
    return next((claim.ref for claim in entry.claims if claim.ref), "")


def _recommendation(
    entry: Entry,
    outlines: dict[str, Outline],
    identity: str,
    taken: dict[str, set[tuple[int, int]]],
) -> Recommendation:
    first = entry.first
    outline = outlines[first.evidence.document]
    heads = heads_over(outline, first)
    text, trailing = split_trailing_ref(first.text)
    bodies = _bodies(entry)
    scope = next((s for s in (scope_of(c.scope) for c in entry.claims if c.scope) if s), None)
    return Recommendation(
        id=identity,
        ref=_ref(entry) or trailing,
        text=text,
        addressees=tuple(Addressee(name) for name in bodies),
        level=level_for(first, heads, bodies) or ("national" if scope == "national" else None),
        scope=scope,
        context=_context(first, outline, taken[first.evidence.document]),
        title=next((claim.title for claim in entry.claims if claim.title), None),
        evidence=tuple(claim.evidence for claim in entry.claims),
        confidence=_confidence(entry),
    )


def _bodies(entry: Entry) -> tuple[str, ...]:
    """Give whom the entry addresses: as its first place prints, else another place, else the words."""
    printed = (claim.addressees for claim in entry.claims if claim.addressees)
    return next(printed, ()) or next((told for c in entry.claims if (told := told_by(c))), ())


def resolved(claims: Sequence[Claim], outline: Outline) -> list[Claim]:
    """Give the claims of a document with the addressees that their places print."""
    return [resolve(claim, heads_over(outline, claim)) for claim in claims]


def _context(claim: Claim, outline: Outline, taken: set[tuple[int, int]]) -> str | None:
    if claim.context:
        return claim.context
    if not needs_context(claim.text):
        return None
    return previous_paragraph(outline, outline.passages[claim.spots[0][0]], taken) or None


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
