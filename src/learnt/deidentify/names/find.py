"""Puts the parts together: what fixed forms show, what stays, and who is a person."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from learnt.agencies import is_body
from learnt.deidentify.names.codes import find_codes
from learnt.deidentify.names.contacts import find_contacts
from learnt.deidentify.names.contexts import is_dated
from learnt.deidentify.names.dates import find_dates
from learnt.deidentify.names.initials import find_initials
from learnt.deidentify.names.people import Run, find_nicknames, find_runs, weigh
from learnt.deidentify.names.public import Span, find_public
from learnt.deidentify.names.record import PUBLIC_ROLE, Name, NameMemory
from learnt.deidentify.names.tokens import Token, classify, tokenise
from learnt.deidentify.names.told import SPELT_OUT, tell
from learnt.deidentify.names.vocabulary import names, plain

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

SAID = frozenset({"table of names", "defined"})
"""Rules by which a document says in so many words that a name is a person's."""

_TITLE = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Master)\.?\s)?(?:(?:[A-Z]\.?|Ó|Ní|Nic|Mac)\s){0,2}$"
)
_ALWAYS = frozenset(
    {"law or institution", "prefix", "citation", "listed", "office", "cited", "author"}
)
_LISTED = re.compile(r"(?:['’]s)?\s*(?:,|,?\s+(?i:and)|\s*&|\s+(?i:or))\s+")


@dataclass(slots=True)
class Sight:
    """A text under work: what is settled, and words `known` to be a person's."""

    text: str
    tokens: list[Token]
    public: list[Span]
    settled: list[Name] = field(default_factory=list)
    known: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()
    """Those of them that the document says are a person's: a row of names, "known as"."""

    def is_free(self, start: int, end: int) -> bool:
        """Whether nothing settled lies between `start` and `end`."""
        return all(end <= name.start or start >= name.end for name in self.settled)

    def staying(self, start: int, end: int) -> Span | None:
        """Give the public name that covers any of `start` to `end`."""
        return next((span for span in self.public if start < span[1] and end > span[0]), None)

    def settle(self, found: Iterable[Name]) -> None:
        """Keep those of `found` that overlap nothing kept before."""
        for name in found:
            if name.start < name.end and self.is_free(name.start, name.end):
                self.settled.append(name)


def find_names(text: str, memory: NameMemory | None = None) -> list[Name]:
    """Give the people, codes, days, contacts and places in `text`, sorted, without overlaps.

    `memory` is what the whole document tells (`learn`); without it the text speaks for itself.
    A name of kind `public` is name-like and stays. Offsets are in characters of `text`.
    """
    memory = tell([text]) if memory is None else memory
    sight = look(text, memory)
    found = [_with_role(name, memory) for name in sight.settled]
    return sorted(found, key=lambda name: name.start)


def look(text: str, memory: NameMemory | None = None) -> Sight:
    """Give `text` with all its names settled."""
    tokens = tokenise(text)
    sight = Sight(text, tokens, [], known=_known_words(memory), sure=_known_words(memory, SAID))
    sight.settle(find_contacts(text))
    sight.settle(find_dates(text))
    sight.settle(find_codes(text))
    sight.settle(_known_codes(text, memory))
    sight.settle(
        find_initials(
            text,
            _known_initials(memory),
            _spelt_out(memory),
            any(n.kind == "code" for n in sight.settled),
        )
    )
    runs = [run for run in find_runs(text, tokens) if sight.is_free(run.start, run.end)]
    if runs or re.search(r"\b(?:Operation|HMP)\b", text):
        sight.public = find_public(text)
    sight.settle(_public_people(text, runs, memory))
    sight.settle(_nicknames(sight))
    _settle_runs(sight, runs)
    sight.settle(_known_again(sight))
    sight.settle(_shown_public(sight, runs))
    return sight


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
        sight.known |= {word for run in accepted for word in _words(run)}


def _accept(sight: Sight, run: Run, values: dict[Run, tuple[float, str]]) -> str:
    """Give the rule by which `run` is a person, or ""."""
    weights = names().weights
    known = [
        kind
        for token, kind in zip(run.tokens, run.classes, strict=True)
        if plain(token.text) in sight.known
    ]
    value, reason = values[run]
    clear = any(kind not in AMBIGUOUS for kind in known)
    least = weights.again
    if clear:
        said = any(plain(token.text) in sight.sure for token in run.tokens)
        least = weights.sign["date"] if said else 0
    if known and reason != "date" and value >= least:
        return "memory"
    if value >= weights.enough:
        return reason
    if value + weights.sign["neighbour"] >= weights.enough and _beside_name(sight, run):
        return "list"
    if run.classes[0] in ("given-place", "place"):
        return ""
    paired = any(other is not run and _listed(sight.text, run, other) for other in values)
    return "list" if paired and value + weights.sign["pair"] >= weights.enough else ""


