"""What a document says of the review it belongs to, short enough to compare hundreds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from sys import intern

import msgspec

from learnt.agencies import is_body
from learnt.extract.metadata.death import find_death, find_year
from learnt.extract.metadata.kind import find_kind
from learnt.extract.metadata.lines import Line, lines_of, pairs_of
from learnt.extract.metadata.partnership import find_partnership
from learnt.extract.metadata.when import find_published
from learnt.extract.plan_match import split_reference
from learnt.extract.roles import role_of, says_overview
from learnt.records import Document
from learnt.rulebook import load
from learnt.words import fold, fold_quotes

SHORTEST = 7
"""Words in the shortest text by which two documents are compared."""
FRONT_LINES = 20
FEWEST_TEXTS = 60
"""Longer texts of the shortest overview; what is shorter may be any part, whatever its first lines say."""
LONGEST_FRONT = 200
"""Letters of the longest line of a title page that may name the person."""


class GroupingRules(msgspec.Struct, frozen=True):
    """The rules file `grouping.toml` as it stands."""

    source: str
    generic: frozenset[str]
    file_words: frozenset[str]
    persons: tuple[str, ...]
    not_persons: frozenset[str]
    codes: str
    told_codes: str
    references: tuple[str, ...]
    asks: str
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells a document's review: title page, file, proper names and longer texts.

    `places` are the partnership's words of place; `names` the capitalised words that the document
    never writes small, and whole dates; `small` those that it does; `spoken` every word that it
    ever writes with a capital; `stem` and `numbers` what the file's name says beside the part of a
    review that it is.
    """

    role: str
    language: str
    sha256: str
    kind: str
    places: frozenset[str]
    persons: frozenset[str]
    references: frozenset[str]
    death: str
    published: str
    asks: frozenset[int]
    texts: frozenset[int]
    names: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    stem: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    folder: str = ""


def grouping_rules() -> GroupingRules:
    """Give the rules of grouping."""
    return load("grouping.toml", GroupingRules)


@cache
def _compiled(name: str) -> tuple[re.Pattern[str], ...]:
    patterns = getattr(grouping_rules(), name)
    return tuple(map(re.compile, [patterns] if isinstance(patterns, str) else patterns))


def is_code(person: str) -> bool:
    """Whether a person's name is a code that many reviews share ("adult a")."""
    return _compiled("codes")[0].fullmatch(person) is not None


def take_fingerprint(document: Document, folder: str = "") -> Fingerprint:
    """Take a document's fingerprint; `folder` names the folder it was found in, if that may tell."""
    lines = lines_of(document)
    pairs = pairs_of(document, lines)
    death = find_death(lines, pairs)
    year = find_year(pairs, death)
    partnership = find_partnership(lines, pairs)
    published = find_published(lines, pairs)
    kind = find_kind(lines)
    front = [line for line in lines if line.front][:FRONT_LINES]
    asks, texts = _hashes(document)
    names, small, spoken = _names(document)
    stem, numbers = stem_of(document.name)
    return Fingerprint(
        role=_role(document, len(texts)),
        language=document.language,
        sha256=document.sha256,
        kind=kind.value if kind else "",
        places=_places(partnership.value if partnership else ""),
        persons=frozenset(_persons(front, document)),
        references=frozenset(_references(front)),
        death=death.value if death else str(year.value) if year else "",
        published=published.value if published else "",
        asks=asks,
        texts=texts,
        names=names,
        small=small,
        spoken=spoken,
        stem=stem,
        numbers=numbers,
        folder=folder,
    )


def _role(document: Document, texts: int) -> str:
    """Give the part that the document is; a short one that names no part may be any."""
    role = role_of(document)
    short = role == "overview" and texts < FEWEST_TEXTS and not says_overview(document)
    return "other" if short else role


def _places(partnership: str) -> frozenset[str]:
    words = re.findall(r"[\w']+", fold(partnership))
    return frozenset(word for word in words if word not in grouping_rules().generic)


