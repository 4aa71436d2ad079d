"""Lessons and findings: found, and nothing else taken for one."""

from benchmarks.match import FOUND, pair_texts
from benchmarks.tally import Miss, Result
from learnt.records import Review


def measure(truth: Review, found: Review) -> Result:
    """Score the lessons of one review."""
    result = Result()
    expected = [item.text for item in truth.lessons]
    got = [item.text for item in found.lessons]
    pairs = pair_texts(expected, got)
    hits = {i for i, _, ratio in pairs if ratio >= FOUND}
    taken = {j for _, j, ratio in pairs if ratio >= FOUND}
    best = {i: (got[j], ratio) for i, j, ratio in pairs}
    result.count("lessons", len(hits), len(expected))
    result.count("lessons, precision", len(taken), len(got))
    for i, text in enumerate(expected):
        if i not in hits:
            near, ratio = best.get(i, ("nothing", 0.0))
            result.misses.append(Miss("lessons", text, near, ratio))
    for j, text in enumerate(got):
        if j not in taken:
            result.misses.append(Miss("lessons, precision", "not there", text))
    return result
