"""What must be known of a review to make any text of it public: its people, and what was decided.

It holds names, so it is never public itself; it goes to JSON and back, so that a text corrected years
later passes the gate with the same knowledge.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from learnt.deidentify.bodies import plain_bodies, safe_words
from learnt.deidentify.dates import Years
from learnt.deidentify.labels import RoleLabels, check_labels, find_role, is_role
from learnt.deidentify.labels import rules as label_rules
from learnt.deidentify.names import NameMemory, learn, texts_of
from learnt.deidentify.names.record import Known, key_of
from learnt.deidentify.rules import rules
from learnt.records.document import Document
from learnt.records.public import Permission, Remembered
from learnt.records.review import Action, Lesson, Metadata, Recommendation, Review, Unplaced
from learnt.words import fold

CHOSEN = ("table of names", "defined")
"""The rules of the search for names by which a report itself sets a pseudonym."""


class PublicContext(msgspec.Struct, frozen=True, kw_only=True):
    """The people of a case and the decisions on them, as the gate needs them.

    `not_people` and `shown` hold names in their kept form (`key_of`); `bodies` holds bodies' names as
    printed in fields of their own, `safe` folded words of bodies, systems and schemes.
    """

    memory: NameMemory = NameMemory()
    labels: RoleLabels = RoleLabels()
    not_people: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    bodies: tuple[str, ...] = ()
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
    texts = [text for document in documents for text in texts_of(document)]
    texts += review_texts(review)
    memory = learn(texts)
    decided = list(remembered)
    memory = _with_decisions(memory, decided)
    bodies = tuple(plain_bodies(review, memory))
    return PublicContext(
        memory=memory,
        labels=check_labels(labels),
        not_people=frozenset(key_of(one.words) for one in decided if not one.is_person),
        shown=_shown(memory, show_pseudonym),
        bodies=bodies,
        safe=frozenset([*safe_words(review, bodies), *_things(texts, memory)]),
        years=_years(review.review),
        permission=show_pseudonym,
    )


def review_texts(review: Review) -> Iterator[str]:
    """Give every text of a review that could hold a name, each once.

    Quotations are left out where the record's own text stands whole in them.
    """
    told: dict[str, None] = {}
    records: list[Recommendation | Action | Lesson | Unplaced] = [
        *review.recommendations,
        *review.actions,
        *review.lessons,
        *review.unplaced,
    ]
    for record in records:
        values = [
            v for v in msgspec.structs.asdict(record).values() if isinstance(v, str) and " " in v
        ]
        told.update(dict.fromkeys(values))
        longest = max(values, key=len, default="")
        quotes = [evidence.quote for evidence in record.evidence]
        told.update(dict.fromkeys(quote for quote in quotes if not longest or longest not in quote))
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
        before = known.get(key)
        told = one.role if is_role(one.role) else (before.role if before else None)
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
    return known is not None and known.id == label_rules().sufferer


def _things(texts: Iterable[str], memory: NameMemory) -> Iterator[str]:
    """Give the names of systems and schemes: "the system Quayside", "the Quayside scheme"."""
    things = "|".join(rules().rescan.things)
    before = re.compile(rf"\b(?i:{things})\s+([A-Z][a-z]+)\b")
    after = re.compile(rf"\b([A-Z][a-z]+)\s+(?:{things})\b")
    for text in texts:
        for match in (*before.finditer(text), *after.finditer(text)):
            known = memory.get(match[1])
            if known is None or not known.role:
                yield fold(match[1])


def _years(review: Metadata) -> Years:
    papers = [date for date in (review.completed, review.published) if date]
    return Years(death=review.year_of_death, paper=max((int(d[:4]) for d in papers), default=None))
