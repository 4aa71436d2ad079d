"""Search on the web: lay questions answered, and the server's time over a full library.

python -m benchmarks.measures.library_search [--misses N] [--library HOME]

HOME keeps the made-up library of 50,000 recommendations between runs (it takes some minutes to make); without it
one is made and thrown away.
"""

import os
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from benchmarks.library_corpus import fill, sealed, start_django
from benchmarks.marked_repeats import gold_entries, load_items, make_entry
from learnt.link import Entry
from learnt.records import Metadata, Recommendation, Review

HEAD = ("| what | asked | measured | counts |", "| --- | --- | --- | --- |")
QUERIES = (
    "police training", "stalking", "domestic abuse training for GPs", "call handlers", '"clare\'s law"',
    "record keeping", "midwives routine enquiry", "family doctors asking about violence at home", "MARAC -police",
    "information sharing",
    "hospital staff should ask patients who are hurt whether they are safe", "housing officers", "coercive control",
    "missed apointments", "risk assessment of older people", "audit", "alcohol misuse", "women's aid", "carers", "",
)  # fmt: skip
FILTERS: tuple[dict[str, str], ...] = (
    {}, {"region": "wales"}, {"kind": "dhr", "level": "multi-agency"}, {"theme": "training"}, {"published": "2020"},
    {"type": "police"}, {"checked": "person", "sort": "date"}, {"died": "2015", "theme": "policy"}, {"page": "3"},
)  # fmt: skip


def report(root: Path, misses: int) -> list[str]:
    """Give the table; `misses` of the tune halves are listed below it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(os.environ.get("LEARNT_BENCH_LIBRARY") or Path(folder, "full"))
        lines, told = recall(root, Path(folder))
        lines.append(speed(home))
    return [*HEAD, *lines, "", *told[:misses]]


def recall(root: Path, folder: Path) -> tuple[list[str], list[str]]:
    """Measure recall among the first five of search to the lay questions, both halves."""
    lines: list[str] = []
    told: list[str] = []
    library = [make_entry(item) for item in load_items(root, "similar-library")]
    for name, entries in (("similar", library), ("similar-gold", gold_entries(root))):
        if not entries:
            lines.append(f"| search, {name} | 0.65 | not measured: the pages are not here | |")
            continue
        use(folder / name)
        shelve(entries)
        for half in ("tune", "held"):
            line, missed = questions(f"{name}-{half}", load_items(root, f"{name}-{half}"))
            lines.append(line)
            told += missed if half == "tune" else []
    return lines, told


def use(home: Path) -> None:
    """Go on with the library in `home`, made where it is not there."""
    home.mkdir(parents=True, exist_ok=True)
    start_django(home)
    from django.core.management import call_command
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = str(home / "library.sqlite3")
    call_command("migrate", verbosity=0, interactive=False)


def shelve(entries: Sequence[Entry]) -> None:
    """Put entries into the library in use, those of one review together."""
    from django.db import transaction

    from learnt.web.catalogue.shelving import shelve as put

    with transaction.atomic():
        for number, review in enumerate(dict.fromkeys(entry.review for entry in entries)):
            own = [entry for entry in entries if entry.review == review]
            items = tuple(
                Recommendation(
                    id=e.id,
                    ref=e.ref,
                    text=e.text,
                    context=e.context or None,
                    addressees=e.addressees,
                )
                for e in own
            )
            told = Metadata(
                csp=own[0].area or None, published=f"{own[0].year}" if own[0].year else None
            )
            put(
                sealed(Review(review=told, documents=(), recommendations=items)),
                f"review-{number}",
                {},
                {},
            )


def questions(name: str, items: Sequence[dict[str, object]]) -> tuple[str, list[str]]:
    """Ask the questions of one half."""
    from learnt.web.catalogue.search.asked import Asked
    from learnt.web.catalogue.search.find import recommendations, search

    hits, missed = 0, []
    for item in items:
        ids = search(Asked(str(item["question"]))).ids[:5]
        found = [one.key for one in recommendations(ids).values()]
        answers = item["answers"]
        assert isinstance(answers, list)
        hits += any(answer in found for answer in answers)
        if not any(answer in found for answer in answers):
            missed.append(f"- {name}: {item['question']} → {answers}, given {found}")
    return (
        f"| search, {name}: recall@5 | 0.65 | {hits / len(items):.2f} | {hits}/{len(items)} |",
        missed,
    )


def speed(home: Path, asked: int = 200) -> str:
    """Measure the server's time for search pages with words and filters over 50,000 recommendations."""
    use(home)
    from learnt.web.catalogue.models import Recommendation as Shelved

    if not Shelved.objects.exists():
        fill(home)
    from django.test import Client

    client, random = Client(), Random(5)
    seconds: list[float] = []
    work: list[float] = []
    client.get("/search/", {"q": "police"})
    for number in range(asked):
        parameters = {"q": QUERIES[number % len(QUERIES)], **random.choice(FILTERS)}
        start, begun = perf_counter(), process_time()
        page = client.get("/search/", parameters)
        seconds.append(perf_counter() - start)
        work.append(process_time() - begun)
        assert page.status_code == 200, page.status_code
    size = Shelved.objects.count()
    return (
        f"| search page with filters, {size:,} recommendations: p95 | < 300 ms | {1000 * at(seconds, 0.95):.0f} ms "
        f"| median {1000 * at(seconds, 0.5):.0f} ms, worst {1000 * max(seconds):.0f} ms of {asked}; "
        f"of the processor p95 {1000 * at(work, 0.95):.0f} ms |"
    )


def at(seconds: Iterable[float], share: float) -> float:
    """Give the quantile."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--library", type=Path)
    given = parser.parse_args()
    if given.library:
        os.environ["LEARNT_BENCH_LIBRARY"] = str(given.library)
    print("\n".join(report(Path(), given.misses)))


if __name__ == "__main__":
    main()
