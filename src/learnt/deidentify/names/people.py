"""People by name: runs of capitalised words, weighed by their words and by what stands around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from learnt.agencies.vocabulary import words
from learnt.deidentify.names.contexts import find_signs, is_called, is_dated, sum_signs
from learnt.deidentify.names.tokens import Token, classify
from learnt.deidentify.names.vocabulary import either, forms, names, not_names, plain

LONGEST = 4
"""Words in the longest name."""

NAMED = "word-named"
"""The class of a plain word that stands where only a name can: "her son Buddy"."""

_FIRST = frozenset(
    {
        "given",
        "given-word",
        "given-abstract",
        "given-place",
        "calendar",
        "surname",
        "word-surname",
        "unknown",
    }
    | {"placeish", "proper", "place", NAMED}
)
_GIVEN = frozenset({"given", "given-word", "given-abstract", "given-place", "calendar"})
_INSIDE = re.compile(r"[a-z]{2,}\s$")
_GAP = re.compile(r"[ \u00a0]|\s(?:[A-Z]\.?\s){1,2}|\s(?:[a-z]{1,5}\s){1,2}")
_FARTHEST = 9
"""Characters between two words of a name: "Anna van der Berg"."""
_LONGEST_ACRONYM = 6
"""Letters below which a name in capitals within other print may be an acronym: "SARA"."""
_LONGEST_TITLE = 16
"""Characters of the longest title before a name, with its blank."""
_SHORT_MONTH = re.compile(r"\.?\s(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Run:
    """Words that may be one name, with the class of each; `flanked` by other capitalised words."""

    tokens: tuple[Token, ...]
    classes: tuple[str, ...]
    flanked: bool = False

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where its last word ends, without the possessive."""
        return self.tokens[-1].end


def find_runs(text: str, tokens: Sequence[Token]) -> Iterator[Run]:
    """Give the runs of capitalised words in `text` that could be names by their words."""
    run: list[Token] = []
    kinds: list[str] = []
    shouted = _shouted_lines(text)
    before: Token | None = None
    opener: Token | None = None
    for token in tokens:
        if run and _is_inside(text, run[-1], token):
            continue
        kind = _kind(text, token, shouted)
        if kind == "word" and run and _may_be_surname(text, kinds, token):
            kind = "word-surname"
        if run and not _goes_on(text, run, kinds, token, kind):
            yield Run(tuple(run), tuple(kinds), _is_flanked(text, opener, run, token, shouted))
            run, kinds = [], []
        if kind and (run or kind in _FIRST):
            opener = opener if run else before
            run.append(token)
            kinds.append(kind)
        before = token
    if run:
        yield Run(tuple(run), tuple(kinds), _is_flanked(text, opener, run, None, shouted))


def _is_inside(text: str, last: Token, token: Token) -> bool:
    """Whether a small word or an initial stands inside a name: "Anna van Berg", "John P. Smith"."""
    if text[last.end : token.start] != " " and not text[last.end : token.start].endswith(" "):
        return False
    rest = text[token.end : token.end + 4]
    if token.text in names().particles:
        return re.match(r"\s(?:[A-Z]|[a-z]{2,3}\s)", rest) is not None
    return len(token.text) == 1 and token.capital and re.match(r"\.?\s[A-Z]", rest) is not None


def _kind(text: str, token: Token, shouted: list[tuple[int, int]]) -> str:
    if not token.capital:
        return ""
    if shouted and any(a <= token.start < b for a, b in shouted):
        quiet = token.text.capitalize()
        return "stop" if plain(quiet) in not_names().acronyms else classify(quiet)
    kind = classify(token.text)
    if kind == "given" and len(token.text) < _LONGEST_ACRONYM and token.text.isupper():
        return "given-place"
    if kind in ("word", "stop", "caps") and len(token.text) > 2:
        if _is_titled(text, token):
            return "word-surname"
        if kind == "word" and not token.opens and _is_called(text, token):
            return NAMED
    return kind


def _is_titled(text: str, token: Token) -> bool:
    """Whether a title stands right before a word that can be a surname: "Sergeant Hollow"."""
    before = text[max(0, token.start - _LONGEST_TITLE) : token.start]
    word = plain(token.text)
    if word in names().titles or {word, word.removesuffix("s")} & _no_surnames():
        return False
    return _titled().search(before) is not None


@cache
def _titled() -> re.Pattern[str]:
    forms = {form(t) for t in names().titles for form in (str.capitalize, str.upper, str.title)}
    return re.compile(rf"\b(?:{either(forms)})\.?\s$")


def _is_called(text: str, token: Token) -> bool:
    """Whether a plain word is called a name, and stands alone as one."""
    joined = re.match(r"\s(?:of|for|in|and)\b", text[token.end : token.end + 5])
    return joined is None and is_called(text, token.start)


