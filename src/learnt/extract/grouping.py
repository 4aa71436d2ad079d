"""Finds which documents belong to one review: those whose title pages and words agree.

Documents are compared only where they share a cheap key (partnership, person, reference or a rare
text). Pairs are joined from the surest down, and never where they, or any others of their groups,
contradict each other.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from learnt.extract.fingerprints import Fingerprint, is_code, take_fingerprint
from learnt.records import Document

Key = tuple[str, object]
Pair = tuple[float, int, int]

ENOUGH = 3.0
"""Points from which two documents are taken for parts of one review."""
COPY = 0.8
"""Share of the longer texts in common that makes one document a copy of another."""
COMMON = 12
"""Documents from which a shared text is boilerplate and no key."""
ASKS, ASKS_SHARE = 2, 0.15
"""Least number of asking texts in common, and their share in the shorter document."""
SINGLE = ("overview", "summary", "action-plan", "letter")
"""Roles of which a review has one document in each language."""


def group_documents(documents: Sequence[Document]) -> list[list[Document]]:
    """Give the documents in groups, one a review, in the order in which they came.

    Copies of one file stand in one group; so does a Welsh version beside the English. Reviews of one
    partnership and year are kept apart unless their documents name the same person or share texts.
    """
    prints = [take_fingerprint(document) for document in documents]
    groups = {index: {index} for index in range(len(prints))}
    home = {index: index for index in range(len(prints))}
    pairs = sorted(_pairs(prints), key=lambda p: (-p[0], p[1], p[2]))
    rivals = _rivals(prints, pairs)
    for points, a, b in pairs:
        left, right = home[a], home[b]
        if left == right or _clash(prints, groups[left], groups[right]):
            continue
        if (points, a, b) in rivals:
            continue
        keep, lose = min(left, right), max(left, right)
        groups[keep] |= groups.pop(lose)
        home |= dict.fromkeys(groups[keep], keep)
    return [[documents[i] for i in sorted(groups[key])] for key in sorted(groups)]


def _rivals(prints: Sequence[Fingerprint], pairs: Sequence[Pair]) -> set[Pair]:
    """Give the pairs of which one document goes just as well with another review.

    So it is with a letter that names a person and a partnership that two reviews share.
    """
    best: dict[int, list[tuple[float, int]]] = {}
    for points, a, b in pairs:
        best.setdefault(a, []).append((points, b))
        best.setdefault(b, []).append((points, a))
    found: set[Pair] = set()
    for points, a, b in pairs:
        for one, other in ((a, b), (b, a)):
            equal = [c for p, c in best[one] if p >= points and c != other]
            if any(_contradict(prints[other], prints[c]) for c in equal):
                found.add((points, a, b))
    return found


def _clash(prints: Sequence[Fingerprint], left: set[int], right: set[int]) -> bool:
    """Whether two groups hold documents that contradict each other."""
    return any(_contradict(prints[a], prints[b]) for a in left for b in right)


def _pairs(prints: Sequence[Fingerprint]) -> Iterator[Pair]:
    """Give (points, one, other) of each pair worth joining, among those that share a key."""
    blocks: dict[Key, list[int]] = {}
    for index, one in enumerate(prints):
        for key in _keys(one):
            blocks.setdefault(key, []).append(index)
    seen: set[tuple[int, int]] = set()
    for (kind, _), members in blocks.items():
        if kind == "ask" and len(members) > COMMON:
            continue
        seen.update(combinations(members, 2))
    common = Counter(text for one in prints for text in one.asks)
    rare = {text for text, number in common.items() if number <= COMMON}
    for a, b in seen:
        points = _points(prints[a], prints[b], rare)
        if points >= ENOUGH and not _contradict(prints[a], prints[b]):
            yield points, a, b


def _keys(one: Fingerprint) -> Iterator[Key]:
    yield "file", one.sha256
    yield from (("person", person) for person in one.persons if not is_code(person))
    yield from (("reference", reference) for reference in one.references)
    yield from (("ask", text) for text in one.asks)
    if one.places and one.persons:
        yield from (("code", (one.places, person)) for person in one.persons)


def _points(a: Fingerprint, b: Fingerprint, rare: set[int]) -> float:
    """Weigh what two documents have in common."""
    if a.sha256 == b.sha256 or _is_copy(a, b):
        return 10.0
    shared = a.asks & b.asks & rare
    least = min(len(a.asks), len(b.asks)) or 1
    points = 3.0 if len(shared) >= ASKS and len(shared) / least >= ASKS_SHARE else 0.0
    points += min(len(shared) / least, 1.0)
    persons = a.persons & b.persons
    points += 2.0 if any(not is_code(p) for p in persons) else 1.0 if persons else 0.0
    points += 0.5 if persons and a.places == b.places and _encloses(a, b) else 0.0
    points += 2.0 if a.references & b.references else 0.0
    points += 1.0 if a.places and _near(a.places, b.places) else 0.0
    points += (1.0 if len(a.death) > 4 else 0.5) if a.death and a.death == b.death else 0.0
    points += 0.5 if a.published and a.published == b.published else 0.0
    points += 0.25 if a.kind == b.kind != "other" else 0.0
    return points + (0.5 if a.role != b.role else 0.0)


def _encloses(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether one is a letter or plan that prints no death, and so can agree in no more than names."""
    return a.role != b.role and any(
        one.role in ("letter", "action-plan") and one.places and not one.death for one in (a, b)
    )


def _is_copy(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether two documents say the same, as one report saved in two formats does."""
    least = min(len(a.texts), len(b.texts))
    most = max(len(a.texts), len(b.texts))
    same = least >= 5 and len(a.texts & b.texts) >= COPY * most
    return same and not any(_differences(a, b))


def _near(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


def _contradict(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether two documents cannot be of one review, whatever they share."""
    if a.sha256 == b.sha256 or _is_copy(a, b):
        return False
    if a.role == b.role and a.role in SINGLE and a.language == b.language:
        return True
    if a.role == b.role and a.published and b.published and a.published != b.published:
        return True
    persons, titled, *others = _differences(a, b)
    return persons or titled or sum(others) >= 2


def _differences(a: Fingerprint, b: Fingerprint) -> tuple[bool, bool, bool, bool, bool]:
    """Tell in what two documents differ: person, reference, year of death, partnership, kind."""
    return (
        bool(a.persons and b.persons) and not _same_person(a.persons, b.persons),
        bool(a.references and b.references) and a.references.isdisjoint(b.references),
        bool(a.death and b.death) and a.death[:4] != b.death[:4],
        bool(a.places and b.places) and not _near(a.places, b.places),
        "other" not in (a.kind, b.kind) and a.kind != b.kind,
    )


def _same_person(a: frozenset[str], b: frozenset[str]) -> bool:
    return any(p == q or p in q.split() or q in p.split() for p in a for q in b)
