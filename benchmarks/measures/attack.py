"""The files of public reports, attacked with integer programming and nothing but the files."""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.reporting.attacking import attack
from tests.reporting.test_attacker import POSSIBLE, findings_of, public_report, small_numbers

REGISTERS = 200


def report(root: Path, misses: int, registers: int = REGISTERS) -> list[str]:
    """Give the table: withheld numbers that keep three values, small numbers that are told."""
    count: Counter[str] = Counter()
    narrow: list[str] = []
    for seed in range(1_000, 1_000 + registers):
        with tempfile.TemporaryDirectory() as folder:
            made = public_report(Path(folder), seed)
        for (table, group), (low, high) in attack(findings_of(made)).items():
            count["withheld"] += 1
            count["open"] += high - low + 1 >= POSSIBLE
            if high - low + 1 < POSSIBLE:
                narrow.append(f"- register {seed}: {table}, {group}: {low} to {high}")
        count["small"] += len(small_numbers(made))
    held = f"{count['open']} of {count['withheld']}"
    return [
        f"Public reports of {registers} random registers of 5 to 40 deaths; the attacker has "
        "`findings.json` and what any outsider knows of sums; the least and most of each withheld "
        "number are exact (`tests/reporting/attacking.py`).",
        "",
        "| what | asked | measured |",
        "| --- | --- | --- |",
        f"| withheld numbers with three possible values or more | all | {held} |",
        f"| numbers of people from 1 to 4 told in findings or CSV tables | 0 | {count['small']} |",
        *(["", *narrow[:misses]] if narrow and misses else []),
    ]


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else REGISTERS
    sys.stdout.write("\n".join(report(Path(), 20, many)) + "\n")
