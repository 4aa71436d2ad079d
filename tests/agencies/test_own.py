"""What a person tells is checked at once, kept, and read again."""

from pathlib import Path

import pytest

from learnt.agencies import add_alias, load_register, match_agency
from learnt.agencies.own import Told, own_file
from learnt.errors import BadRule
from tests.agencies.factory import review_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "agencies.csv"


def test_an_added_name_is_known_at_once(file: Path) -> None:
    before = match_agency("The Amber Gate", register=load_register(file))
    assert (before.agency, before.type) == (None, None)
    add_alias(Told("The Amber Gate", "leeway", "", "its own web page"), file)
    match = match_agency("The Amber Gate", register=load_register(file))
    assert (match.agency, match.type) == ("leeway", "domestic-abuse-service")
    assert "its own web page" in match.why


def test_a_type_alone_can_be_told(file: Path) -> None:
    add_alias(Told("Haven", "", "domestic-abuse-service", "the report, section 3"), file)
    match = match_agency("Haven", review_of("Loxley"), register=load_register(file))
    assert (match.agency, match.type) == (None, "domestic-abuse-service")


def test_a_new_body_needs_its_type_once(file: Path) -> None:
    add_alias(Told("Haven", "haven-loxley", "domestic-abuse-service", "the report"), file)
    add_alias(Told("Haven Loxley", "haven-loxley", "", "the report"), file)
    match = match_agency("Haven Loxley", register=load_register(file))
    assert (match.agency, match.type) == ("haven-loxley", "domestic-abuse-service")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told("", "leeway", "", "x"), "no printed name"),
        (Told("Haven", "leeway", "", ""), "--source"),
        (Told("Haven", "", "", "x"), "--type"),
        (Told("Haven", "", "shop", "x"), "no such type"),
        (Told("Haven", "nobody-knows", "", "x"), "not in the register"),
        (Told("Haven", "leeway", "housing", "x"), "of type domestic-abuse-service"),
        (Told("Home Office", "leeway", "", "x"), "already a name of home-office"),
    ],
)
def test_what_cannot_be_right_is_refused_and_not_kept(file: Path, told: Told, words: str) -> None:
    with pytest.raises(BadRule, match=words):
        add_alias(told, file)
    assert not file.exists()


def test_a_name_cannot_be_told_twice_in_two_ways(file: Path) -> None:
    add_alias(Told("Haven", "leeway", "", "one"), file)
    add_alias(Told("HAVEN", "leeway", "", "again"), file)
    with pytest.raises(BadRule, match="already told"):
        add_alias(Told("Haven", "refuge", "", "two"), file)
    assert len(file.read_text("utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("printed,agency,type,source\nHaven,nobody-knows,,x\n", "line 2"),
        ("name,id\nHaven,leeway\n", "columns"),
    ],
)
def test_a_broken_file_is_told_with_its_line(file: Path, text: str, words: str) -> None:
    file.parent.mkdir()
    file.write_text(text, "utf-8")
    with pytest.raises(BadRule, match=words):
        load_register(file)


def test_a_file_without_its_last_line_end_is_continued(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("printed,agency,type,source,added\nHaven,leeway,,x,", "utf-8")
    add_alias(Told("The Amber Gate", "refuge", "", "x"), file)
    assert match_agency("The Amber Gate", register=load_register(file)).agency == "refuge"


def test_the_environment_names_the_file(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setenv("LEARNT_AGENCIES", str(file))
    assert own_file() == file
    add_alias(Told("Haven", "leeway", "", "x"))
    assert match_agency("Haven").agency == "leeway"
