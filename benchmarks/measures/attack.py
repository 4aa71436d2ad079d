"""The files of public reports, attacked with integer programming and nothing but the files."""

import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.analyse.disclosure.outsider.attacking import POSSIBLE, Attacked, attack
from tests.analyse.disclosure.outsider.cells import Inconsistent
from tests.analyse.disclosure.outsider.shapes import LEAST, MOST, material_of
from tests.analyse.disclosure.outsider.unknowns import Contradiction

REGISTERS, FIRST, WORD = 200, 1_000, 20
KINDS = {
    "withheld": "rows printed as “fewer than 5”, “not shown” or “16 or more”",
    "merged": "rows put together with others",
    "in a table that is withheld whole": "rows of tables withheld whole",
}


def attacked(seed: int) -> tuple[int, Attacked]:
    """Attack the report of a register; what contradicts itself is counted as wrong."""
    with tempfile.TemporaryDirectory() as folder:
        material = material_of(seed, Path(folder))
    try:
        return seed, attack(material, word=seed % WORD == 0)
    except (Contradiction, Inconsistent) as error:
        return seed, Attacked(wrong=[str(error)])


def report(root: Path, misses: int, registers: int = REGISTERS, workers: int = 1) -> list[str]:
    """Give the table: rows that are not told and keep three values, small numbers that are told.

    How far it is, and what was found so far, is told on standard error: 200 registers take most of an hour.
    """
    count: Counter[str] = Counter()
    lines: list[str] = []
    seeds = range(FIRST, FIRST + registers)
    with ProcessPoolExecutor(workers) as pool:
        for seed, one in pool.map(attacked, seeds):
            for how, rows in one.left.items():
                count[how] += len(rows)
                count[f"{how} open"] += sum(
                    high - low + 1 >= POSSIBLE for low, high in rows.values()
                )
            for name in ("small", "untold", "wrong"):
                count[name] += len(getattr(one, name))
            found = [*one.narrow(), *one.small, *one.untold, *one.wrong]
            lines += [f"- register {seed}: {line}" for line in found]
            sys.stderr.write(f"register {seed}: {len(found)} found, so far {dict(count)}\n")
    return [
        f"Public reports of {registers} random registers of {LEAST} to {MOST} deaths, in four shapes (as outsiders "
        "write them; as the library keeps them; with several people a death; with skewed values and deaths of another "
        "kind or of none recorded). The attacker reads the page, its sentences, the data of its pictures, the CSV "
        f"tables, `findings.json` and the Word file of every {WORD}th report, knows the rules of disclosure control "
        "and what any outsider knows of such tables; the least and most of each number that is not told are found by "
        "integer programming (`tests/analyse/disclosure/outsider`).",
        "",
        "| what | asked | measured |",
        "| --- | --- | --- |",
        *(
            f"| {words}: with three possible values or more | all | "
            f"{count[f'{how} open']} of {count[how]} |"
            for how, words in KINDS.items()
        ),
        f"| numbers of people from 1 to 4 told | 0 | {count['small']} |",
        f"| “n of the N” in sentences that no table tells | 0 | {count['untold']} |",
        f"| contradictions between files, or of the attacker with the truth | 0 | {count['wrong']} |",
        *(["", *lines[:misses]] if lines and misses else []),
    ]


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    many, workers = (*given, *(REGISTERS, 1)[len(given) :])
    sys.stdout.write("\n".join(report(Path(), 40, many, workers)) + "\n")
