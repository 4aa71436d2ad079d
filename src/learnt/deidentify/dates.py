"""Days become years in texts for the public: "on 14 March 2019" is "in 2019".

A month stays where it dates a paper or a deadline (not the case), outside the year of the death.
A date of birth becomes a decade. Words and months are data (`rules/deidentify_dates.toml`).
"""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from learnt import rulebook
from learnt.deidentify.changes import Change
from learnt.words import capital

Numbers = dict[str, str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is written instead."""

    no_year: str
    no_year_bare: str
    born: str


class Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before a date that tell what it dates."""

    deadline: tuple[str, ...]
    paper: tuple[str, ...]
    born: tuple[str, ...]


class Dates(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `dates`."""

    months: tuple[str, ...]
    short_months: tuple[str, ...]
    weekdays: tuple[str, ...]
    before: dict[str, str]
    words: Words
    kept: Kept


class _File(msgspec.Struct, frozen=True):
    source: str
    dates: Dates


class Years(msgspec.Struct, frozen=True):
    """The year of the death and the last year of the review's own papers, where known."""

    death: int | None = None
    paper: int | None = None


@cache
def rules() -> Dates:
    """Give the rules on dates."""
    return rulebook.load("deidentify_dates.toml", _File).dates


def find_dates(text: str, years: Years | None = None, due: bool = False) -> list[Change]:
    """Give the changes that make days and months of `text` into years, in order.

    `due` says that the text stands where deadlines do (a plan's column): months stay in it.
    """
    known = years or Years()
    found: list[Change] = []
    if not _DIGIT.search(text):
        return found
    for match in _pattern().finditer(text):
        change = _change(text, match, known, due)
        if change is not None and change.words != text[change.start : change.end]:
            _add(found, change, text)
    return found


def _add(found: list[Change], change: Change, text: str) -> None:
    """Add a change; "2018 and 2018" is one year, and so is "between 2018 and 2018"."""
    last = found[-1] if found else None
    if last is not None and _SAME.fullmatch(text[last.end : change.start]):
        years = _YEAR.search(last.words), _YEAR.search(change.words)
        if years[0] and years[1] and last.words[-4:] == change.words == years[0].group():
            words = re.sub(r"^(?:between|from)\b", "in", last.words)
            words = re.sub(r"^(?:Between|From)\b", "In", words)
            found[-1] = Change(last.start, change.end, words, last.kind, last.rule)
            return
    found.append(change)


_SAME = re.compile(r"\s*(?:-|–|to|and|or|&)\s*(?:the\s+)?")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")


@cache
def _pattern() -> re.Pattern[str]:
    rule = rules()
    month = "|".join([*rule.months, *(rf"{name}\.?" for name in rule.short_months)])
    weekday = rf"(?:(?:{'|'.join(rule.weekdays)}),?\s+)?(?:the\s+)?"
    time = r"(?:(?:at|@)?\s*\d{1,2}[:.]\d{2}\s*(?:hours|hrs|am|pm|a\.m\.|p\.m\.)?,?\s+(?:on\s+)?)?"
    day = r"(?:[0-3]?\d)(?:st|nd|rd|th)?"
    year = r"(?:19|20)\d\d"
    one = rf"(?:{month})"
    forms = (
        rf"(?:{weekday}{day}(?:(?:\s+of)?\s+{one})?\s*(?:-|–|to|and|&|or)\s*)?"
        rf"{weekday}{day}(?:\s+of)?\s+{one},?\s+(?P<y1>{year})\b",
        rf"{weekday}{one}\s+{day},?\s+(?P<y2>{year})\b",
        r"\b[0-3]?\d\s?(?P<sign>[./-])\s?(?P<m3>[01]?\d)\s?(?P=sign)\s?"
        r"(?P<y3>(?:19|20)\d\d|\d\d)\b(?![./-]?\d)",
        rf"\b(?P<y4>{year})-[01]\d-[0-3]\d\b",
        rf"(?P<month>(?:(?:early|late|mid)[- ])?{one},?\s+(?P<y5>{year})\b)",
        rf"(?P<no_year>{weekday}(?:\b{day}(?:\s+of)?\s+{one}|\b{one}\s+\d{{1,2}}(?:st|nd|rd|th))\b)(?!,?\s+\d{{4}})",
    )
    before = "|".join(sorted(rule.before, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w/-])(?:(?P<before>{before})\s+)?{time}(?:{'|'.join(forms)})", re.IGNORECASE
    )


def _change(text: str, match: re.Match[str], known: Years, due: bool) -> Change | None:
    before = match["before"] or ""
    if match["no_year"]:
        return _without_year(match, before)
    if match["sign"] and not _is_numeric_date(match):
        return None
    year = _year(next(match[f"y{n}"] for n in range(1, 6) if match[f"y{n}"]))
    lead = text[max(0, match.start() - 40) : match.start()] + before
    if _ends_with(lead, rules().kept.born):
        words = rules().words.born.format(decade=year // 10 * 10)
        return Change(match.start(), match.end(), _as(before, words), "date", "date-of-birth")
    due = (due or _ends_with(lead, rules().kept.deadline)) and year > (known.death or 0)
    months = _kept_month(text, match, known, year, due, lead)
    if months == text[match.start() : match.end()]:
        return None
    told = months or _as(match.group(), f"{_before(before, match)} {year}".strip())
    return Change(match.start(), match.end(), told, "date", "day-to-year")


def _is_numeric_date(match: re.Match[str]) -> bool:
    """Whether "3.2.19" is a date: points with a short year are a paragraph's number more often."""
    day, month = int(re.findall(r"\d+", match.group())[-3]), int(match["m3"])
    points = match["sign"] == "." and len(match["y3"]) == 2 and not match["before"]
    return 1 <= day <= 31 and 1 <= month <= 12 and not points


def _year(words: str) -> int:
    if len(words) == 4:
        return int(words)
    return 1900 + int(words) if int(words) > 40 else 2000 + int(words)


def _before(word: str, match: re.Match[str]) -> str:
    """Give the word that stands before a year where `word` stood before the date."""
    if _RANGE.match(match.group()):
        return "in" if word.lower() in ("between", "from", "on", "during") else ""
    if not word and match.group().lower().startswith("the "):
        return "the" if re.match(r" [a-z]", match.string[match.end() :]) else ""
    return rules().before.get(word.lower(), "")


_RANGE = re.compile(
    r"(?:\w+\s+)??(?:\w+,?\s+)??\d{1,2}(?:\w\w)?(?:\s+[A-Z]\w+)?\s*(?:-|–|to|and|or|&)"
)


def _as(like: str, words: str) -> str:
    """Begin with a capital where what stood there did."""
    return capital(words) if like[:1].isupper() else words


def _without_year(match: re.Match[str], before: str) -> Change | None:
    told = match["no_year"]
    if not re.search(r"\d", told) or not any(part[:1].isupper() for part in told.split()):
        return None
    words = rules().words
    instead = words.no_year if before.lower() in ("on", "in", "at") else words.no_year_bare
    if before and instead == words.no_year_bare:
        instead = f"{before} {instead}"
    return Change(match.start(), match.end(), _as(before, instead), "date", "day-without-year")


def _kept_month(
    text: str, match: re.Match[str], known: Years, year: int, due: bool, lead: str
) -> str:
    """Give the words with the month where it may stay: a deadline, or a paper's date; else ""."""
    if known.death is not None and year == known.death:
        return ""
    if not due and not (match["month"] and _dates_a_paper(text, match, lead)):
        return ""
    if match["month"]:
        return match.group()
    month = next(_months(match.group()), "") or _numbered_month(match)
    if not month:
        return ""
    return f"{match['before']} {month} {year}" if match["before"] else f"{month} {year}"


def _numbered_month(match: re.Match[str]) -> str:
    number = int(match["m3"] or 0)
    return rules().months[number - 1] if 1 <= number <= 12 else ""


def _months(words: str) -> Iterator[str]:
    for name in (*rules().months, *rules().short_months):
        if re.search(rf"\b{name}\b", words, re.IGNORECASE):
            yield name


def _dates_a_paper(text: str, match: re.Match[str], lead: str) -> bool:
    """Whether "(April 2022)" closes a title in capitals, or words before tell of a paper."""
    bracketed = text[match.start() - 1 : match.start()] == "(" and text[match.end() :][:1] == ")"
    if bracketed and re.search(r"\b[A-Z][\w’'-]+ \($", lead):
        return True
    clause = re.split(r"[.;]\s", lead)[-1]
    return any(re.search(rf"\b{re.escape(word)}\b", clause, re.I) for word in rules().kept.paper)


def _ends_with(lead: str, words: tuple[str, ...]) -> bool:
    told = re.sub(r"[\s:(]+$", "", lead.casefold())
    told = re.sub(r"\s+(?:on|in|the|is|was)$", "", told)
    return any(re.search(rf"(?:^|\W){re.escape(word.casefold())}$", told) for word in words)


def date_spans(text: str) -> list[tuple[int, int]]:
    """Give where dates with a year stand in `text`; a month in them is nobody's name."""
    if not _YEAR.search(text):
        return []
    return [match.span() for match in _pattern().finditer(text) if not match["no_year"]]


@cache
def calendar_words() -> frozenset[str]:
    """Give the names of months and days, in lower case."""
    rule = rules()
    return frozenset(word.lower() for word in (*rule.months, *rule.short_months, *rule.weekdays))
