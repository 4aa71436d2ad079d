"""People by name: runs of capitalised words, weighed by their words and by what stands around."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from learnt.deidentify.names.contexts import find_signs, is_dated, sum_signs
from learnt.deidentify.names.tokens import Token, classify, tokenise
from learnt.deidentify.names.vocabulary import names, plain

LONGEST = 4
"""Words in the longest name."""

_FIRST = frozenset(
    {
        "given",
        "given-word",
        "given-place",
        "calendar",
        "surname",
        "word-surname",
        "unknown",
        "placeish",
        "proper",
        "place",
    }
)
_LATER = _FIRST
_GIVEN = frozenset({"given", "given-word", "given-place", "calendar"})
_GAP = re.compile(r"[ \u00a0]|\s?[A-Z]\.?\s")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that may be one name, with the class of each."""

    tokens: tuple[Token, ...]
    classes: tuple[str, ...]

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last word ends, without the possessive."""
        return self.tokens[-1].end


def find_runs(text: str, tokens: Sequence[Token] | None = None) -> Iterator[Run]:
    """Give the runs of capitalised words in `text` that could be names by their words."""
    run: list[Token] = []
    kinds: list[str] = []
    for token in tokenise(text) if tokens is None else tokens:
        kind = _kind(text, token)
        if run and not _goes_on(text, run, kinds, token, kind):
            yield Run(tuple(run), tuple(kinds))
            run, kinds = [], []
        if kind and (run or kind in _FIRST):
            run.append(token)
            kinds.append(kind)
    if run:
        yield Run(tuple(run), tuple(kinds))


def _kind(text: str, token: Token) -> str:
    return classify(token.text) if token.capital else ""


def _goes_on(text: str, run: list[Token], kinds: list[str], token: Token, kind: str) -> bool:
    last = run[-1]
    if len(run) >= LONGEST or last.possessive or kind not in _LATER:
        return False
    if token.start - last.end > 5 or not _GAP.fullmatch(text, last.end, token.start):
        return False
    # Two given names side by side are one name ("Mary Ann"); after a surname a new one begins.
    return not (kind == "given" and kinds[-1] in ("surname", "word-surname", "place", "proper"))


def weigh(text: str, run: Run, known: frozenset[str]) -> tuple[float, str]:
    """Give how much says that `run` is a person, and the strongest reason.

    `known` are folded words that the document has shown to be a person's.
    """
    weights = names().weights
    first = run.classes[0]
    if any(
        _is_date(text, token, kind) for token, kind in zip(run.tokens, run.classes, strict=True)
    ):
        return weights.sign["date"], "date"
    table = weights.opening if run.tokens[0].opens else weights.word
    value = max(table[kind] for kind in run.classes[:1]) if first in table else 0.0
    if len(run.tokens) > 1:
        value += _full(run)
    signs = find_signs(text, run.start, run.end)
    if any(plain(token.text) in known for token in run.tokens):
        value += weights.sign["neighbour"] if first == "given" else weights.enough
        signs.discard("heading")
    value += sum(sum_signs(signs))
    return value, _reason(signs, first)


def _is_date(text: str, token: Token, kind: str) -> bool:
    return kind == "calendar" and is_dated(text, token.start, token.end)


def _full(run: Run) -> float:
    """Give what further words add: much after a given name, else something."""
    if run.classes[0] in _GIVEN:
        return names().weights.sign["full"]
    if "given" in run.classes:
        return names().weights.word["given"]
    return 0.0


def _reason(signs: set[str], first: str) -> str:
    weights = names().weights.sign
    best = max(signs, key=lambda sign: weights[sign], default="")
    return best if best and weights[best] >= weights["verb-after"] else first
