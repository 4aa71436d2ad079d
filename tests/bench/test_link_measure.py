from benchmarks.large_library import make_library
from benchmarks.marked_repeats import Marked
from benchmarks.measures.link import pairs_of, repeats_row

from learnt.link import Repeat
from tests.link.factories import BACKGROUND, entry

ENTRIES = [
    entry("Each ward should have a domestic abuse champion."),
    entry("A domestic abuse champion should be named on every ward."),
    *(entry(text) for text in BACKGROUND),
]


def marked(*groups: str, nears: tuple[str, ...] = ()) -> Marked:
    """Give the entries with the groups and disputes of the first of them; the rest have none."""
    rest = len(ENTRIES)
    return Marked(
        ENTRIES,
        [*groups, *[""] * (rest - len(groups))],
        [*nears, *[""] * (rest - len(nears))],
    )


def test_a_group_is_all_its_pairs() -> None:
    repeat = Repeat(entries=tuple(ENTRIES[:3]), score=1.0)
    assert pairs_of([repeat], ENTRIES) == {(0, 1), (0, 2), (1, 2)}


def test_found_and_missed_pairs_are_counted() -> None:
    rows, told = repeats_row(marked("a", "a", "b", "b"), "tune")
    assert rows[0].endswith("| 1.00 | 1/1 |")
    assert rows[1].endswith("| 0.50 | 1/2 |")
    assert told == [f"- not joined: {BACKGROUND[0]} <> {BACKGROUND[1]}"]


def test_a_wrong_pair_costs_precision() -> None:
    rows, told = repeats_row(marked("a", "b"), "tune")
    assert rows[0].endswith("| 0.00 | 0/1 |")
    assert told[0].startswith("- joined: ")


def test_a_disputed_pair_counts_neither_way() -> None:
    rows, told = repeats_row(marked(nears=("x", "x")), "tune")
    assert rows[0].endswith("| 0/0 |")
    assert told == []


def test_the_large_library_is_the_same_each_time() -> None:
    one, other = make_library(50), make_library(50)
    assert one == other
    assert len({entry.id for entry in one}) == 50
