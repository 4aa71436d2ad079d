"""The death itself: homicide or suicide, how, where and when."""

import re
from collections.abc import Iterator
from functools import cache

from learnt.extract.case_facts.claims import Claim
from learnt.extract.case_facts.events import act_in, is_where_one_lived
from learnt.extract.case_facts.mentions import TAG, Read
from learnt.extract.case_facts.needles import Form
from learnt.extract.case_facts.stance import is_said
from learnt.extract.case_facts.values import form, forms, values
from learnt.extract.dates import find_dates

STATED, AT_ONCE = 0.9, 0.95
REACH = 45
"""Letters after the words of the act in which its means are likely told."""
RESIDENTIAL = (
    "shared home",
    "victim's home",
    "perpetrator's home",
    "relative's home",
    "friend's home",
    "home",
)
_VICTIM = Form(r"⟦(?:V\d|B)⟧|post[- ]mortem|cause of death|both women|their mother", re.IGNORECASE)
_RANGE = re.compile(
    r",? *(?:to|until|till|up to|onwards?|through|and (?:the|her|his)|[-–])(?!\w)", re.I
)
"""What follows a date that opens a stretch of time: "from 1 January 2008 to the date of the death"."""
_COURT = re.compile(
    r"\b(?:trial|sentenc|convict|inquest|plead|hearing|guilty|charged|arrest|court)", re.IGNORECASE
)
_DIED = re.compile(r"\b(?:died|dead|own life|death|(?:was|were|been) killed)\b", re.IGNORECASE)
_OTHER_DATE = Form(
    r"\b(?:born|from|since|between|until|to|review|panel|report|trial|sentenc|convict|inquest|plead|guilty|verdict|charged|arrest|jail|imprison|tried|court)",
    re.IGNORECASE,
)


def find_death_facts(read: Read) -> Iterator[Claim]:
    """Give what a sentence tells of the death: its kind, method, place and date."""
    yield from _kinds(read)
    yield from _methods(read)
    yield from _places(read)
    yield from _dates(read)


def _claim(
    read: Read, variable: str, value: str | bool, rule: str, weight: float = STATED
) -> Claim:
    return Claim(
        "incidents", 0, variable, value, read.sentence.place, read.sentence.printed, rule, weight
    )


def _kinds(read: Read) -> Iterator[Claim]:
    text, rules = read.full, values().death
    for match, _ in forms(rules.suicide).matches(text):
        if is_said(text, match.start(), match.end()):
            yield _claim(read, "death_type", "suicide", "suicide", AT_ONCE)
    for match, _ in forms(rules.homicide).matches(text):
        if is_said(text, match.start(), match.end()) and "acquitted" not in text:
            yield _claim(read, "death_type", "homicide", "homicide")


@cache
def _any(name: str) -> Form:
    return Form(getattr(values().methods, name), re.IGNORECASE)


def _methods(read: Read) -> Iterator[Claim]:
    text = read.full
    act = act_in(text)
    if act is None and (_any("not_fatal").search(text) or not _is_fatal(text)):
        return
    stretches = [text] if act is None else [text[act.start() : act.end() + REACH], text]
    for stretch in stretches:
        value = _method_in(stretch)
        if value:
            yield _claim(read, "cause_of_death", value, "method")
            return


def _method_in(text: str) -> str:
    """Give the method that a stretch of a sentence tells; empty where it tells none."""
    for choice in values().method:
        for pattern in choice.patterns:
            match = form(pattern).search(text)
            if match and is_said(text, match.start(), match.end()):
                return choice.value
    return ""


def _is_fatal(text: str) -> bool:
    if _any("fatal").search(text) and _VICTIM.search(text):
        return True
    act = rf"⟦P\d⟧[^⟦⟧.;]{{0,60}}?{values().methods.acts} ⟦(?:V\d|O)⟧"
    done = rf"⟦V\d⟧[^⟦⟧.;]{{0,40}}?\b(?:was|were) {values().methods.acts}"
    return re.search(f"{act}|{done}", text, re.IGNORECASE) is not None


@cache
def _event() -> Form:
    return Form(values().places.event, re.IGNORECASE)


def _places(read: Read) -> Iterator[Claim]:
    text = read.light
    if not _event().search(text) or ("⟦" not in text and "post" not in text):
        return
    for choice in values().place:
        for pattern in choice.patterns:
            match = form(pattern).search(text)
            if match and is_said(text, match.start(), match.end()) and _near_event(text, match):
                if choice.value != "home":
                    yield _claim(read, "place_of_death", choice.value, "place")
                kind = "residential_location" if choice.value in RESIDENTIAL else "public_place"
                yield _claim(read, "location_of_death", kind, "place")
                return


def _near_event(text: str, match: re.Match[str]) -> bool:
    """Whether the place is told of the fatal event: the words for it stand within a few words."""
    if is_where_one_lived(text, match.start()):
        return False
    around = text[max(0, match.start() - 90) : match.end() + 60]
    return _event().search(around) is not None


@cache
def _date_words() -> Form:
    return Form(values().death.date_words, re.IGNORECASE)


def _dates(read: Read) -> Iterator[Claim]:
    text = read.full
    words = _date_words().search(text)
    if words is None or not _VICTIM.search(text):
        return
    for start, end, iso in find_dates(text):
        before, after = text[max(0, start - 110) : start], text[end : end + 90]
        near = _date_words().search(before) or _date_words().search(after)
        other = _is_other(text, start, end) or _of_another(text[:start])
        if near and not other and is_said(text, start, end) and _is_death(text):
            yield _claim(read, "death_date", iso, "date", STATED if len(iso) < 10 else AT_ONCE)
            return


def is_dated(text: str, value: str) -> bool:
    """Whether a sentence gives `value` as the day of an event, and not of a trial or a stretch of time."""
    return any(
        iso == value
        and not _COURT.search(text, max(0, start - 40), start)
        and not _RANGE.match(text, end)
        for start, end, iso in find_dates(text)
    )


def _is_other(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 40) : start]
    return _OTHER_DATE.search(before) is not None or _RANGE.match(text, end) is not None


def _of_another(before: str) -> bool:
    """Whether it is somebody else who died on the date that follows: "her mother died in"."""
    tags = list(TAG.finditer(before))
    if not tags or tags[-1][1][0] not in "OGX":
        return False
    return _DIED.search(before, tags[-1].end()) is not None


def _is_death(text: str) -> bool:
    rules = values().death
    if any(True for _ in forms((*rules.homicide, *rules.suicide)).matches(text)):
        return True
    return _any("fatal").search(text) is not None or _is_fatal(text)
