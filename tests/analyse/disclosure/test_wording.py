"""Notes and sentences that stand beside the numbers."""

import msgspec
import pytest

from learnt.analyse.disclosure import protect
from learnt.analyse.measures import measures, sections
from learnt.records.finding import Analysis, Comparison, Quality, Tally
from tests.analyse.disclosure.making import table

KINDS = table("joint.death_type", {"homicide": 40, "suicide": 20}, personal=False)
FEW_SUICIDES = table("joint.death_type", {"homicide": 57, "suicide": 3}, personal=False)
SEX = table("joint.sex_of_victim", {"Female": 45, "Male": 15})
CARE = table("joint.care_needs_of_victim", {"Care needs": 1}, "tags", total=8)


def noted(tally: Tally, note: str) -> Tally:
    return msgspec.structs.replace(
        tally, definition=f"{measures()[tally.measure].definition} {note}"
    )


NOTES = [
    (SEX, "42 people are recorded in another band.", True),
    (SEX, "1 person is recorded in another band.", False),
    (SEX, "Both were counted.", True),
    (CARE, "42 people are recorded in another band.", False),  # the table is withheld whole
]


@pytest.mark.parametrize(("tally", "note", "stays"), NOTES)
def test_a_note_on_few_people_goes(tally: Tally, note: str, stays: bool) -> None:
    public = protect(Analysis(tallies=(KINDS, noted(tally, note)))).tally(tally.id)
    assert public is not None
    assert public.definition.startswith(measures()[tally.measure].definition)
    assert (note in public.definition) == stays


QUALITY = [
    ("no-review", "3 deaths have no review in the library.", KINDS, True),
    ("verdict-not-charged", "1 person has a verdict and is marked not charged.", KINDS, False),
    ("a check of tomorrow", "2 people are odd.", KINDS, False),
    ("untagged", "57 deaths are not tagged as suicide.", KINDS, True),
    ("untagged", "57 deaths are not tagged as suicide.", FEW_SUICIDES, False),
    ("not-recorded", f"{SEX.title}: not recorded for 7 of 60 people.", KINDS, True),
    ("not-recorded", f"{CARE.title}: not recorded for 7 of 8 people.", KINDS, False),
]


@pytest.mark.parametrize(("code", "says", "kinds", "stays"), QUALITY)
def test_what_is_said_of_the_data_names_nobody(
    code: str, says: str, kinds: Tally, stays: bool
) -> None:
    checked = (Quality(code=code, says=says, ids=("V1",)),)
    apart = table("suicides.sex_of_victim", {"Female": 3})
    public = protect(Analysis(tallies=(kinds, SEX, CARE, apart), quality=checked))
    assert public.quality == ((Quality(code=code, says=says),) if stays else ())


def test_that_there_are_none_is_not_told_of_a_part_that_is_withheld() -> None:
    gaps = (f"{sections()['suicides'].title}: there are none in this selection.", "Rates: none.")
    only = table("joint.death_type", {"homicide": 40}, personal=False)
    part = table("homicides.sex_of_victim", {"Female": 30, "Male": 10})
    assert protect(Analysis(tallies=(only, SEX, part), gaps=gaps)).gaps == ("Rates: none.",)
    assert protect(Analysis(tallies=(KINDS, SEX), gaps=gaps)).gaps == gaps


def test_a_comparison_goes_with_its_row() -> None:
    small = table("joint.sex_of_perpetrator", {"Male": 57, "Female": 3})
    found = [Comparison(tally=one.id, group="Female") for one in (SEX, small)]
    theirs = Comparison(tally="trend.deaths", group="2019")
    public = protect(Analysis(tallies=(KINDS, SEX, small), comparisons=(*found, theirs)))
    assert public.comparisons == (found[0], theirs)


def test_merged_groups_say_where_more_of_them_are_named() -> None:
    """Of homicides alone neither b nor c can be told, for one suicide each could be worked out."""
    kinds = table("joint.death_type", {"homicide": 40, "suicide": 20}, personal=False)
    whole = table("joint.method", {"a": 28, "b": 13, "c": 9, "d": 10})
    parts = [
        table("homicides.method", {"a": 15, "b": 12, "c": 8, "d": 5}),
        table("suicides.method", {"a": 13, "b": 1, "c": 1, "d": 5}),
    ]
    public = protect(Analysis(tallies=(kinds, whole, *parts)))
    merged = {
        one.id: [(row.numerator, row.named_elsewhere) for row in one.findings if row.note]
        for one in public.tallies
    }
    assert merged["joint.method"] == []
    assert merged["homicides.method"] == [(25, True)]


def test_merged_groups_of_all_deaths_are_named_nowhere() -> None:
    whole = table("joint.method", {"a": 28, "b": 13, "c": 4, "d": 4})
    (rest,) = [one for one in protect(Analysis(tallies=(whole,))).tallies[0].findings if one.note]
    assert (rest.group, rest.numerator, rest.named_elsewhere) == ("Other groups", 8, False)
