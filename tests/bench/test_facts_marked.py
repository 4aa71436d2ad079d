"""The marked facts of cases keep their form: known variables, listed values, every variable often enough."""

import tomllib
from collections import Counter
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

MARKED = Path(__file__).resolve().parents[2] / "benchmarks" / "marked"
HALVES = ("tune", "held")
FEWEST = 6
SCHEMA = tomllib.loads(files("learnt.rules").joinpath("register.toml").read_text("utf-8"))
COLUMNS = {
    table["name"]: {column["name"]: column for column in table["columns"]}
    for table in SCHEMA["tables"]
}
KINDS: dict[str, tuple[type, ...]] = {
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "date": (str,),
    "category": (str,),
    "string": (str,),
}


def read(half: str) -> dict[str, Any]:
    return tomllib.loads((MARKED / f"facts-{half}.toml").read_text("utf-8"))


def told(half: str) -> list[tuple[str, dict[str, Any]]]:
    return [(item["id"], fact) for item in read(half)["item"] for fact in item["facts"]]


@pytest.mark.parametrize("half", HALVES)
def test_items_hold_what_is_judged(half: str) -> None:
    for item in read(half)["item"]:
        assert {"id", "why", "text", "facts"} <= set(item) <= {"id", "why", "text", "facts", "open"}
        assert item["why"]
        assert 1 <= len(item["text"].split("\n\n")) <= 6, item["id"]
        assert item["id"].startswith(f"facts-{half}-")


@pytest.mark.parametrize("half", HALVES)
def test_every_variable_is_known(half: str) -> None:
    for name, fact in told(half):
        column = COLUMNS[fact["table"]].get(fact["variable"])
        assert column is not None, (name, fact)
        assert (fact["person"] == 0) == (fact["table"] == "incidents"), (name, fact)
        kind = KINDS[column["type"]]
        assert isinstance(fact["value"], kind), (name, fact)
        assert column["type"] == "boolean" or not isinstance(fact["value"], bool), (name, fact)


@pytest.mark.parametrize("half", HALVES)
def test_every_value_is_in_its_list(half: str) -> None:
    for name, fact in told(half):
        chosen = COLUMNS[fact["table"]][fact["variable"]].get("list")
        if chosen:
            assert fact["value"] in SCHEMA["lists"][chosen]["values"], (name, fact)


@pytest.mark.parametrize("half", HALVES)
def test_no_fact_stands_twice_or_is_open(half: str) -> None:
    for item in read(half)["item"]:
        keys = [(fact["table"], fact["person"], fact["variable"]) for fact in item["facts"]]
        assert len(keys) == len(set(keys)), item["id"]
        assert not {key[2] for key in keys} & set(item.get("open", [])), item["id"]


@pytest.mark.parametrize("half", HALVES)
def test_every_variable_is_told_often_enough(half: str) -> None:
    counts = Counter(fact["variable"] for _, fact in told(half) if fact["value"] is not False)
    wanted = read(half)["variables"]
    assert {name: counts[name] for name in wanted if counts[name] < FEWEST} == {}
    assert set(counts) <= set(wanted)


@pytest.mark.parametrize("half", HALVES)
def test_a_third_tells_next_to_nothing(half: str) -> None:
    """Near misses: two facts at most, which is often no more than a sex."""
    counts = [len(item["facts"]) for item in read(half)["item"]]
    assert sum(count <= 2 for count in counts) * 3 >= len(counts)


def test_halves_share_no_variable_list_but_one() -> None:
    assert read("tune")["variables"] == read("held")["variables"]
