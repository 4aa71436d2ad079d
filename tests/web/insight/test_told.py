from learnt.records.finding import Analysis, Protection, Tally
from learnt.web.insight.told import tell

TABLE = Tally(
    id="joint.method",
    section="joint",
    measure="method",
    title="Method",
    of="deaths",
    form="categories",
)


def one(group: str, did: str = "merged", tally: str = "joint.method") -> Protection:
    return Protection(tally=tally, group=group, did=did, why="under 5")  # type: ignore[arg-type]


def test_groups_with_one_reason_share_a_line() -> None:
    told = tell([one("arson"), one("drowning"), one("", "withheld")], Analysis(tallies=(TABLE,)))
    assert [(line.table, line.of, line.groups, line.did) for line in told] == [
        ("Method", "deaths", ("arson", "drowning"), "put together"),
        ("Method", "deaths", ("the whole table",), "withheld"),
    ]


def test_a_table_that_is_not_printed_is_told_by_its_id() -> None:
    assert tell([one("arson", tally="joint.other")], Analysis())[0].table == "joint.other"
