"""Fits the judge of `find_repeats` to the tune half of the marked repeats, and prints it.

    python -m benchmarks.fit_repeats

A logistic regression with a ridge of 1 on standardised measures, over the pairs that the index brings up;
what it prints goes into `rules/link.toml` under `judge`. The two gold pages, where two pairs are repeats, are
fitted too: their recommendations are as long as real ones are. Five-fold figures, folds by group, tell what
threshold means which precision on groups that were not fitted.
"""

from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from benchmarks.marked_repeats import Marked, gold_repeats, load_repeats
from learnt.link.pairs import Measures, Pairs
from learnt.link.settings import link_rules

Floats = NDArray[np.float64]
FOLDS = 5
RIDGE = 1.0


def fit(values: Floats, truth: Floats) -> Floats:
    """Give the bias and the weights of the measures, by Newton's method."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    known = np.column_stack([np.ones(len(values)), (values - mean) / spread])
    weights = np.zeros(known.shape[1])
    ridge = RIDGE * np.diag([1e-9, *np.ones(values.shape[1])])
    for _ in range(40):
        guess = 1 / (1 + np.exp(-known @ weights))
        slope = known.T @ (guess - truth) + ridge @ weights
        weights -= np.linalg.solve((known.T * (guess * (1 - guess))) @ known + ridge, slope)
    raw = weights[1:] / spread
    return np.array([weights[0] - raw @ mean, *raw])


def guess(weights: Floats, values: Floats) -> Floats:
    """Give the probabilities of the pairs."""
    result: Floats = 1 / (1 + np.exp(-(weights[0] + values @ weights[1:])))
    return result


def main() -> None:
    """Fit, cross-validate and print."""
    marked, gold = load_repeats(Path(), "repeats-tune"), gold_repeats(Path())
    judged, values, truth = measure(marked)
    _, more, known = measure(gold)
    print(f"{len(judged)} pairs, {int(truth.sum())} of {marked.total} repeats among them")
    weights = fit(np.vstack([values, more]), np.concatenate([truth, known]))
    print("judge =", dict(zip(["bias", *Measures._fields], weights.round(2).tolist(), strict=True)))
    folds = np.array([_fold(marked, pair) for pair in judged])
    guessed = np.zeros(len(judged))
    for fold in range(FOLDS):
        kept = folds != fold
        weights = fit(np.vstack([values[kept], more]), np.concatenate([truth[kept], known]))
        guessed[folds == fold] = guess(weights, values[folds == fold])
    for threshold in np.arange(0.2, 0.85, 0.05):
        taken = guessed >= threshold
        right = truth[taken].sum()
        print(
            f"{threshold:.2f}: precision {right / max(1, taken.sum()):.2f}, "
            f"recall {right / marked.total:.2f}"
        )


def measure(marked: Marked) -> tuple[list[tuple[int, int]], Floats, Floats]:
    """Give the candidates that can be judged, their measures and whether they are repeats."""
    pairs = Pairs(marked.entries, link_rules().repeats)
    judged = [pair for pair in pairs.candidates() if marked.same(*pair) is not None]
    values = np.array([pairs.measure(*pair) for pair in judged], float).reshape(-1, 3)
    return judged, values, np.array([marked.same(*pair) for pair in judged], float)


def _fold(marked: Marked, pair: tuple[int, int]) -> int:
    name = marked.groups[pair[0]] or marked.entries[pair[0]].id
    return crc32(name.encode()) % FOLDS


if __name__ == "__main__":
    main()
