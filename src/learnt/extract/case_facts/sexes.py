"""The sexes of the people of the case, by nouns, relations and pronouns; never by a first name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from learnt.extract.case_facts.cast import Cast, Sex
from learnt.extract.case_facts.claims import Claim, owner_of
from learnt.extract.case_facts.mentions import TAG, Read
from learnt.extract.case_facts.needles import Form
from learnt.extract.case_facts.owned import owns_next
from learnt.extract.case_facts.owners import is_head
from learnt.extract.case_facts.relations import Relation, of_the_first, sex_of_word
from learnt.extract.case_facts.rules import either, people
from learnt.extract.case_facts.values import forms, values

NOUN, PRONOUN, NEXT = 3, 1, 2
SHARE = 0.8
"""The part of all votes that a sex needs."""
AGAINST = 2
"""How many times the weight of pronouns against it a sex told by nouns bears."""
STATED, FIGURE = 0.9, 0.8
_FEMALE = ("she", "her", "herself")
_PRONOUN = re.compile(r"\b(she|her|herself|he|his|him|himself)\b", re.IGNORECASE)
_IS = re.compile(
    r"(?: \([^)]*\))?,? (?:aged \d+, )?(?:who )?(?:(?:was|is|had been|became) )?", re.IGNORECASE
)
_OPENS = re.compile(r"^(?:[^⟦⟧,.]{0,30}, )?(She|He|Her|His)\b")


@dataclass(frozen=True, slots=True)
class _Vote:
    tag: str
    sex: Sex
    weight: int
    rule: str
    read: Read


def learn_sexes(reads: Sequence[Read], cast: Cast) -> list[Claim]:
    """Give the sexes that the sentences tell, and let the cast know them."""
    votes = list(_votes(reads, cast))
    claims: list[Claim] = []
    for person in cast.people:
        best = _settled([vote for vote in votes if vote.tag == person.tag])
        if best is None:
            continue
        person.sex = best
        fitting = [v for v in votes if v.tag == person.tag and v.sex == best]
        for vote in sorted(fitting, key=lambda v: -v.weight)[:3]:
            claims.append(_claim(vote))
    return claims


def sexes_told(cast: Cast, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Give the sexes that the figures of the text told, of people for whom the sentences told none."""
    known = {(claim.table, claim.person) for claim in claims}
    for tag, sex, sentence in cast.told_sexes:
        table, person = owner_of(tag)[0]
        if (table, person) not in known:
            variable = "sex_of_victim" if table == "victims" else "sex_of_perpetrator"
            quote = sentence.printed
            yield Claim(table, person, variable, sex, sentence.place, quote, "sex-figure", FIGURE)


def _settled(votes: Sequence[_Vote]) -> Sex | None:
    """Give the sex that nouns and relations tell, or pronouns where these tell nothing."""
    firm: Counter[Sex] = Counter(vote.sex for vote in votes if vote.weight == NOUN)
    tally: Counter[Sex] = Counter()
    for vote in votes:
        tally[vote.sex] += vote.weight
    counted = firm or tally
    best = max(counted, key=lambda sex: counted[sex], default=None)
    if best is None or counted[best] < SHARE * sum(counted.values()):
        return None
    return best if tally[best] * AGAINST >= sum(tally.values()) - tally[best] else None


def _claim(vote: _Vote) -> Claim:
    table, person = owner_of(vote.tag)[0]
    variable = "sex_of_victim" if table == "victims" else "sex_of_perpetrator"
    sentence = vote.read.sentence
    return Claim(
        table, person, variable, vote.sex, sentence.place, sentence.printed, vote.rule, STATED
    )


def _votes(reads: Sequence[Read], cast: Cast) -> Iterator[_Vote]:
    before: Read | None = None
    for read in reads:
        yield from _by_noun(read)
        yield from _by_pronoun(read, None if read.sentence.first else before)
        before = read
    yield from _by_relation(of_the_first(reads, cast))
    yield from _by_owner(of_the_first(reads, cast, printed=True))
    if cast.is_plain:
        yield from _by_act(reads)


def _by_noun(read: Read) -> Iterator[_Vote]:
    for match, pattern in forms(values().sexes.is_a).matches(read.light):
        if "{who}" in pattern and match["who"] != "B":
            female = match["sex"].casefold() in values().sexes.female
            yield _Vote(match["who"], "Female" if female else "Male", NOUN, "sex-noun", read)


def _by_relation(relations: Sequence[Relation]) -> Iterator[_Vote]:
    """Read "killed by her husband": he is a man; and whose husband he is, a woman."""
    for told in relations:
        mine = "P1" if told.side == "to_victim" else "V1"
        sex = sex_of_word(told.word)
        if sex and told.side != "couple":
            yield _Vote(mine, sex, NOUN, "sex-relation", told.read)


