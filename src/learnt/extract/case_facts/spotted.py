"""Spots the words of a sentence that mean people: names, roles, kin, nouns for people and pronouns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

import msgspec

from learnt.extract.case_facts.names import clean_name, name_form
from learnt.extract.case_facts.owned import owns_next
from learnt.extract.case_facts.rules import either, people
from learnt.rulebook import load

Sex = Literal["Female", "Male", ""]
_SEX: dict[str, Sex] = {
    "she": "Female", "her": "Female", "herself": "Female",
    "he": "Male", "his": "Male", "him": "Male", "himself": "Male",
}  # fmt: skip
TITLES: dict[str, Sex] = {"Mr": "Male", "Mrs": "Female", "Ms": "Female", "Miss": "Female"}


class Kin(msgspec.Struct, frozen=True):
    """Nouns of relations by kind."""

    partners: tuple[str, ...]
    parents: tuple[str, ...]
    children: tuple[str, ...]
    grandparents: tuple[str, ...]
    grandchildren: tuple[str, ...]
    siblings: tuple[str, ...]
    small: tuple[str, ...]

    def answers(self, noun: str) -> tuple[str, ...]:
        """Give what somebody whose `noun` I am may be to me."""
        pairs = (
            (self.partners, self.partners), (self.siblings, self.siblings),
            (self.parents, self.children), (self.children, self.parents),
            (self.grandparents, self.grandchildren), (self.grandchildren, self.grandparents),
        )  # fmt: skip
        return next((other for mine, other in pairs if noun in mine), ())


class _Given(msgspec.Struct, frozen=True):
    source: str
    female: str
    male: str


class Frame(msgspec.Struct, frozen=True):
    """A form round {a} and {b}, how much it counts, and whether the subject stands in for a missing one."""

    form: str
    weight: float
    headed: bool = False


class Frames(msgspec.Struct, frozen=True):
    """The rules file `case_facts_frames.toml` as it stands."""

    source: str
    fatal_done: tuple[str, ...]
    fatal_does: tuple[str, ...]
    fatal_ing: tuple[str, ...]
    fatal_noun: tuple[str, ...]
    died: tuple[str, ...]
    abuse_does: tuple[str, ...]
    abuse_done: tuple[str, ...]
    abuse_noun: tuple[str, ...]
    court_did: tuple[str, ...]
    court_for: tuple[str, ...]
    court_noun: tuple[str, ...]
    deed: tuple[str, ...]
    place_before: tuple[str, ...]
    place_after: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    blow: tuple[str, ...]
    doubt: str
    kin: Kin
    frame: tuple[Frame, ...]


class _Words(msgspec.Struct, frozen=True):
    words: str


def frames() -> Frames:
    """Give the rules of frames."""
    return load("case_facts_frames.toml", Frames)


@cache
def _common() -> frozenset[str]:
    """Give words that are printed in lower case, none of which is known as a given name."""
    given = load("given_names.toml", _Words).words.casefold().split()
    return frozenset(load("english_words.toml", _Words).words.split()) - frozenset(given)


@cache
def _proper() -> frozenset[str]:
    """Give words with a capital that are no given names: places, peoples, brands."""
    given = load("given_names.toml", _Words).words.casefold().split()
    return frozenset(load("proper_words.toml", _Words).words.casefold().split()) - frozenset(given)


@cache
def likely_sexes() -> dict[str, Sex]:
    """Give the sex that most bearers of a given name have: a help to read pronouns, never a fact."""
    rules = load("case_facts_given.toml", _Given)
    female, male = set(rules.female.split()), set(rules.male.split())
    likely: dict[str, Sex] = dict.fromkeys(female - male, "Female")
    return likely | dict.fromkeys(male - female, "Male")


@dataclass(slots=True)
class Mention:
    """Words that mean a figure (by number, -1 where it cannot be told)."""

    start: int
    end: int
    kind: str
    words: str
    sex: Sex = ""
    figure: int = -1
    owns: bool = False
    former: bool = False
    owner: "Mention | None" = None


def spot(text: str) -> Iterator[Mention]:
    """Give the mentions of a sentence in order, kin with their owner as one."""
    found = sorted(_plain(text), key=lambda m: (m.start, -m.end))
    joined: list[Mention] = []
    for mention in found:
        before = joined[-1] if joined else None
        if before is not None and mention.start < before.end:
            continue
        if mention.kind == "kin" and before is not None and before.owns:
            between = text[before.end : mention.start]
            if _BETWEEN.fullmatch(between):
                words = set(between.casefold().replace("-", " ").split())
                mention.former |= bool(words & _FORMER)
                if words & _ANOTHER:
                    mention.words = f"another {mention.words}"
                mention.start, mention.owner = before.start, before
                joined[-1] = mention
                continue
        joined.append(mention)
    for mention, following in pairwise(joined):
        of = text[mention.end : following.start] in (" of ", " to ")
        named = following.kind in ("name", "victim", "perpetrator")
        if mention.kind == "kin" and mention.owner is None and of and named:
            mention.owner = following
    yield from (m for m in joined if not (m.kind == "kin" and _is_group(m)))


_FORMER = {"former", "ex"}
_ANOTHER = {
    "previous",
    "new",
    "first",
    "second",
    "late",
    "earlier",
    "next",
    "other",
    "third",
    "deceased",
}
_BETWEEN = re.compile(r"(?:'s?)? (?:[\w-]+,? ){0,4}")


def _is_group(mention: Mention) -> bool:
    return mention.words in (
        "parents",
        "children",
        "siblings",
        "sons",
        "daughters",
        "family",
        "friends",
    )


_BODIES = ("police", "staff", "jury", "court", "panel")


@cache
def _lookup() -> re.Pattern[str]:
    nouns, rules, words = people().nouns, people(), frames()
    office = either(word for word in nouns.staff if word not in _BODIES)
    kin = either(
        (
            *nouns.female,
            *nouns.male,
            "partner",
            "ex-partner",
            "expartner",
            "cousin",
            "child",
            "spouse",
            "lodger",
            "friend",
            "flatmate",
            "housemate",
            "fiancée?",
            "parent",
            "baby",
            "carer",
            "neighbour",
            "grandchild",
            "sibling",
        )
    )
    roles = {side: either(getattr(rules, side).roles) for side in ("victim", "perpetrator")}
    groups = (
        rf"(?P<victim>(?i:the (?:\w+ )?{roles['victim']})(?![\w-]))",
        rf"(?P<perpetrator>(?i:the (?:\w+ )?{roles['perpetrator']})(?![\w-]))",
        rf"(?P<woman>(?i:(?:an?|the|this|one) (?:[\w-]+,? ){{0,3}}?{either(words.women)})\b(?!'s))",
        rf"(?P<man>(?i:(?:an?|the|this|one) (?:[\w-]+,? ){{0,3}}?{either(words.men)})\b(?!'s))",
        rf"(?P<kin>(?i:(?:(?:the|a|an) (?:[\w-]+ )?)?{kin})(?![\w-]))",
        rf"(?P<staff>(?i:(?:the|a|an) (?:[\w-]+ )?{office})(?![\w-]))",
        r"(?P<pronoun>(?i:she|her|herself|he|him|his|himself)\b)",
    )
    return re.compile(rf"\b(?:{'|'.join(groups)})")


def _plain(text: str) -> Iterator[Mention]:
    female = people().nouns.female
    for match in _lookup().finditer(text):
        kind, words = match.lastgroup or "", match.group().casefold()
        owned = text.startswith(("'s ", "' "), match.end())
        if kind == "pronoun":
            owns = words in ("his",) or (words == "her" and owns_next(text, match.end()))
            yield Mention(*match.span(), "pronoun", words, _SEX[words], owns=owns)
        elif kind in ("woman", "man"):
            yield Mention(
                *match.span(), "noun", words, "Female" if kind == "woman" else "Male", owns=owned
            )
        elif kind == "kin":
            noun = words.split()[-1]
            plain = noun.removeprefix("ex-").removeprefix("ex")
            sex: Sex = (
                "Female" if plain in female else "Male" if plain in people().nouns.male else ""
            )
            yield Mention(
                *match.span(), "kin", plain, sex, owns=owned, former=noun.startswith("ex")
            )
        else:
            yield Mention(*match.span(), kind, words, owns=owned)
    yield from _names(text)


@cache
def _name() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{name_form()})(?![\w-])")


def _names(text: str) -> Iterator[Mention]:
    for match in _name().finditer(text):
        name, start = _trimmed(match["n"], match.start())
        if name and not _is_place(text, name, start):
            end = start + len(name)
            yield Mention(start, end, "name", name, owns=text.startswith(("'s ", "' "), end))


def _trimmed(printed: str, start: int) -> tuple[str, int]:
    """Cut words that are no names from both ends of a run of capitalised words."""
    name = clean_name(printed)
    while not name and " " in printed:
        cut = printed.index(" ") + 1
        printed, start = printed[cut:], start + cut
        name = clean_name(printed)
    return name, start


def _is_place(text: str, name: str, start: int) -> bool:
    rules = frames()
    if any(re.fullmatch(code, name) for code in people().forms.codes):
        return False
    first = name.split()[0].rstrip(".")
    if (
        first not in TITLES
        and first.casefold() in _proper()
        and first.casefold() not in likely_sexes()
    ):
        return True
    opens = start == 0 or text[start - 2 : start] in (". ", "; ", ": ") or text[start - 1] in "\"'("
    if opens and first not in TITLES and first.casefold() in _common():
        return True
    if re.match(rf"(?: \w+)? {either(rules.place_after)}\b", text[start + len(name) :]):
        return True
    if name.split()[-1] in rules.place_after and first not in TITLES:
        return True
    return (
        re.search(r"\b(?:in|at|near|outside|around|through|across|into) $", text[:start])
        is not None
    )
