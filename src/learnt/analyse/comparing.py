"""Setting published figures beside ours: like with like, or what differs, or why not."""

from collections.abc import Iterable

from learnt.analyse.comparators import OTHER, Comparators, Published, kinds
from learnt.analyse.gathering import COUNTRY
from learnt.records.finding import Analysis, Comparison, Tally
from learnt.words import fold

LINE = "trend.homicides"
ITSELF = "This report counts the dataset itself."
NO_ROW = "This report has no such row."
ANY = "*"


def compare(analysis: Analysis, comparators: Comparators) -> tuple[Comparison, ...]:
    """Give each published figure that belongs to a row of the analysis, or why it is refused.

    A published figure of the same measure that is refused in a section is told once there.
    """
    found = [one for row in comparators.rows for one in _beside(analysis, row)]
    refused: dict[tuple[str, str], Comparison] = {}
    for one in (one for row in comparators.rows for one in _refused(analysis, row)):
        refused.setdefault((one.tally, one.declined), one)
    if line_gap(analysis, comparators):
        found = [one for one in found if one.tally != LINE]
    return (*found, *refused.values())


def line_gap(analysis: Analysis, comparators: Comparators) -> str:
    """Give the sentence that says why there is no national line, "" where there is one."""
    table = analysis.tally(LINE)
    if table is None:
        return ""
    shown = {one.group for one in table.findings}
    known = {row.group for row in comparators.rows if row.tally == LINE} & shown
    if len(known) >= kinds().years_for_a_line:
        return ""
    number = len(known)
    years = "1 of these years" if number == 1 else f"{number or 'none'} of these years"
    return f"Trend: national figures are known for {years}, so no national line is drawn."


def _beside(analysis: Analysis, row: Published) -> Iterable[Comparison]:
    section = row.tally.partition(".")[0]
    kind = kinds().kind[row.kind]
    group = _group(analysis.tally(row.tally), row.group) if row.tally else ""
    if not group or section in kind.declined:
        return []
    if row.kind == "dhrd" and analysis.name == COUNTRY:
        return []
    return [
        Comparison(
            tally=row.tally,
            group=group,
            comparator=row.printed,
            value=row.value,
            unit=row.unit,
            base=row.base,
            period=row.period,
            coverage=row.coverage,
            source=row.source,
            licence=row.licence,
            differs=_differs(row, section),
        )
    ]


def _differs(row: Published, section: str) -> str:
    """Say how a figure's base differs; of a user's own, unless they tell it, that it is not told."""
    kind, alike = kinds().kind[row.kind], fold(row.differs) in kinds().alike
    ours = kind.differs.get(section) or kind.differs.get(ANY, "")
    if row.kind == OTHER and row.differs:
        ours = ""
    return " ".join(filter(None, (ours, "" if alike else row.differs)))


def _refused(analysis: Analysis, row: Published) -> Iterable[Comparison]:
    """Give the reason in each section whose own table of the measure the figure does not fit."""
    kind = kinds().kind[row.kind]
    measure = row.tally.partition(".")[2]
    reasons = {f"{section}.{measure}": why for section, why in kind.declined.items()}
    if row.kind == "dhrd" and analysis.name == COUNTRY and row.tally:
        reasons[row.tally] = ITSELF
    table = analysis.tally(row.tally) if row.given else None
    if table and table.findings and not _group(table, row.group):
        yield Comparison(tally=row.tally, group=row.group, base=row.base, source=row.source,
                         licence=row.licence, declined=NO_ROW)  # fmt: skip
    for name, why in reasons.items():
        group = _group(analysis.tally(name), row.group) if measure else ""
        if group:
            yield Comparison(
                tally=name,
                group=group,
                base=row.base,
                source=row.source,
                licence=row.licence,
                declined=why,
            )


def _group(table: Tally | None, name: str) -> str:
    """Give our own spelling of a group, "" where there is no such row."""
    groups = [one.group for one in table.findings] if table else []
    return next((one for one in groups if fold(one) == fold(name)), "")
