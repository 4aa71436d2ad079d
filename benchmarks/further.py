"""The measures of the steps after `extract`, each with a table of its own beside `results.md`."""

import importlib
from pathlib import Path

from benchmarks.corpus import ROOT

TITLES = {
    "agencies": "Who is meant by a printed name",
    "themes": "Themes of a recommendation",
    "smart": "Owner, action, measure, time",
    "names": "Names in sentences",
    "deidentify": "Names left in anything public",
    "link": "Said again, and said before",
    "steps": "Speed of the steps together",
    "facts": "Case facts proposed from a report",
    "counting": "Counting against the open dataset's published figures",
    "report": "Time and memory of an overview report",
    "disclosure": "Protection of small numbers, by the solver",
    "attack": "An attacker on the files of public reports",
    "library_search": "Search in the library",
    "library_pages": "Pages of the library",
    "library_load": "Fifty readers at once",
    "library_kills": "Adding, killed at any moment",
}
"""The parts, by the name of their module in `measures`."""


def measure(part: str, misses: int) -> list[str]:
    """Run the measure `part` and give its table as lines of Markdown."""
    module = importlib.import_module(f"benchmarks.measures.{part}")
    lines: list[str] = module.report(ROOT, misses)
    return [f"# {TITLES[part]}", "", *lines, ""]


def keep(part: str, lines: list[str], folder: Path) -> Path:
    """Write a measure's table into `folder`; gives the file."""
    path = folder / f"results-{part.replace('_', '-')}.md"
    path.write_text("\n".join(lines).rstrip() + "\n", "utf-8")
    return path
