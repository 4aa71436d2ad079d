"""Ages in bands, means and ranges."""

from collections.abc import Sequence
from statistics import fmean, median

from learnt.analyse.ages import Aged, band
from learnt.analyse.averages import mean_interval
from learnt.analyse.cases import recorded
from learnt.analyse.counting import Frame, categories, single
from learnt.analyse.rows import Row, rows_of
from learnt.records.finding import Finding, Tally, Unit


def by_age(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Count people by age band; the measure names the variable in years, then that in bands."""
    years, printed = frame.measure.variables
    everybody = rows_of(frame.measure.table, frame.among)
    found = band(
        [_aged(row, years, printed) for row in rows],
        [_aged(row, years, printed) for row in everybody],
    )
    return categories(frame, found.of, found.labels, closed=True, note=found.note)


def _aged(row: Row, years: str, printed: str) -> Aged:
    age = recorded(row.values, years)
    if isinstance(age, int) and not isinstance(age, bool):
        return Aged(row.id, years=age)
    return Aged(row.id, printed=str(recorded(row.values, printed) or ""))


def numbers(frame: Frame, rows: Sequence[Row]) -> list[tuple[str, float]]:
    """Give the cases for which the measure's number is recorded, with it."""
    found = [(row.id, recorded(row.values, frame.measure.variables[0])) for row in rows]
    return [
        (case, float(value))
        for case, value in found
        if isinstance(value, int | float) and not isinstance(value, bool)
    ]


def by_average(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Give mean and median."""
    found = numbers(frame, rows)
    values = [value for _, value in found]
    if not values:
        return single(frame, (), len(rows), len(rows))
    told: dict[str, float] = {"mean": fmean(values), "median": median(values)}
    return _single(frame, found, len(rows), told)


def by_range(frame: Frame, rows: Sequence[Row]) -> Tally:
    """Give the least, the most, mean and median."""
    found = numbers(frame, rows)
    values = [value for _, value in found]
    if not values:
        return single(frame, (), len(rows), len(rows))
    told: dict[str, float] = {
        "lowest": min(values),
        "highest": max(values),
        "mean": fmean(values),
        "median": median(values),
    }
    return _single(frame, found, len(rows), told)


def _single(
    frame: Frame, found: list[tuple[str, float]], total: int, told: dict[str, float]
) -> Tally:
    ids, values = tuple(case for case, _ in found), [value for _, value in found]
    findings = [
        number_of(frame, name, value, ids, total, values if name == "mean" else ())
        for name, value in told.items()
    ]
    return single(frame, findings, total, total - len(ids))


def number_of(
    frame: Frame,
    name: str,
    value: float,
    ids: tuple[str, ...],
    total: int,
    values: Sequence[float] = (),
    unit: Unit | None = None,
) -> Finding:
    """Give one number worked out from the cases `ids`; `values` give a mean its interval."""
    interval = mean_interval(list(values)) if values else None
    return Finding(
        measure=frame.measure.id,
        group=name,
        numerator=len(ids),
        denominator=len(ids),
        not_recorded=total - len(ids),
        value=value,
        unit=unit or frame.measure.unit,
        low=interval[0] if interval else None,
        high=interval[1] if interval else None,
        ids=ids,
    )
