"""Annotates sentences: every mention of a person becomes a tag, so that rules read as sentences do.

`⟦V1⟧` is the first victim, `⟦P1⟧` the first perpetrator, `⟦B⟧` the two together, `⟦O⟧` anybody else,
`⟦G⟧` people in general, `⟦X⟧` a pronoun that could mean several. A possessive keeps its `'s`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from learnt.extract.case_facts.cast import Cast, Person, Sex, name_pattern, surnames
from learnt.extract.case_facts.owned import owns_next
from learnt.extract.case_facts.owners import TAG
from learnt.extract.case_facts.rules import either, people
from learnt.extract.case_facts.sentences import Sentence

_PRONOUN = {
    "she": "Female", "her": "Female", "hers": "Female", "herself": "Female",
    "he": "Male", "him": "Male", "his": "Male", "himself": "Male",
}  # fmt: skip
_OWNING = ("his", "their")
_OBJECTS = ("her", "him", "them")
_APPOSED = re.compile(r"⟦[OP]\w*⟧,? (?=⟦[VP]\d⟧)")
"""A relative and the name that follows: "her husband, Emil" is one person."""
_TWICE = re.compile(r"(⟦([VP]\d)⟧),? ⟦\2⟧(?!')")
"""A person and what they are to the other: "Emil, her husband", read as one."""
_OF_OWNER = re.compile(r"⟦O⟧ of ⟦[VPB]\d?⟧'s(?= (?!and ))")
"""A relative of somebody: "a cousin of Emil's"."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its tags.

    `raw` has tags for names and roles of the people of the case, its pronouns as printed; `light` has
    their pronouns too; `full` for all others too, with what belongs to
    somebody ("her mother") as one.
    """

    sentence: Sentence
    raw: str
    light: str
    full: str

    @property
    def has_people(self) -> bool:
        """Whether the people of the case are mentioned."""
        return "⟦V" in self.full or "⟦P" in self.full or "⟦B" in self.full


@dataclass(slots=True)
class _Mention:
    start: int
    end: int
    tag: str
    sex: str
    owns: bool = False
    kin: str = ""
    is_object: bool = False
    """Whether a pronoun is one that something is done to: the subject is somebody else."""
    inner: tuple[int, int, str, bool] | None = None
    """The owner in "her mother": start, end, tag, whether a possessive."""


_Words = tuple[list[re.Match[str]], list[re.Match[str]]]


@dataclass(slots=True)
class _Focus:
    """Who was spoken of last in a paragraph, by sex, and who was the last sentence's subject."""

    subject: str = ""
    subject_sex: str = ""
    last: dict[str, str] = field(default_factory=dict)
    both: bool = False
    met: set[str] = field(default_factory=set)
    """The parties spoken of so far in the paragraph."""
    seen: list[str] = field(default_factory=list)
    """The people spoken of so far in the sentence (tags), people of the case or not."""


