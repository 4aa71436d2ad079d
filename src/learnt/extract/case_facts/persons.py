"""Age, ethnic group and nationality of the people of the case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from learnt.extract.case_facts.cast import Cast
from learnt.extract.case_facts.claims import Claim, owner_of
from learnt.extract.case_facts.mentions import Read
from learnt.extract.case_facts.needles import Form
from learnt.extract.case_facts.owners import subject_of
from learnt.extract.case_facts.rules import reading
from learnt.extract.case_facts.stance import is_general, is_said
from learnt.extract.case_facts.tables import Entry
from learnt.extract.case_facts.values import form, forms, number_of, values

AT_DEATH, PLAIN, IN_TABLE, STATED = 0.97, 0.85, 0.97, 0.9
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DEATH = re.compile(
    r"\b(?:died|death|dead|killed|murder|homicide|fatal|stabbed|own life|suicide)", re.I
)


def find_ages(read: Read) -> Iterator[Claim]:
    """Give ages at the death: told of the death, or of a person at large outside the chronology."""
    text, rules = read.full, values().ages
    at_once = list(_ages(rules.at_death, text))
    for told in at_once:
        yield from _age_claims(told.who, told.age, read, "age-at-death", AT_DEATH)
    if at_once:
        return
    plain = [told for told in _ages(rules.plain, text) if _is_plain(read, told)]
    for told in plain or [told for told in _of_subjects(text) if _is_plain(read, told)]:
        yield from _age_claims(told.who, told.age, read, "age", PLAIN)


@dataclass(frozen=True, slots=True)
class _Age:
    """An age as told: whose, how many years, and where it stands in the annotated sentence."""

    who: str
    age: int
    start: int
    end: int


def _is_plain(read: Read, told: _Age) -> bool:
    """Whether an age is likely that at the death: not one told of an earlier year or occasion."""
    text = read.full
    past = form(values().ages.past).search(text)
    if past and past.start() <= told.end:
        return False
    if _DEATH.search(text):
        return True
    early = read.sentence.place.section in reading().sections.past
    return not early and not _YEAR.search(text, 0, told.start)


def _ages(patterns: tuple[str, ...], text: str) -> Iterator[_Age]:
    rules, seen = values().ages, set[tuple[str, int]]()
    for match, _ in forms(patterns).matches(text):
        age = number_of(match["age"])
        if age is None or not rules.lowest <= age <= rules.highest or match["who"] == "B":
            continue
        told = (match["who"], age)
        if told not in seen and is_said(text, match.start(), match.end()):
            seen.add(told)
            yield _Age(*told, match.start("age"), match.end("age"))


def _of_subjects(text: str) -> Iterator[_Age]:
    """Give the ages told by "was 56" of the subject of that verb, wherever it stands before."""
    for match in form(values().ages.verb).finditer(text):
        age, who = number_of(match["age"]), subject_of(text, match.start())
        if age is None or age < values().ages.lowest or who in ("", "B"):
            continue
        if is_said(text, match.start(), match.end()):
            yield _Age(who, age, match.start("age"), match.end("age"))


def _age_claims(who: str, age: int, read: Read, rule: str, weight: float) -> Iterator[Claim]:
    for table, person in owner_of(who):
        place, quote = read.sentence.place, read.sentence.printed
        yield Claim(table, person, "age_years", age, place, quote, rule, weight)


def find_groups(read: Read) -> Iterator[Claim]:
    """Give ethnic groups and nationalities that a sentence tells of the people of the case."""
    text = read.full
    last = ""
    if _ethnic_words().search(text):
        for match, _ in forms(values().ethnic.patterns).matches(text):
            if is_said(text, match.start("who"), match.end()):
                last = group_of(match["e"])
                yield from _group_claims(match["who"], last, read)
        for match, _ in forms(values().ethnic.also if last else ()).matches(text):
            who = match["who"] if "who" in match.groupdict() else "P1"
            yield from _group_claims(who, last, read)
    if _nation_words().search(text):
        for match, _ in forms(values().nations.patterns).matches(text):
            yield from _nation_claims(match, read)


def _nation_claims(match: re.Match[str], read: Read) -> Iterator[Claim]:
    printed = match["nation"]
    if (
        read.full[: match.start("nation")]
        .casefold()
        .rstrip(" -/")
        .endswith(("white", "black", "asian"))
    ):
        return
    for table, person in owner_of(match["who"]):
        if table == "victims" and is_said(read.full, match.start("who"), match.end()):
            value = next(
                (w for w in values().nations.words if w.casefold() == printed.casefold()), printed
            )
            yield Claim(
                table,
                person,
                "nationality",
                value,
                read.sentence.place,
                read.sentence.printed,
                "nationality",
                STATED,
            )


@cache
def _ethnic_words() -> Form:
    return form(r"\b{e}")


@cache
def _nation_words() -> Form:
    return form(r"\b{nation}\b")


def group_of(words: str) -> str:
    """Give the register's ethnic group for printed words; empty where there is none."""
    for choice in values().ethnicity:
        for word in choice.words:
            if re.match(rf"(?:{word.split('(?=')[0]})$", words, re.IGNORECASE):
                return choice.value
    return ""


def _group_claims(who: str, value: str, read: Read) -> Iterator[Claim]:
    for table, person in owner_of(who) if value else ():
        variable = "victim_ethnicity" if table == "victims" else "perpetrator_ethnicity"
        place, quote = read.sentence.place, read.sentence.printed
        yield Claim(table, person, variable, value, place, quote, "ethnicity", STATED)


def from_table(entry: Entry, cast: Cast) -> Iterator[Claim]:
    """Give what a row of a table of people tells: age, sex, ethnic group, nationality."""
    bearer = next((p for p in cast.people if entry.name and entry.name in p.names), None)
    if is_general(entry.quote) or (entry.party == "others" and bearer is None):
        return
    table = bearer.table if bearer and entry.party == "others" else entry.party
    if table == "others":
        return
    people = cast.of(table)
    person = next((p for p in people if entry.name and entry.name in p.names), people[0])
    if entry.name and entry.name not in person.names and len(people) > 1:
        return
    side = "victim" if table == "victims" else "perpetrator"

    def claim(variable: str, value: str | int) -> Claim:
        return Claim(
            table, person.number, variable, value, entry.place, entry.quote, "table-of-people",
            IN_TABLE, entry.page,
        )  # fmt: skip

    age = re.match(r"\D{0,12}?(\d{1,3})\b(?!\d| ?[-/–])", entry.cells.get("age", ""))
    if age and values().ages.lowest <= int(age[1]) <= values().ages.highest:
        yield claim("age_years", int(age[1]))
    if entry.sex:
        yield claim(f"sex_of_{side}", entry.sex)
    group = _cell_group(entry.cells.get("ethnicity", ""))
    if group:
        yield claim(f"{side}_ethnicity", group)
    nation = entry.cells.get("nationality", "").strip()
    if table == "victims" and nation in values().nations.words:
        yield claim("nationality", nation)


def _cell_group(cell: str) -> str:
    match = _ethnic_words().match(cell.strip())
    return group_of(match["e"]) if match else ""
