"""Rules that a single row must keep."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from learnt.register.cells import BAND
from learnt.register.dates import is_after
from learnt.register.problems import Log, Severity
from learnt.register.rows import Row, Sheet, age_of
from learnt.register.schema import Column, Table

STAGES = ("death_date", "notified_on", "commissioned_on", "submitted_on", "published_on")
"""What happens in a review, in the order in which it can."""
SENTENCES = ("court_verdict", "minimum_term_years", "hospital_order")


class Slip(NamedTuple):
    """Something wrong in a row."""

    column: str
    message: str
    severity: Severity = "error"


Rule = Callable[[Table, Row], Iterator[Slip]]


def check_rows(sheets: dict[str, Sheet], log: Log) -> None:
    """Log what contradicts itself within a row."""
    for sheet in sheets.values():
        for row in sheet.rows:
            for rule in RULES.get(sheet.table.name, ()):
                for slip in rule(sheet.table, row):
                    tell = log.error if slip.severity == "error" else log.warn
                    tell(sheet.place, row.number, slip.column, slip.message)


def death_before_publication(table: Table, row: Row) -> Iterator[Slip]:
    """A review cannot be published before the death."""
    died, published = row.text("death_date"), row.text("published_on")
    if died and published and is_after(died, published):
        yield Slip("death_date", f"the death ({died}) is after the publication ({published})")


def stages_in_order(table: Table, row: Row) -> Iterator[Slip]:
    """What happens later in a review is not dated earlier."""
    dated = [(name, row.text(name)) for name in STAGES if row.text(name)]
    for (before, one), (after, other) in pairwise(dated):
        if (before, after) != ("death_date", "published_on") and is_after(one, other):
            yield Slip(after, f"{after} is before {before}", "warning")


def places_agree(table: Table, row: Row) -> Iterator[Slip]:
    """A home is a residential location."""
    for kind, homes in table.column("place_of_death").groups.items():
        told = row.text("location_of_death")
        if told and told != kind and row.text("place_of_death") in homes:
            message = f"location_of_death is {told} though it was a home"
            yield Slip("location_of_death", message, "warning")


def age_in_band(table: Table, row: Row) -> Iterator[Slip]:
    """An age in years lies in the band beside it."""
    for column in table.columns:
        years, band = row.values.get(column.derived_from), row.text(column.name)
        if isinstance(years, int) and band and not is_in_band(years, band):
            yield Slip(column.derived_from, f"{years} is not in the band {band} of {column.name}")


def is_in_band(years: int, band: str) -> bool:
    """Whether an age is in a band such as 25-34 or 65+; a band that cannot be read holds any age.

    An age that stands in the place of its band must be the same.
    """
    found = BAND.fullmatch(band)
    if not found:
        return age_of(band) in (None, years)
    low, high, open_low = found.groups()
    return years >= int(open_low) if open_low else int(low) <= years <= int(high)


def parent_of_children(table: Table, row: Row) -> Iterator[Slip]:
    """Who has children under 18 is a parent."""
    if row.values.get("children_under_18") is True and row.values.get("parent") is False:
        message = "children_under_18 is TRUE though parent is FALSE"
        yield Slip("children_under_18", message, "warning")


def verdict_only_if_charged(table: Table, row: Row) -> Iterator[Slip]:
    """Who was not charged has neither verdict nor sentence."""
    if row.values.get("charged") is not False:
        return
    for name in SENTENCES:
        if row.values.get(name, False) is not False:
            yield Slip(name, f"{name} is filled in though charged is FALSE")


def term_only_if_convicted(table: Table, row: Row) -> Iterator[Slip]:
    """Who was not convicted has no minimum term."""
    verdict: Column = table.column("court_verdict")
    told = row.text("court_verdict")
    if told in verdict.groups["not-convicted"] and "minimum_term_years" in row.values:
        yield Slip("minimum_term_years", f"there is a minimum term though the verdict is {told}")


RULES: dict[str, tuple[Rule, ...]] = {
    "incidents": (death_before_publication, stages_in_order, places_agree),
    "victims": (age_in_band, parent_of_children),
    "perpetrators": (age_in_band, verdict_only_if_charged, term_only_if_convicted),
}
