"""Recommendations: of the chosen area or of the rest, by theme, subject, agency, level and the like."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean, median

from msgspec.structs import replace

from learnt.agencies import agency_name
from learnt.analyse.averaged import number_of
from learnt.analyse.counting import Frame, categories, mentions, named, single, tags
from learnt.analyse.measures import measures
from learnt.analyse.themes import Grouping, counterpart, groups_of, name_of, names_of_axis
from learnt.records.case import AskEntry
from learnt.records.finding import Tally

MOST = 25
"""Agencies shown: those with most recommendations."""

SMART = ("owner", "action", "measure", "time")

SIZES = ((1, 5), (6, 10), (11, 15), (16, 20), (21, 30), (31, 50), (51, None))
"""Bands for the number of recommendations in a review."""


def count_asks(asks: Sequence[AskEntry], section: str, of: str, every: bool) -> list[Tally]:
    """Give the tables of a set of recommendations; `section` is `recommendations` or `rest`."""

    def frame(name: str, words: str = of) -> Frame:
        return Frame(measures()[name], section, words, every)

    if not asks:
        return []
    found = [
        categories(frame("main_theme"), _each(asks, lambda one: name_of(one.main_theme))),
        _named(frame("theme"), asks, _theme_names, _is_coded, names_of_axis("change")),
        _mentions(frame("theme_mentions"), asks, _theme_names),
        _named(frame("subject"), asks, _subject_names, _is_coded, names_of_axis("subject")),
        *(_grouped(frame(name), asks) for name in ("home_office_area", "library_theme")),
        _grouped(frame("overview_theme"), asks),
        _named(frame("agency_type"), asks, _types, _types),
        _mentions(frame("agency_type_mentions"), asks, _types),
        _most(_named(frame("agency"), asks, _agencies, _agencies)),
        categories(frame("level"), _each(asks, lambda one: one.level or "")),
        _smart(frame("smart"), asks),
        tags(frame("checked"), {"checked by a person": _checked(asks)}, len(asks)),
        *_by_review(frame("per_review", "reviews"), frame("review_size", "reviews"), asks),
    ]
    return [one for one in found if one.findings and one.total != one.not_recorded]


Names = Callable[[AskEntry], Iterable[str]]


def _each(
    asks: Sequence[AskEntry], name: Callable[[AskEntry], str]
) -> list[tuple[str, str | None]]:
    return [(one.id, name(one) or None) for one in asks]


def _theme_names(ask: AskEntry) -> list[str]:
    found = dict.fromkeys((*ask.themes, *([ask.main_theme] if ask.main_theme else ())))
    return [name_of(theme) for theme in found]


def _agencies(ask: AskEntry) -> list[str]:
    return [(agency_name(body) if body else "") or printed for body, printed in ask.agencies]


def _subject_names(ask: AskEntry) -> list[str]:
    return [name_of(subject) for subject in ask.subjects]


def _types(ask: AskEntry) -> tuple[str, ...]:
    return ask.agency_types


def _is_coded(ask: AskEntry) -> bool:
    return bool(ask.themes or ask.subjects or ask.main_theme)


def _named(
    frame: Frame,
    asks: Sequence[AskEntry],
    names: Names,
    known: Callable[[AskEntry], object],
    order: Sequence[str] = (),
) -> Tally:
    """Count in how many recommendations each name stands; `known` tells which were looked at."""
    return named(frame, ((one.id, names(one) if known(one) else None) for one in asks), order)


def _mentions(frame: Frame, asks: Sequence[AskEntry], names: Names) -> Tally:
    found = [(one.id, tuple(dict.fromkeys(names(one)))) for one in asks]
    return mentions(frame, found, sum(not several for _, several in found))


def _most(table: Tally) -> Tally:
    """Keep the largest rows of a table, and say how many there are beside them."""
    more = len(table.findings) - MOST
    if more <= 0:
        return table
    said = f"{table.definition} The {MOST} with most are shown; there are {more} more."
    return replace(table, findings=table.findings[:MOST], definition=said)


def _grouped(frame: Frame, asks: Sequence[AskEntry]) -> Tally:
    grouping: Grouping = frame.measure.derived  # type: ignore[assignment]  # the rules' own word

    def names(ask: AskEntry) -> Iterable[str]:
        whole = (*ask.themes, *((ask.main_theme,) if ask.main_theme else ()))
        return filter(None, (counterpart(theme, grouping) for theme in whole))

    return _named(frame, asks, names, _is_coded, groups_of(grouping))


def _smart(frame: Frame, asks: Sequence[AskEntry]) -> Tally:
    found = {
        part: [(one.id, None if one.smart is None else one.smart.get(part)) for one in asks]
        for part in SMART
    }
    return tags(frame, found, len(asks))


def _checked(asks: Sequence[AskEntry]) -> list[tuple[str, bool | None]]:
    return [(one.id, one.checked) for one in asks]


def _by_review(per_review: Frame, size: Frame, asks: Sequence[AskEntry]) -> tuple[Tally, Tally]:
    many = Counter(one.review for one in asks)
    values, ids = [float(number) for number in many.values()], tuple(many)
    told = {
        "mean": fmean(values),
        "median": median(values),
        "least": min(values),
        "most": max(values),
    }
    findings = [
        number_of(per_review, name, value, ids, len(ids), values if name == "mean" else ())
        for name, value in told.items()
    ]
    sizes = [(review, _size(number)) for review, number in many.items()]
    order = [_size_label(low, high) for low, high in SIZES]
    return (
        single(per_review, findings, len(ids), 0),
        categories(size, sizes, order, closed=True),
    )


def _size(number: int) -> str:
    return next(
        _size_label(low, high) for low, high in SIZES if high is None or low <= number <= high
    )


def _size_label(low: int, high: int | None) -> str:
    return f"{low} or more" if high is None else f"{low}–{high}"
