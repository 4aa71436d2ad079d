"""The bench itself: writes or finds the reviews, runs the parts asked for, shows and keeps results."""

import json
import platform
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import further, show
from benchmarks.accuracy import Scored, score_cases
from benchmarks.corpus import CACHE, Case, Size, Wanted, is_scan, read_cases, write_corpus
from benchmarks.measures import pairing, real, speed
from benchmarks.measures.speed import Speed
from benchmarks.tally import Result

EXTRACTION = ("accuracy", "pairing", "scanned", "speed", "real")
PARTS = (*EXTRACTION, *further.TITLES)
QUICK = ("pdf",)
"""What a quick run reads where no format is named: quick to write and to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to measure and where to write it."""

    quick: bool = False
    layouts: Sequence[str] = ()
    formats: Sequence[str] = ()
    reviews: int = 1
    seed: int = 1
    size: Size = "full"
    fresh: bool = False
    folder: Path | None = None
    misses: int = 3
    only: Sequence[str] = ()
    parts: Sequence[str] = PARTS
    output: Path = Path("results.md")


@dataclass(slots=True)
class Bench:
    """All that was measured."""

    cases: list[Case] = field(default_factory=list)
    scored: list[Scored] = field(default_factory=list)
    pairs: Result = field(default_factory=Result)
    speed: Speed | None = None
    real: tuple[list[str], Result] | None = None


def run(options: Options) -> int:
    """Measure, print, and write the results unless `quick`; give the exit status."""
    bench = Bench()
    parts = {"accuracy"} if options.quick and options.parts == list(PARTS) else set(options.parts)
    _further(parts, options)
    parts &= set(EXTRACTION)
    return _extraction(bench, parts, options) if parts else 0


def _further(parts: set[str], options: Options) -> None:
    """Measure the steps after extracting, each into a table of its own."""
    for part in [name for name in further.TITLES if name in parts]:
        lines = further.measure(part, options.misses)
        print("\n".join(lines))
        if not options.quick:
            further.keep(part, lines, options.output.parent)


def _extraction(bench: Bench, parts: set[str], options: Options) -> int:
    """Measure reading and extracting over the reviews."""
    if parts - {"real"}:
        bench.cases = _cases(options)
        _say(f"{len(bench.cases)} cases")
    if parts & {"accuracy", "pairing", "scanned"}:
        for item in score_cases(_wanted(bench.cases, parts)):
            bench.scored.append(item)
            _say(f"{item.case.layout} {item.case.format} {item.case.name}: {_brief(item.result)}")
    if "pairing" in parts:
        bench.pairs = _pair(bench.scored)
    if "speed" in parts:
        bench.speed = speed.measure(bench.cases)
    if "real" in parts:
        bench.real = real.measure()
    print("\n".join(write_up(bench)))
    print("\n".join(_worst(bench, options)))
    if not options.quick:
        keep(bench, options.output)
    return 0


def _cases(options: Options) -> list[Case]:
    formats = options.formats or (QUICK if options.quick else ())
    wanted = Wanted(
        each=options.reviews,
        seed=options.seed,
        layouts=options.layouts,
        formats=formats,
        size=options.size,
    )
    if options.fresh:
        shutil.rmtree(CACHE, ignore_errors=True)
    folders = [options.folder] if options.folder else write_corpus(wanted)
    cases = [case for folder in folders for case in read_cases(folder)]
    return [
        case
        for case in cases
        if (not options.layouts or case.layout in options.layouts)
        and (not options.formats or case.format in options.formats)
    ]


def _wanted(cases: list[Case], parts: set[str]) -> list[Case]:
    """Give the born-digital cases, the scanned ones, or both."""
    return [
        case
        for case in cases
        if ("scanned" in parts if is_scan(case.format) else parts & {"accuracy", "pairing"})
    ]


