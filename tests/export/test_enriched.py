"""Columns of later steps stand only where the step was run."""

import csv
import io

import msgspec

from learnt.enrich import enrich
from learnt.export import as_csv
from learnt.records import Addressee, Recommendation, Review

REVIEW = Review(
    recommendations=(
        Recommendation(
            id="a",
            ref="1",
            text="Fallowmere Police should review its policy on domestic abuse by May 2031.",
            addressees=(Addressee("Fallowmere Police"), Addressee("the Group of Wayfarers")),
        ),
        Recommendation(id="b", ref="2", text="Greater awareness is needed."),
    )
)


def rows(review: Review) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(as_csv.encode([review]).decode("utf-8-sig"))))


def test_without_steps_there_are_no_further_columns() -> None:
    assert not {"themes", "smart_time", "agencies"} & set(rows(REVIEW)[0])


def test_smart_gives_a_column_a_criterion() -> None:
    first, second = rows(enrich(REVIEW, ["smart"]))
    assert (first["smart_time"], second["smart_time"]) == ("TRUE", "FALSE")
    assert "themes" not in first


def test_themes_stand_in_one_cell_and_the_main_one_apart() -> None:
    first, _ = rows(enrich(REVIEW, ["themes"]))
    assert first["main_theme"] == "policy"
    assert "policy" in first["themes"].split(" | ")


def test_each_addressee_has_its_place_resolved_or_not() -> None:
    first, second = rows(enrich(REVIEW, ["agencies"]))
    assert len(first["addressee_types"].split(" | ")) == 2
    assert first["addressee_types"].split(" | ")[0] == "police"
    assert second["addressee_types"] == ""


def test_steps_not_run_are_left_out_of_the_json() -> None:
    raw = msgspec.to_builtins(enrich(REVIEW, ["smart"]))
    assert "themes" not in raw["recommendations"][0]
    assert raw["recommendations"][0]["smart"]["action"]["met"] is True
