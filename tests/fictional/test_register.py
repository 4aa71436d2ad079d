"""Fictional registers are whole, coherent and varied, and read again without a complaint."""

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from learnt.cli.fictional import fictional
from learnt.fictional.register import make_register, write_register
from learnt.records import Incident, Perpetrator, Register, Victim
from learnt.register import read_register

Rows = tuple[Incident | Victim | Perpetrator, ...]


@pytest.fixture(scope="module")
def register() -> Register:
    return make_register(400, seed=3)


def test_the_same_seed_gives_the_same_register(register: Register) -> None:
    assert make_register(400, seed=3) == register
    assert make_register(400, seed=4) != register


def test_fewer_incidents_are_the_first_of_more() -> None:
    assert len(make_register(7).incidents) == 7
    assert make_register(0) == Register()
    with pytest.raises(ValueError, match="fewer"):
        make_register(-1)


def test_it_has_many_areas_and_each_one_partnership(register: Register) -> None:
    pairs = {
        (one.values["area"], one.values["csp"], one.values["region"]) for one in register.incidents
    }
    assert len({area for area, _, _ in pairs}) == len(pairs) >= 20
    assert len({csp for _, csp, _ in pairs}) == len(pairs)
    small = make_register(30, 5)
    assert len({one.values["area"] for one in small.incidents}) >= 20


def test_it_has_every_kind_of_case(register: Register) -> None:
    kinds = Counter(one.values["death_type"] for one in register.incidents)
    assert kinds["homicide"] > kinds["suicide"] >= 30
    victims = Counter(one.incident for one in register.victims)
    perpetrators = Counter(one.incident for one in register.perpetrators)
    assert set(victims) == set(perpetrators) == {one.id for one in register.incidents}
    assert sum(count > 1 for count in victims.values()) >= 10
    assert sum(count > 1 for count in perpetrators.values()) >= 10
    status = Counter(one.values["review_status"] for one in register.incidents)
    assert status["published"] > 150
    assert len(status) >= 5


def test_several_victims_are_said_to_be_several(register: Register) -> None:
    victims = Counter(one.incident for one in register.victims)
    for one in register.incidents:
        assert one.values["multiple_victims"] is (victims[one.id] > 1)


def test_some_values_are_not_recorded(register: Register) -> None:
    for name in ("tenure", "victim_ethnicity", "nationality", "care_needs", "age_years"):
        known = sum(name in one.values for one in register.victims)
        assert 0.5 * len(register.victims) < known < len(register.victims), name


def test_what_follows_a_death_follows_it(register: Register) -> None:
    for one in register.incidents:
        names = ("death_date", "notified_on", "commissioned_on", "submitted_on", "published_on")
        dates = [str(one.values[name])[:7] for name in names if name in one.values]
        assert dates == sorted(dates)
        assert ("published_on" in one.values) == (one.values["review_status"] == "published")


def test_verdicts_go_with_charges(register: Register) -> None:
    for one in register.perpetrators:
        if "court_verdict" in one.values:
            assert one.values.get("charged") is not False


def test_it_is_read_again_as_it_was(register: Register, tmp_path: Path) -> None:
    write_register(register, tmp_path)
    read = read_register(tmp_path)
    assert read.problems == ()
    tables: tuple[tuple[Rows, Rows], ...] = (
        (register.incidents, read.register.incidents),
        (register.victims, read.register.victims),
        (register.perpetrators, read.register.perpetrators),
    )
    for mine, again in tables:
        assert [one.id for one in mine] == [one.id for one in again]
        for one, two in zip(mine, again, strict=True):
            assert one.values.items() <= two.values.items()


def test_the_command_writes_the_register_of_its_reviews(tmp_path: Path) -> None:
    reviews, folder = tmp_path / "reviews", tmp_path / "register"
    arguments = ["--reviews", "3", "--seed", "8", "--formats", "txt", "--layouts", "headed-inline"]
    arguments += ["--output", str(reviews), "--register", str(folder)]
    result = CliRunner().invoke(fictional, arguments)
    assert result.exit_code == 0, result.output
    read = read_register(folder)
    assert read.errors == ()
    truths = [json.loads(path.read_text("utf-8")) for path in sorted(reviews.glob("*/truth.json"))]
    assert len(read.register.incidents) == len(truths) == 3
    for incident, truth in zip(read.register.incidents, truths, strict=True):
        told = truth["case"]["incident"]
        assert incident.values["death_type"] == told["death_type"]
        assert str(incident.values["death_date"]).startswith(told.get("death_date", "")[:4])
        assert incident.values["csp"] == truth["review"]["csp"]
    for victim, truth in zip(read.register.victims, truths, strict=False):
        for name in victim.values.keys() & truth["case"]["victims"][0].keys():
            assert victim.values[name] == truth["case"]["victims"][0][name]
