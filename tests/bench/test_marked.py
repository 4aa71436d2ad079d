"""The marked sets keep their form: what they say stands in them, in every file, and none stands twice."""

import tomllib
from collections import Counter
from itertools import chain, combinations
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MARKED = ROOT / "benchmarks" / "marked"
HALVES = ("tune", "held")
SETS = {  # name: (fewest items in each half, the field that holds its words)
    "smart": (45, "text"),
    "names": (110, "text"),
    "similar": (40, "question"),
    "similar-gold": (20, "question"),
    "repeats": (200, "text"),
    "themes": (60, "text"),
    "agencies": (100, "printed"),
    "facts": (90, "text"),
}
FRESH = {  # file written after the halves had been measured: fewest items
    "smart-fresh": 70,
    "names-fresh": 110,
    "smart-last": 64,
    "names-last": 100,
    "facts-tune2": 50,
    "facts-held2": 50,
}
FRESH_SMART = {  # file of recommendations among these: fewest hits, and fewest misses, of each criterion
    "smart-fresh": 32,
    "smart-last": 30,
}
CRITERIA = ("owner", "action", "measure", "time")
KINDS = {"name", "code", "date", "contact", "place"}


def items(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((MARKED / f"{name}.toml").read_text("utf-8"))["item"])


def both(name: str) -> list[dict[str, Any]]:
    return list(chain.from_iterable(items(f"{name}-{half}") for half in HALVES))


def every(name: str) -> list[dict[str, Any]]:
    """The items of both halves and, where there are some, of the fresh files."""
    fresh = [file for file in FRESH if file.rpartition("-")[0] == name]
    return both(name) + list(chain.from_iterable(items(file) for file in fresh))


def test_every_file_is_known() -> None:
    known = {f"{name}-{half}" for name in SETS for half in HALVES} | {"similar-library"}
    assert {path.stem for path in MARKED.glob("*.toml")} == known | set(FRESH)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", SETS)
def test_there_are_enough(name: str, half: str) -> None:
    fewest, words = SETS[name]
    found = items(f"{name}-{half}")
    assert len(found) >= fewest
    assert all(item[words].strip() == item[words] != "" for item in found)


@pytest.mark.parametrize("file", FRESH)
def test_there_are_enough_fresh_ones(file: str) -> None:
    found = items(file)
    assert len(found) >= FRESH[file]
    assert all(item["text"].strip() == item["text"] != "" for item in found)
    assert all(item["id"].startswith(f"{file}-") for item in found)


@pytest.mark.parametrize("name", SETS)
def test_nothing_stands_twice(name: str) -> None:
    for field in ("id", SETS[name][1]):
        counts = Counter((item[field].casefold(), item.get("area")) for item in every(name))
        assert not [value for value, count in counts.items() if count > 1]


@pytest.mark.parametrize("criterion", CRITERIA)
def test_each_criterion_has_hits_and_misses(criterion: str) -> None:
    counts = Counter(item[criterion] for item in both("smart") if criterion in item)
    assert counts[True] >= 40
    assert counts[False] >= 40


@pytest.mark.parametrize("file", FRESH_SMART)
@pytest.mark.parametrize("criterion", CRITERIA)
def test_each_criterion_has_fresh_hits_and_misses(criterion: str, file: str) -> None:
    counts = Counter(item[criterion] for item in items(file) if criterion in item)
    assert counts[True] >= FRESH_SMART[file]
    assert counts[False] >= FRESH_SMART[file]


def test_recommendations_hold_what_is_judged() -> None:
    for item in every("smart"):
        assert set(item) <= {"id", "text", "addressees", *CRITERIA}, item["id"]
        assert not (item["addressees"] and item.get("owner") is False), item["id"]


def test_recommendations_are_of_a_natural_length() -> None:
    assert all(10 <= len(item["text"].split()) <= 120 for item in every("smart"))


@pytest.mark.parametrize("file", [*HALVES, "fresh", "last"])
def test_half_of_the_sentences_are_traps(file: str) -> None:
    found = items(f"names-{file}")
    traps = sum(not item["spans"] for item in found)
    assert 0.4 <= traps / len(found) <= 0.6


def test_spans_stand_in_their_text() -> None:
    for item in every("names"):
        for span in item["spans"]:
            assert span["kind"] in KINDS
            assert item["text"].count(span["text"]) >= span["occurrence"] >= 1, item["id"]


def test_no_spans_overlap() -> None:
    for item in every("names"):
        places = sorted(place(item["text"], span) for span in item["spans"])
        assert all(one[1] <= two[0] for one, two in combinations(places, 2)), item["id"]


def place(text: str, span: dict[str, Any]) -> tuple[int, int]:
    """Where a span begins and ends in its text."""
    start = -1
    for _ in range(span["occurrence"]):
        start = text.index(span["text"], start + 1)
    return start, start + len(span["text"])


def test_answers_stand_in_the_library() -> None:
    known = {item["id"] for item in items("similar-library")}
    assert len(known) >= 90
    for item in both("similar"):
        assert 1 <= len(item["answers"]) <= 5
        assert set(item["answers"]) <= known, item["id"]


def test_gold_answers_name_page_and_reference() -> None:
    for item in both("similar-gold"):
        assert 1 <= len(item["answers"]) <= 5
        for answer in item["answers"]:
            page, _, ref = answer.partition(":")
            assert page in {"norfolk-2023", "norfolk-2025"}
            assert ref


@pytest.mark.parametrize("half", HALVES)
def test_groups_of_repeats_have_two_to_four(half: str) -> None:
    found = items(f"repeats-{half}")
    sizes = Counter(item["group"] for item in found if "group" in item)
    assert len(sizes) >= 60
    assert set(sizes.values()) <= {2, 3, 4}
    assert sum("group" not in item for item in found) >= 80


@pytest.mark.parametrize("half", HALVES)
def test_themes_are_apart_from_those_that_may_be(half: str) -> None:
    found = items(f"themes-{half}")
    for item in found:
        assert item["themes"], item["id"]
        assert not set(item["themes"]) & set(item["may"]), item["id"]
        assert set(item["main"]) <= {*item["themes"], *item["may"]}, item["id"]
    assert len({theme for item in found for theme in item["themes"]}) == 19, "all of the codebook"


@pytest.mark.parametrize("half", HALVES)
def test_names_of_one_body_agree(half: str) -> None:
    found = items(f"agencies-{half}")
    bodies: dict[str, set[tuple[str, str]]] = {}
    for item in found:
        if "same" in item:
            kind = (",".join(item["types"]), item.get("now", ""))
            bodies.setdefault(item["same"], set()).add(kind)
    assert not [key for key, kinds in bodies.items() if len(kinds) > 1]
    assert sum(not item["types"] for item in found) >= 4, "some cannot be resolved"
