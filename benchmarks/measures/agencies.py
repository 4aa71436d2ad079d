"""Addressees: type told, two names of one body joined, bodies kept apart, the body of today."""

import json
import sys
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.tally import Miss, Result
from learnt.agencies import AgencyMatch, context_of, match_agency
from learnt.agencies.register import built_in
from learnt.records import Addressee, Metadata, Recommendation, Review

ROOT = Path(__file__).resolve().parents[2]
Item = dict[str, Any]
TYPES, JOINED, APART, NOW = "type right", "one body joined", "two bodies apart", "body of today"
ASKED = {TYPES: "0.95", JOINED: "all", APART: "all", NOW: ""}
SPEED_NAMES = 10_000
FICTIONAL = 60


def review_in(area: str, names: Sequence[str] = (), published: str | None = None) -> Review:
    """Give a review of `area` that is addressed to `names` and says nothing else."""
    told = tuple(Addressee(name) for name in names)
    recs = (Recommendation(id="r1", ref="1", text="", addressees=told),) if told else ()
    return Review(review=Metadata(csp=area or None, published=published), recommendations=recs)


def measure(items: Iterable[Item]) -> Result:
    """Score marked items: `types`, `same` and `now` as the marked files tell at their heads."""
    result = Result()
    groups: dict[str, dict[str, AgencyMatch]] = defaultdict(dict)
    for item in items:
        match = match_agency(item["printed"], review_in(item.get("area", "")), register=built_in())
        _judge_type(result, item, match)
        if item.get("same"):
            groups[item["same"]][item["id"]] = match
        if item.get("now"):
            today = match_agency(item["now"], review_in(item.get("area", "")), register=built_in())
            right = match.agency_now is not None and match.agency_now == today.agency
            shown = f"{item['id']} {item['printed']}: {today.agency}"
            result.judge(NOW, shown, f"{match.agency_now} ({match.why})", right)
    _judge_groups(result, groups)
    return result


def _judge_type(result: Result, item: Item, match: AgencyMatch) -> None:
    """A name without types should be left unresolved; "unresolved" among them allows it."""
    types = set(item["types"])
    left_open = match.agency is None and (not types or "unresolved" in types)
    right = left_open or match.type in types
    expected = f"{item['id']} {item['printed']}: {' or '.join(sorted(types)) or 'unresolved'}"
    result.judge(TYPES, expected, f"{match.type}, {match.agency} ({match.why})", right)


def _judge_groups(result: Result, groups: dict[str, dict[str, AgencyMatch]]) -> None:
    """Count pairs: of one key joined, of two keys apart."""
    for members in groups.values():
        for (first, a), (second, b) in combinations(members.items(), 2):
            right = a.agency is not None and a.agency == b.agency
            shown = f"{first} {a.printed} = {second} {b.printed}"
            result.judge(JOINED, shown, f"{a.agency}, {b.agency}", right)
    for one, other in combinations(groups.values(), 2):
        shared = {a.agency for a in one.values()} & {b.agency for b in other.values()} - {None}
        pair = f"{next(iter(one.values())).printed} and {next(iter(other.values())).printed}"
        result.judge(APART, pair, f"both {', '.join(map(str, shared))}", not shared)


def marked(root: Path, half: str) -> list[Item]:
    """Give the marked addressees of a half, `tune` or `held`."""
    path = root / "benchmarks" / "marked" / f"agencies-{half}.toml"
    if not path.exists():
        return []
    items: list[Item] = tomllib.loads(path.read_text("utf-8"))["item"]
    return items


ONE_BODY = (
    ("NHS Norfolk and Waveney ICB", "Norfolk and Waveney Integrated Care Board"),
    ("Norfolk County Council, Children’s Social Care", "Children's Social Care"),
)
"""Names of one body in the two published pages that the gold files code."""


