"""Recommendations: of the chosen area or of the rest, by theme, subject, agency, level and the like."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean, median

from learnt.agencies import agency_name
from learnt.analyse.averaged import number_of
from learnt.analyse.counting import Frame, categories, mentions, single, tags
from learnt.analyse.measures import measures
from learnt.analyse.themes import Grouping, counterpart, groups_of, name_of, themes
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
    coded = [name_of(theme) for theme in themes()]
    found = [
        categories(frame("main_theme"), _each(asks, lambda one: name_of(one.main_theme))),
        _tags(frame("theme"), asks, _theme_names, coded),
        mentions(frame("theme_mentions"), _named(asks, _theme_names), _silent(asks, _theme_names)),
        _tags(frame("subject"), asks, lambda one: map(name_of, one.subjects), known=_is_coded),
        *(_grouped(frame(name), asks) for name in ("home_office_area", "library_theme")),
        _grouped(frame("overview_theme"), asks),
        _tags(frame("agency_type"), asks, lambda one: one.agency_types),
        mentions(
            frame("agency_type_mentions"),
            _named(asks, lambda one: one.agency_types),
            _silent(asks, lambda one: one.agency_types),
        ),
        _tags(frame("agency"), asks, _agencies, most=MOST),
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


def _is_coded(ask: AskEntry) -> bool:
    return bool(ask.themes or ask.subjects or ask.main_theme)


def _named(asks: Sequence[AskEntry], names: Names) -> list[tuple[str, list[str]]]:
    return [(one.id, list(dict.fromkeys(names(one)))) for one in asks]


def _silent(asks: Sequence[AskEntry], names: Names) -> int:
    return sum(not any(True for _ in names(one)) for one in asks)


def _tags(
    frame: Frame,
    asks: Sequence[AskEntry],
    names: Names,
    order: Iterable[str] = (),
    known: Callable[[AskEntry], bool] | None = None,
    most: int | None = None,
) -> Tally:
    """Count in how many recommendations each name stands; `known` tells which were looked at."""
    named = {one.id: frozenset(names(one)) for one in asks}
    looked = [one for one in asks if (known(one) if known else named[one.id])]
    missing = [one for one in asks if not (known(one) if known else named[one.id])]
    seen = Counter(name for found in named.values() for name in found)
    rows = dict.fromkeys([*order, *seen])
    if most is not None:
        rows = dict.fromkeys(name for name, _ in sorted(seen.items(), key=_by_number)[:most])
    found = {
        name: [
            *((one.id, name in named[one.id]) for one in looked),
            *((one.id, None) for one in missing),
        ]
        for name in rows
    }
    return tags(frame, found, len(asks), by_size=True)


def _by_number(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _grouped(frame: Frame, asks: Sequence[AskEntry]) -> Tally:
    grouping: Grouping = frame.measure.derived  # type: ignore[assignment]  # the rules' own word

    def names(ask: AskEntry) -> Iterable[str]:
        whole = (*ask.themes, *((ask.main_theme,) if ask.main_theme else ()))
        return filter(None, (counterpart(theme, grouping) for theme in whole))

    return _tags(frame, asks, names, groups_of(grouping), known=_is_coded)


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