class Annotator:
    """Finds the mentions of one cast in sentences; to be run again when more is known of the cast."""

    def __init__(self, cast: Cast, sentences: Sequence[Sentence]) -> None:
        self.cast = cast
        self._sentences = sentences
        self._sexes: dict[str, Sex] = {}
        self._spoken: dict[tuple[str, int], str] = {}
        named = _cast_pattern(cast)
        self._words = [_words_for_people(sentence.text, named) for sentence in sentences]

    def run(self) -> Iterator[Read]:
        """Annotate the sentences in order; what a pronoun means does not reach over a paragraph."""
        self._sexes = {person.tag: person.sex for person in self.cast.people}
        focus, paragraph = _Focus(), -1
        for number, (sentence, words) in enumerate(zip(self._sentences, self._words, strict=True)):
            self._spoken = self.cast.spoken[number] if self.cast.spoken else {}
            if sentence.place.paragraph != paragraph:
                focus, paragraph = _Focus(), sentence.place.paragraph
            mentions = self._mentions(sentence.text, words)
            raw = _raw(sentence.text, mentions)
            self._read(mentions, sentence.text, focus)
            yield Read(
                sentence, raw, _light(sentence.text, mentions), _full(sentence.text, mentions)
            )

    def _mentions(self, text: str, words: _Words) -> list[_Mention]:
        named, others = words
        found = [_other(match) for match in others]
        for match in named:
            group = match.lastgroup or ""
            tag = group if group in self._sexes or group == "B" else "O"
            owned = text.startswith("'s ", match.end())
            found.append(_Mention(*match.span(), tag, self._sexes.get(tag, ""), owned))
        found.sort(key=lambda m: m.start)
        return _with_owned(text, found)

    def _read(self, mentions: list[_Mention], text: str, focus: _Focus) -> None:
        """Give the pronouns their tags, in order, and keep who is in focus."""
        first: _Mention | None = None
        focus.seen.clear()
        parties: set[str] = set()
        for mention in mentions:
            if mention.inner is not None:
                self._read_owner(mention, text, focus, first)
            if mention.tag.startswith("pronoun"):
                mention.tag = self._pronoun(mention, focus, first)
            if mention.tag[:1] in ("V", "P"):
                parties.add(mention.tag[0])
                focus.met.add(mention.tag[0])
            if not mention.sex:
                mention.sex = self._sexes.get(mention.tag, "")
            if mention.tag == "X":
                focus.seen.append("X")
            if mention.tag in ("G", "X") or mention.kin == "staff":
                continue
            if first is None and not mention.owns:
                first = mention
            focus.seen.append(mention.tag)
            focus.last[mention.sex] = mention.tag
        named = first or next((m for m in mentions if m.owns), None)
        if named is not None:
            focus.subject, focus.subject_sex = named.tag, named.sex
        focus.both = parties == {"V", "P"} or any(m.tag == "B" for m in mentions)

    def _read_owner(
        self, mention: _Mention, text: str, focus: _Focus, first: _Mention | None
    ) -> None:
        assert mention.inner is not None
        start, end, tag, owned = mention.inner
        if tag.startswith("pronoun"):
            holder = _Mention(start, end, tag, _PRONOUN.get(text[start:end].casefold(), ""), True)
            tag = self._pronoun(holder, focus, first)
        mention.inner = (start, end, tag, owned)
        told = self._spoken.get(("kin", mention.start), "")
        mention.tag = told or self._kin(mention.kin, tag, text[end : mention.end])

    def _kin(self, noun: str, owner: str, words: str) -> str:
        """Tell whether "her husband" is the perpetrator, by what is known of the two."""
        relation = self.cast.relation
        former = any(re.search(rf"\b{word}\b", words) for word in people().nouns.another)
        plain = noun.removeprefix("ex-")
        if owner.startswith("V") and not relation and not former and self.cast.is_plain:
            return "P1" if noun in people().forms.partners and not self.cast.has_role else "O"
        if owner.startswith("V") and relation and self.cast.is_plain:
            same = noun == relation or (plain == "partner" and relation.endswith("partner"))
            if same and (not former or relation.startswith("ex-")):
                return "P1"
            if former and relation == f"ex-{noun}":
                return "P1"
        if owner.startswith("P") and relation and self.cast.is_plain and not former:
            nouns = people().nouns
            fitting = nouns.female if self._sexes["V1"] == "Female" else nouns.male
            sexed = bool(self._sexes["V1"]) and noun in fitting
            return "V1" if sexed and noun in self.cast.victim_words else "O"
        return "O"

    def _is_lone(self, first: _Mention, mention: _Mention, focus: _Focus) -> bool:
        """Whether a pronoun can only be the subject, whose sex is not known yet."""
        if first.sex or first.tag not in self._sexes or mention.is_object:
            return False
        return all(tag == first.tag for tag in focus.seen)

    def _pronoun(self, mention: _Mention, focus: _Focus, first: _Mention | None) -> str:
        if mention.tag == "pronoun-they":
            lone = focus.met >= {"V", "P"} and not any(tag in ("G", "O") for tag in focus.seen)
            return "B" if focus.both or lone or (first is not None and first.tag == "B") else "X"
        sex = mention.sex
        told = self._spoken.get(("pronoun", mention.start), "")
        if told in self._sexes and self._sexes[told] in (sex, ""):
            return told
        if first is not None and first.sex == sex:
            return first.tag if first.tag in self._sexes else "X"
        if first is not None and self._is_lone(first, mention, focus):
            return first.tag
        fitting = [p for p in self.cast.people if p.sex == sex]
        open_ones = [p for p in self.cast.people if not p.sex]
        last = focus.last.get(sex, "")
        if focus.subject_sex == sex and first is None:
            last = focus.subject
        if last:
            return last if last in self._sexes else "X"
        if len(fitting) == 1 and (not open_ones or self.cast.is_plain):
            return fitting[0].tag
        if not fitting and len(open_ones) == 1 and self.cast.is_plain:
            return open_ones[0].tag
        return "X"


