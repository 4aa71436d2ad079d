"""The date of death as precise as printed, and its year."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from learnt.extract.dates import find_dates, parse_date, year_of
from learnt.extract.metadata.found import Value, best
from learnt.extract.metadata.lines import Line, Pair
from learnt.extract.metadata.rules import either, rules
from learnt.words import fold_quotes

LABELLED, TITLE, OPENING, TEXT = 20.0, 10.0, 3.0, 1.0
OPENING_SHARE = 0.25
"""The first quarter of a report tells of the death under review; later parts of other deaths too."""
MARK = "\N{WHITE SQUARE}"
"""Stands for a date while the words around it are looked at."""


@cache
def _prose() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            form.replace("{d}", rf"(?:around |about |approximately )?(?:\w+day,? )?(?:the )?{MARK}")
        )
        for form in rules().death.prose
    )


def find_death(lines: Sequence[Line], pairs: Sequence[Pair]) -> Value[str] | None:
    """Give the date of death under review as ISO text, as precise as the best place prints it.

    Where only a year is printed under its own label, that year is it. Deaths of relatives and of
    other reviews' victims are left out.
    """
    values = [*_labelled(pairs, "death_date"), *_told(lines)]
    chosen = _most_told(values)
    if chosen is None:
        return best(_labelled(pairs, "year_of_death"))
    finer = [v for v in values if v.value.startswith(chosen.value) and v.weight >= OPENING]
    return max(finer, key=lambda v: len(v.value), default=chosen)


def find_year(pairs: Sequence[Pair], death: Value[str] | None) -> Value[int] | None:
    """Give the year of death: as a label prints it, else the date's own."""
    printed = best(_labelled(pairs, "year_of_death"))
    chosen = printed or death
    year = year_of(chosen.value) if chosen else None
    return Value(year, chosen.evidence) if chosen and year else None


def _labelled(pairs: Sequence[Pair], field: str) -> Iterator[Value[str]]:
    for pair in pairs:
        iso = parse_date(pair.value) if pair.field == field else None
        if iso:
            weight = LABELLED if pair.line.front else LABELLED / 2
            yield Value(iso, pair.line.evidence("death-label"), weight)


def _most_told(values: Sequence[Value[str]]) -> Value[str] | None:
    """Give the value whose year is told with most weight, the heaviest of that year."""
    years: dict[str, float] = {}
    for value in values:
        years[value.value[:4]] = years.get(value.value[:4], 0.0) + value.weight
    if not years:
        return None
    year = max(years, key=lambda y: years[y])
    return best(v for v in values if v.value.startswith(year))


def _told(lines: Sequence[Line]) -> Iterator[Value[str]]:
    last = max((line.index for line in lines), default=0)
    for line in lines:
        if line.front or line.block.kind != "item":
            for iso in deaths_in(line.text):
                yield Value(iso, line.evidence("death-prose"), _weight(line, last))


def deaths_in(text: str) -> list[str]:
    """Give the dates at which a text tells that somebody under review died, in order.

    Each date in turn is replaced by a mark, and the forms of prose are looked for around it.
    """
    found: list[str] = []
    for start, end, iso in find_dates(text):
        left = max(text.rfind(". ", 0, start) + 1, 0)
        right = text.find(". ", end)
        sentence = text[left:start] + MARK + text[end : right if right >= 0 else None]
        sentence = fold_quotes(sentence)
        match = next((m for form in _prose() if (m := form.search(sentence))), None)
        if match and not _is_anothers(sentence, match):
            found.append(iso)
    return found


def _is_anothers(sentence: str, match: re.Match[str]) -> bool:
    """Whether the words told of the death name a relative, or the case of another review."""
    around = sentence[max(0, match.start() - 40) : match.end()]
    others = "|".join(rules().death.others)
    own = re.compile(
        rf"\b(?:{others})(?:'s)?\b[^,.]{{0,25}}\b(?:died|death|was killed|took|passed)"
        rf"|\bdeath of (?:her|his|their|the|\w+'s) (?:\w+ )?(?:{others})\b",
        re.IGNORECASE,
    )
    return own.search(around) is not None


def _weight(line: Line, last: int) -> float:
    if line.front and len(line.text) < 200:
        return TITLE
    heading = either(rules().death.sections)
    early = line.index <= last * OPENING_SHARE or heading.search(line.text[:30]) is not None
    return OPENING if early else TEXT
