"""The figures of a text: everybody it speaks of, named or not, each mention read as one of them.

"Mircea", "her husband", "her husband, Mircea" and a "he" that follows are one figure. Nothing is said
here of who is the victim: frames tell that.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from learnt.extract.case_facts.names import is_same
from learnt.extract.case_facts.sentences import Sentence
from learnt.extract.case_facts.spotted import TITLES, Mention, Sex, frames, likely_sexes, spot

FIRM, SOFT = 3, 1


@dataclass(slots=True)
class Figure:
    """A person of the text: names, role words or a relation to somebody, and votes on the sex."""

    number: int
    names: list[str] = field(default_factory=list)
    role: str = ""
    owner: int = -1
    noun: str = ""
    """The noun of a relation to `owner` ("husband"), or of a person at large ("woman")."""
    former: bool = False
    sexes: Counter[Sex] = field(default_factory=Counter)
    mentions: int = 0
    told: int = -1
    """The sentence that tells the relation."""
    owner_sex: Sex = ""
    """The sex of the pronoun that told the owner ("her husband")."""
    sexed: dict[Sex, int] = field(default_factory=dict)
    """The first sentence that tells each sex."""

    @property
    def sex(self) -> Sex:
        """The sex told most; empty where none is."""
        best = self.sexes.most_common(2)
        if not best or (len(best) == 2 and best[0][1] < 3 * best[1][1]):
            return ""
        return best[0][0]

    @property
    def likely(self) -> Sex:
        """The sex that is told, else the one that the given name makes likely."""
        if self.sex or not self.names:
            return self.sex
        return likely_sexes().get(self.names[0].split()[0].casefold(), "")


@dataclass(slots=True)
class Company:
    """All figures of a text, and where they are mentioned."""

    figures: list[Figure] = field(default_factory=list)
    _seen: list[int] = field(default_factory=list)
    """Figures by recency in the paragraph, the last one last."""
    _subject: int = -1
    _before: int = -1
    _at: int = -1
    _aliases: dict[int, int] = field(default_factory=dict)
    _lone: set[int] = field(default_factory=set)
    """The figures of the sentence before."""

    def open_paragraph(self) -> None:
        """Forget who was spoken of: pronouns do not reach over a paragraph, unless it opens with one."""
        self._seen = self._seen[-2:] if len(self._seen) <= 2 else []
        self._subject, self._lone = -1, set()

    def read(self, text: str) -> list[Mention]:
        """Give the mentions of a sentence, each with its figure."""
        mentions = list(spot(text))
        here: list[Mention] = []
        self._at += 1
        self._before, self._subject = (self._subject if self._subject >= 0 else self._before), -1
        for mention in mentions:
            self._settle(mention, text, here)
            if mention.figure >= 0:
                here.append(mention)
                self._note(mention, text)
        self._lone = {mention.figure for mention in here} or self._lone
        return here

    def whole(self, number: int) -> int:
        """Give the figure that a number stands for, after all that are one person were joined."""
        while number in self._aliases:
            number = self._aliases[number]
        return number

    def _note(self, mention: Mention, text: str) -> None:
        figure = self.figures[mention.figure]
        figure.mentions += 1
        if mention.sex and mention.kind != "pronoun":
            figure.sexes[mention.sex] += FIRM
            figure.sexed.setdefault(mention.sex, self._at)
        self._recall(mention.figure)
        if self._subject < 0 and not mention.owns:
            self._subject = mention.figure

    def _recall(self, number: int) -> None:
        """Make a figure the one spoken of last."""
        if number in self._seen:
            self._seen.remove(number)
        if number >= 0:
            self._seen.append(number)

    def _settle(self, mention: Mention, text: str, here: list[Mention]) -> None:
        if mention.owner is not None:
            self._settle(mention.owner, text, here)
            self._recall(mention.owner.figure)
        if mention.kind == "name":
            mention.figure = self._named(mention.words)
        elif mention.kind in ("victim", "perpetrator"):
            mention.figure = self._of_role(mention.kind)
        elif mention.kind == "kin":
            mention.figure = self._kin(mention)
        elif mention.kind == "noun":
            mention.figure = self._noun(mention, here)
        elif mention.kind == "staff":
            mention.figure = self._new(noun="staff")
        elif mention.kind == "pronoun":
            mention.figure = self._pronoun(mention, here)
        self._apposed(mention, text, here)

    def _apposed(self, mention: Mention, text: str, here: list[Mention]) -> None:
        """Read "her husband, Mircea", "Greta, his wife" and "Odo was her son" as one person each."""
        before = here[-1] if here else None
        if before is None or mention.figure < 0 or before.figure == mention.figure or before.owns:
            return
        between = text[before.end : mention.start]
        kinds = {before.kind, mention.kind}
        if not _APPOSED.fullmatch(between) or "pronoun" in kinds:
            return
        bare = mention.kind == "name" and between.strip() == ","
        loose = before.kind not in ("kin", "noun", "victim", "perpetrator")
        if loose and (before.kind == mention.kind or bare):
            return
        if mention.kind in ("kin", "noun") and not _closes(text, mention.end, between):
            return
        self._join(before.figure, mention.figure)
        mention.figure = before.figure

    def _join(self, kept: int, other: int) -> None:
        """Make two figures one: `other` stays as an alias that is mentioned no more."""
        one, two = self.figures[kept], self.figures[other]
        if (one.sex and two.sex and one.sex != two.sex) or (one.role and two.role):
            return
        one.names += [name for name in two.names if name not in one.names]
        one.role = one.role or two.role
        if one.owner < 0 and two.noun and two.owner != kept:
            one.owner, one.noun, one.former, one.told = two.owner, two.noun, two.former, two.told
            one.owner_sex = two.owner_sex
        one.sexes += two.sexes
        one.sexed = {**two.sexed, **one.sexed}
        one.mentions += two.mentions
        two.names, two.role, two.noun, two.owner = [], "", "", -2
        self._aliases[other] = kept
        for figure in self.figures:
            if figure.owner == other:
                figure.owner = kept
        self._seen = [kept if number == other else number for number in self._seen]

    def _new(self, **values: object) -> int:
        figure = Figure(len(self.figures))
        for key, value in values.items():
            setattr(figure, key, value)
        self.figures.append(figure)
        return figure.number

    def _named(self, name: str) -> int:
        for figure in self.figures:
            if any(is_same(name, known) for known in figure.names):
                if name not in figure.names:
                    figure.names.append(name)
                return figure.number
        number = self._new(names=[name])
        title = TITLES.get(name.split()[0].rstrip("."))
        if title:
            self.figures[number].sexes[title] += FIRM
            self.figures[number].sexed.setdefault(title, self._at)
        return number

    def _of_role(self, role: str) -> int:
        found = next((f.number for f in self.figures if f.role == role), -1)
        return found if found >= 0 else self._new(role=role)

    def _kin(self, mention: Mention) -> int:
        """Find whom "her husband" means: known as such, by the reverse ("his wife"), or somebody new."""
        owner = mention.owner.figure if mention.owner else -1
        kin = frames().kin
        if owner >= 0:
            holder = self.figures[owner]
            turned = holder.owner >= 0 and mention.words in kin.answers(holder.noun)
            if turned and self._may_be(holder.owner, mention.sex) and not mention.former:
                return holder.owner
        for figure in self.figures:
            both = figure.noun in kin.partners and mention.words in kin.partners and owner >= 0
            same = figure.noun == mention.words or both
            if same and figure.former == mention.former and figure.owner == owner != -2:
                return figure.number
        told = mention.owner.sex if mention.owner else ""
        return self._new(
            owner=owner, noun=mention.words, former=mention.former, told=self._at, owner_sex=told
        )

    def _noun(self, mention: Mention, here: list[Mention]) -> int:
        """Read "the woman" as who was last spoken of and may be one; "a woman" as somebody new."""
        if mention.words.startswith(("the ", "this ")):
            for number in reversed(self._seen):
                if self.figures[number].sex == mention.sex:
                    return number
            found = [f.number for f in self.figures if f.noun == "person" and f.sex == mention.sex]
            if found:
                return found[-1]
        return self._new(noun="person")

    def _pronoun(self, mention: Mention, here: list[Mention]) -> int:
        """Find whom a pronoun means, among those of its sex: the subject first, then who came last."""
        subject = next((m.figure for m in here if not m.owns), -1)
        is_object = mention.words in ("him", "her") and not mention.owns
        order = self._seen[::-1]
        first = subject if here else self._before
        if first in order:
            order.remove(first)
            order.insert(len(order) if is_object else 0, first)
        open_ = [n for n in order if self._may_be(n, mention.sex)]
        fitting = [n for n in open_ if not self._is_small(n)]
        known = [n for n in fitting if self.figures[n].likely == mention.sex]
        sure = not is_object or subject < 0 or bool(self.figures[subject].likely)
        if known or fitting:
            best = (known or fitting)[0]
            alone = {m.figure for m in here} or self._lone
            lone = best in alone and len(alone) == 1 and not is_object
            if known or lone or (sure and len(set(open_)) == 1):
                self.figures[best].sexes[mention.sex] += SOFT
                self.figures[best].sexed.setdefault(mention.sex, self._at)
            return best
        far = [
            f.number for f in self.figures
            if f.likely == mention.sex and (f.names or f.role)
        ]  # fmt: skip
        return far[0] if len(far) == 1 else -1

    def _is_small(self, number: int) -> bool:
        """Whether a figure is a child or member of staff without a name, whom a pronoun seldom means."""
        figure = self.figures[number]
        if figure.names or figure.role:
            return False
        return figure.noun in ("staff", "carer") or (
            figure.owner < 0 and figure.noun in frames().kin.small
        )

    def _may_be(self, number: int, sex: Sex) -> bool:
        return self.figures[number].likely in (sex, "") and self.figures[number].owner != -2


_APPOSED = re.compile(
    r"(?: ?\(|,| |, (?:who )?(?:was|is|then)(?: then)?| (?:was|is|were)|, called| called| named|, named|:| -)? ?"
    r"(?:aged \d+,? |(?:the|an?|then) )?",
    re.IGNORECASE,
)


def _closes(text: str, end: int, between: str) -> bool:
    """Whether an apposition ends as one does: at a comma, a stop, "of ten years" or a verb."""
    return (
        re.match(
            r"\s*(?:[,.;):]|$|of |and |who |at |for |from |was |had |in |when |with |aged )",
            text[end:],
        )
        is not None
    )


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence with its mentions, and with `⟦number⟧` for each."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    tagged: str


def read_figures(sentences: Sequence[Sentence]) -> tuple[Company, list[Spoken]]:
    """Give the figures of the sentences, and how each sentence mentions them."""
    company, found, paragraph = Company(), list[tuple[Sentence, list[Mention]]](), -1
    for sentence in sentences:
        if sentence.place.paragraph != paragraph:
            company.open_paragraph()
            paragraph = sentence.place.paragraph
        found.append((sentence, company.read(sentence.text)))
    spoken = []
    for sentence, mentions in found:
        for mention in mentions:
            mention.figure = company.whole(mention.figure)
        spoken.append(Spoken(sentence, tuple(mentions), _tagged(sentence.text, mentions)))
    return company, spoken


def _tagged(text: str, mentions: Sequence[Mention]) -> str:
    out, at = [], 0
    for mention in mentions:
        if mention.start < at:
            continue
        spelt = text.startswith(("'s", "' "), mention.end)
        out += [text[at : mention.start], f"⟦{mention.figure}⟧"]
        out += ["'s"] if mention.owns and not spelt else []
        at = mention.end
    return "".join([*out, text[at:]])
