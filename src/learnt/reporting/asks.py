"""Makes recommendations of an exchange dataset countable; what the dataset lacks the steps fill in."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from msgspec import UNSET

from learnt.agencies import load_register
from learnt.enrich import enrich
from learnt.link import find_repeats, make_entries
from learnt.records import Addressee, Metadata, Recommendation, Review, ThemeCoding
from learnt.records.case import AskEntry, Entry, ReviewEntry
from learnt.records.review import Level
from learnt.reporting.theme_words import theme_ids
from learnt.theme import own_codebook

BETWEEN = " | "
SUBJECT = "subject"
_BY_HAND = re.compile(r"[;\n]")


def asks_of(
    entries: Iterable[Entry], incidents: Mapping[str, str], reviews: Mapping[str, ReviewEntry]
) -> tuple[AskEntry, ...]:
    """Give the recommendations as counting needs them, in the order given.

    `incidents` tells the review of each by its id. Themes, types of agency and groups of repeats are
    the dataset's own where any row of it has them, else those of the pipeline's steps.
    """
    listed = tuple(entries)
    steps = ["smart"]
    if not _has(listed, "agency_types"):
        steps.append("agencies")
    if not _has(listed, "themes"):
        steps.append("themes")
    grouped: dict[str, list[Entry]] = defaultdict(list)
    for one in listed:
        grouped[incidents.get(one.id, "")].append(one)
    read = [enrich(_review_of(rows, reviews.get(name)), steps) for name, rows in grouped.items()]
    known = {one.id: one for review in read for one in review.recommendations}
    repeats = (
        {one.id: str(one.values.get("repeat_group", "")) for one in listed}
        if _has(listed, "repeat_group")
        else _repeats(read)
    )
    return tuple(
        _ask(one, known[one.id], incidents.get(one.id, ""), repeats.get(one.id, ""))
        for one in listed
    )


def _has(entries: Iterable[Entry], column: str) -> bool:
    return any(one.values.get(column) for one in entries)


def _split(value: object) -> tuple[str, ...]:
    return tuple(part.strip() for part in str(value or "").split(BETWEEN.strip()))


def _parts(value: object) -> tuple[str, ...]:
    return tuple(part for part in _split(value) if part)


def _bodies(value: object) -> tuple[str, ...]:
    """Give the printed names; who keeps a list by hand parts them by semicolons or lines."""
    return tuple(
        part for one in _parts(value) for part in map(str.strip, _BY_HAND.split(one)) if part
    )


def _review_of(entries: Iterable[Entry], review: ReviewEntry | None) -> Review:
    metadata = Metadata()
    if review:
        metadata = Metadata(
            kind=review.kind,
            csp=review.csp or None,
            published=review.published or None,
            year_of_death=review.year_of_death,
        )
    return Review(review=metadata, recommendations=tuple(map(_recommendation, entries)))


def _recommendation(one: Entry) -> Recommendation:
    values = one.values
    level = values.get("level")
    themes = theme_ids(values.get("themes"))
    main = theme_ids(values.get("main_theme"))
    return Recommendation(
        id=one.id,
        ref=str(values.get("reference", "")),
        text=str(values.get("text", "")),
        title=str(values["title"]) if values.get("title") else None,
        context=str(values["context"]) if values.get("context") else None,
        addressees=tuple(_addressees(one)),
        level=cast(Level, level)
        if level in ("single-agency", "multi-agency", "national")
        else None,
        themes=tuple(ThemeCoding(theme) for theme in themes) if themes else UNSET,
        main_theme=main[0] if main else UNSET,
    )


def _addressees(one: Entry) -> Iterable[Addressee]:
    """Give the bodies; ids and types stand in the same order as the printed names, if as many."""
    printed = _bodies(one.values.get("addressees"))
    ids, types = _split(one.values.get("agencies")), _split(one.values.get("agency_types"))
    for position, name in enumerate(printed):
        yield Addressee(
            printed=name,
            agency=ids[position] or None if len(ids) == len(printed) else None,
            type=types[position] or None if len(types) == len(printed) else None,
        )


def _repeats(reviews: Iterable[Review]) -> dict[str, str]:
    found = find_repeats(make_entries(reviews))
    return {one.id: group.entries[0].id for group in found for one in group.entries}


def _ask(entry: Entry, told: Recommendation, review: str, repeat: str) -> AskEntry:
    codings = told.themes if told.themes is not UNSET else ()
    themes = tuple(one.id for one in codings)
    smart = told.smart
    types = {one.type for one in told.addressees if one.type} or _parts(
        entry.values.get("agency_types")
    )
    return AskEntry(
        id=entry.id,
        review=review,
        ref=told.ref,
        text=told.text,
        themes=tuple(one for one in themes if one not in _subjects()),
        main_theme=told.main_theme if isinstance(told.main_theme, str) else "",
        subjects=tuple(one for one in themes if one in _subjects()),
        agencies=tuple(_named(one) for one in told.addressees),
        agency_types=tuple(sorted(types)),
        level=told.level,
        smart=None
        if smart is UNSET
        else {name: getattr(smart, name).met for name in ("owner", "action", "measure", "time")},
        repeat=repeat,
        checked=entry.values.get("checked") == "person",
    )


def _named(one: Addressee) -> tuple[str, str]:
    agency = one.agency if isinstance(one.agency, str) else ""
    body = load_register().bodies.get(agency)
    return agency, body.name if body else one.printed


@cache
def _subjects() -> frozenset[str]:
    return frozenset(one.id for one in own_codebook().theme if one.axis == SUBJECT)
