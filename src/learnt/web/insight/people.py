"""The people of the reviews that a report is about, whom an analyst's words must not name.

Every review of the report's partnership is known to the gate, those linked to its cases, and those of
no partnership; for a report of all of them every review. Finding out what a review tells of its
people takes long, so that it is kept until the review, its decisions or the program change.
"""

import hashlib
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec
from django.db.models import Q, QuerySet

from learnt import __version__
from learnt.deidentify import PublicContext, make_context, publish_text
from learnt.publish.report.paragraphs import Gate
from learnt.records import Held
from learnt.records import Review as ReadReview
from learnt.web.accounts.models import EVERYWHERE
from learnt.web.curation.models import Decision, Intake, NameDecision, Takedown
from learnt.web.curation.publishing import as_decided, context_of
from learnt.web.insight.models import People, Report
from learnt.words import fold

PATIENCE = 10.0
"""Seconds that one request may spend on people who are not known yet; the next one goes on."""
MANY = 100
SHORT = 3
"""Letters: a shorter word is looked for as a word, a longer one within others too."""


class Unknown(Exception):
    """Of `number` of `total` reviews it is not known yet whom the words must not name."""

    def __init__(self, number: int, total: int) -> None:
        self.number, self.total = number, total
        super().__init__(f"the people of {number} of {total} reviews are not known yet")


@dataclass(frozen=True, slots=True)
class Cast:
    """What is known of the people of reviews; `mark` changes when anything of it does."""

    contexts: tuple[PublicContext, ...]
    mark: str


def about(report: Report) -> QuerySet[Intake]:
    """Give the reviews whose people the words of a report may name, merged ones too."""
    every = Intake.every.order_by("pk")
    if report.partnership == EVERYWHERE:
        return every
    linked = Q(links__incident__partnership=report.partnership)
    return every.filter(Q(partnership__in=(report.partnership, "")) | linked).distinct()


def people_of(report: Report, patience: float | None = None) -> Cast:
    """Give what is known of the people of all reviews that a report is about.

    Raises `Unknown` where that would take more than `patience` seconds; what was found is kept.
    """
    rows, until = about(report), time.monotonic() + (PATIENCE if patience is None else patience)
    told, kept = _decided(rows), {one.intake_id: one for one in People.objects.all()}
    contexts, marks, missing = [], [], 0
    for intake in rows.iterator(chunk_size=MANY):
        mark, known = _mark(intake, told[intake.pk]), kept.get(intake.pk)
        if known is None or known.mark != mark:
            if time.monotonic() > until:
                missing += 1
                continue
            known = _learn(intake, mark)
        contexts.append(msgspec.json.decode(known.context, type=PublicContext))
        marks.append(mark)
    if missing:
        raise Unknown(missing, missing + len(contexts))
    return Cast(tuple(contexts), hashlib.sha256("".join(marks).encode()).hexdigest())


def _decided(rows: QuerySet[Intake]) -> dict[int, list[Any]]:
    """Give what people decided on each review, as it goes into the review's mark."""
    told: dict[int, list[Any]] = defaultdict(list)
    keys = rows.order_by().values("pk")
    made = Decision.objects.filter(intake__in=keys, undone_at=None).order_by("id")
    for one in made.values_list("intake_id", "id", "action", "record", "value"):
        told[one[0]].append(one)
    names = NameDecision.objects.filter(intake__in=keys).order_by("id")
    for name in names.values_list("intake_id", "words", "is_person", "role"):
        told[name[0]].append(name)
    return told


def _mark(intake: Intake, decided: list[Any]) -> str:
    whole = (__version__, intake.proposal, intake.memory, decided)
    return hashlib.sha256(msgspec.json.encode(whole)).hexdigest()


def _learn(intake: Intake, mark: str) -> People:
    context = msgspec.json.encode(context_of(intake, as_decided(intake))).decode()
    told = {"mark": mark, "context": context}
    return People.objects.update_or_create(intake=intake, defaults=told)[0]


def forget(instance: Takedown, **_: object) -> None:
    """Forget the people of a review of which words were taken down, and of those merged into others."""
    People.objects.filter(Q(intake=instance.intake_id) | ~Q(intake__merged_into=None)).delete()


def gate_knowing(contexts: Iterable[PublicContext]) -> Gate:
    """Give a gate that knows the people of all these reviews.

    A text passes first what finds names by their form alone; then each review looks at it of whose
    people any word stands in it, be it within another.
    """
    plain = make_context(ReadReview())
    known = [(context, _words(context)) for context in contexts]

    def gate(text: str) -> str | Held:
        seen: set[int] = set()
        chosen: list[PublicContext] = [plain]
        while chosen:
            for context in chosen:
                told = publish_text(text, context, field="paragraph")
                if isinstance(told, Held):
                    return told
                text = told.text
            whole, words = _squeezed(text), set(_split(text))
            near = [n for n, (_, names) in enumerate(known) if _stands(names, whole, words)]
            chosen = [known[n][0] for n in near if n not in seen]
            seen.update(near)
        return text

    return gate


def _words(context: PublicContext) -> frozenset[str]:
    """Give the words of the names of a review's people."""
    return frozenset(word for one in context.memory.people() for word in _split(one.text))


def _split(text: str) -> list[str]:
    return "".join(one if one.isalnum() else " " for one in fold(text)).split()


def _squeezed(text: str) -> str:
    return "".join(one for one in fold(text) if one.isalnum())


def _stands(names: frozenset[str], whole: str, words: set[str]) -> bool:
    return any(name in words or (len(name) >= SHORT and name in whole) for name in names)