def _words_for_people(text: str, named: re.Pattern[str]) -> _Words:
    """Find the words for the people of the case, and those for others beside them."""
    found = list(named.finditer(text))
    others = [
        match
        for match in _others().finditer(text)
        if not any(m.start() < match.end() and match.start() < m.end() for m in found)
    ]
    return found, others


def _with_owned(text: str, found: list[_Mention]) -> list[_Mention]:
    """Join an owner and the person who is theirs: "her" + "mother", "Amber's" + "sister"."""
    joined: list[_Mention] = []
    for mention in found:
        before = joined[-1] if joined else None
        if mention.kin and before is not None and before.owns and not before.kin:
            between = text[before.end : mention.start]
            if _between().fullmatch(between):
                owner = (
                    before.start,
                    before.end,
                    before.tag,
                    text[before.end : before.end + 2] == "'s",
                )
                joined[-1] = _Mention(
                    before.start,
                    mention.end,
                    "O",
                    mention.sex,
                    mention.owns,
                    mention.kin,
                    inner=owner,
                )
                continue
        joined.append(mention)
    return joined


def _other(match: re.Match[str]) -> _Mention:
    """Make the mention of a noun for a person, a pronoun or a name that is nobody's of the case."""
    kind, words = match.lastgroup or "", match.group().casefold()
    owned = match.string.startswith("'s ", match.end())
    if kind == "pronoun":
        sex = _PRONOUN.get(words, "")
        if words == "her":
            owns = owns_next(match.string, match.end())
        else:
            owns = words in _OWNING
        tag = "pronoun-they" if words in ("they", "their", "them") else "pronoun"
        return _Mention(*match.span(), tag, sex, owns, is_object=words in _OBJECTS and not owns)
    if kind == "someone":
        return _Mention(*match.span(), "O", "Male" if words.endswith(" man") else "Female", owned)
    if kind == "group":
        return _Mention(*match.span(), "G", "", owned)
    if kind in ("female", "male"):
        noun = words.split()[-1]
        return _Mention(*match.span(), "O", kind.capitalize(), owned, noun)
    noun = words.split()[-1] if kind == "either" else "staff" if kind == "staff" else ""
    return _Mention(*match.span(), "O", "", owned, noun)


@cache
def _between() -> re.Pattern[str]:
    words = [*people().nouns.adjectives, *people().nouns.another]
    return re.compile(rf"(?:'s)?\s+(?:{either(words)}[\s,-]+|and ){{0,4}}", re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    nouns = people().nouns
    lead = r"(?:(?i:the|a|an|another|one)\s+)?"
    someone = r"(?:(?<=to )|(?<=by )|(?<=with )|(?<=for )|(?<=^))(?i:an?|another) (?:\w+ )?"
    groups = (
        rf"(?P<someone>{someone}(?i:woman|man)\b)",
        rf"(?P<group>(?i:{either(nouns.groups)})\b)",
        rf"(?P<female>{lead}(?i:{either(nouns.female)})\b)",
        rf"(?P<male>{lead}(?i:{either(nouns.male)})\b)",
        rf"(?P<either>{lead}(?i:{either(nouns.either)})\b)",
        rf"(?P<staff>{lead}(?i:{either(nouns.staff)})\b)",
        r"(?P<pronoun>(?i:she|her|herself|he|him|his|himself|they|their|them)\b)",
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})")


