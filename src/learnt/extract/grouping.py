"""Finds which documents belong to one review: those whose title pages and words agree.

Documents are compared only where they share a cheap key (partnership, person, reference, file name
or a rare text). Pairs are joined from the surest down, and never where they, or any others of their
groups, contradict each other.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from learnt.extract.fingerprints import Fingerprint, is_code, take_fingerprint
from learnt.extract.likeness import COMMON, Crowd, contradict, likeness, look_round
from learnt.records import Document

Key = tuple[str, object]
Pair = tuple[float, int, int]

ENOUGH = 3.0
"""Points from which two documents are taken for parts of one review."""
MARGIN = 0.75
"""Points by which a document must go better with one review than with another."""


def group_documents(
    documents: Sequence[Document], folders: Sequence[str] = ()
) -> list[list[Document]]:
    """Give the documents in groups, one a review, in the order in which they came.

    `folders` names the folder of each document, empty where it tells nothing. Copies of one file
    stand in one group; so does a Welsh version beside the English. Reviews of one partnership and
    year are kept apart unless their documents name the same person or share texts.
    """
    where = folders or [""] * len(documents)
    prints = [take_fingerprint(*pair) for pair in zip(documents, where, strict=True)]
    return [[documents[i] for i in sorted(group)] for group in _Sorting(prints).groups()]


class _Sorting:
    """The groups while they grow: `members` of each, and the `home` of each document."""

    def __init__(self, prints: Sequence[Fingerprint]) -> None:
        self.prints = prints
        self.members = {index: {index} for index in range(len(prints))}
        self.home = {index: index for index in self.members}
        self.against: dict[tuple[int, int], bool] = {}
        self.pairs = sorted(_pairs(prints), key=lambda p: (-p[0], p[1], p[2]))
        self.likes = _by_document(self.pairs)

    def groups(self) -> list[set[int]]:
        """Join pairs until none is left that may be joined.

        What was held back for a rival is tried again, since the rival may have found its own.
        """
        while sum(self._join(*pair) for pair in self.pairs):
            pass
        return [self.members[key] for key in sorted(self.members)]

    def _join(self, points: float, a: int, b: int) -> bool:
        """Join the groups of a pair, unless they clash or one goes as well with another."""
        left, right = self.home[a], self.home[b]
        if left == right or self._clash(left, right):
            return False
        if self._has_rival(points, a, b) or self._has_rival(points, b, a):
            return False
        keep, lose = min(left, right), max(left, right)
        self.members[keep] |= self.members.pop(lose)
        self.home |= dict.fromkeys(self.members[keep], keep)
        return True

    def _clash(self, left: int, right: int) -> bool:
        """Whether two groups hold documents that contradict each other."""
        return any(
            self._contradict(min(a, b), max(a, b))
            for a in self.members[left]
            for b in self.members[right]
        )

    def _contradict(self, a: int, b: int) -> bool:
        if (a, b) not in self.against:
            self.against[a, b] = contradict(self.prints[a], self.prints[b])
        return self.against[a, b]

    def _has_rival(self, points: float, one: int, other: int) -> bool:
        """Whether `one` goes about as well with another review than that of `other`.

        So it is with a letter that names a person and a partnership that two reviews share.
        """
        for equal, _, rival in self.likes[one]:
            if equal < points - MARGIN:
                return False
            where = self.home[rival]
            if where in (self.home[one], self.home[other]):
                continue
            if self._clash(where, self.home[other]) and not self._clash(where, self.home[one]):
                return True
        return False


def _by_document(pairs: Sequence[Pair]) -> dict[int, list[Pair]]:
    """Give the pairs of each document, as (points, document, other), the surest first."""
    likes: dict[int, list[Pair]] = {}
    for points, a, b in pairs:
        likes.setdefault(a, []).append((points, a, b))
        likes.setdefault(b, []).append((points, b, a))
    return likes


def _pairs(prints: Sequence[Fingerprint]) -> Iterator[Pair]:
    """Give (points, one, other) of each pair worth joining, among those that share a key."""
    crowd = look_round(prints)
    blocks: dict[Key, list[int]] = {}
    for index, one in enumerate(prints):
        for key in _keys(one, crowd):
            blocks.setdefault(key, []).append(index)
    seen: set[tuple[int, int]] = set()
    for (kind, _), members in blocks.items():
        if kind not in ("text", "name") or len(members) <= COMMON:
            seen.update(combinations(members, 2))
    for a, b in seen:
        points = likeness(prints[a], prints[b], crowd)
        if points >= ENOUGH and not contradict(prints[a], prints[b]):
            yield points, a, b


def _keys(one: Fingerprint, crowd: Crowd) -> Iterator[Key]:
    """Give what a document must share with another to be compared with it."""
    yield "file", one.sha256
    yield from (("person", person) for person in one.persons if not is_code(person))
    yield from (("reference", reference.split("/")[-1]) for reference in one.references)
    yield from (("text", text) for text in crowd.rare(one.texts))
    yield from (("name", name) for name in one.names - crowd.small)
    if one.stem:
        yield "stem", one.stem
    if one.folder in crowd.reviews:
        yield "folder", one.folder
    if one.places and one.persons:
        yield from (("code", (one.places, person)) for person in one.persons)
