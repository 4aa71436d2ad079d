"""Which published recommendations ask the same thing: found anew for all, kept right for each.

`refresh_repeats` compares the whole catalogue (`learnt.link.find_repeats`). In between, `settle` keeps
the groups of a review that was shelved again or taken off true: what is no longer public is neither
counted nor quoted.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from django.db import transaction

from learnt.link import Entry, Repeat, find_repeats
from learnt.link.repeats import common_words
from learnt.records import Addressee as Body
from learnt.web.catalogue.models import Addressee, Recommendation, RepeatGroup, Review
from learnt.web.catalogue.search import index

MANY = 500
"""Rows that are read or stored by one statement."""


def refresh_repeats() -> int:
    """Compare all published recommendations and store the groups; gives how many there are.

    Comparing happens before the transaction; what was taken off or changed meanwhile is left out.
    """
    given = [entry_of(item) for item in _items()]
    found = find_repeats(given)
    with transaction.atomic():
        return _store(found)


def entry_of(item: Recommendation) -> Entry:
    """Give a recommendation as `learnt.link` compares it; review and addressees fetched already."""
    return Entry(
        id=item.key,
        text=item.text,
        review=item.review.slug,
        ref=item.ref,
        title=item.title,
        context=item.context,
        addressees=tuple(_body(one) for one in item.addressees.all()),
        area=item.review.csp,
        year=item.review.year_published or item.review.year_of_death,
    )


def groups_of(review: Review) -> dict[str, tuple[str, str]]:
    """Give the group and the text of each recommendation of `review` that stands in a group."""
    rows = review.recommendations.exclude(repeat_group="")
    return {
        key: (group, text) for key, group, text in rows.values_list("key", "repeat_group", "text")
    }


def settle(said: dict[str, tuple[str, str]]) -> None:
    """Put recommendations that say what they said back into their groups, and count these anew.

    `said` is what `groups_of` gave before the change. A group of one review only is no longer one.
    """
    for key, (name, text) in said.items():
        Recommendation.objects.filter(key=key, text=text).update(repeat_group=name)
    for group in RepeatGroup.objects.filter(key__in={name for name, _ in said.values()}):
        members = [entry_of(item) for item in _items(repeat_group=group.key)]
        if len({entry.review for entry in members}) > 1:
            _describe(group, members, group.score, list(common_words(members)))
            group.save()
        else:
            _leave(
                Recommendation.objects.filter(repeat_group=group.key).values_list("pk", flat=True)
            )
            group.delete()


def _leave(items: Iterable[int]) -> None:
    chosen = list(items)
    Recommendation.objects.filter(pk__in=chosen).update(repeat_group="")
    index.mark_repeats(chosen)


def _items(**which: str) -> Iterable[Recommendation]:
    return (
        Recommendation.objects.filter(**which)
        .select_related("review")
        .defer("review__record", "review__summary", "smart", "words")
        .prefetch_related("addressees")
        .order_by("pk")
        .iterator(MANY)
    )


def _body(one: Addressee) -> Body:
    return Body(
        one.printed,
        agency=one.agency or None,
        agency_now=one.agency_now or None,
        type=one.type or None,
    )


def _store(found: Iterable[Repeat]) -> int:
    """Store groups in place of those before; a group keeps its key."""
    rows = Recommendation.objects.values_list("key", "pk", "text", "repeat_group")
    now = {key: (pk, text) for key, pk, text, _ in rows}
    before = {key: group for key, _, _, group in rows}
    RepeatGroup.objects.all().delete()
    used: set[str] = set()
    after: dict[str, str] = {}
    groups: list[RepeatGroup] = []
    for repeat in found:
        members = [one for one in repeat.entries if one.id in now and now[one.id][1] == one.text]
        if len({entry.review for entry in members}) < 2:
            continue
        whole = len(members) == len(repeat.entries)
        words = list(repeat.words if whole else common_words(members))
        key = _key(members, Counter(before[entry.id] for entry in members), used)
        used.add(key)
        groups.append(RepeatGroup(key=key))
        _describe(groups[-1], members, repeat.score, words)
        after |= {entry.id: key for entry in members}
    RepeatGroup.objects.bulk_create(groups, batch_size=MANY)
    changed = [
        Recommendation(pk=pk, repeat_group=after.get(key, ""))
        for key, (pk, _) in now.items()
        if after.get(key, "") != before[key]
    ]
    Recommendation.objects.bulk_update(changed, ["repeat_group"], batch_size=MANY)
    index.mark_repeats(item.pk for item in changed)
    return len(groups)


def _describe(group: RepeatGroup, members: Sequence[Entry], score: float, words: list[str]) -> None:
    years = [entry.year for entry in members if entry.year]
    group.score, group.words = score, words
    group.size, group.reviews = len(members), len({entry.review for entry in members})
    group.first_year, group.last_year = min(years, default=None), max(years, default=None)


def _key(members: Sequence[Entry], before: Counter[str], used: set[str]) -> str:
    for key, _ in before.most_common():
        if key and key not in used:
            return key
    return "said-" + hashlib.sha256(members[0].id.encode()).hexdigest()[:12]