def _cast_pattern(cast: Cast) -> re.Pattern[str]:
    """Give the pattern for the people of the case, a group a person, and for names of others."""
    rules, groups = people(), []
    shared = _shared_words(cast)
    for person in cast.people:
        side = rules.victim if person.table == "victims" else rules.perpetrator
        forms = []
        if len(cast.of(person.table)) == 1:
            forms.append(rf"(?:(?i:the )|(?<=\band ))(?i:{either(side.roles)})(?![\w-])")
            forms.append(rf"{person.table[:-1].capitalize()}(?=(?:, \d|,? [a-z]))")
        forms.extend(rf"(?i:{words})(?![\w-])" for words in person.words)
        names = name_pattern(person.names)
        if names:
            forms.append(rf"(?<!-)(?:{names})(?![\w-])")
            forms.extend(_by_surname(person, cast, shared))
        if forms:
            groups.append(f"(?P<{person.tag}>{'|'.join(forms)})")
    couple = "|".join(f"(?i:{form})" for form in rules.pronouns.couple)
    groups.append(rf"(?P<B>(?:{couple})\b)")
    if cast.others:
        groups.append(rf"(?P<O>(?:{name_pattern(sorted(cast.others))})\b)")
    titled = r"(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS) [A-Z]\w*"
    groups.append(rf"(?P<O2>{titled})")
    return re.compile(rf"\b(?:{'|'.join(groups)})")


def _shared_words(cast: Cast) -> set[str]:
    names = [surnames(person.names) for person in cast.people]
    return {word for i, one in enumerate(names) for other in names[i + 1 :] for word in one & other}


def _by_surname(person: Person, cast: Cast, shared: set[str]) -> Iterator[str]:
    """Give the surname alone, where nobody else of the case bears it."""
    for word in surnames(person.names) - shared:
        yield rf"(?<!-)(?:Mr|Mrs|Ms|Miss|Dr)\.? {re.escape(word)}(?![\w-])"


def _light(text: str, mentions: Sequence[_Mention]) -> str:
    parts: list[tuple[int, int, str]] = []
    for mention in mentions:
        if mention.inner is not None:
            start, end, tag, owned = mention.inner
            if tag[0] in "VPB":
                parts.append((start, end, f"⟦{tag}⟧" + ("" if owned else "'s")))
        elif mention.tag[:1] in "VPB":
            parts.append((mention.start, mention.end, _shown(text, mention)))
    return _replaced(text, parts)


def _raw(text: str, mentions: Sequence[_Mention]) -> str:
    parts: list[tuple[int, int, str]] = []
    for mention in mentions:
        if mention.inner is not None and mention.inner[2][0] in "VPB":
            parts.append((*mention.inner[:2], f"⟦{mention.inner[2]}⟧"))
        elif mention.tag[:1] in "VPB":
            parts.append((mention.start, mention.end, f"⟦{mention.tag}⟧"))
    return _replaced(text, parts)


def _full(text: str, mentions: Sequence[_Mention]) -> str:
    shown = _replaced(text, [(m.start, m.end, _shown(text, m)) for m in mentions])
    return _TWICE.sub(r"\1", _APPOSED.sub("", _OF_OWNER.sub("⟦O⟧", shown)))


def _shown(text: str, mention: _Mention) -> str:
    tag = "O" if mention.tag in ("", "O2") else mention.tag
    spelt = text.startswith("'s", mention.end)
    return f"⟦{tag}⟧" + ("'s" if mention.owns and not spelt and mention.inner is None else "")


def _replaced(text: str, parts: Sequence[tuple[int, int, str]]) -> str:
    out, at = [], 0
    for start, end, shown in sorted(parts):
        out += [text[at:start], shown]
        at = end
    return "".join([*out, text[at:]])


__all__ = ["TAG", "Annotator", "Read"]
