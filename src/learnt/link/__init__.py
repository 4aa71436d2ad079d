"""What was recommended before: repeats among recommendations, and the nearest to a question.

`make_entries` gives the recommendations of reviews as entries; `find_repeats` groups those that ask
the same thing; `WordIndex.of(entries)` is what `find_similar` searches.
"""

from learnt.link.entries import Entry, make_entries
from learnt.link.index import Hit, Index, WordIndex
from learnt.link.printed import Shared
from learnt.link.repeats import Repeat, find_repeats
from learnt.link.similar import Similar, find_similar

__all__ = [
    "Entry",
    "Hit",
    "Index",
    "Repeat",
    "Shared",
    "Similar",
    "WordIndex",
    "find_repeats",
    "find_similar",
    "make_entries",
]
