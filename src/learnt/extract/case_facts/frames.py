"""Who is victim and who perpetrator, by frames of verbs and nouns round the figures of a text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from learnt.extract.case_facts.figures import Company, Figure, Spoken
from learnt.extract.case_facts.needles import Family, Form
from learnt.extract.case_facts.owners import ADVERB
from learnt.extract.case_facts.rules import either
from learnt.extract.case_facts.spotted import Frame, frames
from learnt.extract.case_facts.stance import is_general

LEAST = 1.5
"""Votes that a figure needs to be taken for a party."""
AGAINST = 0.6
SURE = 8.0
"""Votes that outweigh a name found by a weak sign."""


@dataclass(slots=True)
class Verdict:
    """What the frames say of the figures as victims and as perpetrators."""

    victims: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))
    perpetrators: defaultdict[int, float] = field(default_factory=lambda: defaultdict(float))


_T = r"⟦(?P<{}>\d+)⟧(?!'s)"
_LINK = rf"(?: ?\([^)]*\))?(?:,[^,.;]{{1,80}},)?{ADVERB}*(?: who)?{ADVERB}*"


@cache
def _family() -> Family[Frame]:
    """Give all frames, filled."""
    r = frames()
    places = {
        "{a}": _T.format("a"),
        "{b}": _T.format("b"),
        "{b's}": r"⟦(?P<b>\d+)⟧'s",
        "{a's}": r"⟦(?P<a>\d+)⟧'s",
        "{link}": _LINK,
        "{gap}": r"(?:(?! by\b| after (?:killing|murdering))[^.;⟦]|⟦\d+⟧'s){0,80}?",
        "{was}": rf"(?:was|were|been|being|be|is){ADVERB}*",
    }
    lists = {
        "{done}": r.fatal_done, "{does}": r.fatal_does, "{ing}": r.fatal_ing, "{noun}": r.fatal_noun,
        "{died}": r.died, "{hit2}": r.blow, "{hit}": r.abuse_does, "{beaten}": r.abuse_done,
        "{abuse}": r.abuse_noun, "{court}": r.court_did, "{for}": r.court_for,
        "{trial}": r.court_noun, "{deed}": r.deed,
    }  # fmt: skip
    places |= {place: either(words) for place, words in lists.items()}
    forms = []
    for frame in r.frame:
        pattern = frame.form
        for place, filled in places.items():
            pattern = pattern.replace(place, filled)
        forms.append((Form(pattern), frame))
    return Family(forms)


def hear(company: Company, spoken: Sequence[Spoken]) -> Verdict:
    """Give the votes of all sentences that tell of the case; what is general or doubted tells none."""
    verdict = Verdict()
    for one in spoken:
        if "⟦" in one.tagged and not is_general(one.sentence.text):
            for a, b, weight in _told(one.tagged):
                if a >= 0:
                    verdict.perpetrators[a] += weight
                if b >= 0:
                    verdict.victims[b] += weight
    return verdict


def _told(text: str) -> Iterator[tuple[int, int, float]]:
    """Give who did it, to whom (-1 where it is not told) and the weight, frame by frame."""
    for match, frame in _family().matches(text):
        if _doubt().search(text, max(0, match.start() - 40), match.end()):
            continue
        groups = match.groupdict()
        a, b = _number(groups.get("a")), _number(groups.get("b"))
        if frame.headed and a >= 0 > b:
            b = _head(text, match.start(), a)
        elif frame.headed and b >= 0 > a:
            a = _head(text, match.start(), b)
        if a != b:
            yield a, b, frame.weight


@cache
def _doubt() -> Form:
    return Form(frames().doubt, re.IGNORECASE)


def _number(group: str | None) -> int:
    return int(group) if group is not None else -1


def _head(text: str, at: int, other: int) -> int:
    """Give the subject of the sentence, where it is somebody other than `other`."""
    for match in re.finditer(r"⟦(\d+)⟧(?!'s)", text[:at]):
        if int(match[1]) != other:
            return int(match[1])
    return -1


@dataclass(frozen=True, slots=True)
class Parties:
    """The figures taken for victim and perpetrator; None where the frames tell of none."""

    victim: Figure | None
    perpetrator: Figure | None
    as_victim: dict[int, float] = field(default_factory=dict)
    as_perpetrator: dict[int, float] = field(default_factory=dict)


def choose(company: Company, verdict: Verdict) -> Parties:
    """Choose victim and perpetrator together: who is told of as killed, and who as the one who did it."""
    numbers = [f.number for f in company.figures if f.owner != -2]
    as_victim = {n: verdict.victims[n] - AGAINST * verdict.perpetrators[n] for n in numbers}
    as_other = {n: verdict.perpetrators[n] - AGAINST * verdict.victims[n] for n in numbers}
    for figure in company.figures:
        as_victim[figure.number] = as_victim.get(figure.number, 0) + 3 * (figure.role == "victim")
        as_other[figure.number] = as_other.get(figure.number, 0) + 3 * (
            figure.role == "perpetrator"
        )
    victim = _best(company, as_victim, -1) or _main(company, verdict)
    other = _best(company, as_other, victim.number if victim else -1)
    other = other or (_partner(company, victim) if victim else None)
    return Parties(victim, other, as_victim, as_other)


def _best(company: Company, worth: dict[int, float], taken: int) -> Figure | None:
    best = max((n for n in worth if n != taken), key=lambda n: worth[n], default=-1)
    return company.figures[best] if best >= 0 and worth[best] >= LEAST else None


def _main(company: Company, verdict: Verdict) -> Figure | None:
    """Give the person of whom a text speaks that tells of no death: the one named most, nobody's kin."""
    if any(figure.role for figure in company.figures) or any(verdict.perpetrators.values()):
        return None
    named = [f for f in company.figures if f.names and f.owner < 0 and f.owner != -2]
    return max(named, key=lambda f: f.mentions, default=None)


def _partner(company: Company, victim: Figure) -> Figure | None:
    """Give the victim's only partner, where nobody is told of as the perpetrator."""
    if any(figure.role == "perpetrator" for figure in company.figures):
        return None
    mine = [f for f in company.figures if f.owner == victim.number]
    partners = [f for f in mine if f.noun in frames().kin.partners]
    return partners[0] if len(partners) == 1 else None


def words_of(figure: Figure | None) -> Iterator[str]:
    """Give patterns for words by which a nameless figure is meant ("the woman")."""
    if figure is None or figure.names or figure.role:
        return
    if figure.noun == "person":
        yield "the woman" if figure.sex == "Female" else "the man"
    elif figure.owner < 0 and figure.noun:
        yield rf"(?:the|a) (?:\w+ )?{re.escape(figure.noun)}"


__all__ = ["Parties", "Verdict", "choose", "hear", "words_of"]