def _by_owner(relations: Sequence[Relation]) -> Iterator[_Vote]:
    """Read "killed by her husband": the victim is a woman."""
    for told in relations:
        if told.owner in ("her", "his"):
            other = "V1" if told.side == "to_victim" else "P1"
            yield _Vote(other, _sex(told.owner), NEXT, "sex-pronoun", told.read)


def _by_act(reads: Sequence[Read]) -> Iterator[_Vote]:
    """Read "before her death" and "He was convicted": such acts are those of the one or the other."""
    sides = (("V1", values().sexes.victim_acts), ("P1", values().sexes.perpetrator_acts))
    for read in reads:
        for tag, patterns in sides:
            for match, _ in forms(patterns).matches(read.raw):
                yield _Vote(tag, _sex(match["she"]), NEXT, "sex-act", read)


def _sex(word: str) -> Sex:
    return "Female" if word.casefold() in _FEMALE else "Male"


@cache
def _nouns() -> Form:
    nouns = people().nouns
    known = (*nouns.female, *nouns.male, *nouns.either, *nouns.staff)
    return Form(rf"\b{either(known)}\b", re.IGNORECASE)


def _by_pronoun(read: Read, before: Read | None) -> Iterator[_Vote]:
    """Read a pronoun that can mean only one: of the head of this sentence, or of the last one's."""
    raw = read.raw
    heads = [t for t in TAG.finditer(raw) if is_head(raw, t.start()) and t[1] != "B"]
    opening = _OPENS.match(raw)
    if opening and before is not None:
        sole = _sole_head(before.raw)
        if sole and not _names_another(before.raw, sole, _sex(opening[1])):
            yield _Vote(sole, _sex(opening[1]), NEXT, "sex-pronoun", read)
    for head in heads:
        following = TAG.search(raw, head.end())
        stretch = raw[head.end() : following.start() if following else len(raw)]
        found = _PRONOUN.search(stretch)
        if found is None or _nouns().search(stretch, 0, found.start()):
            continue
        if _is_relation(stretch, found):
            yield from _of_the_other(head[1], found[1], read)
            continue
        if found[1].casefold() == "him" or _is_object(stretch, found):
            yield from _of_the_other(head[1], found[1], read)
            continue
        if len({_sex(m[1]) for m in _PRONOUN.finditer(stretch)}) == 1:
            yield _Vote(head[1], _sex(found[1]), PRONOUN, "sex-pronoun", read)
    yield from _leading(read)


def _leading(read: Read) -> Iterator[_Vote]:
    """Read "In the last year of his life Dermot" and "Before he met Marguerite, Desmond"."""
    first = TAG.search(read.raw)
    if first is None or first[1] == "B" or not is_head(read.raw, first.start()):
        before = read.raw[: first.start()] if first else ""
        if (
            not re.search(r"\b(?:her|his) (?:\w+ )?(?:life|death|own life) $", before)
            or first is None
        ):
            return
    lead = read.raw[: first.start()]
    found = list(_PRONOUN.finditer(lead))
    if len({_sex(m[1]) for m in found}) == 1 and not _nouns().search(lead) and read.sentence.first:
        yield _Vote(first[1], _sex(found[0][1]), PRONOUN, "sex-pronoun", read)


def _is_relation(stretch: str, found: re.Match[str]) -> bool:
    """Whether "her" is of the other, whose relation the head is: "Emil was her former partner"."""
    return (
        found[1].casefold() in ("her", "his")
        and _IS.fullmatch(stretch, 0, found.start()) is not None
        and _nouns().search(stretch, found.end(), found.end() + 50) is not None
    )


def _is_object(stretch: str, found: re.Match[str]) -> bool:
    """Whether "her" is somebody else, whom the head did something to ("had subjected her to")."""
    if found[1].casefold() != "her":
        return False
    return not owns_next(stretch, found.end())


def _of_the_other(head: str, word: str, read: Read) -> Iterator[_Vote]:
    """Read "Emil hit her": whom one of the two did something to is the other."""
    other = {"V1": "P1", "P1": "V1"}.get(head)
    if other is not None and other not in read.raw and "⟦O⟧" not in read.full:
        yield _Vote(other, _sex(word), PRONOUN, "sex-pronoun", read)


def _names_another(raw: str, head: str, sex: Sex) -> bool:
    """Whether a sentence has a pronoun of `sex` that need not be its head's: "Emil came with her"."""
    rest = raw[raw.find(f"⟦{head}⟧") :]
    return any(
        m[1].casefold() in ("her", "him") and _sex(m[1]) == sex for m in _PRONOUN.finditer(rest)
    )


def _sole_head(raw: str) -> str:
    """Give the head of a sentence, where it can be told."""
    tags = [t for t in TAG.finditer(raw) if t[1] != "B"]
    if len({t[1] for t in tags}) == 1:
        first = tags[0]
        lead = raw[: first.start()]
        others = _nouns().search(lead) or not is_head(raw, first.start())
        return "" if others else first[1]
    if tags and is_head(raw, tags[0].start()) and not raw.startswith("'s", tags[0].end()):
        return tags[0][1]
    return ""
