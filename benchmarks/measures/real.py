"""The real input beside the repository, where it is there: what is known of it is asked of it.

The figures asked for (25 and 31 recommendations, the rail report's six references, thirteen in the
government response) were counted by hand in the files that `../shared/data/README.md` lists.
"""

import json
from calendar import month_name
from pathlib import Path
from typing import Any

from benchmarks.accuracy import extract, read
from benchmarks.corpus import ROOT
from benchmarks.match import FOUND, pair_texts
from benchmarks.tally import Miss, Result
from learnt.errors import LearntError
from learnt.records import Recommendation, Review
from learnt.words import fold

DATA = ROOT.parent / "shared" / "data"
PAGES = ("norfolk-2023", "norfolk-2025")
RAIL = "rail-safety-2014-103.pdf"
RAIL_REFS = {"018/14", "019/14", "020/14", "021/14", "005/15", "006/15"}
RESPONSE = "government-response-rapid-review.pdf"
RESPONSE_COUNT = 13
MONTHS = {month.lower(): number for number, month in enumerate(month_name) if month}


def measure(data: Path = DATA) -> tuple[list[str], Result]:
    """Give a line for each real file and the result with its misses; one line where none is there."""
    result = Result()
    if not data.is_dir():
        return [f"skipped: {data.name} is not beside the repository"], result
    lines = [_page(data, name, result) for name in PAGES]
    return [*lines, _rail(data, result), _response(data, result)], result


def review_of(path: Path) -> Review:
    """Read and extract one file; an empty review where that fails."""
    try:
        return extract([read(path)])
    except LearntError:
        return Review()


def _page(data: Path, name: str, result: Result) -> str:
    """Score a library page against its gold answer."""
    gold = json.loads((data / "gold" / f"{name}.json").read_text("utf-8"))
    found = review_of(data / "library-pages" / f"{name}.txt")
    wanted = gold["recommendations"]
    pairs = pair_texts([r["text"] for r in wanted], [r.text for r in found.recommendations])
    near = [(wanted[i], found.recommendations[j], r) for i, j, r in pairs]
    both = 0
    for true, got, ratio in near:
        right = ratio >= FOUND and same_bodies(true["addressees"], got)
        both += right
        if not right:
            result.misses.append(Miss(name, _told(true), _printed(got), ratio))
    texts = sum(ratio >= FOUND for *_, ratio in near)
    refs = sum(fold(true["ref"]) == fold(got.ref) for true, got, _ in near)
    meta = _metadata(gold["meta"], found, name, result)
    return (
        f"{name}: {texts} of {len(wanted)} texts, {both} with text and addressee together, "
        f"{refs} references; {len(found.recommendations)} given; metadata {meta}"
    )


def same_bodies(true: list[str], got: Recommendation) -> bool:
    """Whether the addressees are the same set, as printed."""
    return {fold(body) for body in true} == {fold(body.printed) for body in got.addressees}


def _metadata(meta: dict[str, Any], found: Review, name: str, result: Result) -> str:
    """Count the fields of the page's head that are right."""
    month, year = meta["published"].split()
    wanted = {
        "csp": meta["csp"],
        "published": f"{year}-{MONTHS[month.lower()]:02d}",
        "year_of_death": meta["year_of_death"],
        "printed_count": meta["extracted"],
        "title": meta["title"],
        "summary": meta["summary"],
        "kind": "dhr",
    }
    right = 0
    for field, value in wanted.items():
        got = getattr(found.review, field)
        same = fold(str(got)) == fold(str(value))
        right += same
        if not same:
            result.misses.append(Miss(f"{name} metadata", f"{field}: {value}", str(got)))
    return f"{right} of {len(wanted)}"


def _rail(data: Path, result: Result) -> str:
    """Check the six references of the rail report."""
    found = review_of(data / "real-pdf" / RAIL)
    refs = [item.ref for item in found.recommendations]
    hit = {ref for ref in RAIL_REFS if any(ref in given for given in refs)}
    for item in found.recommendations:
        if not any(ref in item.ref for ref in RAIL_REFS):
            result.misses.append(Miss("rail report", "none", _printed(item)))
    for ref in sorted(RAIL_REFS - hit):
        result.misses.append(Miss("rail report", ref, "not found"))
    return f"rail report: {len(hit)} of {len(RAIL_REFS)} references; {len(refs)} given"


def _response(data: Path, result: Result) -> str:
    """Check the number that the government response restates."""
    found = review_of(data / "real-pdf" / RESPONSE)
    count = len(found.recommendations)
    if count != RESPONSE_COUNT:
        for item in found.recommendations:
            result.misses.append(Miss("government response", "13 in all", _printed(item)))
    return f"government response: {count} given of {RESPONSE_COUNT}"


def _told(true: dict[str, Any]) -> str:
    return f"[{true['ref']}] {true['text']} -> {' | '.join(true['addressees'])}"


def _printed(item: Recommendation) -> str:
    bodies = " | ".join(body.printed for body in item.addressees)
    return f"[{item.ref}] {item.text} -> {bodies}"
