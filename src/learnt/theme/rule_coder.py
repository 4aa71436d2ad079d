"""Codes by rules: cues looked for in the words that ask, weighed by their part in the ask."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from learnt.records import ThemeCoding
from learnt.theme.asks import Ask, find_asks
from learnt.theme.codebook import Codebook, cues_of, own_codebook
from learnt.theme.coder import Codings
from learnt.theme.cues import Cue, Cues
from learnt.theme.parts import Part
from learnt.theme.tokens import Token, tokenise
from learnt.words import tidy


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found: how much it counts for the theme, how much for it as main theme, its words."""

    theme: str
    counts: float
    leads: float
    words: str
    place: tuple[int, int]

    def repeats(self, other: "Hit") -> bool:
        """Whether it says nothing that the other hit does not say."""
        overlaps = self.place[0] < other.place[1] and other.place[0] < self.place[1]
        return overlaps or self.words.casefold() == other.words.casefold()


@dataclass(slots=True)
class _Weighed:
    """What speaks for one theme."""

    hits: list[Hit] = field(default_factory=list)

    def apart(self) -> list[Hit]:
        """Give the hits that say something of their own, the strongest and longest first.

        Hits that share a word, or repeat the same words, are one.
        """
        taken: list[Hit] = []
        for hit in sorted(self.hits, key=lambda hit: (-hit.counts, -len(hit.words))):
            if hit.counts > 0 and not any(hit.repeats(other) for other in taken):
                taken.append(hit)
        return taken

    def total(self, further: float) -> float:
        """Give the strongest hit in full and each further one at `further` of the one before."""
        return sum(hit.counts * further**place for place, hit in enumerate(self.apart()))

    def leads(self) -> float:
        """Give how much speaks for it as the main theme."""
        return max(hit.leads for hit in self.hits)

    def words(self) -> tuple[str, ...]:
        """Give the words that count, the strongest first, none that others hold."""
        told: list[str] = []
        for hit in self.apart():
            if not any(hit.words.casefold() in words.casefold() for words in told):
                told.append(hit.words)
        return tuple(told)


_MARK = re.compile(r"^(?:[-–•*●▪◦o]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+")


def _join_points(text: str) -> str:
    """Give the text on one line, each point of a list after a bullet, whatever mark is printed."""
    lines = filter(None, map(tidy, text.splitlines()))
    return " ".join(f"• {_MARK.sub('', line)}" if _MARK.match(line) else line for line in lines)


