"""Action plan rows with all their cells right, and matched to the right recommendation."""

from benchmarks.match import pair_texts
from benchmarks.measures.recommendations import pairs_of
from benchmarks.tally import Miss, Result
from learnt.records import Action, Review
from learnt.words import fold_quotes

CELLS = ("action", "lead", "milestones", "target_printed", "completed_printed", "outcome")
DATES = ("target_date", "completed")


def measure(truth: Review, found: Review) -> Result:
    """Score the rows of one review's action plan."""
    result = Result()
    if not truth.actions and not found.actions:
        return result
    same = {true.id: got.id for true, got, _ in pairs_of(truth, found)}
    pairs = pair_texts([_all(row) for row in truth.actions], [_all(row) for row in found.actions])
    near = [(truth.actions[i], found.actions[j], r) for i, j, r in pairs if r >= 0.6]
    paired = {true.id for true, _, _ in near}
    for true in truth.actions:
        if true.id not in paired:
            result.judge("action rows", _all(true), "nothing near", False)
    result.count("action rows, precision", len(near), len(found.actions))
    for true, got, ratio in near:
        _judge(true, got, ratio, same, result)
    return result


def _judge(true: Action, got: Action, ratio: float, same: dict[str, str], result: Result) -> None:
    """Judge the cells of a row together, then its dates, scope and link for the record."""
    wrong = [cell for cell in CELLS if not _equal(true, got, cell)]
    if true.scope != got.scope:
        wrong.append("scope")
    expected = "; ".join(f"{cell}={getattr(true, cell)}" for cell in wrong)
    given = "; ".join(f"{cell}={getattr(got, cell)}" for cell in wrong)
    result.judge("action rows", expected, given, not wrong, ratio)
    for date in DATES:
        result.count("action dates", int(getattr(true, date) == getattr(got, date)))
    link = same.get(true.recommendation or "")
    if link or not true.recommendation:
        result.count("action links", int(got.recommendation == link))
        if got.recommendation != link:
            words = f"{true.recommendation} <- {true.action[:60]}"
            result.misses.append(Miss("action links", words, str(got.recommendation)))


def _equal(true: Action, got: Action, cell: str) -> bool:
    return bool(fold_quotes(getattr(true, cell)) == fold_quotes(getattr(got, cell)))


def _all(row: Action) -> str:
    return " / ".join(getattr(row, cell) for cell in CELLS)
