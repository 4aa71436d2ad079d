"""Finding the documents that belong to one review among documents of many."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from benchmarks.tally import Miss, Result
from learnt.records import Document


def measure(true: Sequence[Sequence[Document]], found: Sequence[Sequence[Document]]) -> Result:
    """Score pairs of documents: `true` and `found` are groups of the same documents."""
    result = Result()
    expected, got = _pairs(true), _pairs(found)
    result.count("pair recall", len(expected & got), len(expected))
    result.count("pair precision", len(expected & got), len(got))
    names = {document.sha256: document.name for group in true for document in group}
    for pair in expected - got:
        result.misses.append(Miss("pair recall", _named(pair, names), "kept apart"))
    for pair in got - expected:
        result.misses.append(Miss("pair precision", "not of one review", _named(pair, names)))
    return result


def _pairs(groups: Iterable[Sequence[Document]]) -> set[frozenset[str]]:
    """Give the pairs of documents that stand in one group, by their hashes."""
    return {frozenset((a.sha256, b.sha256)) for group in groups for a, b in combinations(group, 2)}


def _named(pair: frozenset[str], names: dict[str, str]) -> str:
    return " + ".join(sorted(names.get(sha, sha) for sha in pair))