def _pair(scored: Sequence[Scored]) -> Result:
    """Throw the documents of all reviews of one format together and see which are put together."""
    from learnt.extract.grouping import group_documents

    result = Result()
    for form in sorted({item.case.format for item in scored}):
        true = [i.documents for i in scored if i.case.format == form and i.documents]
        mixed = sorted((d for group in true for d in group), key=lambda d: d.sha256)
        result.merge([pairing.measure(true, group_documents(mixed))])
    return result


def write_up(bench: Bench) -> list[str]:
    """Give the results as lines of Markdown."""
    lines = ["# Results", ""]
    born = [item for item in bench.scored if not is_scan(item.case.format)]
    scans = [item for item in bench.scored if is_scan(item.case.format)]
    if born:
        whole = show.total(born).merge([bench.pairs])
        lines += [f"## Born-digital ({len(born)} reviews)", "", *show.summary_table(whole), ""]
        lines += ["### By format", "", *show.format_table(born, show.COLUMNS), ""]
        lines += ["### Recommendations and action plan", ""]
        lines += [*show.layout_table(born, show.COLUMNS), "", "### Metadata and lessons", ""]
        lines += [*show.layout_table(born, show.MORE), ""]
    if scans:
        lines += [f"## Scanned ({len(scans)} reviews)", ""]
        lines += [*show.summary_table(show.total(scans), show.SCANNED_TARGETS), ""]
        lines += [*show.layout_table(scans, show.COLUMNS), ""]
    return [*lines, *_speed_lines(bench.speed), *_real_lines(bench.real)]


def _speed_lines(measured: Speed | None) -> list[str]:
    if measured is None:
        return []
    slowest, rate = measured.slowest
    return [
        f"## Speed (one core of {platform.machine()}, start-up {measured.startup:.1f} s apart)",
        "",
        "| measure | value | asked |",
        "| --- | --- | --- |",
        f"| median of the layouts, pages/s | {measured.median:.1f} | 40 |",
        f"| slowest layout ({slowest}), pages/s | {rate:.1f} | 12 |",
        f"| peak memory of a 200-page report, MB | {measured.peak_mb:.0f} | under 400 |",
        "",
        "| layout and format | pages/s |",
        "| --- | --- |",
        *(f"| {key} | {value:.1f} |" for key, value in sorted(measured.by_layout.items())),
        "",
    ]


def _real_lines(measured: tuple[list[str], Result] | None) -> list[str]:
    if measured is None:
        return []
    return ["## Real input", "", *(f"- {line}" for line in measured[0]), ""]


def _worst(bench: Bench, options: Options) -> list[str]:
    """Give the worst misses of all parts."""
    lines = show.worst_misses(bench.scored, options.misses, options.only)
    others = [*bench.pairs.misses, *(bench.real[1].misses if bench.real else ())]
    for miss in others[: options.misses * 10]:
        lines += [f"== {miss.measure} ({miss.score:.2f})"]
        lines += [f"    expected: {miss.expected[:600]}", f"    got:      {miss.got[:600]}"]
    return lines


def keep(bench: Bench, output: Path) -> None:
    """Write `output` and a JSON of the same counts beside it."""
    output.write_text("\n".join(write_up(bench)).rstrip() + "\n", "utf-8")
    rows = [
        {
            "layout": item.case.layout,
            "format": item.case.format,
            "review": item.case.name,
            "counts": {
                measure: [tally.right, tally.of]
                for measure, tally in sorted(item.result.tallies.items())
            },
        }
        for item in bench.scored
    ]
    numbers = {
        "cases": rows,
        "pairs": {k: [t.right, t.of] for k, t in sorted(bench.pairs.tallies.items())},
        "speed": None
        if bench.speed is None
        else {"pages_a_second": bench.speed.by_layout, "peak_mb": bench.speed.peak_mb},
        "real": bench.real[0] if bench.real else None,
    }
    text = json.dumps(numbers, indent=1, ensure_ascii=False) + "\n"
    output.with_suffix(".json").write_text(text, "utf-8")


def _brief(result: Result) -> str:
    names = ("recall", "precision", "text exact", "addressees", "action rows")
    return ", ".join(f"{name} {show.cell(result.tallies.get(name))}" for name in names)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
