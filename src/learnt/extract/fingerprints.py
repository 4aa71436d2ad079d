"""What a document says of the review it belongs to, short enough to compare hundreds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from learnt.extract.metadata.death import find_death, find_year
from learnt.extract.metadata.kind import find_kind
from learnt.extract.metadata.lines import Line, lines_of, pairs_of
from learnt.extract.metadata.partnership import find_partnership
from learnt.extract.metadata.when import find_published
from learnt.extract.plan_match import split_reference
from learnt.extract.roles import role_of
from learnt.records import Document
from learnt.rulebook import load
from learnt.words import fold, fold_quotes

SHORTEST = 7
"""Words in the shortest text by which two documents are compared."""
FRONT_LINES = 20


class GroupingRules(msgspec.Struct, frozen=True):
    """The rules file `grouping.toml` as it stands."""

    source: str
    generic: frozenset[str]
    persons: tuple[str, ...]
    not_persons: frozenset[str]
    codes: str
    references: tuple[str, ...]
    asks: str


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A document's partnership (words of place), persons, references, year, role and texts."""

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


def take_fingerprint(document: Document) -> Fingerprint:
    """Take a document's fingerprint from its title page, its labels and its longer texts."""
    lines = lines_of(document)
    pairs = pairs_of(document, lines)
    death = find_death(lines, pairs)
    year = find_year(pairs, death)
    partnership = find_partnership(lines, pairs)
    published = find_published(lines, pairs)
    kind = find_kind(lines)
    told = death.value if death else str(year.value) if year else ""
    front = [line for line in lines if line.front][:FRONT_LINES]
    asks, texts = _hashes(document)
    return Fingerprint(
        role=role_of(document),
        language=document.language,
        sha256=document.sha256,
        kind=kind.value if kind else "",
        places=_places(partnership.value if partnership else ""),
        persons=frozenset(_persons(front, document)),
        references=frozenset(_references(front)),
        death=told,
        published=published.value if published else "",
        asks=asks,
        texts=texts,
    )


def _places(partnership: str) -> frozenset[str]:
    words = re.findall(r"[\w']+", fold(partnership))
    return frozenset(word for word in words if word not in grouping_rules().generic)


def _persons(front: list[Line], document: Document) -> Iterator[str]:
    """Give whom the title page and the file's own title name, folded, without quotation marks."""
    for text in [*(line.text for line in front if len(line.text) < 200), document.title]:
        for pattern in _compiled("persons"):
            for match in pattern.finditer(text):
                name = fold(match["who"]).strip("'\" ")
                if name and name.split()[0] not in grouping_rules().not_persons:
                    yield name


def _references(front: list[Line]) -> Iterator[str]:
    for line in front:
        if len(line.text) > 120:
            continue
        for pattern in _compiled("references"):
            for match in pattern.finditer(fold_quotes(line.text)):
                yield re.sub(r"[ /.-]+", "/", match["ref"]).casefold()


def _hashes(document: Document) -> tuple[frozenset[int], frozenset[int]]:
    """Give the hashes of texts that ask for something, and of all longer texts."""
    asking = _compiled("asks")[0]
    asks: set[int] = set()
    texts: set[int] = set()
    for text in _long_texts(document):
        key = hash(text)
        texts.add(key)
        if asking.search(text):
            asks.add(key)
    return frozenset(asks), frozenset(texts)


def _long_texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        pieces = [block.text]
        if block.kind == "table":
            pieces = [cell.text for row in block.rows for cell in row.cells if not cell.merged]
        for piece in pieces:
            for line in piece.split("\n"):
                if line.count(" ") + 1 >= SHORTEST:
                    yield re.sub(r"\W+", " ", fold(split_reference(line)[1])).strip()
