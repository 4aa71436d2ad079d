"""The overview report: the time and memory that it takes of a release of DHRD and of a large library."""

import json
import resource
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.corpus import ROOT
from benchmarks.measures.counting import large_library
from learnt.register import read_register
from learnt.reporting.gather import gather
from learnt.reporting.making import WRITERS, Wanted, make_report, write_report

DHRD = ROOT.parent / "shared" / "data" / "dhrd"
SEED = 1


def report(root: Path, misses: int) -> list[str]:
    """Give the table: seconds and peak memory, each measured in a process of its own."""
    lines = [
        f"Import, counting and the report as {', '.join(WRITERS)}, each in a process of its own, on "
        "a shared machine; peak memory as the system tells it.",
        "",
        "| what | asked | measured |",
        "| --- | --- | --- |",
    ]
    if DHRD.is_dir():
        told = _run("dhrd")
        lines.append(
            f"| DHRD as it is, internal: {told['deaths']} deaths | < 60 s "
            f"| {told['seconds']:.0f} s, {told['peak']:.2f} GB |"
        )
    told = _run("library")
    lines.append(
        f"| {told['reviews']:,} reviews and {told['asks']:,} recommendations, public "
        f"| < 120 s, < 1.5 GB | {told['seconds']:.0f} s, {told['peak']:.2f} GB |"
    )
    return lines


def _run(what: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.measures.report", what]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def measure(what: str) -> dict[str, float]:
    """Make and write one report; give its sizes, the seconds, the peak of memory in GB."""
    start = perf_counter()
    if what == "dhrd":
        read = read_register(DHRD)
        material = gather(read.register, source="DHRD", date="2026-03-01")
    else:
        material = large_library(SEED)
    made = make_report(material, Wanted(public=what != "dhrd"))
    for form in WRITERS:
        write_report(made, form)
    return {
        "deaths": len(material.register.incidents),
        "reviews": len(material.reviews or ()),
        "asks": len(material.asks or ()),
        "seconds": perf_counter() - start,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2,
    }


if __name__ == "__main__":
    told = json.dumps(measure(sys.argv[1])) if len(sys.argv) > 1 else "\n".join(report(ROOT, 0))
    sys.stdout.write(told + "\n")
