"""The dates of completion and of publication."""

import re
from collections.abc import Iterator, Sequence

from learnt.extract.dates import find_dates, parse_date
from learnt.extract.metadata.found import Value, best
from learnt.extract.metadata.lines import Line, Pair
from learnt.extract.metadata.rules import rules
from learnt.words import fold_quotes

LABELLED, BARE, LATER, PROSE = 10.0, 4.0, 3.0, 2.0
_VAGUE = re.compile(r"^(?:dated?|by)\b", re.IGNORECASE)
MARK = "\N{WHITE SQUARE}"


def find_published(lines: Sequence[Line], pairs: Sequence[Pair]) -> Value[str] | None:
    """Give the date of publication; that of a cited guidance, or of an upload, is none."""
    return best([*_labelled(pairs, "published"), *_told(lines, rules().prose.published)])


def find_completed(lines: Sequence[Line], pairs: Sequence[Pair]) -> Value[str] | None:
    """Give the date on which the report was completed: labelled, told, or alone on the title page."""
    told = _told(lines, rules().prose.completed)
    return best([*_labelled(pairs, "completed"), *told, *_alone(lines, pairs)])


def _labelled(pairs: Sequence[Pair], field: str) -> Iterator[Value[str]]:
    for pair in pairs:
        iso = parse_date(pair.value) if pair.field == field and len(pair.value) < 60 else None
        if iso and (pair.line.front or not _VAGUE.match(pair.label)):
            vague = 1.0 if _VAGUE.match(pair.label) else 0.0
            weight = LABELLED if pair.line.front else LATER
            yield Value(iso, pair.line.evidence(f"{field}-label"), weight - vague)


def _told(lines: Sequence[Line], form: str) -> Iterator[Value[str]]:
    pattern = re.compile(form.replace("{d}", MARK), re.IGNORECASE)
    for line in lines:
        for start, end, iso in find_dates(line.text):
            marked = fold_quotes(line.text[:start] + MARK + line.text[end:])
            if pattern.search(marked):
                yield Value(iso, line.evidence("date-prose"), PROSE)


def _alone(lines: Sequence[Line], pairs: Sequence[Pair]) -> Iterator[Value[str]]:
    """Take a date that fills a line of the title page, where nothing labels it."""
    labelled = {(id(pair.line.document), pair.line.index) for pair in pairs}
    for line in lines:
        if (id(line.document), line.index) in labelled:
            continue
        if not line.front or line.block.page > 1 or len(line.text) > 30:
            continue
        dates = find_dates(line.text)
        whole = len(dates) == 1 and dates[0][1] - dates[0][0] == len(line.text.strip(" .()"))
        if whole and len(dates[0][2]) > 4:
            yield Value(dates[0][2], line.evidence("date-alone"), BARE)
