"""What other reviews recommended that is like one recommendation."""

from dataclasses import dataclass

from learnt.link import Shared
from learnt.link.printed import shared_words
from learnt.web.catalogue.models import Recommendation
from learnt.web.catalogue.repeats import entry_of
from learnt.web.catalogue.search import nearest
from learnt.web.catalogue.search.find import REORDERED, engine, recommendations
from learnt.web.catalogue.search.meaning import Group, Groups, groups_of
from learnt.web.catalogue.search.models import SearchRow
from learnt.web.catalogue.search.query import Query
from learnt.web.catalogue.search.rows import Rows

TELLING = 14
"""Words of a recommendation by which others are looked up: the rarest."""
LEAST = 0.15
"""Share of a recommendation that another must hold to be called similar."""


@dataclass(frozen=True)
class Near:
    """A recommendation like another: how much of it is in both (0 to 1), and in which words."""

    item: Recommendation
    score: float
    words: tuple[Shared, ...]


def find_near(item: Recommendation, k: int = 20) -> list[Near]:
    """Give up to `k` recommendations that ask what `item` asks, the nearest first."""
    size = SearchRow.objects.count()
    groups = _telling(groups_of(item.text))
    rows = Rows(engine().some_words(Query(item.text), groups, False, size, enough=0.0))
    best = rows.ordered(rows.score > 0, by_date=False)[: REORDERED + 1]
    others = [one for one in recommendations([int(pk) for pk in best]).values() if one != item]
    entries = {one.key: entry_of(one) for one in others}
    scores = nearest.score(item.text, list(entries.values()), engine().frequencies, size)
    near = [
        Near(one, round(scores[one.key], 2), shared_words(item.text, entries[one.key]))
        for one in others
        if scores.get(one.key, 0.0) >= LEAST
    ]
    near.sort(key=lambda one: -one.score)
    return near[:k]


def _telling(groups: Groups) -> Groups:
    tokens = {token for group in groups for token in (*group.stems, *group.concepts)}
    held = engine().frequencies(sorted(tokens))

    def rows(group: Group) -> int:
        return max(held.get(token, 0) for token in (*group.stems, *group.concepts))

    return tuple(sorted(groups, key=rows)[:TELLING])
