"""A tally as a table: its groups, numbers, shares and intervals, then what is not recorded."""

from collections.abc import Callable

import msgspec

from learnt.publish.report import numbers
from learnt.publish.report.composed import Cell, Sentence, TableBlock
from learnt.publish.report.grammar import listed, lower_first, upper_first
from learnt.publish.report.rules import rules
from learnt.publish.report.wording import caption, label_of
from learnt.records.finding import Finding, Tally

RATE = "per 100,000"
VALUES = ("percent", "years", "months", RATE)
"""Units in which a finding's `value` is not a count."""
WIDE = 7
"""From so many columns on, a table is turned on paper."""
BETWEEN = " × "

LONG = 40
"""A printed table has so many rows at most; the CSV files hold all."""

Column = tuple[str, Callable[[Tally, Finding], Sentence]]


def table_of(tally: Tally, *, name: str = "", most: int = 0) -> TableBlock:
    """Give the table of a tally; `most` keeps so many of its largest groups. The label is set later."""
    if tally.form == "cross":
        return _matrix(tally, f"table-{name or slug(tally.id)}")
    columns = short_columns(tally) if most else columns_of(tally)
    recorded = recorded_rows(tally)
    chosen = largest(tally, most) if most else recorded
    cut = len(chosen) < len(recorded)
    rows = [
        (Cell(label_of(tally, one.group)), *(cell(fill(tally, one)) for _, fill in columns))
        for one in chosen
    ]
    closing = [] if cut else closing_rows(tally, len(columns))
    return TableBlock(
        id=f"table-{name or slug(tally.id)}",
        label="",
        caption=caption(tally),
        headers=(head_of_groups(tally), *(name for name, _ in columns)),
        rows=(*rows, *closing),
        notes=notes_of(tally, cut=most if cut else 0, short=bool(most)),
        tally=tally.id,
        wide=len(columns) + 1 >= WIDE,
        last=len(closing),
    )


def recorded_rows(tally: Tally) -> tuple[Finding, ...]:
    """Give the rows of which anything is recorded: a row that stands alone may be of nothing."""
    if tally.form != "tags":
        return tally.findings
    return tuple(one for one in tally.findings if one.withheld or one.denominator != 0)


def slug(name: str) -> str:
    """Give a name that can stand in an address."""
    return "".join(one if one.isalnum() else "-" for one in name.casefold()).strip("-")


def cell(said: Sentence) -> Cell:
    """Make a cell of a printed number (an interval's two numbers are kept by its own cell's text)."""
    return Cell(said.text, said.numbers)


def is_rates(tally: Tally) -> bool:
    """Whether a tally holds rates, which are of deaths by area."""
    return any(one.unit == RATE for one in tally.findings)


def head_of_groups(tally: Tally) -> str:
    """Give the heading of the first column."""
    rule = rules().of_measure("area" if is_rates(tally) else tally.measure)
    if tally.form == "years":
        return "Year"
    noun = rule.noun if rule.noun != "this" else ""
    return upper_first(Sentence(noun)).text or ("Figure" if tally.form == "single" else "Group")


def largest(tally: Tally, most: int) -> tuple[Finding, ...]:
    """Give the groups with the highest told counts, in the order of size."""
    told = [one for one in recorded_rows(tally) if numbers.is_told(one)]
    return tuple(sorted(told, key=lambda one: -(one.numerator or 0))[:most])


def columns_of(tally: Tally) -> list[Column]:
    """Give the columns that have something to say for a tally."""
    found = tally.findings
    columns: list[Column] = value_columns(tally)
    if any(one.numerator is not None or one.withheld for one in found):
        columns.append((upper_first(Sentence(count_word(tally))).text, numbers.count))
    if tally.form == "tags" or len({one.denominator for one in found} - {None}) > 1:
        columns.append(("Of", numbers.base))
    if any(numbers.has_share(one) for one in found):
        columns.append((share_word(tally), numbers.share))
        columns.append(("95% interval of the share", numbers.share_interval))
    if any(one.not_recorded for one in found) and tally.form in ("tags", "single"):
        columns.append(("Not recorded", numbers.unrecorded))
    if len({one.period for one in found} - {""}) > 1:
        columns.append(("Period", lambda _, one: Sentence(one.period)))
    return columns


def short_columns(tally: Tally) -> list[Column]:
    """Give the columns of a short table: how many, and the share."""
    return [one for one in columns_of(tally) if one[1] in (numbers.count, numbers.share)]


def cut_to(table: TableBlock, most: int = LONG) -> TableBlock:
    """Give a tally's table with the first `most` rows and the closing ones, where it is longer than that."""
    inner = len(table.rows) - table.last
    if inner <= most or not table.tally:
        return table
    note = rules().words["cut"].format(most=most, all=inner)
    rows = (*table.rows[:most], *table.rows[inner:])
    return msgspec.structs.replace(table, rows=rows, notes=(*table.notes, Sentence(note)))


