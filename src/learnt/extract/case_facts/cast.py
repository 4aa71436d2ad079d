"""Who is who: the people of the case and the names by which its report tells of them.

A name is a victim's (or perpetrator's) where a table of pseudonyms, a label or an apposition says so;
without these, where the text tells that its bearer was killed (or convicted) more often than others.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from learnt.extract.case_facts.casting import Party, cast_names
from learnt.extract.case_facts.figures import Company, Figure, Spoken, read_figures
from learnt.extract.case_facts.frames import SURE, Parties, choose, hear, words_of
from learnt.extract.case_facts.names import bare, clean_name, name_form
from learnt.extract.case_facts.rules import either, people
from learnt.extract.case_facts.sentences import Sentence, Told
from learnt.extract.case_facts.tables import Entry, entries_of, entries_of_lines

Sex = Literal["Female", "Male", ""]


LEAST_SIGNS: dict[Party, int] = {"victims": 2, "perpetrators": 1}
"""Votes on a sex that the figures need to tell it: reports speak of more women near the victim."""


@dataclass(slots=True)
class Person:
    """A person of the case: the tag by which annotated text holds them (`V1`), and their names."""

    tag: str
    table: Party
    number: int
    names: list[str] = field(default_factory=list)
    sex: Sex = ""
    words: tuple[str, ...] = ()
    """Patterns of other words that mean this person of no name ("the woman")."""


@dataclass(slots=True)
class Cast:
    """The people of a case; `others` are names that a table gives to somebody else."""

    people: list[Person]
    others: set[str]
    relation: str = ""
    """What the perpetrator was to the victim (`husband`), once known."""
    victim_words: frozenset[str] = frozenset()
    """What the victim then was to the perpetrator, in any sex (`wife`, `husband`)."""
    told_sexes: list[tuple[str, Sex, Sentence]] = field(default_factory=list)
    """Sexes that the figures of the text told: the person's tag, the sex and the sentence."""
    told_relation: tuple[str, str, bool] | None = None
    """Whose noun the figures of the text tell, the noun, and whether it is a former one's."""
    relation_told: Sentence | None = None
    """The sentence that tells of the relation, where the figures of the text told it."""
    spoken: list[dict[tuple[str, int], str]] = field(default_factory=list)
    """For each sentence, whom pronouns and kin mean by what the figures of the text tell."""
    has_role: bool = False
    """Whether the text speaks of a perpetrator by that word, or by a name."""

    def of(self, table: Party) -> list[Person]:
        """Give the people of one table."""
        return [person for person in self.people if person.table == table]

    def by_tag(self, tag: str) -> Person | None:
        """Give the person that a tag stands for."""
        return next((person for person in self.people if person.tag == tag), None)

    @property
    def is_plain(self) -> bool:
        """Whether there is one victim and one perpetrator, so that roles name them."""
        return len(self.of("victims")) == 1 and len(self.of("perpetrators")) == 1


def find_cast(told: Told) -> Cast:
    """Find the people of the case; always gives at least one victim and one perpetrator."""
    entries = people_listed(told)
    others = {entry.name for entry in entries if entry.party == "others"}
    texts = resolved(told)
    victims, perpetrators = cast_names(texts, entries, others)
    cast = Cast([*_persons("victims", victims), *_persons("perpetrators", perpetrators)], others)
    cast.has_role = bool(perpetrators) or any("perpetrator" in text.casefold() for text in texts)
    for entry in entries:
        if entry.party != "others":
            person = next((p for p in cast.of(entry.party) if entry.name in p.names), None)
            if person and not person.sex:
                person.sex = entry.sex
    _complete(cast, told, {entry.name for entry in entries})
    return cast


def _complete(cast: Cast, told: Told, listed: set[str]) -> None:
    """Add whom the frames of the text tell of, where no name was found; and what they tell of each.

    `listed` are names of a table of people: what it says of them stands.
    """
    company, spoken = read_figures(told.sentences)
    parties = choose(company, hear(company, spoken))
    pairs: list[tuple[Party, Figure | None]] = [
        ("victims", parties.victim), ("perpetrators", parties.perpetrator)
    ]  # fmt: skip
    named = {p.table: _bearer(company, p) for p in cast.people if p.number == 1 and p.names}
    known: dict[Party, Figure] = {t: f for t, f in named.items() if f is not None}
    roles: tuple[tuple[Party, str], ...] = (
        ("victims", "victim"), ("perpetrators", "perpetrator")
    )  # fmt: skip
    for table, role in roles:
        figure = next((f for f in company.figures if f.role == role), None)
        if table not in named and figure is not None and len(cast.of(table)) == 1:
            known[table] = figure
    found: dict[Party, Figure] = {}
    for table, figure in pairs:
        person = cast.of(table)[0]
        if table in known and not _is_better(parties, figure, known[table], table):
            figure = known[table]
        elif (
            figure is None
            or _is_settled(figure, person, listed)
            or (table not in known and figure in known.values())
        ):
            continue
        else:
            person.names = list(figure.names)
            person.words = tuple(words_of(figure))
        if figure is not None:
            found[table] = figure
            person.sex = person.sex or figure.sex
            least = LEAST_SIGNS[table]
            if figure.sex in figure.sexed and figure.sexes[figure.sex] >= least:
                sentence = spoken[figure.sexed[figure.sex]].sentence
                cast.told_sexes.append((person.tag, figure.sex, sentence))
    mine = set(cast.of("perpetrators")[0].names)
    cast.people = [
        p for p in cast.people if p.tag[0] == "P" or p.number == 1 or not mine & {*p.names}
    ]
    cast.has_role |= bool(cast.of("perpetrators")[0].names)
    _relate(cast, found, [one.sentence for one in spoken])
    tags = {figure.number: f"{table[0].upper()}1" for table, figure in found.items()}
    cast.spoken = [_meant(company, one, tags) for one in spoken]


