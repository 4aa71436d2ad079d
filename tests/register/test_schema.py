"""The description of the tables holds together, and has DHRD's variables under its names."""

import csv
from pathlib import Path

import pytest

from learnt.register import Column, invert_back, invert_relationship, schema
from learnt.words import alike

COLUMNS = [(table.name, column) for table in schema().tables for column in table.columns]


def name_of(value: object) -> str:
    return value.name if isinstance(value, Column) else str(value)


@pytest.mark.parametrize("name", ["incidents", "victims", "perpetrators"])
def test_the_variables_of_dhrd_are_those_of_its_files(name: str, shared: Path) -> None:
    with (shared / "dhrd" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    own = [column.name for column in schema().table(name).columns if column.source == "dhrd"]
    assert own == header


def test_documents_have_the_columns_of_the_codebook() -> None:
    own = [one.name for one in schema().table("documents").columns if one.source == "dhrd"]
    assert own == [
        "document_id",
        "incident_id",
        "title",
        "download_id",
        "upload_date",
        "report_url",
    ]


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=name_of)
def test_lists_hold_together(table: str, column: Column) -> None:
    told = column.choices
    assert len({alike(value) for value in told.values}) == len(told.values)
    assert set(told.aliases.values()) <= set(told.values)
    assert set(told.labels) <= set(told.values)
    assert {value for group in told.groups.values() for value in group} <= set(told.values)
    assert not {alike(one) for one in told.aliases} & {alike(one) for one in told.values}
    assert bool(column.list) or not column.closed
    assert not column.link or column.link in schema().by_name
    assert column.title
    assert column.meaning.endswith(".")


def test_no_other_name_is_the_name_of_another_column() -> None:
    for table in schema().tables:
        names = [alike(one) for one in table.names]
        others = [alike(one) for column in table.columns for one in column.other_names]
        assert len(set(names + others)) == len(names + others)


def test_every_table_has_its_key_first() -> None:
    for table in schema().tables:
        assert table.columns[0].required
        assert table.key.endswith("_id")


def test_bands_neither_overlap_nor_leave_a_gap() -> None:
    column = schema().table("victims").column("age_at_death")
    for years in range(121):
        assert sum(band.low <= years <= band.high for band in column.bands) == 1
    assert [column.band_of(years) for years in (15, 16, 24, 25, 64, 65, 120, 121)] == [
        "0-15",
        "16-19",
        "20-24",
        "25-34",
        "55-64",
        "65+",
        "65+",
        None,
    ]


def test_each_relationship_is_in_one_kind() -> None:
    for table, name in (
        ("victims", "relationship_to_perpetrator"),
        ("perpetrators", "relationship_to_victim"),
    ):
        column = schema().table(table).column(name)
        kinds = [column.groups[kind] for kind in ("intimate-partner", "familial", "other")]
        assert sorted(value for kind in kinds for value in kind) == sorted(column.values)


def test_the_inversions_are_of_the_lists() -> None:
    victim = schema().table("victims").column("relationship_to_perpetrator")
    other = schema().table("perpetrators").column("relationship_to_victim")
    assert [one.victim for one in schema().inversions] == list(victim.values)
    told = [
        word
        for one in schema().inversions
        for word in (one.perpetrator, one.male, one.female, *one.back)
        if word
    ]
    assert len(set(told)) == len(told)
    assert set(told) <= set(other.values)


@pytest.mark.parametrize(
    ("relationship", "sex", "wanted"),
    [
        ("Parent", "Male", "son"),  # the victim was the parent
        ("Parent", "Female", "daughter"),
        ("Parent", "", "son or daughter"),
        ("Son or daughter", "Female", "mother"),
        ("Grandparent", "Male", "grandson"),
        ("Spouse (incl civil partner)", "Male", "spouse or civil partner"),  # which is not told
        ("Ex-spouse", "Male", "ex-husband"),
        ("Sibling", "Other", "sibling"),
        ("parent", "male", "son"),
        ("son", "Male", None),  # a word for the perpetrator, not for the victim
        ("", "Male", None),
    ],
)
def test_a_relationship_is_turned_round(relationship: str, sex: str, wanted: str | None) -> None:
    assert invert_relationship(relationship, sex) == wanted


def test_and_back_again() -> None:
    for one in schema().inversions:
        for sex in ("", "Male", "Female"):
            there = invert_relationship(one.victim, sex)
            assert there is not None
            assert invert_back(there) == one.victim
    assert invert_back("husband") == "Spouse (incl civil partner)"
    assert invert_back("Parent") == "Son or daughter"  # here the perpetrator was the parent
    assert invert_back("neighbour") is None


def test_both_sides_say_the_same_kind() -> None:
    victim = schema().table("victims").column("relationship_to_perpetrator").groups
    other = schema().table("perpetrators").column("relationship_to_victim").groups
    for one in schema().inversions:
        for kind in ("intimate-partner", "familial", "other"):
            assert (one.victim in victim[kind]) == (one.perpetrator in other[kind])