def value_columns(tally: Tally) -> list[Column]:
    """Give the columns of means and rates."""
    valued = [one for one in tally.findings if one.value is not None and one.share is None]
    if tally.form == "years":
        # A year's value is its count, which has a column of its own.
        valued = [one for one in valued if one.value != one.numerator]
    valued = [one for one in valued if one.unit in VALUES or one.denominator is not None]
    columns: list[Column] = []
    if valued:
        units = {one.unit for one in valued}
        unit = units.pop() if len(units) == 1 else ""
        head = rules().units.get(unit, "Figure")
        columns.append((head, lambda tally, one: numbers.value(tally, one, unit=not unit)))
    if any(one.low is not None for one in valued):
        columns.append(("95% interval", numbers.value_interval))
    if any(one.population is not None for one in tally.findings):
        columns.append(("Population", population))
    return columns


def population(tally: Tally, finding: Finding) -> Sentence:
    """Print the population behind a rate."""
    if finding.population is None:
        return Sentence("")
    return numbers.number(f"{finding.population:,}", tally, finding.group, "population")


def count_word(tally: Tally) -> str:
    """Give the heading of the counts."""
    if tally.tagged:
        return "tagged in"
    if is_rates(tally):
        return rules().units["incidents"]
    return rules().units[tally.unit] if tally.form != "single" else "counted"


def share_word(tally: Tally) -> str:
    """Give the heading of the shares, which says what they are shares of."""
    if tally.tagged:
        return "Share tagged"
    kinds = {type(one.share).__name__ for one in tally.findings if one.share is not None}
    return (
        "Share of mentions"
        if kinds == {"ShareOfMentions"}
        else f"Share of {rules().units[tally.unit].lower()}"
    )


def closing_rows(tally: Tally, columns: int) -> list[tuple[Cell, ...]]:
    """Give the rows that close a table: not recorded, and the total where the groups add up to it."""
    if tally.form in ("tags", "single") or tally.unit in VALUES or not columns:
        return []
    blanks = (Cell(""),) * (columns - 1)
    rows = []
    if tally.not_recorded:
        rows.append((Cell("Not recorded"), cell(numbers.not_recorded(tally)), *blanks))
    if tally.total is not None:
        rows.append((Cell("Total"), cell(numbers.total(tally)), *blanks))
    return rows


def notes_of(tally: Tally, *, cut: int = 0, short: bool = False) -> tuple[Sentence, ...]:
    """Give the lines under a table: that it is cut, that rows do not add up, notes of its findings."""
    words = rules().words
    notes = [words["see_table"].format(most=cut)] if cut else []
    if tally.form == "tags" and not short:
        notes.append(words["mentions"])
    silent = [one for one in tally.findings if one not in recorded_rows(tally)]
    if silent and not short:
        rows = listed([lower_first(one.group) for one in silent], "; ", "; ").text
        notes.append(words["unrecorded_rows"].format(groups=rows))
    notes += [] if cut else notes_of_rows(tally)
    return tuple(Sentence(note) for note in notes)


def notes_of_rows(tally: Tally) -> list[str]:
    """Give the notes of a table's rows: one that several rows share stands once, after their names."""
    shared: dict[str, list[str]] = {}
    for one in tally.findings:
        if one.note:
            shared.setdefault(one.note, []).append(label_of(tally, one.group))
    return [f"{', '.join(labels)}: {note}" for note, labels in shared.items()]


def _matrix(tally: Tally, name: str) -> TableBlock:
    pairs = {tuple(one.group.split(BETWEEN, 1)): one for one in tally.findings}
    pairs = {pair: one for pair, one in pairs.items() if len(pair) == 2}
    across = list(dict.fromkeys(pair[1] for pair in pairs))
    down = list(dict.fromkeys(pair[0] for pair in pairs))
    rows = tuple(
        (Cell(one), *(_crossing(tally, pairs.get((one, other))) for other in across))
        for one in down
    )
    closing: tuple[tuple[Cell, ...], ...] = ()
    if tally.not_recorded and across:
        closing = ((Cell("Not recorded"), cell(numbers.not_recorded(tally)),
                    *(Cell("") for _ in across[1:])),)  # fmt: skip
    return msgspec.structs.replace(
        TableBlock(
            id=name,
            label="",
            caption=caption(tally),
            headers=(head_of_groups(tally), *across),
            rows=rows,
        ),
        rows=(*rows, *closing),
        last=len(closing),
        tally=tally.id,
        notes=notes_of(tally),
        wide=len(across) + 1 >= WIDE,
    )


def _crossing(tally: Tally, finding: Finding | None) -> Cell:
    return cell(numbers.count(tally, finding)) if finding else Cell("–")
