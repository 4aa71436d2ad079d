"""De-identification on fictional reviews with canaries: names left in public, reviews held for nothing.

200 reviews carry rare invented names in text, tables, titles, running headers, properties and file names,
half of them as pseudonyms of the report's own table; 50 more carry none. They are read and extracted as
any review is. Run alone: `python -m benchmarks.measures.deidentify`.
"""

import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import msgspec

from learnt.deidentify import deidentify
from learnt.fictional.canaries import write_canary_review
from learnt.fictional.draft import Layout
from learnt.fictional.generate import make_draft, write_draft
from learnt.fictional.layouts import all_layouts
from learnt.records import Document, Held, PublicReview, Review

WITH, WITHOUT = 200, 50
FORMATS = ("docx", "html", "md", "txt")
"""Quick to write and to read; names stand in all of them alike."""
PARTS = ("fictional", "read", "extract", "records")
MANY = 10_000
SPEED = 20.0


class Case(msgspec.Struct, frozen=True):
    """A review as extracted, the documents it came from, and the names planted in it, by how."""

    name: str
    review: Review
    documents: tuple[Document, ...]
    canaries: dict[str, str]


@dataclass(slots=True)
class Counts:
    """What was counted over all cases."""

    reviews: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    left: list[str] = field(default_factory=list)
    public: int = 0
    held_rightly: int = 0
    held_needlessly: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    recommendations: int = 0
    seconds: float = 0.0


def cases(root: Path) -> Iterator[Case]:
    """Give all cases, written and extracted once for the code as it is."""
    folder = root / "build" / "bench" / f"canaries-{_fingerprint(root)}"
    if not folder.exists():
        for old in folder.parent.glob("canaries-*"):
            shutil.rmtree(old, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix="making-canaries-", dir=folder.parent))
        for number in range(WITH + WITHOUT):
            case = _make(number, made / f"{number:03d}")
            (made / f"{number:03d}.case").write_bytes(msgspec.msgpack.encode(case))
            shutil.rmtree(made / f"{number:03d}")
        made.replace(folder)
    for path in sorted(folder.glob("*.case")):
        yield msgspec.msgpack.decode(path.read_bytes(), type=Case)


def _make(number: int, folder: Path) -> Case:
    from learnt.extract import extract_review
    from learnt.read import parse_in_process

    layouts = [one for one in all_layouts().values() if set(one.formats) & set(FORMATS)]
    layout = layouts[number % len(layouts)]
    forms = [form for form in FORMATS if form in layout.formats]
    form = forms[(number // len(layouts) + number) % len(forms)]
    canaries = _write(number, layout, form, folder)
    paths = sorted(path for path in folder.iterdir() if path.name != "truth.json")
    documents = [parse_in_process(path) for path in paths]
    return Case(
        f"{number:03d} {layout.name} {form}", extract_review(documents), tuple(documents), canaries
    )


def _write(number: int, layout: Layout, form: str, folder: Path) -> dict[str, str]:
    if number < WITH:
        planted = write_canary_review(layout, number, form, folder)
        return {canary.name: canary.how for canary in planted}
    write_draft(make_draft(layout, number, "brief"), layout.name, form, folder)
    return {}


def _fingerprint(root: Path) -> str:
    digest = sha256(Path(__file__).read_bytes())
    for part in PARTS:
        for path in sorted((root / "src" / "learnt" / part).rglob("*")):
            if path.suffix in (".py", ".toml"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def measure(given: Iterator[Case]) -> Counts:
    """Take every case through the gate and count."""
    counts = Counts()
    for case in given:
        counts.reviews += 1
        counts.planted.update(case.canaries.values())
        counts.recommendations += len(case.review.recommendations)
        began = time.perf_counter()
        answer = deidentify(case.review, case.documents)
        counts.seconds += time.perf_counter() - began
        if isinstance(answer, PublicReview):
            counts.public += 1
            counts.left += [f"{case.name}: {word}" for word in left_in(answer, case.canaries)]
        else:
            _count_held(case, answer, counts)
    return counts


def left_in(public: PublicReview, canaries: dict[str, str]) -> list[str]:
    """Give the parts of planted names that stand anywhere in the public JSON, however written."""
    text = msgspec.json.encode(public).decode().casefold()
    return [word for word in words_of(canaries) if word in text]


def words_of(canaries: dict[str, str]) -> list[str]:
    """Give each word of the planted names, folded."""
    return [word.casefold() for name in canaries for word in name.split()]


def _count_held(case: Case, held: Held, counts: Counts) -> None:
    words = words_of(case.canaries)
    named = [s for s in held.suspects if any(word in s.words.casefold() for word in words)]
    if named:
        counts.held_rightly += 1
        counts.told.append(f"{case.name}: a name was left and found: {_show(named)}")
    else:
        counts.held_needlessly.append(case.name)
        counts.told.append(f"{case.name}: held for {_show(list(held.suspects))}")


def _show(suspects: list) -> str:  # type: ignore[type-arg]  # records of several kinds, only shown
    return "; ".join(f"{s.field}: {s.words!r} ({s.rule})" for s in suspects[:4])


def report(root: Path, misses: int) -> list[str]:
    """Give the results as lines of Markdown, with up to `misses` misses of each kind."""
    counts = measure(cases(root))
    held = len(counts.held_needlessly)
    share = held / counts.reviews
    each = counts.seconds / max(1, counts.recommendations) * MANY
    planted = ", ".join(f"{number} {how}" for how, number in sorted(counts.planted.items()))
    lines = [
        "| de-identification | asked | measured | counts |",
        "| --- | --- | --- | --- |",
        f"| names left in anything public | 0 | {len(counts.left)} |"
        f" {planted} names in {WITH} reviews; {counts.public} made public |",
        f"| reviews held needlessly | ≤ 10% | {share:.1%} | {held} of {counts.reviews} |",
        f"| reviews held for a name that was not replaced | | {counts.held_rightly / WITH:.1%} |"
        f" {counts.held_rightly} of {WITH} |",
        f"| seconds for {MANY:,} recommendations, documents and all | | {each:.1f} |"
        f" {counts.recommendations} recommendations |",
        "",
    ]
    told = [*(f"left: {one}" for one in counts.left), *counts.told]
    return lines + [f"- {line}" for line in told[: misses * 10]]


if __name__ == "__main__":
    print("\n".join(report(Path(__file__).resolve().parents[2], 3)))