def gold(root: Path) -> Result:
    """Score the types of the published addressees, and the joining of their two-named bodies."""
    result = Result()
    found: dict[str, AgencyMatch] = {}
    for path in sorted((root.parent / "shared" / "data" / "gold").glob("*.json")):
        page = json.loads(path.read_text("utf-8"))
        names = [name for rec in page["recommendations"] for name in rec["addressees"]]
        types = [kind for rec in page["recommendations"] for kind in rec["agency_types"]]
        review = review_in(page["meta"]["csp"], names, page["meta"]["published"])
        context = context_of(review, built_in())
        for name, kind in zip(names, types, strict=True):
            match = match_agency(name, context, register=built_in())
            found[name] = match
            result.judge(
                TYPES, f"{name}: {kind}", f"{match.type} ({match.why})", match.type == kind
            )
    for one, other in ONE_BODY if found else ():
        ids = (found[one].agency, found[other].agency)
        joined = ids[0] is not None and ids[0] == ids[1]
        result.judge(JOINED, f"{one} = {other}", f"{ids[0]}, {ids[1]}", joined)
    return result


def unresolved(reviews: Iterable[Review]) -> Counter[str]:
    """Count how the addressees of `reviews` come out: resolved, a group, or open with its type."""
    counts: Counter[str] = Counter()
    for review in reviews:
        context = context_of(review, built_in())
        for rec in review.recommendations:
            for addressee in rec.addressees:
                match = match_agency(addressee.printed, context, register=built_in())
                if match.resolved:
                    counts["body told"] += 1
                elif match.type == "collective":
                    counts["a group of bodies"] += 1
                else:
                    counts["type only" if match.type else "nothing told"] += 1
    return counts


def fictional_reviews(count: int, seed: int) -> list[Review]:
    """Give the true answers of `count` fictional reviews, layout after layout; nothing is typeset."""
    from learnt.fictional.generate import make_draft
    from learnt.fictional.layouts import all_layouts

    layouts = list(all_layouts().values())
    drafts = (
        make_draft(layouts[n % len(layouts)], seed * 10_000 + n, "full") for n in range(count)
    )
    return [draft.answer.review() for draft in drafts]


def seconds_for(count: int) -> float:
    """Time `count` different names, none seen before, in one review, in seconds of one core."""
    kinds = ["{} Constabulary", "{} County Council, Adult Social Care", "NHS {} ICB", "{} Surgery"]
    names = [kinds[n % 4].format(f"Place{n:05}".translate(DIGITS)) for n in range(count)]
    context = context_of(review_in("Norfolk"), built_in())
    begun = time.process_time()
    for name in names:
        match_agency(name, context, register=built_in())
    return time.process_time() - begun


DIGITS = str.maketrans("0123456789", "abcdefghij")


def report(root: Path, misses: int) -> list[str]:
    """Give the table of the measure; misses are shown for what rules may be tuned on."""
    lines = ["| set | what | asked | measured | right of |", "| --- | --- | --- | --- | --- |"]
    shown: list[Miss] = []
    sets = [(half, measure(marked(root, half))) for half in ("tune", "held")]
    for title, result in [*sets, ("gold", gold(root))]:
        shown += [] if title == "held" else result.misses
        for name, tally in result.tallies.items():
            share = f"{tally.share:.3f}" if tally.share is not None else "-"
            lines.append(
                f"| {title} | {name} | {ASKED[name]} | {share} | {tally.right:.0f} of {tally.of} |"
            )
    lines.append(
        f"| made names | seconds for {SPEED_NAMES:,} names | 5 | {seconds_for(SPEED_NAMES):.1f} | |"
    )
    counts = unresolved(fictional_reviews(FICTIONAL, seed=7))
    for name, number in counts.most_common():
        part = f"{number / counts.total():.3f}"
        lines.append(
            f"| {FICTIONAL} fictional reviews | {name} | | {part} | {number} of {counts.total()} |"
        )
    lines += [f"- {miss.expected}; got {miss.got}" for miss in shown[:misses]]
    return lines


if __name__ == "__main__":
    print("\n".join(report(ROOT, int(sys.argv[1]) if len(sys.argv) > 1 else 30)))
