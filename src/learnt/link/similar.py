"""Has this been recommended before? The nearest recommendations to a question or another one."""

import msgspec

from learnt.link.entries import Entry
from learnt.link.index import Index
from learnt.link.printed import Shared, shared_words


class Similar(msgspec.Struct, frozen=True, kw_only=True):
    """A recommendation near what was asked.

    `score` is the share of the question's weight that it holds, from 0 to 1; `words` tells which
    words of the question it holds, and in which words.
    """

    entry: Entry
    score: float
    words: tuple[Shared, ...] = ()


def find_similar(asked: str, index: Index, k: int = 5) -> list[Similar]:
    """Give the `k` recommendations nearest to `asked`, best first.

    `asked` is a question or a text in any words, or the id of an entry of the index, which then
    is not among the answers. What shares no word or concept is left out, so fewer may come.
    """
    own = next((entry for entry in index.entries if entry.id == asked), None)
    text = own.text if own else asked
    found: list[Similar] = []
    for hit in index.search(text, k + 1 if own else k):
        entry = index.entries[hit.position]
        if entry is not own:
            words = shared_words(text, entry)
            found.append(Similar(entry=entry, score=round(hit.score, 3), words=words))
    return found[:k]
