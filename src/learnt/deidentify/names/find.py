"""Puts the parts together: what fixed forms show, what stays, and who is a person."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from math import inf

from learnt.agencies import is_body
from learnt.deidentify.names.codes import find_codes
from learnt.deidentify.names.contacts import find_contacts
from learnt.deidentify.names.contexts import find_signs, is_dated, sum_signs
from learnt.deidentify.names.dates import find_dates
from learnt.deidentify.names.initials import find_initials
from learnt.deidentify.names.knowledge import Knowledge, knowledge_of, words_of
from learnt.deidentify.names.people import Run, find_nicknames, find_runs, weigh
from learnt.deidentify.names.pieces import cut
from learnt.deidentify.names.public import Span, find_public
from learnt.deidentify.names.record import PUBLIC_ROLE, Name, NameMemory
from learnt.deidentify.names.tokens import Token, classify, tokenise
from learnt.deidentify.names.told import tell
from learnt.deidentify.names.vocabulary import either, names, plain

AMBIGUOUS = frozenset(
    {
        "given-word",
        "given-abstract",
        "given-place",
        "calendar",
        "word",
        "word-surname",
        "place",
        "stop",
    }
)
"""Classes of words that need a sign at each place, even where they are known to be a person's."""

_COURTESY = re.compile(r"^(?:Mrs?|Ms|Miss|Mx|Dr)\.?\s")
_PREFIXED = re.compile(r"\b(?:Operation|HMP)\b")
_ALWAYS = frozenset(
    {"law or institution", "prefix", "citation", "listed", "office", "cited", "author"}
)
_LISTED = re.compile(r"(?:['’]s)?\s*(?:,|,?\s+(?i:and)|\s*&|\s+(?i:or))\s+")


@dataclass(slots=True)
class Sight:
    """A piece of text under work: what is settled, and words `known` to be a person's."""

    text: str
    tokens: list[Token]
    known: frozenset[str]
    sure: frozenset[str]
    public: list[Span] = field(default_factory=list)
    settled: list[Name] = field(default_factory=list)
    taken: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        """Begin with nothing taken."""
        self.taken = bytearray(len(self.text))

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing settled lies between `start` and `end`."""
        return not any(self.taken[start:end])

    def staying(self, start: int, end: int) -> bool:
        """Whether a public name covers any of `start` to `end`."""
        return any(start < span[1] and end > span[0] for span in self.public)

    def settle(self, found: Iterable[Name]) -> None:
        """Keep those of `found` that overlap nothing kept before."""
        for name in found:
            if name.start < name.end and self.is_free(name.start, name.end):
                self.settled.append(name)
                self.taken[name.start : name.end] = b"\1" * (name.end - name.start)


def find_names(text: str, memory: NameMemory | None = None) -> list[Name]:
    """Give the people, codes, days, contacts and places in `text`, sorted, without overlaps.

    `memory` is what the whole document tells (`learn`); without it the text speaks for itself.
    A name of kind `public` is name-like and stays. Offsets are in characters of `text`.
    """
    memory = tell([text]) if memory is None else memory
    knowledge, pieces = knowledge_of(memory), list(cut(text))
    seen = [look(piece, knowledge) for _, piece in pieces]
    if len(pieces) > 1:
        more = knowledge.plus(name for found in seen for name in found)
        if more != knowledge:
            seen = [look(piece, more) for _, piece in pieces]
    moved = (
        _placed(name, start, memory)
        for (start, _), found in zip(pieces, seen, strict=True)
        for name in found
    )
    return sorted(moved, key=lambda name: name.start)


def look(text: str, knowledge: Knowledge) -> list[Name]:
    """Give all that is found in a piece of text, in no order."""
    tokens = tokenise(text)
    sight = Sight(text, tokens, knowledge.words, knowledge.sure)
    for find in (find_contacts, find_dates, find_codes):
        sight.settle(find(text))
    sight.settle(_known_codes(text, knowledge))
    company = any(name.kind == "code" for name in sight.settled)
    sight.settle(find_initials(text, knowledge.initials, knowledge.acronyms, company))
    runs = [
        run
        for run in find_runs(text, tokens)
        if sight.is_free(run.start, run.end) and text[run.start : run.end] not in knowledge.acronyms
    ]
    if runs or _PREFIXED.search(text):
        sight.public = find_public(text)
    sight.settle(_public_people(text, runs, knowledge))
    sight.settle(_nicknames(sight))
    _settle_runs(sight, runs)
    sight.settle(_known_again(sight))
    sight.settle(_shown_public(sight, runs))
    return sight.settled


def _known_codes(text: str, knowledge: Knowledge) -> Iterator[Name]:
    """Find again the codes of the document that no general form shows ("V1", "the Uncle")."""
    for code in knowledge.codes:
        if code in text:
            for match in re.finditer(rf"(?<!\w){re.escape(code)}(?!\w)", text):
                yield Name(*match.span(), match.group(), "code", "memory")


def _public_people(text: str, runs: list[Run], knowledge: Knowledge) -> Iterator[Name]:
    """Find again the chair, the author and the panel."""
    for run in runs if knowledge.public else ():
        words = text[run.start : run.end]
        if plain(words) in knowledge.public:
            yield Name(run.start, run.end, words, "public", "memory", PUBLIC_ROLE)


def _settle_runs(sight: Sight, runs: list[Run]) -> None:
    """Settle the runs that are people; each one found may tell of others."""
    waiting = [run for run in runs if not sight.staying(run.start, run.end)]
    values = {run: weigh(sight.text, run) for run in waiting}
    while waiting:
        found = [(run, rule) for run in waiting if (rule := _accept(sight, run, values))]
        if not found:
            return
        sight.settle(_name(sight.text, run, rule) for run, rule in found)
        accepted = {run for run, _ in found}
        waiting = [run for run in waiting if run not in accepted]
        sight.known |= {
            word for run in accepted for word in words_of(sight.text[run.start : run.end])
        }


def _accept(sight: Sight, run: Run, values: dict[Run, tuple[float, str]]) -> str:
    """Give the rule by which `run` is a person, or ""."""
    weights = names().weights
    value, reason = values[run]
    if reason != "date" and value >= _least_again(sight, run):
        return "memory"
    if value >= weights.enough:
        return reason
    if value + weights.sign["neighbour"] >= weights.enough and _beside_name(sight, run):
        return "list"
    if run.classes[0] in ("given-place", "place"):
        return ""
    paired = any(other is not run and _listed(sight.text, run, other) for other in values)
    return "list" if paired and value + weights.sign["pair"] >= weights.enough else ""


def _least_again(sight: Sight, run: Run) -> float:
    """Give what the run must weigh where one of its words is known to be a person's."""
    weights, words = names().weights, [plain(token.text) for token in run.tokens]
    pairs = zip(words, run.classes, strict=True)
    known = [kind for word, kind in pairs if word in sight.known]
    if not known:
        return inf
    if all(kind in AMBIGUOUS for kind in known):
        return weights.again
    return 0.0 if sight.sure.isdisjoint(words) else -inf


