"""Server time of the reading pages on a catalogue of 50,000 recommendations.

LEARNT_BENCH_LIBRARY=HOME names a library that `benchmarks.library_corpus` made; without it one is made first.
"""

import os
import sys
import tempfile
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import perf_counter

from benchmarks.library_corpus import main as make_corpus

ASKED = {"review": 100, "agency": 100, "theme": 100}
"""Milliseconds that 95 of 100 pages must stay under, by kind of page."""
TIMES = 200
ROOT = Path(__file__).resolve().parents[2]


def report(root: Path, misses: int) -> list[str]:
    """Give the table of the measure; there is nothing to miss."""
    with tempfile.TemporaryDirectory() as folder:
        home = os.environ.get("LEARNT_BENCH_LIBRARY")
        if not home:
            home = str(Path(folder, "full"))
            sys.argv = ["library_corpus", home]
            make_corpus()
        return [
            "| page, 50,000 recommendations | asked p95 | p95 | median |",
            "| --- | --- | --- | --- |",
            *timed(home),
        ]


def timed(home: str) -> list[str]:
    """Ask for pages drawn by chance, each kind warmed by one."""
    import django

    os.environ["LEARNT_HOME"] = home
    os.environ["DJANGO_SETTINGS_MODULE"] = "learnt.web.settings"
    django.setup()
    from django.test import Client

    client, dice = Client(), Random(3)
    lines = []
    for kind, addresses in pages().items():
        client.get(addresses[0])
        took = []
        for address in dice.choices(addresses, k=TIMES):
            start = perf_counter()
            status = client.get(address).status_code
            took.append(1000 * (perf_counter() - start))
            if status != 200:
                raise RuntimeError(f"{address}: {status}")
        asked = f"< {ASKED[kind]} ms" if kind in ASKED else ""
        lines.append(
            f"| {kind} | {asked} | {quantiles(took, n=20)[-1]:.0f} ms | {median(took):.0f} ms |"
        )
    return lines


def pages() -> dict[str, list[str]]:
    """Give addresses of each kind of page."""
    from learnt.theme.codebook import own_codebook
    from learnt.web.catalogue.models import Addressee, Review

    agencies = Addressee.objects.exclude(agency="").values_list("agency", flat=True).distinct()
    return {
        "front page": ["/"],
        "review": [f"/reviews/{slug}/" for slug in Review.objects.values_list("slug", flat=True)],
        "agency": [f"/agencies/{agency}/" for agency in agencies],
        "theme": [f"/themes/{theme.id}/" for theme in own_codebook().theme],
        "agencies": ["/agencies/", "/agencies/?page=3"],
        "themes": ["/themes/"],
    }


if __name__ == "__main__":
    print("\n".join(report(ROOT, 0)))