@dataclass(frozen=True, slots=True)
class Rules:
    """The coder that works from cues; see `Coder`."""

    book: Codebook
    cues: Cues
    name: str = "rules"

    def code(
        self,
        text: str,
        title: str | None = None,
        context: str | None = None,
        addressees: tuple[str, ...] = (),
    ) -> Codings:
        """Code what `text` asks for; see `Coder.code`."""
        text = _join_points(text)
        tokens = tokenise(text)
        weighed: dict[str, _Weighed] = {}
        names = _name_places(tokens, addressees)
        for order, ask in enumerate(find_asks(tokens, text)):
            for hit in self._hits(ask, text, order, names):
                weighed.setdefault(hit.theme, _Weighed()).hits.append(hit)
        weights = self.cues.weights
        beside = [(title, weights.title, TITLE_LEADS), (context, weights.context, CONTEXT_LEADS)]
        for words, share, leads in beside:
            for hit in self._hits_beside(tidy(words or ""), share, leads):
                weighed.setdefault(hit.theme, _Weighed()).hits.append(hit)
        return self._decide(weighed)

    def _hits(self, ask: Ask, text: str, order: int, names: set[int]) -> Iterable[Hit]:
        """Give what the cues find in one ask."""
        share = self.cues.weights.goes_on if ask.goes_on else 1.0
        for cue, start, end in self._found(ask.tokens):
            if any(ask.tokens[at].start in names for at in range(start, end)):
                continue
            part = max(ask.parts[start:end])
            if cue.only_verb and part is not Part.VERB:
                continue
            counts = cue.weight * self.cues.part[cue.theme][part] * share
            place = ask.tokens[start].start, ask.tokens[end - 1].end
            leads = counts * cue.leads * _lead(part, start, order)
            if part is Part.VERB and start >= ask.first:
                leads *= FURTHER_VERB
            yield Hit(cue.theme, counts, leads, text[slice(*place)], place)

    def _hits_beside(self, text: str, share: float, leads: float) -> Iterable[Hit]:
        """Give what the cues find in a title or a context, which no verb of the ask stands in."""
        tokens = tokenise(text)
        for cue, start, end in self._found(tokens):
            if not cue.only_verb:
                counts = cue.weight * share
                words = text[tokens[start].start : tokens[end - 1].end]
                yield Hit(cue.theme, counts, counts * cue.leads * leads, words, (-1, -1))

    def _found(self, tokens: list[Token]) -> Iterable[tuple[Cue, int, int]]:
        """Give each cue that stands and is not barred, with its place."""
        found = [
            (self.cues.cues[label], start, end)
            for label, start, end in self.cues.finder.find(tokens)
        ]
        barred: dict[str, list[tuple[int, int]]] = {}
        for cue, start, end in found:
            if cue.weight < 0:
                barred.setdefault(cue.theme, []).append((start, end))
        for cue, start, end in found:
            if cue.weight > 0 and not any(
                start < last and first < end for first, last in barred.get(cue.theme, ())
            ):
                yield cue, start, end

    def _decide(self, weighed: dict[str, _Weighed]) -> Codings:
        weights = self.cues.weights
        totals = {theme: one.total(weights.further) for theme, one in weighed.items()}
        enough = min(weights.enough, max(weights.alone, *totals.values(), 0.0))
        kept = [theme for theme, total in totals.items() if total >= enough]
        subject = self.book.of_axis("subject")

        def leads(theme: str) -> tuple[float, float]:
            share = weights.main_subject if theme in subject else 1.0
            return weighed[theme].leads() * share, totals[theme]

        kept.sort(key=leads, reverse=True)
        codings = tuple(ThemeCoding(theme, weighed[theme].words()) for theme in kept)
        return Codings(
            codings=codings,
            main=kept[0] if kept else None,
            change=tuple(coding for coding in codings if coding.id not in subject),
            subject=tuple(coding for coding in codings if coding.id in subject),
        )


LEADS = {
    Part.VERB: 1.25,
    Part.OBJECT: 1.0,
    Part.MODIFIER: 0.8,
    Part.COMPLEMENT: 0.6,
    Part.CONDITION: 0.45,
    Part.PURPOSE: 0.4,
}
"""How near a part stands to the object of the verb, which is the main theme."""
TITLE_LEADS = 0.9
FURTHER_VERB = 0.8
CONTEXT_LEADS = 0.3


def _lead(part: Part, place: int, order: int) -> float:
    """Give how much a cue at `place` of the ask number `order` leads: the first ask most."""
    return LEADS.get(part, 0.3) * 0.985**place * (0.75 if order else 1.0)


def _name_places(tokens: list[Token], addressees: tuple[str, ...]) -> set[int]:
    """Give where in the text words of the addressees' printed names stand, as names."""
    places: set[int] = set()
    for name in addressees:
        wanted = [token.word for token in tokenise(name)]
        if len(wanted) < 2:
            continue
        for at in range(len(tokens) - len(wanted) + 1):
            if [token.word for token in tokens[at : at + len(wanted)]] == wanted:
                places.update(token.start for token in tokens[at : at + len(wanted)])
    return places


def rule_coder(book: Codebook | None = None, without: Iterable[str] = ()) -> Rules:
    """Give the coder of the rules for `book`, else for the project's own codebook."""
    book = book or own_codebook()
    return Rules(book, cues_of(book, without))