def _beside_name(sight: Sight, run: Run) -> bool:
    """Whether the run stands in a list beside a name that is settled."""
    return any(
        _listed(sight.text, run, name) for name in sight.settled if name.kind in ("name", "code")
    )


def _listed(text: str, one: Run | Name, other: Run | Name) -> bool:
    """Whether only a comma or "and" stands between the two."""
    first, last = (other.end, one.start) if other.end <= one.start else (one.end, other.start)
    return 0 < last - first < 8 and _LISTED.fullmatch(text, first, last) is not None


def _words(run: Run) -> Iterator[str]:
    """Give the words by which a person can be met again: each but particles and bare initials."""
    for token in run.tokens:
        word = plain(token.text)
        if len(word) > 1 and word not in names().particles:
            yield word
            yield from (part for part in re.split(r"[-‑]", word) if "-" in word and len(part) > 3)


def _name(text: str, run: Run, rule: str) -> Name:
    start = run.start
    title = _TITLE.search(text[max(0, start - 12) : start])
    if title and not re.fullmatch(r"[AI]\s", title.group()):
        start -= len(title.group())
    return Name(start, run.end, text[start : run.end], "name", rule)


def _nicknames(sight: Sight) -> Iterator[Name]:
    for start, end in find_nicknames(sight.text):
        words = sight.text[start:end]
        if not sight.staying(start, end) and not is_body(words):
            sight.known |= {plain(word) for word in words.split()}
            yield Name(start, end, words, "name", "nickname")


def _known_words(memory: NameMemory | None, rules: frozenset[str] | None = None) -> frozenset[str]:
    """Give the words of the names in `memory`; with `rules` of those that were found by them."""
    found: set[str] = set()
    for known in memory.people() if memory else ():
        if known.kind == "name" and (rules is None or known.rule in rules):
            words = [
                plain(word) for word in re.findall(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*", known.text)
            ]
            found.update(word for word in words if len(word) > 1 and word not in names().titles)
            found.update(
                p for word in words for p in re.split("[-‑]", word) if "-" in word and len(p) > 3
            )
    return frozenset(found)


def _known_initials(memory: NameMemory | None) -> frozenset[str]:
    people = memory.people() if memory else ()
    return frozenset(
        k.text for k in people if k.kind == "code" and re.fullmatch("[A-Z]{2,3}", k.text)
    )


def _spelt_out(memory: NameMemory | None) -> frozenset[str]:
    known = memory.known.values() if memory else ()
    return frozenset(k.text for k in known if k.rule == SPELT_OUT)


def _known_codes(text: str, memory: NameMemory | None) -> Iterator[Name]:
    """Find again the codes of the document that no general form shows ("V1", "the Uncle")."""
    for known in memory.people() if memory else ():
        if known.kind == "code" and known.text in text:
            for match in re.finditer(rf"(?<!\w){re.escape(known.text)}(?!\w)", text):
                yield Name(*match.span(), match.group(), "code", "memory")


def _public_people(text: str, runs: list[Run], memory: NameMemory | None) -> Iterator[Name]:
    """Find again the chair, the author and the panel."""
    public = (
        {plain(k.text) for k in memory.known.values() if k.kind == "public"} if memory else set()
    )
    for run in runs if public else ():
        words = plain(text[run.start : run.end])
        if words in public:
            yield Name(
                run.start, run.end, text[run.start : run.end], "public", "memory", PUBLIC_ROLE
            )


def _known_again(sight: Sight) -> Iterator[Name]:
    """Find known names that their words alone do not show: in capitals, or a word of the language."""
    for token in sight.tokens:
        if not token.capital or plain(token.text) not in sight.known:
            continue
        place = (token.start, token.end)
        if not sight.is_free(*place) or sight.staying(*place) or is_dated(sight.text, *place):
            continue
        if _shows_again(token, classify(token.text)):
            yield Name(*place, token.text, "name", "memory")


def _shows_again(token: Token, kind: str) -> bool:
    """Whether a known name's word may be taken for the person at this place without a sign."""
    if kind == "caps":
        return len(token.text) > 3
    return kind in ("word", "stop", "proper", "placeish") and (not token.opens or token.possessive)


def _shown_public(sight: Sight, runs: list[Run]) -> Iterator[Name]:
    """Give what looks like a name and stays."""
    shown = sorted(sight.public, key=lambda span: span[0] - span[1])
    for start, end, rule in shown:
        if rule in _ALWAYS or any(start < run.end and end > run.start for run in runs):
            yield Name(start, end, sight.text[start:end], "public", rule)


def _with_role(name: Name, memory: NameMemory | None) -> Name:
    if memory is None or name.role or name.kind not in ("name", "code"):
        return name
    role = memory.role_of(name.text) or memory.role_of(
        re.sub(r"^(?:Mrs?|Ms|Miss|Mx|Dr)\.?\s", "", name.text)
    )
    return Name(name.start, name.end, name.text, name.kind, name.rule, role) if role else name
