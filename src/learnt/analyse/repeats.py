"""Which recommendations were asked before, in the area or elsewhere."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from learnt.analyse.counting import Frame, tags
from learnt.analyse.measures import measures
from learnt.records.case import AskEntry, ReviewEntry
from learnt.records.finding import Tally

HERE = "asked in another review of the area"
BEFORE = "asked in an earlier review of the area"
ELSEWHERE = "asked in a review elsewhere"
ANOTHER = "asked in another review"
EARLIER = "asked in an earlier review"


def count_repeats(
    asks: Sequence[AskEntry],
    rest: Sequence[AskEntry],
    reviews: Sequence[ReviewEntry],
    area: bool,
    every: bool,
) -> Tally | None:
    """Give how many recommendations repeat another review's; None where no repeats are marked."""
    here, there = _reviews_by_repeat(asks), _reviews_by_repeat(rest)
    dates = {one.id: one.published or str(one.year_of_death or "") for one in reviews}
    marked = any(one.repeat for one in (*asks, *rest))
    if not asks or not marked:
        return None
    names = (HERE, BEFORE, ELSEWHERE) if area else (ANOTHER, EARLIER)
    rows: dict[str, list[tuple[str, bool | None]]] = {name: [] for name in names}
    for one in asks:
        others = here.get(one.repeat, set()) - {one.review} if one.repeat else set()
        before = any(_is_earlier(dates, other, one.review) for other in others)
        elsewhere = bool(one.repeat and there.get(one.repeat))
        for name, value in zip(names, (bool(others), before, elsewhere), strict=False):
            rows[name].append((one.id, value))
    frame = Frame(measures()["repeats"], "recommendations", "recommendations", every)
    return tags(frame, rows, len(asks))


def _reviews_by_repeat(asks: Sequence[AskEntry]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in asks:
        if one.repeat:
            found[one.repeat].add(one.review)
    return found


def _is_earlier(dates: Mapping[str, str], other: str, own: str) -> bool:
    """Whether a review came out before another, as far as both dates tell."""
    first, second = dates.get(other, ""), dates.get(own, "")
    size = min(len(first), len(second))
    return bool(size) and first[:size] < second[:size]