def _beside_name(sight: Sight, run: Run) -> bool:
    """Whether the run stands in a list beside a name that is settled."""
    return any(
        _listed(sight.text, run, name) for name in sight.settled if name.kind in ("name", "code")
    )


def _listed(text: str, one: Run | Name, other: Run | Name) -> bool:
    """Whether only a comma or "and" stands between the two."""
    first, last = (other.end, one.start) if other.end <= one.start else (one.end, other.start)
    return 0 < last - first < 8 and _LISTED.fullmatch(text, first, last) is not None


@cache
def _title() -> re.Pattern[str]:
    """Match a title and initials right before a name, which are covered with it."""
    titles = either(f(t) for t in names().titles for f in (str.capitalize, str.upper, str.title))
    return re.compile(rf"(?:\b(?:{titles})\.?\s){{0,3}}(?:\b(?:[A-Z]\.?|Ó|Ní|Nic|Mac)\s){{0,2}}$")


def _name(text: str, run: Run, rule: str) -> Name:
    start = run.start
    title = _title().search(text[max(0, start - 40) : start])
    if title and not re.fullmatch(r"[AI]\s", title.group()):
        start -= len(title.group())
    return Name(start, run.end, text[start : run.end], "name", rule)


def _nicknames(sight: Sight) -> Iterator[Name]:
    for start, end in find_nicknames(sight.text):
        words = sight.text[start:end]
        if not sight.staying(start, end) and not is_body(words):
            sight.known |= {plain(word) for word in words.split()}
            yield Name(start, end, words, "name", "nickname")


def _known_again(sight: Sight) -> Iterator[Name]:
    """Find known names that their words alone do not show: in capitals, or a word of the language."""
    for token in sight.tokens:
        if not token.capital or plain(token.text) not in sight.known:
            continue
        place = (token.start, token.end)
        if not sight.is_free(*place) or sight.staying(*place) or is_dated(sight.text, *place):
            continue
        if _shows_again(sight, token, classify(token.text)):
            yield Name(*place, token.text, "name", "memory")


def _shows_again(sight: Sight, token: Token, kind: str) -> bool:
    """Whether a known name's word may be taken for the person at this place without a sign.

    Where it opens a sentence it may be the plain word, unless the document names the person so and
    something here tells of one.
    """
    sure = plain(token.text) in sight.sure
    if sure and _stands_alone(sight.text, token):
        return True
    if kind == "caps":
        return len(token.text) > 3
    if kind not in ("word", "stop", "proper", "placeish"):
        return False
    if not token.opens or token.possessive:
        return True
    signs = find_signs(sight.text, token.start, token.end)
    return sure and sum(sum_signs(signs)) >= names().weights.sign["near"]


def _stands_alone(text: str, token: Token) -> bool:
    """Whether the word fills its line or cell, as in a heading or a table."""
    before = re.split(r"[\n|]", text[: token.start])[-1]
    after = re.split(r"[\n|]", text[token.end :])[0]
    return not (before + after).strip(" .,;:)('‘’“”\"")


def _shown_public(sight: Sight, runs: list[Run]) -> Iterator[Name]:
    """Give what looks like a name and stays."""
    shown = sorted(sight.public, key=lambda span: span[0] - span[1])
    for start, end, rule in shown:
        if rule in _ALWAYS or any(start < run.end and end > run.start for run in runs):
            yield Name(start, end, sight.text[start:end], "public", rule)


def _placed(name: Name, start: int, memory: NameMemory) -> Name:
    """Give a name with its place in the whole text, and its role where the document tells one."""
    role = name.role
    if role is None and name.kind in ("name", "code"):
        role = memory.role_of(name.text) or memory.role_of(_COURTESY.sub("", name.text))
    return Name(name.start + start, name.end + start, name.text, name.kind, name.rule, role)
