"""Weighs what speaks for and against two documents being of one review."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from learnt.extract.fingerprints import Fingerprint, grouping_rules, is_code

COPY = 0.8
"""Share of the longer texts in common that makes one document a copy of another."""
FEWEST = 5
"""Texts of the shortest document that may be known as a copy."""
COMMON = 12
"""Documents from which a shared text or name tells nothing."""
ASKS, ASKS_SHARE = 2, 0.15
"""Least number of asking texts in common, and their share in the shorter document."""
TEXTS = 4
"""Other long texts in common that count in full."""
LONG = 30
"""Texts of a document that would speak of the person, were it about them."""
FEW_NAMES = 4.0
"""Added to the names of the shorter document, so that two or three in common weigh little."""
SINGLE = ("overview", "summary", "action-plan", "letter")
"""Roles of which a review has one document in each language."""
LARGEST_REVIEW = 10
"""Files in the largest folder that is taken for one review's."""

Counts = dict[Hashable, int]


@cache
def weight(name: str) -> float:
    """Give a weight of the rules file."""
    return grouping_rules().weights[name]


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many reviews of a batch hold a text, a name, a file's stem: what many hold tells nothing.

    `small` are the words that any document writes in small letters, and so are no proper names;
    `reviews` the folders that hold one review.
    """

    texts: Counts
    names: Counts
    stems: Counts
    small: frozenset[str]
    reviews: frozenset[str]

    def rare(self, texts: Iterable[int]) -> set[int]:
        """Give those of the texts that stand in the documents of one review only."""
        return {text for text in texts if self.texts.get(text, 0) <= 1}

    def weigh(self, names: Iterable[str]) -> float:
        """Give the weight of names: each counts the less, the more reviews hold it."""
        counts = (self.names.get(name, 0) for name in names if name not in self.small)
        return sum(1 / max(1, count) for count in counts if count <= COMMON)


def look_round(prints: Sequence[Fingerprint]) -> Crowd:
    """Count what the documents of a batch share, copies once."""
    first: list[Fingerprint] = []
    for one in prints:
        if not any(is_copy(one, other) for other in first):
            first.append(one)
    return Crowd(
        texts=_count(first, lambda one: one.texts),
        names=_count(first, lambda one: one.names),
        stems=_count(first, lambda one: {one.stem, (one.stem, one.numbers)}),
        small=frozenset().union(*(one.small for one in prints)),
        reviews=frozenset(_review_folders(first)),
    )


def _count(
    prints: Sequence[Fingerprint], of: Callable[[Fingerprint], Iterable[Hashable]]
) -> Counts:
    """Count by how many reviews a thing is held: the most documents of one role and language."""
    by_part: dict[tuple[str, str], Counter[Hashable]] = {}
    for one in prints:
        if one.role in SINGLE:
            by_part.setdefault((one.role, one.language), Counter()).update(of(one))
    most: Counts = {}
    for counted in by_part.values():
        for thing, number in counted.items():
            most[thing] = max(number, most.get(thing, 0))
    return most


def _review_folders(prints: Sequence[Fingerprint]) -> Iterable[str]:
    inside: dict[str, list[Fingerprint]] = {}
    for one in prints:
        inside.setdefault(one.folder, []).append(one)
    for folder, members in inside.items():
        parts = Counter((one.role, one.language) for one in members if one.role in SINGLE)
        if folder and 1 < len(members) <= LARGEST_REVIEW and max(parts.values(), default=1) == 1:
            yield folder


def is_copy(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether two documents say the same, as one report saved in two formats does."""
    if a.sha256 == b.sha256:
        return True
    least, most = sorted((len(a.texts), len(b.texts)))
    share = COPY if least >= LONG else 1.0  # letters of one office differ in a name or two
    if least < FEWEST or least < share * most or bool(a.persons) != bool(b.persons):
        return False
    return len(a.texts & b.texts) >= share * most and not any(_differences(a, b))


def likeness(a: Fingerprint, b: Fingerprint, crowd: Crowd) -> float:
    """Weigh what two documents have in common against that in which they differ."""
    if is_copy(a, b):
        return weight("copy")
    return (
        _texts(a, b, crowd)
        + _people(a, b)
        + _names(a, b, crowd)
        + _title(a, b)
        + _files(a, b, crowd)
    )


def _texts(a: Fingerprint, b: Fingerprint, crowd: Crowd) -> float:
    asks = crowd.rare(a.asks & b.asks)
    share = len(asks) / max(1, min(len(a.asks), len(b.asks)))
    enough = len(asks) >= ASKS and share >= ASKS_SHARE
    others = len(crowd.rare(a.texts & b.texts) - asks)
    points = weight("asks") if enough else 0.0
    points += weight("asks_share") * min(share, 1.0)
    return points + weight("texts") * min(others / TEXTS, 1.0)


