"""What must be known of a review to make any text of it public: its people, and what was decided.

It holds names, so it is never public itself; it goes to JSON and back, so that a text corrected years
later passes the gate with the same knowledge.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from learnt.agencies import find_bodies, is_body
from learnt.deidentify.dates import Years
from learnt.deidentify.labels import RoleLabels, check_labels, find_role
from learnt.deidentify.labels import rules as label_rules
from learnt.deidentify.names import NameMemory, learn, texts_of
from learnt.deidentify.names.record import Known, key_of
from learnt.deidentify.names.tokens import classify
from learnt.deidentify.rules import rules
from learnt.records.document import Document
from learnt.records.public import Permission, Remembered
from learnt.records.review import Metadata, Review
from learnt.words import fold

NAMING = frozenset({"given", "surname", "unknown"})
"""Kinds of word (`names.tokens.classify`) that are nothing else than somebody's or something's name."""
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
    bodies = tuple(_bodies(review, memory))
    return PublicContext(
        memory=memory,
        labels=check_labels(labels),
        not_people=frozenset(key_of(one.words) for one in decided if not one.is_person),
        shown=_shown(memory, show_pseudonym),
        bodies=bodies,
        safe=frozenset([*_safe_words(review, bodies), *_things(texts, memory)]),
        years=_years(review.review),
        permission=show_pseudonym,
    )


def review_texts(review: Review) -> Iterator[str]:
    """Give every text of a review that could hold a name, each once.

    Quotations are left out where the record's own text stands whole in them.
    """
    told: dict[str, None] = {}
    for record in (*review.recommendations, *review.actions, *review.lessons, *review.unplaced):
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
    return known is not None and known.id == label_rules().sufferer


def is_plain_body(printed: str) -> bool:
    """Whether a field holds a body's name and nothing else, so that it may stand as printed."""
    return is_body(printed) and has_plain_shape(printed)


def has_plain_shape(printed: str) -> bool:
    """Whether words are written as a name: in capitals but for small words, without signs."""
    told = rules().bodies
    return not any(sign in printed for sign in told.signs) and all(
        word.strip("(,)’'").lower() in told.joining or not word[0].islower()
        for word in printed.split()
    )


def plain_partnership(csp: str | None) -> str | None:
    """Give the partnership's name without what an unlucky reading ran into it."""
    if not csp or has_plain_shape(csp):
        return csp
    ends = [csp.index(sign) for sign in rules().bodies.signs if sign in csp]
    head = csp[: min(ends, default=len(csp))].strip()
    return head if is_plain_body(head) else csp


def _may_be_body(name: str, memory: NameMemory) -> bool:
    """Whether a name in a body's place is made of words of the language, and nobody's ("Haven")."""
    if not has_plain_shape(name) or memory.role_of(name):
        return False
    return not any(classify(word) in NAMING for word in re.findall(r"[^\W\d_]{2,}", name))


def _bodies(review: Review, memory: NameMemory) -> Iterator[str]:
    """Give the bodies' names that stand in fields of their own, longest first."""
    named = [*review.review.panel, *(one.lead for one in review.actions)]
    named += [body.printed for one in review.recommendations for body in one.addressees]
    plain = {name for name in named if name and (is_plain_body(name) or _may_be_body(name, memory))}
    csp = plain_partnership(review.review.csp)
    if csp and has_plain_shape(csp):
        plain.add(csp)
    yield from sorted(plain, key=lambda name: (-len(name), name))


def _safe_words(review: Review, bodies: Sequence[str]) -> Iterator[str]:
    texts = [one.text for one in review.recommendations] + [one.lead for one in review.actions]
    names = [words for text in texts for _, _, words in find_bodies(text)]
    for name in dict.fromkeys([*bodies, *names]):
        yield from (fold(word) for word in re.findall(r"[^\W\d_]{3,}", name))


def _things(texts: Iterable[str], memory: NameMemory) -> Iterator[str]:
    """Give the names of systems and schemes: "the system Quayside", "the Quayside scheme"."""
    things = "|".join(rules().rescan.things)
    beside = re.compile(rf"\b(?:(?i:{things})\s+([A-Z][a-z]+)\b|([A-Z][a-z]+)\s+(?:{things})\b)")
    for text in texts:
        for match in beside.finditer(text):
            word = match[1] or match[2]
            known = memory.get(word)
            if known is None or not known.role:
                yield fold(word)


def _years(review: Metadata) -> Years:
    papers = [date for date in (review.completed, review.published) if date]
    return Years(death=review.year_of_death, paper=max((int(d[:4]) for d in papers), default=None))
