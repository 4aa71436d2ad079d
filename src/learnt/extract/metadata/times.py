"""When the person died, when the review was completed and when it was published, as precisely as printed."""

import re

from learnt.extract.dates import find_dates, parse_date, year_of
from learnt.extract.metadata.lines import Line, labelled, prose
from learnt.records import Evidence

Dated = tuple[str | None, Evidence | None]
_ONLY_DATE = re.compile(
    r"^[^a-z]*(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Za-z]+ \d{4}$|^\d{4}$|^\d{1,2}/\d{1,2}/\d{2,4}$"
)
_REFERENCE = re.compile(r"\b[A-Z]{2,}[A-Za-z]*[ /-]?\d{4}[/-]")
LATE = 0.35
"""Share of a document's lines in which the death of its subject is looked for."""


def find_death(lines: list[Line]) -> Dated:
    """Give the date of death: under its label, on the front, else in the first part of the text.

    A month or year that the front prints is made no more precise than the text of the front part says.
    """
    for field, value, line in labelled(lines):
        iso = parse_date(value) if field == "death_date" else None
        if iso:
            return iso, line.evidence("death-label")
    front = [line for line in lines if line.front]
    for some, rule in ((front, "death-front"), (_early(lines), "death-text")):
        for line in some:
            iso = death_in(line.text)
            if iso:
                return iso, line.evidence(rule)
    return None, None


def _early(lines: list[Line]) -> list[Line]:
    return lines[: max(60, int(len(lines) * LATE))]


def death_in(text: str) -> str | None:
    """Give the date of the death that a line tells of; None for others' deaths and reference numbers."""
    for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", text):
        if prose("death_of_others").search(sentence):
            continue
        dates = find_dates(_REFERENCE.sub(lambda m: "#" * len(m[0]), sentence))
        for match in prose("death").finditer(sentence):
            for start, _, iso in dates:
                if -2 <= start - match.end() <= 3:
                    return iso
    return None


def find_completed(lines: list[Line]) -> Dated:
    """Give the date of completion: under its label, in the text, else a date alone on the front."""
    labelled_date = _under(lines, "completed")
    if labelled_date[0]:
        return labelled_date
    told = _told(lines, "completed")
    if told[0]:
        return told
    for line in lines:
        if line.front and _ONLY_DATE.match(line.text.strip()):
            iso = parse_date(line.text)
            if iso and "-" in iso:
                return iso, line.evidence("completed-front")
    return None, None


def find_published(lines: list[Line]) -> Dated:
    """Give the date of publication that the document prints of itself."""
    front = [line for line in lines if line.front]
    labelled_date = _under(front, "published")
    return labelled_date if labelled_date[0] else _told(front, "published")


def _under(lines: list[Line], wanted: str) -> Dated:
    for field, value, line in labelled(lines):
        if field == wanted and len(value) < 60 and (wanted != "completed" or line.front):
            iso = parse_date(value)
            if iso:
                return iso, line.evidence(f"{wanted}-label")
    return None, None


def _told(lines: list[Line], wanted: str) -> Dated:
    for line in lines:
        for match in prose(wanted).finditer(line.text):
            after = [d for d in find_dates(line.text[match.end() :]) if d[0] <= 3]
            if after:
                return after[0][2], line.evidence(f"{wanted}-text")
    return None, None


def year_of_death(death: str | None) -> int | None:
    """Give the year of a date of death."""
    return year_of(death)