def _people(a: Fingerprint, b: Fingerprint) -> float:
    shared = a.persons & b.persons
    if shared:
        named = any(not is_code(person) for person in shared)
        alike = a.places == b.places and _encloses(a, b)
        return weight("person" if named else "code") + alike * weight("encloses")
    if same_person(a.persons, b.persons):
        return weight("told")
    return _spoken(a, b) + _spoken(b, a)


def _spoken(a: Fingerprint, b: Fingerprint) -> float:
    """Weigh whether `b` speaks of the person on the title page of `a`."""
    if not a.persons:
        return 0.0
    least = 0.5 if all(map(is_code, a.persons)) else 1.0
    if speaks_of(b, a.persons):
        return least * weight("told")
    return least * weight("unheard") if len(b.texts) >= LONG and b.language == a.language else 0.0


def speaks_of(one: Fingerprint, persons: Iterable[str]) -> bool:
    """Whether a document's text names one of the persons."""
    return any(
        person in one.spoken if is_code(person) else one.spoken.issuperset(person.split())
        for person in persons
    )


def _encloses(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether one is a letter, plan or translation that prints no death, and can agree in names only."""
    return a.role != b.role and any(
        one.places and not one.death
        for one in (a, b)
        if one.role in ("letter", "action-plan") or a.language != b.language
    )


def _names(a: Fingerprint, b: Fingerprint, crowd: Crowd) -> float:
    least = min(crowd.weigh(a.names), crowd.weigh(b.names))
    return weight("names") * crowd.weigh(a.names & b.names) / (least + FEW_NAMES)


def _title(a: Fingerprint, b: Fingerprint) -> float:
    """Weigh references, places, dates and kinds of the title pages."""
    _, _, death, place, kind = _differences(a, b)
    points = weight("reference") if same_reference(a.references, b.references) else 0.0
    points += weight("place") if a.places and near(a.places, b.places) else 0.0
    if a.death and a.death == b.death:
        points += weight("day" if len(a.death) > 4 else "year")
    points += weight("published") if a.published and a.published == b.published else 0.0
    points += weight("kind") if a.kind == b.kind != "other" else 0.0
    points += weight("part") if a.role != b.role and {a.role, b.role} <= set(SINGLE) else 0.0
    if any(one.role not in SINGLE and not one.places and not one.persons for one in (a, b)):
        points += weight("unnamed")
    points += death * weight("other_death") + place * weight("other_place")
    return points + kind * weight("other_kind")


def _files(a: Fingerprint, b: Fingerprint, crowd: Crowd) -> float:
    """Weigh the files' names and folders."""
    points = 0.0
    if a.folder != b.folder and a.folder in crowd.reviews and b.folder in crowd.reviews:
        points += weight("other_folder")
    elif a.folder == b.folder and a.folder in crowd.reviews:
        points += weight("folder")
    if a.stem != b.stem:
        return points
    if a.stem and a.numbers and b.numbers and a.numbers.isdisjoint(b.numbers):
        return points + weight("other_numbers")
    if a.numbers == b.numbers and crowd.stems.get((a.stem, a.numbers), 0) <= 1:
        points += weight("stem") if a.stem else weight("numbers") if a.numbers else 0.0
    elif a.stem and crowd.stems.get(a.stem, 0) <= 1:
        points += weight("stem") / 2
    return points


def near(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one set of words holds the other."""
    return a <= b or b <= a


def contradict(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether two documents cannot be of one review, whatever they share."""
    if is_copy(a, b):
        return False
    if a.role == b.role and a.role in SINGLE and a.language == b.language:
        return True
    if a.role == b.role and a.published and b.published and a.published != b.published:
        return True
    persons, titled, death, *others = _differences(a, b)
    return persons or titled or (death and a.role == b.role) or sum((death, *others)) >= 2


def _differences(a: Fingerprint, b: Fingerprint) -> tuple[bool, bool, bool, bool, bool]:
    """Tell in what two documents differ: person, reference, year of death, partnership, kind."""
    return (
        _other_person(a, b),
        bool(a.references and b.references) and not same_reference(a.references, b.references),
        bool(a.death and b.death) and a.death[:4] != b.death[:4],
        bool(a.places and b.places) and not near(a.places, b.places),
        "other" not in (a.kind, b.kind) and a.kind != b.kind,
    )


def _other_person(a: Fingerprint, b: Fingerprint) -> bool:
    """Whether the title pages name different people, of whom the other document does not speak."""
    if not a.persons or not b.persons or same_person(a.persons, b.persons):
        return False
    named = [{p for p in one.persons if not is_code(p)} for one in (a, b)]
    return not (speaks_of(a, named[1]) and speaks_of(b, named[0]))


def same_person(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether a person of one set is one of the other, by a part of the name at least."""
    others = list(b)
    return any(p == q or p in q.split() or q in p.split() for p in a for q in others)


def same_reference(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether a reference of one set is one of the other's, with or without its year."""
    others = list(b)
    return any(p == q or p.endswith(f"/{q}") or q.endswith(f"/{p}") for p in a for q in others)
