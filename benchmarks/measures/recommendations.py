"""Recommendations: found, exact, reference, addressees, level; and whether confidence is earned."""

import re

from benchmarks.match import FOUND, nearness, pair_texts
from benchmarks.tally import Miss, Result
from learnt.records import Recommendation, Review
from learnt.words import fold, fold_quotes

SURE = 0.9
"""Entries of at least this confidence are those that a user would not look at again."""


def pairs_of(truth: Review, found: Review) -> list[tuple[Recommendation, Recommendation, float]]:
    """Give the recommendations that were found, each with its true one and the ratio."""
    pairs = pair_texts(
        [item.text for item in truth.recommendations], [item.text for item in found.recommendations]
    )
    return [
        (truth.recommendations[i], found.recommendations[j], ratio)
        for i, j, ratio in pairs
        if ratio >= FOUND
    ]


def measure(truth: Review, found: Review) -> Result:
    """Score the recommendations of one review."""
    result = Result()
    pairs = pairs_of(truth, found)
    _count_found(truth, found, pairs, result)
    for true, got, ratio in pairs:
        exact = fold_marks(true.text) == fold_marks(got.text)
        result.judge("text exact", true.text, got.text, exact, ratio)
        result.judge("reference", true.ref, got.ref, _ref(true.ref) == _ref(got.ref))
        right = bodies(true) == bodies(got)
        result.judge("addressees", _list(true), _list(got), right)
        result.judge("level", str(true.level), str(got.level), true.level == got.level)
        result.count("mean ratio", ratio)
        if got.confidence >= SURE:
            whole = exact and right and _ref(true.ref) == _ref(got.ref)
            result.count("sure and wholly right", int(whole))
    return result


_MARK = re.compile(r"^\s*[•·◦▪‣*o–-]\s+", re.MULTILINE)


def fold_marks(text: str) -> str:
    """Give a text for comparing to the letter: quotes and blanks folded, bullets of any shape alike.

    A browser or word processor draws a list's mark as it likes, whatever the manuscript says.
    """
    return fold_quotes(_MARK.sub("• ", text))


def _count_found(
    truth: Review,
    found: Review,
    pairs: list[tuple[Recommendation, Recommendation, float]],
    result: Result,
) -> None:
    """Count recall, precision and the sure entries that are right; keep the misses."""
    result.count("recall", len(pairs), len(truth.recommendations))
    result.count("precision", len(pairs), len(found.recommendations))
    taken = {got.id for _, got, _ in pairs}
    hit = {id(true) for true, _, _ in pairs}
    for got in found.recommendations:
        if got.confidence >= SURE:
            result.count("sure and right", int(got.id in taken))
            if got.id not in taken:
                result.count("sure and wholly right", 0)
        if got.id not in taken:
            near, text = _nearest(got, truth)
            label = f"[{got.ref}] {got.text} ({_where(got)}, {got.confidence:.2f})"
            result.misses.append(Miss("precision", text, label, near))
    for true in truth.recommendations:
        if id(true) not in hit:
            near, text = _nearest(true, found)
            result.misses.append(Miss("recall", f"[{true.ref}] {true.text}", text, near))


def _nearest(item: Recommendation, other: Review) -> tuple[float, str]:
    """Give the nearest text of the other review, and how near it is."""
    ranked = [(nearness(item.text, o.text), f"[{o.ref}] {o.text}") for o in other.recommendations]
    return max(ranked, default=(0.0, "nothing"))


def bodies(item: Recommendation) -> frozenset[str]:
    """Give the addressees as a set, folded."""
    return frozenset(fold(body.printed) for body in item.addressees)


def _list(item: Recommendation) -> str:
    return " | ".join(body.printed for body in item.addressees) + f"  <- {item.text[:90]}"


def _ref(ref: str) -> str:
    return fold(ref).rstrip(".:)")


def _where(item: Recommendation) -> str:
    first = item.evidence[0] if item.evidence else None
    return f"{first.document} p{first.page} {first.rule}" if first else "no evidence"
