"""What must be known of a review to make any text of it public: its people, and what was decided.

It holds names, so it is never public itself; it goes to JSON and back, so that a text corrected years
later passes the gate with the same knowledge.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from learnt.agencies import find_bodies
from learnt.deidentify.dates import Years
from learnt.deidentify.labels import RoleLabels, check_labels, find_role, rules
from learnt.deidentify.names import NameMemory, learn
from learnt.deidentify.names.record import Known, key_of
from learnt.records.document import Document
from learnt.records.public import Permission, Remembered
from learnt.records.review import Metadata, Review
from learnt.words import fold

CHOSEN = ("table of names", "defined")
"""The rules of the search for names by which a report itself sets a pseudonym."""


class PublicContext(msgspec.Struct, frozen=True, kw_only=True):
    """The people of a case and the decisions on them, as the gate needs them.

    `not_people` and `shown` hold names in their kept form (`key_of`); `safe` holds folded words of the
    partnership's and the bodies' names.
    """

    memory: NameMemory = NameMemory()
    labels: RoleLabels = RoleLabels()
    not_people: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    safe: frozenset[str] = frozenset()
    years: Years = Years()
    permission: Permission | None = None


def make_context(
    review: Review,
    documents: Sequence[Document] = (),
    *,
    labels: RoleLabels | Mapping[str, str] | None = None,
    remembered: Iterable[Remembered] = (),
    show_pseudonym: Permission | None = None,
) -> PublicContext:
    """Give the context of a review; names are learnt from its documents and its own texts.

    Raises `BadLabel` for a label that may not be used.
    """
    memory = learn([*documents, *review_texts(review)])
    decided = list(remembered)
    memory = _with_decisions(memory, decided)
    return PublicContext(
        memory=memory,
        labels=check_labels(labels),
        not_people=frozenset(key_of(one.words) for one in decided if not one.is_person),
        shown=_shown(memory, show_pseudonym),
        safe=frozenset(_safe_words(review)),
        years=_years(review.review),
        permission=show_pseudonym,
    )


def review_texts(review: Review) -> Iterator[str]:
    """Give every text of a review that could hold a name, each once."""
    told: dict[str, None] = {}
    for record in (*review.recommendations, *review.actions, *review.lessons, *review.unplaced):
        for value in msgspec.structs.asdict(record).values():
            if isinstance(value, str) and " " in value:
                told[value] = None
        for evidence in record.evidence:
            told[evidence.quote] = None
    for text in (review.review.title, review.review.summary):
        told[text or ""] = None
    yield from (text for text in told if text)


def _with_decisions(memory: NameMemory, decided: Sequence[Remembered]) -> NameMemory:
    known = dict(memory.known)
    for one in decided:
        key = key_of(one.words)
        if not one.is_person:
            known.pop(key, None)
            continue
        role = find_role(one.role)
        before = known.get(key)
        told = one.role if role else (before.role if before else None)
        known[key] = Known(text=one.words, kind="name", rule="remembered", role=told)
    return NameMemory(known)


def _shown(memory: NameMemory, permission: Permission | None) -> frozenset[str]:
    """Give the pseudonyms that may be shown: those named, else the table's for whoever died."""
    if permission is None:
        return frozenset()
    if permission.pseudonyms:
        return frozenset(key_of(words) for words in permission.pseudonyms)
    return frozenset(
        key
        for key, known in memory.known.items()
        if known.kind == "name" and known.rule in CHOSEN and _is_sufferer(known.role)
    )


def _is_sufferer(role: str | None) -> bool:
    known = find_role(role or "")
    return known is not None and known.id == rules().sufferer


def _safe_words(review: Review) -> Iterator[str]:
    names = [review.review.csp or "", *review.review.panel]
    names += [body.printed for one in review.recommendations for body in one.addressees]
    texts = [one.text for one in review.recommendations] + [one.lead for one in review.actions]
    names += [words for text in texts for _, _, words in find_bodies(text)]
    for name in dict.fromkeys(names):
        if name and any(True for _ in find_bodies(name)):
            yield from (fold(word) for word in re.findall(r"[^\W\d_]{3,}", name))


def _years(review: Metadata) -> Years:
    papers = [date for date in (review.completed, review.published) if date]
    return Years(death=review.year_of_death, paper=max((int(d[:4]) for d in papers), default=None))
