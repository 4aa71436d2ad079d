"""What follows from the facts that are told: bands, umbrella tags, the kind of violence, roles."""

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from learnt.extract.case_facts.cast import Cast
from learnt.extract.case_facts.relations import is_family, is_partner, rules
from learnt.records import CaseFact, Value
from learnt.records.facts import FactTable
from learnt.rulebook import load

BANDED: dict[FactTable, str] = {"victims": "age_at_death", "perpetrators": "age_at_fatal_incident"}
ABUSE = (
    "physical_abuse",
    "sexual_abuse",
    "economic_abuse",
    "coercive_control",
    "stalking",
    "emotional_abuse",
)
CONVICTED = ("Murder", "Manslaughter", "Manslaughter w/ diminished responsibility")


class _Band(msgspec.Struct, frozen=True):
    value: str
    low: int
    high: int | None = None


class _AgeBands(msgspec.Struct, frozen=True):
    bands: tuple[_Band, ...]


class _Lists(msgspec.Struct, frozen=True):
    age_band: _AgeBands


class _Register(msgspec.Struct, frozen=True):
    lists: _Lists


@cache
def bands() -> tuple[_Band, ...]:
    """Give the register's bands of ages."""
    return load("register.toml", _Register).lists.age_band.bands


def derive(facts: Sequence[CaseFact], cast: Cast) -> Iterator[CaseFact]:
    """Give what follows from `facts`; each bears the evidence of the fact that it follows from."""
    yield from _bands(facts)
    yield from _umbrellas(facts)
    yield from _parents(facts)
    yield from _of_death(facts, cast)
    yield from _roles(facts)


def _get(facts: Sequence[CaseFact], variable: str) -> CaseFact | None:
    return next((fact for fact in facts if fact.variable == variable), None)


def _is(facts: Sequence[CaseFact], variable: str, value: Value) -> CaseFact | None:
    return next((f for f in facts if f.variable == variable and f.value == value), None)


def _follow(
    fact: CaseFact, variable: str, value: Value, table: FactTable = "incidents", person: int = 0
) -> CaseFact:
    return msgspec.structs.replace(
        fact,
        table=table,
        person=person,
        variable=variable,
        value=value,
        rule=f"from-{fact.variable}",
    )


def _bands(facts: Sequence[CaseFact]) -> Iterator[CaseFact]:
    for fact in facts:
        if fact.variable == "age_years" and isinstance(fact.value, int):
            for band in bands():
                if band.low <= fact.value <= (band.high if band.high is not None else 200):
                    yield _follow(fact, BANDED[fact.table], band.value, fact.table, fact.person)


def _umbrellas(facts: Sequence[CaseFact]) -> Iterator[CaseFact]:
    held = {(f.table, f.person, f.variable) for f in facts}
    for fact in facts:
        side, mark, _ = fact.variable.partition("_mh_")
        umbrella = f"{side}_mental_health_issues"
        if mark and fact.value is True and (fact.table, fact.person, umbrella) not in held:
            held.add((fact.table, fact.person, umbrella))
            yield _follow(fact, umbrella, True, fact.table, fact.person)


def _parents(facts: Sequence[CaseFact]) -> Iterator[CaseFact]:
    """Give that a victim with a child under 18 was a parent."""
    for fact in facts:
        if fact.variable == "children_under_18" and fact.value is True:
            yield _follow(fact, "parent", True, fact.table, fact.person)


def _of_death(facts: Sequence[CaseFact], cast: Cast) -> Iterator[CaseFact]:
    kind = _get(facts, "death_type")
    verdict = next(
        (f for f in facts if f.variable == "court_verdict" and f.value in CONVICTED), None
    )
    homicide = kind if kind and kind.value == "homicide" else verdict
    homicide = homicide or (None if kind else _is(facts, "killed", True))
    killing = verdict or _is(facts, "killed", True)
    if kind is None and killing is not None:
        yield _follow(killing, "death_type", "homicide")
    if kind and kind.value == "suicide":
        yield _follow(kind, "victim_suicide", True, "victims", 1)
    abuse = next((f for f in facts if f.variable in ABUSE and f.value is True), None)
    freed = any(f.variable == "court_verdict" and f.value == "Not guilty" for f in facts)
    if freed and verdict is None and _is(facts, "killed", True) is None:
        homicide = None
    done = homicide if verdict or _is(facts, "killed", True) else None
    cause = done or abuse
    if cause and is_partner(cast.relation):
        yield _follow(cause, "intimate_partner_violence", True)
    if homicide and done and is_family(cast.relation):
        yield _follow(homicide, "familial_homicide", True)
        child = cast.relation in rules().groups["children"] or cast.relation in (
            "of mother",
            "of father",
        )
        if child:
            yield _follow(homicide, "parricide", True)


def _roles(facts: Sequence[CaseFact]) -> Iterator[CaseFact]:
    """Give the roles: killed where convicted or told so, abused where the text tells of abuse.

    Abuse is told of the case and not of each of several perpetrators: it counts for the first alone.
    """
    killing = [f for f in facts if f.variable == "killed"]
    abuse = next((f for f in facts if f.variable in ABUSE and f.value is True), None)
    verdicts = {f.person: f for f in facts if f.variable == "court_verdict"}
    people = {f.person for f in (*killing, *verdicts.values())} | ({1} if abuse else set())
    for person in sorted(people):
        verdict = verdicts.get(person)
        told = next((f for f in killing if f.person == person), None)
        convicted = verdict if verdict and verdict.value in CONVICTED else None
        killed = convicted or told
        if killed and abuse and person == 1:
            yield _follow(killed, "role", "both", "perpetrators", person)
        elif killed:
            yield _follow(killed, "role", "killed", "perpetrators", person)
        elif abuse and person == 1 and _killed_nobody(facts, verdict):
            yield _follow(abuse, "role", "abused", "perpetrators", person)


def _killed_nobody(facts: Sequence[CaseFact], verdict: CaseFact | None) -> bool:
    """Whether abuse alone is the role: no homicide is told, or the one who abused was acquitted."""
    freed = verdict is not None and verdict.value == "Not guilty"
    return freed or _is(facts, "death_type", "homicide") is None