def _is_settled(figure: Figure, person: Person, listed: set[str]) -> bool:
    """Whether a table tells of either, or the figure has no name in place of one that was found."""
    if listed & {*figure.names, *person.names}:
        return True
    return bool(person.names) and not figure.names


def _meant(company: Company, spoken: Spoken, tags: dict[int, str]) -> dict[tuple[str, int], str]:
    """Give the tags of pronouns whose sex leaves no doubt, and of kin, by kind and position."""
    found: dict[tuple[str, int], str] = {}
    for mention in spoken.mentions:
        holder = mention.owner if mention.owner and mention.owner.kind == "pronoun" else mention
        if holder.kind == "pronoun" and company.figures[holder.figure].likely == holder.sex:
            found["pronoun", holder.start] = tags.get(company.whole(holder.figure), "X")
        if mention.kind == "kin" and mention.figure in tags:
            found["kin", mention.start] = tags[mention.figure]
    return found


def _is_better(parties: Parties, figure: Figure | None, known: Figure, table: Party) -> bool:
    """Whether the frames tell so much more for another figure that the name found before was wrong."""
    if figure is None or figure is known or known.role:
        return False
    worth = parties.as_victim if table == "victims" else parties.as_perpetrator
    return worth.get(figure.number, 0.0) >= max(SURE, 4 * worth.get(known.number, 0.0))


def _bearer(company: Company, person: Person) -> Figure | None:
    return next((f for f in company.figures if set(f.names) & set(person.names)), None)


def _relate(cast: Cast, found: dict[Party, Figure], sentences: Sequence[Sentence]) -> None:
    """Let the cast know what the perpetrator was to the victim, where the figures tell it."""
    victim, other = found.get("victims"), found.get("perpetrators")
    if victim is None or other is None or not cast.is_plain:
        return
    if other.owner == victim.number and other.noun:
        cast.told_relation = ("to_victim", other.noun, other.former)
        cast.relation_told = sentences[other.told]
        if not victim.sex and other.owner_sex:
            cast.told_sexes.append(("V1", other.owner_sex, sentences[other.told]))
    elif victim.owner == other.number and victim.noun:
        cast.told_relation = ("to_perpetrator", victim.noun, victim.former)
        cast.relation_told = sentences[victim.told]
        if not other.sex and victim.owner_sex:
            cast.told_sexes.append(("P1", victim.owner_sex, sentences[victim.told]))


def people_listed(told: Told) -> list[Entry]:
    """Give the rows of all tables of people, printed as tables or, where there is none, as lines."""
    entries = [entry for place in told.tables for entry in entries_of(place)]
    return entries or entries_of_lines(told.sentences)


def _persons(table: Party, groups: Sequence[list[str]]) -> Iterator[Person]:
    letter = table[0].upper()
    for number, names in enumerate(groups or [[]], 1):
        yield Person(f"{letter}{number}", table, number, names)


def resolved(told: Told) -> list[str]:
    """Give the sentences and headings, an opening "She" replaced by the head of the sentence before."""
    texts, head, paragraph, before = [*told.headings], "", -1, ""
    for sentence in told.sentences:
        if sentence.place.paragraph != paragraph:
            head, paragraph, before = "", sentence.place.paragraph, ""
        text = sentence.text
        opening = _OPENING.match(text) if head else None
        if opening and _tells_of_another(before, opening[1] in ("She", "Her")):
            opening = None
        if opening:
            text = head + ("'s" if opening[1] in _OWN else "") + text[opening.end() :]
        texts.append(text)
        before = text
        head = head_of(text) or head
    return texts


def head_of(text: str) -> str:
    """Give the name with which a sentence opens; empty where it opens with none."""
    match = _HEAD.match(text)
    name = clean_name(match["n"]) if match else ""
    if name:
        return name
    names = {clean for found in _ANY.finditer(text[1:]) if (clean := clean_name(found["n"]))}
    return names.pop() if len(names) == 1 else ""


def _tells_of_another(text: str, female: bool) -> bool:
    """Whether a sentence speaks of somebody of the sex who need not be its head: "Odo hit her"."""
    return _of_sex(female).search(text) is not None


@cache
def _of_sex(female: bool) -> re.Pattern[str]:
    nouns = people().nouns
    word = "her" if female else "him"
    after = rf"(?=[.,;]|$| {either(people().pronouns.after_object)}\b)" if female else ""
    known = either(nouns.female if female else nouns.male)
    return re.compile(rf"\b(?:{known}\b|{word}\b{after})", re.IGNORECASE)


_OPENING = re.compile(r"^(She|He|Her|His)\b")
_OWN = ("Her", "His")
_HEAD = re.compile(rf"^(?:(?:Both|When|After|Before|In|At|On|The) [^,]{{3,60}}, )?{name_form()}")


_ANY = re.compile(rf"(?<=[a-z,] ){name_form()}")


def surnames(names: Sequence[str]) -> set[str]:
    """Give the last words of names of two words or more."""
    return {bare(name).split()[-1] for name in names if len(bare(name).split()) > 1}


def name_pattern(names: Sequence[str]) -> str:
    """Give a pattern that finds any of the names, and the first word of each."""
    forms = set(names)
    for name in names:
        words = bare(name).split()
        if len(words) > 1 and not re.search(r"\d|\b[A-Z]$", name):
            forms.add(words[0])
    ordered = sorted((form for form in forms if form), key=len, reverse=True)
    return "|".join(re.escape(form) for form in ordered)
