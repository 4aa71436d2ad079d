"""Takes an editor's answers to what a report seems to say: many at once, each person's row by row."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from learnt.web.accounts.models import User
from learnt.web.curation.models import Intake
from learnt.web.register import deciding, saving
from learnt.web.register.deciding import Fact, Group
from learnt.web.register.models import FactProposal, Incident

ACCEPT, REFUSE = "accept", "no"
ALL = "all"


@dataclass(slots=True)
class Answered:
    """What became of answers: how many values went in or are kept as not so, and what did not fit."""

    accepted: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)

    def told(self) -> str:
        """Say what was kept; empty where nothing was."""
        parts = []
        if self.accepted:
            number = "1 value" if self.accepted == 1 else f"{self.accepted} values"
            parts.append(f"Accepted: {number}.")
        if self.refused:
            parts.append(f"Kept as not so: {self.refused}.")
        return " ".join(parts)


def answer(intake: Intake, incident: Incident, given: Mapping[str, str], by: User) -> Answered:
    """Take the answers of the page of facts: `answer-NUMBER`, `row-GROUP`, and what button was pressed.

    `clear` names the group of which everything clear is accepted, or all of them. A value that does
    not fit its row is told and changes nothing. Raises `NoSuchRow`.
    """
    done = Answered()
    for group in deciding.groups_of(intake, incident):
        chosen = [fact for fact in group.facts if _is_chosen(fact, group, given)]
        for fact in group.facts:
            if _said(fact, given) == REFUSE and (fact.decision is None or fact.decision.accepted):
                deciding.refuse(fact.proposal, by)
                done.refused += 1
        if chosen:
            target = given.get(f"row-{group.id}", "")[:20] or group.target
            _accept(_single(chosen, done), incident, target, by, done)
    return done


def _said(fact: Fact, given: Mapping[str, str]) -> str:
    return given.get(f"answer-{fact.proposal.pk}", "")


def _is_chosen(fact: Fact, group: Group, given: Mapping[str, str]) -> bool:
    said = _said(fact, given)
    if said in (ACCEPT, REFUSE):
        return said == ACCEPT and not (fact.decision and fact.decision.accepted)
    return fact.easy and given.get("clear", "") in (ALL, group.id)


def _single(chosen: list[Fact], done: Answered) -> list[FactProposal]:
    """Give what may be accepted: of a variable that was accepted with several values, none."""
    names = [fact.proposal.variable for fact in chosen]
    several = {fact.column.title for fact in chosen if names.count(fact.proposal.variable) > 1}
    done.wrong += [f"{title}: choose one of the values" for title in sorted(several)]
    return [one.proposal for one in chosen if names.count(one.proposal.variable) == 1]


def _accept(
    facts: list[FactProposal], incident: Incident, target: str, by: User, done: Answered
) -> None:
    """Accept values of one row together, or where they do not fit so, one by one."""
    if not facts:
        return
    try:
        deciding.accept(facts, incident, target, by)
    except saving.Misfit as error:
        if len(facts) == 1:
            done.wrong.append(str(error))
            return
        for one in facts:
            before = done.accepted
            _accept([one], incident, target, by, done)
            if target == deciding.NEW and done.accepted > before:
                target = deciding.newest_of(incident, one.table)
    else:
        incident.refresh_from_db()
        done.accepted += len(facts)
