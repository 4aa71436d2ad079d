"""What a report seems to say of its case, kept beside the review: replaced by a rerun, never counted."""

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec
from django.db import DatabaseError, transaction

from learnt.errors import LearntError
from learnt.extract.case_facts import find_case_facts
from learnt.records import CaseFact, CaseFacts, Document
from learnt.register.cells import BadCell, fit
from learnt.register.schema import schema
from learnt.web.curation.models import Intake
from learnt.web.register.models import FactDecision, FactProposal, Incident, Link

FAULTS = (LearntError, ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError)
Cut = Callable[[str], tuple[str, int]]
"""Cuts words out of a JSON text; gives it and how often they stood there."""

log = logging.getLogger(__name__)


def look(documents: Sequence[Document]) -> CaseFacts | None:
    """Give what the documents say of the case; None where looking failed, which costs no review."""
    try:
        return find_case_facts(documents)
    except (*FAULTS, ValueError) as error:
        log.warning("the facts of a case were not read: %s", type(error).__name__)
        return None


def keep(intake: Intake, found: CaseFacts | None, clean: Callable[[str], str]) -> None:
    """Put what was found in place of what was found before; `clean` takes out what was taken down.

    To be called within a transaction, which a failure here does not end.
    """
    if found is None:
        return
    rows = [*_rows(intake, found, clean)]
    try:
        with transaction.atomic():
            intake.facts.all().delete()
            FactProposal.objects.bulk_create(rows)
    except DatabaseError as error:
        log.warning("the facts of a case were not kept: %s", type(error).__name__)


def _rows(intake: Intake, found: CaseFacts, clean: Callable[[str], str]) -> Iterator[FactProposal]:
    doubtful = [(one, doubt.reason) for doubt in found.doubts for one in doubt.values]
    for fact, doubt in [*((one, "") for one in found.facts), *doubtful]:
        value = _fitted(fact)
        if value is not None:
            told = {"value": value, "evidence": msgspec.to_builtins(fact.evidence)}
            kept: dict[str, Any] = json.loads(clean(json.dumps(told)))
            yield FactProposal(
                intake=intake,
                table=fact.table,
                person=fact.person,
                variable=fact.variable,
                value=kept["value"],
                evidence=kept["evidence"],
                confidence=fact.confidence,
                rule=fact.rule[:80],
                doubt=doubt,
            )


def _fitted(fact: CaseFact) -> object:
    """Give the value as its column has it; None where there is no such column, or it does not fit."""
    column = schema().table(fact.table).by_name.get(fact.variable)
    try:
        return fit(column, fact.value) if column else None
    except BadCell:
        return None


def cut_words(intake: Intake, cut: Cut) -> int:
    """Cut words out of what a report seems to say, what was decided, and the cases it is linked to.

    Gives the number of places. The history of a row that held them goes.
    """
    number = 0
    facts = [*FactProposal.objects.filter(intake=intake)]
    decided = [*FactDecision.objects.filter(intake=intake)]
    for one in (*facts, *decided):
        number += _cut(
            one, ("value", "evidence") if isinstance(one, FactProposal) else ("value",), cut
        )
    for incident in intake.incidents.all():
        number += _cut_case(incident, cut)
    return number


def _cut(row: Any, names: Sequence[str], cut: Cut) -> int:
    total = 0
    for name in names:
        body, number = cut(json.dumps(getattr(row, name)))
        if number:
            setattr(row, name, json.loads(body))
            total += number
    if total:
        row.save()
    return total


def _cut_case(incident: Incident, cut: Cut) -> int:
    total = 0
    for row in (incident, *incident.victims.all(), *incident.perpetrators.all()):
        held: Any = row
        past = sum(cut(json.dumps(old.values))[1] for old in held.history.all())
        total += past
        if past:
            held.history.all().delete()
        total += _cut(held, ("values",), cut)
    return total


def move(kept: Intake, other: Intake) -> None:
    """Give links and decisions of a review to the one that it becomes part of."""
    FactDecision.objects.filter(intake=other).update(intake=kept)
    linked = kept.links.values("incident")
    Link.objects.filter(intake=other).exclude(incident__in=linked).update(intake=kept)
