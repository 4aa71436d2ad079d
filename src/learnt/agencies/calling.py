"""How a recommendation calls the body that it is addressed to: "The IDVA service to review ..."."""

import re
from collections.abc import Iterator

from learnt.agencies.kinds import Kind, kinds, phrases
from learnt.agencies.making import Reading
from learnt.agencies.names import key
from learnt.agencies.reading import read_name
from learnt.agencies.register import Register
from learnt.records import Review
from learnt.words import fold

_SUBJECT = re.compile(r"(?:^|[Tt]hat |[.:;] )[Tt]he ((?:[\w'’&-]+ ?){1,5})")
LONGEST_PHRASE = 4
"""Words of the longest phrase that is looked for as the subject."""


def find_callings(review: Review, register: Register) -> dict[str, Kind]:
    """Give the kind of each unknown name that is a recommendation's only addressee.

    The kind is that of the recommendation's subject ("the recovery service should ..."), where all
    recommendations to the name that have such a subject agree on one type.
    """
    found: dict[str, dict[str, Kind]] = {}
    for rec in review.recommendations:
        if len(rec.addressees) != 1:
            continue
        printed = rec.addressees[0].printed
        if not _is_unknown(read_name(printed, register)):
            continue
        for kind in _subjects(rec.text):
            found.setdefault(key(printed), {})[kind.type] = kind
    return {name: next(iter(kinds.values())) for name, kinds in found.items() if len(kinds) == 1}


def _is_unknown(reading: Reading) -> bool:
    """Whether nothing is known of a text that is printed as a name."""
    return reading.state == "unknown" and reading.printed[:1].isupper()


def _subjects(text: str) -> Iterator[Kind]:
    """Give the kinds of the bodies that a text asks to act, by what it calls them: "the ... should"."""
    for match in _SUBJECT.finditer(text):
        before = fold(text[: match.start(1)]).removesuffix(" the")
        words = key(match.group(1)).split()
        for end in range(min(LONGEST_PHRASE, len(words)), 0, -1):
            kind = phrases().by["whole"].get(" ".join(words[:end]))
            if kind is None or kind.meeting:
                continue
            follows = " ".join(words[end : end + 1])
            if follows in kinds().calling.asks or before.endswith(kinds().calling.before):
                yield kind
            break
