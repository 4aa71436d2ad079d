"""What is known before a text is looked at, in the form in which looking needs it."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from learnt.deidentify.names.record import PUBLIC_ROLE, Known, Name, NameMemory
from learnt.deidentify.names.told import SPELT_OUT
from learnt.deidentify.names.vocabulary import names, plain

SAID = frozenset({"table of names", "defined"})
"""Rules by which a document says in so many words that a name is a person's."""

_WORD = re.compile(r"[^\W\d_]+(?:['’‑-][^\W\d_]+)*")
_INITIALS = re.compile(r"[A-Z]{2,3}")


class Knowledge(msgspec.Struct, frozen=True):
    """Words that are people's, those that are surely so, initials, acronyms, codes, public names."""

    words: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    codes: tuple[str, ...] = ()
    public: frozenset[str] = frozenset()

    def plus(self, found: Iterable[Name]) -> "Knowledge":
        """Give this with what was found in a part of the same text."""
        names = [name for name in found if name.kind in ("name", "code")]
        words = {word for name in names if name.kind == "name" for word in words_of(name.text)}
        capitals = {name.text for name in names if name.rule == "initials"}
        return msgspec.structs.replace(
            self, words=self.words | words, initials=self.initials | capitals
        )


_latest: list[tuple[NameMemory, Knowledge]] = []


def knowledge_of(memory: NameMemory) -> Knowledge:
    """Give what `memory` tells; the last one asked for is kept, for texts come by the thousand."""
    if not _latest or _latest[0][0] is not memory:
        _latest[:] = [(memory, _gather(memory))]
    return _latest[0][1]


def _gather(memory: NameMemory) -> Knowledge:
    people = list(memory.people())
    by_name = [known for known in people if known.kind == "name"]
    codes = [known.text for known in people if known.kind == "code"]
    return Knowledge(
        words=_words(by_name),
        sure=_words(known for known in by_name if known.rule in SAID),
        initials=frozenset(code for code in codes if _INITIALS.fullmatch(code)),
        acronyms=frozenset(k.text for k in memory.known.values() if k.rule == SPELT_OUT),
        codes=tuple(codes),
        public=frozenset(plain(k.text) for k in memory.known.values() if k.role == PUBLIC_ROLE),
    )


def _words(people: Iterable[Known]) -> frozenset[str]:
    return frozenset(word for known in people for word in words_of(known.text))


def words_of(name: str) -> Iterator[str]:
    """Give the words by which a person can be met again: each but titles, particles and initials."""
    for match in _WORD.finditer(name):
        word = plain(match.group())
        if len(word) < 2 or word in names().particles or word in names().titles:
            continue
        yield word
        if "-" in word or "‑" in word:
            yield from (part for part in re.split(r"[-‑]", word) if len(part) > 3)
