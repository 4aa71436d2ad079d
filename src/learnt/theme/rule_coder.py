"""Codes by rules: cues looked for in the words that ask, weighed by their part in the ask."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from learnt.records import ThemeCoding
from learnt.theme.asks import Ask, find_asks
from learnt.theme.codebook import Codebook, cues_of, own_codebook
from learnt.theme.coder import Codings
from learnt.theme.cues import Cues
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


@dataclass(slots=True)
class _Weighed:
    """What speaks for one theme."""

    hits: list[Hit] = field(default_factory=list)

    def total(self, further: float) -> float:
        """Give the strongest hit in full and each hit of other words at `further` of the last."""
        best: dict[str, float] = {}
        for hit in self.hits:
            key = hit.words.casefold()
            best[key] = max(hit.counts, best.get(key, 0.0))
        share, total = 1.0, 0.0
        for counts in sorted(best.values(), reverse=True):
            total += share * counts
            share *= further
        return total

    def leads(self) -> float:
        """Give how much speaks for it as the main theme."""
        return max(hit.leads for hit in self.hits)

    def words(self) -> tuple[str, ...]:
        """Give the words that count, the strongest first, each once."""
        order = sorted(self.hits, key=lambda hit: -hit.counts)
        told: dict[str, str] = {}
        for hit in order:
            if hit.counts > 0:
                told.setdefault(hit.words.casefold(), hit.words)
        return tuple(told.values())


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
        text = tidy(text)
        tokens = tokenise(text)
        weighed: dict[str, _Weighed] = {}
        names = _name_places(tokens, addressees)
        for order, ask in enumerate(find_asks(tokens, text)):
            for hit in self._hits(ask, text, order, names):
                weighed.setdefault(hit.theme, _Weighed()).hits.append(hit)
        if title:
            for hit in self._title_hits(tidy(title)):
                weighed.setdefault(hit.theme, _Weighed()).hits.append(hit)
        return self._decide(weighed)

    def _hits(self, ask: Ask, text: str, order: int, names: set[int]) -> Iterable[Hit]:
        """Give what the cues find in one ask."""
        weights = self.cues.weights
        share = weights.goes_on if ask.goes_on else 1.0
        for theme, weight, only_verb, start, end in self._found(ask.tokens):
            if any(ask.tokens[at].start in names for at in range(start, end)):
                continue
            part = max(ask.parts[start:end])
            if only_verb and part is not Part.VERB:
                continue
            counts = weight * self.cues.part[part] * share
            words = text[ask.tokens[start].start : ask.tokens[end - 1].end]
            yield Hit(theme, counts, counts * _lead(part, start, order), words)

    def _title_hits(self, title: str) -> Iterable[Hit]:
        tokens = tokenise(title)
        for theme, weight, only_verb, start, end in self._found(tokens):
            if not only_verb:
                counts = weight * self.cues.weights.title
                words = title[tokens[start].start : tokens[end - 1].end]
                yield Hit(theme, counts, counts * TITLE_LEADS, words)

    def _found(self, tokens: list[Token]) -> Iterable[tuple[str, float, bool, int, int]]:
        """Give theme, weight, whether only as verb, and the place of each cue that stands."""
        found = list(self.cues.finder.find(tokens))
        barred: dict[str, list[tuple[int, int]]] = {}
        for label, start, end in found:
            cue = self.cues.cues[label]
            if cue.weight < 0:
                barred.setdefault(cue.theme, []).append((start, end))
        for label, start, end in found:
            cue = self.cues.cues[label]
            if cue.weight > 0 and not any(
                start < last and first < end for first, last in barred.get(cue.theme, ())
            ):
                yield cue.theme, cue.weight, cue.only_verb, start, end

    def _decide(self, weighed: dict[str, _Weighed]) -> Codings:
        weights = self.cues.weights
        totals = {theme: one.total(weights.further) for theme, one in weighed.items()}
        kept = [theme for theme, total in totals.items() if total >= weights.enough]
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
    Part.PURPOSE: 0.4,
}
"""How near a part stands to the object of the verb, which is the main theme."""
TITLE_LEADS = 0.9


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
