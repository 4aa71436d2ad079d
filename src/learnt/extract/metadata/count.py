"""How many recommendations the review says that it makes."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from learnt.extract.metadata.found import Value, best
from learnt.extract.metadata.lines import Line, Pair
from learnt.extract.metadata.rules import either, rules
from learnt.words import fold_quotes

LABELLED, TOLD = 10.0, 2.0
MOST = 200
_LABELLED = re.compile(r"^\s*(\d{1,3})\b(?:\s+rec(?:ommendation)?s?)?\b")


@cache
def _totals() -> tuple[re.Pattern[str], ...]:
    units, tens = (
        "|".join(sorted(words, key=len, reverse=True))
        for words in (rules().count.units, rules().count.tens)
    )
    number = rf"(?P<n>\d{{1,3}}|(?:{tens})(?:[ -](?:{units}))?|{units})(?: \(\d+\))?"
    return tuple(
        re.compile(form.replace("{n}", number), re.IGNORECASE) for form in rules().count.totals
    )


def find_count(lines: Sequence[Line], pairs: Sequence[Pair]) -> Value[int] | None:
    """Give the number printed for the whole review; a part's or another review's is none."""
    return best([*_labelled(pairs), *_told(lines)])


def _labelled(pairs: Sequence[Pair]) -> Iterator[Value[int]]:
    for pair in pairs:
        match = _LABELLED.match(pair.value) if pair.field == "printed_count" else None
        if match and pair.line.front and 0 < int(match[1]) < MOST:
            yield Value(int(match[1]), pair.line.evidence("count-label"), LABELLED)


def _told(lines: Sequence[Line]) -> Iterator[Value[int]]:
    others = either(rules().count.others)
    for line in lines:
        if "rec" not in line.text.casefold():
            continue
        for sentence in re.split(r"(?<=[.;])\s+", fold_quotes(line.text)):
            match = next((m for form in _totals() if (m := form.search(sentence))), None)
            number = number_of(match["n"]) if match else None
            if number and not others.search(sentence):
                yield Value(number, line.evidence("count-prose", sentence), TOLD)


def number_of(text: str) -> int | None:
    """Read a whole number in figures or words (`thirty-one` gives 31); None where it is none."""
    words = re.split(r"[- ]", text.casefold().strip())
    if words[0].isdigit():
        return int(words[0])
    units, tens = rules().count.units, rules().count.tens
    known = {word: value for value, word in enumerate(units, start=1)}
    known |= {word: value for value, word in zip(range(20, 100, 10), tens, strict=False)}
    values = [known.get(word) for word in words]
    return None if None in values else sum(value or 0 for value in values)
