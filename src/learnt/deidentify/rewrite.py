"""Makes a text fit for the public: people by role, years for days, bands for ages, no contacts."""

import re
from collections.abc import Iterator

import msgspec

from learnt.deidentify.ages import band_of, find_ages
from learnt.deidentify.cast import PEOPLE, Cast
from learnt.deidentify.changes import Change, apply_changes, settle
from learnt.deidentify.dates import find_dates
from learnt.deidentify.grammar import put_label
from learnt.deidentify.names.record import Name
from learnt.deidentify.places import find_case_places
from learnt.deidentify.rules import rules
from learnt.records.public import Removed

_AGE_AFTER = re.compile(r"(?P<open>\s*[(\[]|,\s)(?P<age>\d{1,2})(?=[)\]]|,)")


class Rewritten(msgspec.Struct, frozen=True):
    """A text for the public and the changes that made it, in order."""

    text: str
    changes: tuple[Change, ...] = ()


class Rewriter:
    """Rewrites texts of one review; the same text is worked on once."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._done: dict[tuple[str, bool], Rewritten] = {}

    def rewrite(self, text: str, due: bool = False) -> Rewritten:
        """Give `text` for the public; `due` where it stands where deadlines do."""
        key = (text, due)
        if key not in self._done:
            self._done[key] = self._rewrite(text, due)
        return self._done[key]

    def _rewrite(self, text: str, due: bool) -> Rewritten:
        if not text.strip():
            return Rewritten(text)
        found = self.cast.find(text)
        people = _joined([name for name in found if name.kind in PEOPLE], text)
        changes = settle(
            [
                *_contacts(found),
                *find_dates(text, self.cast.context.years, due),
                *self._people(text, people),
                *find_ages(text),
                *find_case_places(text, self.cast.context.safe),
                *_other_days(found),
            ]
        )
        return Rewritten(apply_changes(text, changes), tuple(changes))

    def _people(self, text: str, people: list[Name]) -> Iterator[Change]:
        for name in people:
            kind: Removed = "code" if name.kind == "code" else "person"
            label = self.cast.label(name)
            yield put_label(text, name.start, name.end, label, kind, name.rule)
            age = _AGE_AFTER.match(text, name.end)
            if age:
                words = band_of(int(age["age"]))
                yield Change(*age.span("age"), words, "age", "age-after-a-name")


def _joined(people: list[Name], text: str) -> list[Name]:
    """Give first name and surname that were found apart as one."""
    joined: list[Name] = []
    for name in people:
        last = joined[-1] if joined else None
        if last is not None and text[last.end : name.start] == " " and last.kind == name.kind:
            words = text[last.start : name.end]
            role = last.role or name.role
            joined[-1] = Name(last.start, name.end, words, last.kind, last.rule, role)
        else:
            joined.append(name)
    return joined


def _contacts(found: list[Name]) -> Iterator[Change]:
    instead = rules().instead
    for name in found:
        if name.kind == "contact":
            words = instead.staff_number if "collar" in name.rule else instead.contact
            yield Change(name.start, name.end, words, "contact", name.rule)
        elif name.kind == "place":
            words = instead.postcode if "postcode" in name.rule else instead.address
            yield Change(name.start, name.end, words, "place", name.rule)


def _other_days(found: list[Name]) -> Iterator[Change]:
    """Give what was found as a day and no form of date took."""
    for name in found:
        if name.kind == "date":
            year = re.search(r"(?:19|20)\d\d", name.text)
            words = f"{year.group()[:3]}0s" if year and name.rule == "birth" else ""
            words = words or (year.group() if year else "a date")
            yield Change(name.start, name.end, words, "date", name.rule)