def _shouted_lines(text: str) -> list[tuple[int, int]]:
    """Give the lines printed in capitals, of two words and more."""
    if text.isascii() and not re.search(r"[A-Z]{4}", text):
        return []
    return [
        match.span()
        for match in re.finditer(r"[^\n]+", text)
        if match.group().isupper() and len(match.group().split()) > 1
    ]


def _goes_on(text: str, run: list[Token], kinds: list[str], token: Token, kind: str) -> bool:
    last = run[-1]
    if len(run) >= LONGEST or last.possessive or kind not in _FIRST:
        return False
    between = text[last.end : token.start]
    if len(between) > _FARTHEST or not _GAP.fullmatch(between):
        return False
    if not names().particles.issuperset(word for word in between.split() if word.islower()):
        return False
    # Two given names side by side are one name ("Mary Ann"); after a surname a new one begins.
    return not (kind == "given" and kinds[-1] in ("surname", "word-surname", "place", "proper"))


def _may_be_surname(text: str, kinds: list[str], token: Token) -> bool:
    """Whether a plain word right after a given name closes it: "Joan Tanner", not "Joan Panel"."""
    if kinds[-1] not in ("given", "given-word", "unknown") or plain(token.text) in _no_surnames():
        return False
    return re.match(r"\s[A-Z]", text[token.end : token.end + 2]) is None


@cache
def _no_surnames() -> frozenset[str]:
    lists = (
        not_names().institutions,
        not_names().kinds,
        not_names().things,
        names().kin,
        names().roles,
    )
    plenty = {word for phrases in lists for phrase in phrases for word in phrase.split()}
    return frozenset(plenty | words().heads | words().running.openers | not_names().no_surnames)


def _is_flanked(
    text: str,
    before: Token | None,
    run: list[Token],
    after: Token | None,
    shouted: list[tuple[int, int]],
) -> bool:
    """Whether another capitalised word stands right before or after, as in a thing's name."""
    if any(a <= run[0].start < b for a, b in shouted):
        return False
    if after and after.capital and text[run[-1].end : after.start] == " ":
        return True
    if before is None or not before.capital or before.opens:
        return False
    return text[before.end : run[0].start] == " " and plain(before.text) not in names().titles


def weigh(text: str, run: Run) -> tuple[float, str]:
    """Give how much says that `run` is a person, and the strongest reason."""
    weights = names().weights
    first = run.classes[0]
    if any(
        _is_date(text, token, kind) for token, kind in zip(run.tokens, run.classes, strict=True)
    ):
        return weights.sign["date"], "date"
    table = weights.opening if run.tokens[0].opens else weights.word
    value = table[first] + (_full(run) if len(run.tokens) > 1 else 0.0)
    signs = find_signs(text, run.start, run.end)
    if run.flanked and first != "given":
        signs.add("flanked")
    if first == "given":
        signs -= {"within", "whence", "numbered", "speaker"}
    if first in ("given-word", "given-abstract") and _INSIDE.search(text[: run.start][-20:]):
        signs.add("inside")
    return value + sum(sum_signs(signs)), _reason(signs, first)


def _is_date(text: str, token: Token, kind: str) -> bool:
    if kind == "calendar":
        return is_dated(text, token.start, token.end)
    return token.text in _short_months() and _SHORT_MONTH.match(text, token.end) is not None


@cache
def _short_months() -> frozenset[str]:
    return frozenset(month[:length] for month in forms().months for length in (3, 4))


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


_AT_HOME = re.compile(
    r"\b([A-Z][^\W\d_]+)\s\([\"“‘']([A-Z][^\W\d_]+)[\"”’'](?:\s(?:at|to|by|among|with)\s[^()]{2,30})?\)"
)
"""A name with another one quoted behind it: "Zofia ('Zosia' at home)"."""


@cache
def _nickname() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:[Hh]e|[Ss]he|him|her|who|[Tt]hey)\b[^.;]{{0,30}}?\b(?i:{either(names().naming)})\s+(?:only\s+)?(?:as\s+)?"
        r"[\"'“‘]?([A-Z][\w'’-]*[a-z](?:\s[A-Z][\w'’-]*[a-z])?)"
    )


def find_nicknames(text: str) -> Iterator[tuple[int, int]]:
    """Give where a person is said to be called something, whatever words that is."""
    for match in _AT_HOME.finditer(text):
        if classify(match.group(1)) in ("given", "unknown") and classify(match.group(2)) not in (
            "stop",
            "caps",
        ):
            yield match.span(2)
    for match in _nickname().finditer(text):
        if not re.search(rf"\b(?:{either(not_names().institutions)})$", match.group(1), re.I):
            yield match.span(1)