def _persons(front: list[Line], document: Document) -> Iterator[str]:
    """Give whom the title page and the file's own title name, folded, without quotation marks."""
    titles = [line.text for line in front if len(line.text) < LONGEST_FRONT]
    for text in [*titles, document.title]:
        for pattern in _compiled("persons"):
            for match in pattern.finditer(text):
                name = fold(match["who"]).strip("'\" ")
                if name and _may_be_person(name, match["who"]):
                    yield name


def _may_be_person(name: str, printed: str) -> bool:
    first = name.split()[0].removesuffix("'s")
    if is_code(name):
        return True
    return first not in grouping_rules().not_persons and not is_body(printed)


def _references(front: list[Line]) -> Iterator[str]:
    for line in front:
        if len(line.text) > 120:
            continue
        for pattern in _compiled("references"):
            for match in pattern.finditer(fold_quotes(line.text)):
                yield "/".join(
                    part.lstrip("0") or "0"
                    for part in re.split(r"[ /.-]+", match["ref"].casefold())
                )


def _hash(text: str) -> int:
    """Give 64 bits of a digest, the same in every run, as Python's own `hash` is not."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


def _hashes(document: Document) -> tuple[frozenset[int], frozenset[int]]:
    """Give the hashes of texts that ask for something, and of all longer texts."""
    asking = _compiled("asks")[0]
    asks: set[int] = set()
    texts: set[int] = set()
    for text in _long_texts(document):
        key = _hash(text)
        texts.add(key)
        if asking.search(text):
            asks.add(key)
    return frozenset(asks), frozenset(texts)


def _pieces(document: Document) -> Iterator[str]:
    """Give the lines of a document, each cell's too."""
    for block in document.blocks:
        if block.kind == "table":
            for row in block.rows:
                for cell in row.cells:
                    if not cell.merged:
                        yield from cell.text.split("\n")
        else:
            yield from block.text.split("\n")


_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z'\"‘“])")


def _long_texts(document: Document) -> Iterator[str]:
    """Give every line of some length without its label, and the sentences of each, folded."""
    for line in _pieces(document):
        if line.count(" ") + 1 < SHORTEST:
            continue
        text = split_reference(line)[1]
        for part in {text, *_SENTENCE.split(text)}:
            if part.count(" ") + 1 >= SHORTEST:
                yield re.sub(r"\W+", " ", fold(part)).strip()


_CAPITALISED = re.compile(
    r"(?P<open>^|[.!?:;•]\s+['\"‘“(]?)?\b(?P<word>[A-Z][\w’'-]*[a-z])(?:[’']s)?\b"
)
_SMALL = re.compile(r"(?<![\w’'-])[a-z][\w-]{2,}")
_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} (?:19|20)\d\d\b")
_LETTERS = re.compile(r"\b[A-Z]{2,3}\b")


def _names(document: Document) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give a document's proper names and whole dates, its words in small letters, its capitalised."""
    inside: set[str] = set()
    spoken: set[str] = set()
    small: set[str] = set()
    for line in _pieces(document):
        small.update(map(intern, _SMALL.findall(line)))
        spoken.update(map(str.casefold, _LETTERS.findall(line)))
        spoken.update(fold(code) for code in _compiled("told_codes")[0].findall(line))
        inside.update(_DAY.findall(line))
        if line.isupper():
            continue
        for match in _CAPITALISED.finditer(line):
            word = match["word"].casefold().replace("’", "'").removesuffix("'s")
            spoken.add(word)
            if match["open"] is None:
                inside.add(word)
    return frozenset(inside - small), frozenset(small), frozenset(spoken)


_VERSION = re.compile(
    r"(?<![a-z])v(?:er(?:sion)?)?[ ._-]?\d+(?:[._]\d+)*|\(\d\)|\.[a-z]{2,5}$", re.I
)
"""Versions, marks of copies (`(1)`) and the suffix of a file's name."""


def stem_of(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words and the numbers of a file's name that do not tell what part of a review it is."""
    bare = _VERSION.sub(" ", name)
    parts = re.findall(r"\d+|[^\W\d_]+", fold(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare)))
    words = {part for part in parts if part.isalpha() and part not in grouping_rules().file_words}
    return frozenset(words), frozenset(part.lstrip("0") for part in parts if part.isdigit())
