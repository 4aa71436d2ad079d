"""Tables of the results, for the terminal and for `results.md`; and the worst misses."""

from collections.abc import Iterable, Sequence

from benchmarks.accuracy import Scored
from benchmarks.corpus import Case
from benchmarks.tally import Miss, Result, Tally

TARGETS: dict[str, float] = {
    "recall": 0.99,
    "precision": 0.99,
    "text exact": 0.97,
    "reference": 0.99,
    "addressees": 0.97,
    "level": 0.90,
    "action rows": 0.95,
    "csp": 0.98,
    "kind": 0.98,
    "year_of_death": 0.98,
    "published": 0.98,
    "lessons": 0.90,
    "pair precision": 0.95,
    "pair recall": 0.90,
    "sure and right": 0.97,
    "sure and wholly right": 0.97,
}
"""What is asked of born-digital files, by measure."""

SCANNED_TARGETS: dict[str, float] = {"recall": 0.95, "mean ratio": 0.98}
COLUMNS = ("recall", "precision", "text exact", "reference", "addressees", "level", "action rows")
MORE = ("csp", "kind", "year_of_death", "published", "lessons", "lessons, precision")


def total(scored: Iterable[Scored]) -> Result:
    """Give the sum of many cases."""
    return Result().merge(item.result for item in scored)


def cell(tally: Tally | None) -> str:
    """Give a share with its counts, as `0.993 (149/150)`."""
    if tally is None or tally.share is None:
        return "-"
    right = f"{tally.right:.0f}" if float(tally.right).is_integer() else f"{tally.right:.1f}"
    return f"{tally.share:.3f} ({right}/{tally.of})"


def summary_table(result: Result, targets: dict[str, float] = TARGETS) -> list[str]:
    """Give a Markdown table of all measures with their targets."""
    lines = ["| measure | share | asked | |", "| --- | --- | --- | --- |"]
    ordered = [*targets, *sorted(set(result.tallies) - set(targets))]
    for measure in ordered:
        tally = result.tallies.get(measure)
        if tally is None or tally.share is None:
            continue
        goal = targets.get(measure)
        met = "" if goal is None else "met" if tally.share >= goal else "**short**"
        lines.append(f"| {measure} | {cell(tally)} | {goal or ''} | {met} |")
    return lines


def layout_table(scored: Sequence[Scored], columns: Sequence[str]) -> list[str]:
    """Give a Markdown table, a row for each layout and format."""
    lines = [
        "| layout | format | reviews | " + " | ".join(columns) + " |",
        "| --- | --- | --- |" + " --- |" * len(columns),
    ]
    for layout, form in sorted({(item.case.layout, item.case.format) for item in scored}):
        rows = [i for i in scored if (i.case.layout, i.case.format) == (layout, form)]
        result = total(rows)
        cells = " | ".join(cell(result.tallies.get(column)) for column in columns)
        lines.append(f"| {layout} | {form} | {len(rows)} | {cells} |")
    return lines


def format_table(scored: Sequence[Scored], columns: Sequence[str]) -> list[str]:
    """Give a Markdown table, a row for each format."""
    lines = [
        "| format | reviews | " + " | ".join(columns) + " |",
        "| --- | --- |" + " --- |" * len(columns),
    ]
    for form in sorted({item.case.format for item in scored}):
        rows = [item for item in scored if item.case.format == form]
        tallies = total(rows).tallies
        cells = " | ".join(cell(tallies.get(column)) for column in columns)
        lines.append(f"| {form} | {len(rows)} | {cells} |")
    return lines


def worst_misses(scored: Sequence[Scored], limit: int, only: Sequence[str] = ()) -> list[str]:
    """Give up to `limit` misses a measure: the measure, where, what was expected and got."""
    lines: list[str] = []
    measures = sorted({miss.measure for item in scored for miss in item.result.misses})
    for measure in measures:
        if only and measure not in only:
            continue
        found = _spread(scored, measure)
        lines.append(f"== {measure}: {len(found)} missed")
        for miss, case in found[:limit]:
            lines.append(f"  {case.paths[0].parent} ({miss.score:.2f})")
            lines.append(f"    expected: {miss.expected[:600]}")
            lines.append(f"    got:      {miss.got[:600]}")
    return lines


def _spread(scored: Sequence[Scored], measure: str) -> list[tuple[Miss, Case]]:
    """Give a measure's misses, the worst of each case before the second worst of any."""
    ranked = [
        (rank, miss.score, place, miss, item.case)
        for place, item in enumerate(scored)
        for rank, miss in enumerate(
            sorted((m for m in item.result.misses if m.measure == measure), key=lambda m: m.score)
        )
    ]
    return [(miss, case) for *_, miss, case in sorted(ranked, key=lambda entry: entry[:3])]
